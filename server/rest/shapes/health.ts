import { z } from '@hono/zod-openapi'
import type { HealthStats } from '@/server/domain/health/service'
import type { Integration } from '@/server/domain/integrations/service'
import {
  failureClasses,
  healthStates,
  type ProbeReport,
  probeNames,
  probeStatuses,
  verdicts,
} from '@/server/kernel/health'
import { Instant, idOf, iso, orNull } from './base'
import { IntegrationShape, toIntegration } from './integration'

const Evidence = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

const ProbeShape = z
  .object({
    name: z.enum(probeNames),
    status: z.enum(probeStatuses),
    message: z.string(),
    evidence: Evidence,
    remedy: z.string().nullable(),
    failureClass: z.enum(failureClasses).nullable(),
    durationMs: z.number(),
  })
  .openapi('Probe')

const LearnedQuotaShape = z.object({
  pool: z.string(),
  limit: z.number(),
  remaining: z.number(),
  resetAt: Instant.nullable(),
})

export const TestResultShape = z
  .object({
    success: z.boolean(),
    errorMessage: z.string().nullable().openapi({ description: 'What failed; null when nothing did.' }),
    details: z.record(z.string(), z.string()).openapi({ description: 'What each probe said.' }),
    latencyMs: z.number().nullable(),
    verdict: z
      .enum(['healthy', 'degraded', 'unhealthy'])
      .nullable()
      .openapi({ description: "Null: the hub's own trouble." }),
    message: z.string(),
    failingProbe: z.enum(probeNames).nullable(),
    failureClass: z.enum(failureClasses).nullable(),
    remedy: z.string().nullable(),
    identity: z.string().nullable(),
    serviceVersion: z.string().nullable(),
    probes: z.array(ProbeShape),
    quotas: z.array(LearnedQuotaShape),
    credentialExpiresAt: Instant.nullable(),
    startedAt: Instant,
    durationMs: z.number(),
  })
  .openapi('TestResult')

export function toTestResult(report: ProbeReport): z.input<typeof TestResultShape> {
  const { verdict, message, failingProbe, failureClass, remedy, latencyMs, identity, serviceVersion } = report
  const success = verdict === 'healthy' || verdict === 'degraded'
  return {
    success,
    errorMessage: success ? null : message,
    details: Object.fromEntries(report.probes.map((probe) => [probe.name, probe.message])),
    ...{ latencyMs, verdict, message, failingProbe, failureClass, remedy, identity, serviceVersion },
    probes: report.probes,
    quotas: report.quotas.map((quota) => ({ ...quota, resetAt: iso(quota.resetAt) })),
    credentialExpiresAt: iso(report.credentialExpiresAt),
    startedAt: report.startedAt.toISOString(),
    durationMs: report.durationMs,
  }
}

export const SavedIntegrationShape = z
  .object({ ...IntegrationShape.shape, test: orNull(TestResultShape) })
  .openapi('SavedIntegration')

export const toSaved = ({ integration, test }: { integration: Integration; test: ProbeReport | null }) => ({
  ...toIntegration(integration),
  test: test && toTestResult(test),
})

export const IntegrationStatusShape = z
  .object({
    integrationId: idOf('integration'),
    slug: z.string(),
    status: z.enum(['connected', 'degraded', 'error', 'disabled', 'unknown']),
    enabled: z.boolean(),
    health: z.enum(healthStates),
    message: z.string().nullable(),
    remedy: z.string().nullable(),
    lastError: z.string().nullable(),
    since: Instant.nullable(),
    checkedAt: Instant.nullable(),
    nextCheckAt: Instant.nullable(),
  })
  .openapi('IntegrationStatus')

const statusWords = {
  healthy: 'connected',
  degraded: 'degraded',
  unhealthy: 'error',
  disabled: 'disabled',
  unknown: 'unknown',
  stale: 'unknown',
  checking: 'unknown',
} as const

export function toStatus(one: Integration): z.input<typeof IntegrationStatusShape> {
  const { lastError } = toIntegration(one)
  return {
    integrationId: one.id,
    slug: one.slug,
    status: statusWords[one.health],
    enabled: one.enabled,
    health: one.health,
    message: one.healthMessage,
    remedy: one.remedy,
    lastError,
    since: iso(one.healthSince),
    checkedAt: iso(one.checkedAt),
    nextCheckAt: iso(one.nextCheckAt),
  }
}

export const windows = ['hour', 'day', 'week', 'month'] as const

export const IntegrationHealthShape = z
  .object({
    integrationId: idOf('integration'),
    status: z.enum(verdicts),
    health: z.enum(healthStates),
    message: z.string().nullable(),
    failingProbe: z.enum(probeNames).nullable(),
    failureClass: z.enum(failureClasses).nullable(),
    remedy: z.string().nullable(),
    lastCheck: Instant.nullable(),
    responseTimeMs: z.number().nullable(),
    window: z.enum(windows),
    checks: z.number().int(),
    uptimePercent: z.number().nullable(),
    errorRatePercent: z.number().nullable(),
    latencyMsP50: z.number().nullable(),
    latencyMsP95: z.number().nullable(),
    lastError: z.string().nullable(),
    lastErrorAt: Instant.nullable(),
  })
  .openapi('IntegrationHealth')

export const toHealth = (one: Integration, stats: HealthStats): z.input<typeof IntegrationHealthShape> => ({
  integrationId: one.id,
  status: one.verdict,
  health: one.health,
  message: one.healthMessage,
  failingProbe: one.failingProbe,
  failureClass: one.failureClass,
  remedy: one.remedy,
  lastCheck: iso(one.checkedAt),
  responseTimeMs: one.latencyMs,
  ...stats,
  lastErrorAt: iso(stats.lastErrorAt),
})
