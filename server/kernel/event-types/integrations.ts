import { z } from 'zod'
import { doctorCheckNames, doctorVerdicts } from '../doctor'
import { failureClasses, probeNames, verdicts } from '../health'
import { define, info, warning } from './define'

/** Integrations, the secrets they use and the profiles they start from. */
const integration = { integrationId: z.string(), slug: z.string(), name: z.string(), type: z.string() }
/** A credential is told of together with the integration it was touched for. */
const credential = { credentialId: z.string(), integrationId: z.string(), slug: z.string() }
const finding = {
  failureClass: z.enum(failureClasses).nullable(),
  failingProbe: z.enum(probeNames).nullable(),
  message: z.string(),
  remedy: z.string().nullable(),
  latencyMs: z.number().nullable(),
}
const profile = { profileId: z.string(), name: z.string(), type: z.string() }
const levelOfVerdict = { unknown: 'info', healthy: 'info', degraded: 'warning', unhealthy: 'error' } as const

export const integrationEvents = {
  'integration.created': define({
    description: 'An integration was connected.',
    schemaVersion: 1,
    shape: z.object({ ...integration, enabled: z.boolean() }),
    subject: (data) => data.integrationId,
    tell: (data) => info(`${data.slug} connected${data.enabled ? '' : ', disabled'}`),
  }),
  'integration.updated': define({
    description: 'The settings, the name or the credential of an integration changed.',
    schemaVersion: 1,
    shape: z.object({ ...integration, changed: z.array(z.string()) }),
    subject: (data) => data.integrationId,
    tell: (data) => info(`${data.slug} changed: ${data.changed.join(', ')}`),
  }),
  'integration.deleted': define({
    description: 'An integration was deleted. It can be restored for 7 days, without its secret.',
    schemaVersion: 1,
    shape: z.object({
      ...integration,
      secretDestroyed: z.boolean(),
      restorableUntil: z.string(),
      /** What was made at the provider and could not be removed there. */
      leftAtProvider: z.array(z.string()).optional(),
    }),
    subject: (data) => data.integrationId,
    tell: (data) => warning(`${data.slug} deleted${data.secretDestroyed ? ', its secret destroyed' : ''}`),
  }),
  'integration.restored': define({
    description: 'A deleted integration was restored. Without its secret it is disabled until it is reconnected.',
    schemaVersion: 1,
    shape: z.object({ ...integration, needsSecret: z.boolean() }),
    subject: (data) => data.integrationId,
    tell: (data) => info(`${data.slug} restored${data.needsSecret ? ', waiting for its secret' : ''}`),
  }),
  'integration.enabled': define({
    description: 'An integration was switched on; its checks run again.',
    schemaVersion: 1,
    shape: z.object(integration),
    subject: (data) => data.integrationId,
    tell: (data) => info(`${data.slug} enabled`),
  }),
  'integration.disabled': define({
    description: 'An integration was switched off; it is no longer checked.',
    schemaVersion: 1,
    shape: z.object(integration),
    subject: (data) => data.integrationId,
    tell: (data) => info(`${data.slug} disabled`),
  }),
  'integration.tested': define({
    description: 'A person or a key tested a saved integration.',
    schemaVersion: 1,
    shape: z.object({ ...integration, ...finding, verdict: z.enum(verdicts).nullable(), checkId: z.string() }),
    subject: (data) => data.integrationId,
    tell: (data) => ({
      level: levelOfVerdict[data.verdict ?? 'unknown'],
      outcome: data.verdict === 'unhealthy' || data.verdict === null ? 'failure' : 'success',
      summary: `${data.slug} tested: ${data.message}`,
    }),
  }),
  'integration.health_changed': define({
    description: 'The verdict on an integration changed.',
    schemaVersion: 1,
    shape: z.object({
      ...integration,
      ...finding,
      from: z.enum(verdicts),
      to: z.enum(verdicts),
      checkId: z.string(),
      checkedAt: z.string(),
    }),
    subject: (data) => data.integrationId,
    tell: (data) => ({
      level: levelOfVerdict[data.to],
      outcome: data.to === 'unhealthy' ? 'failure' : 'success',
      summary: `${data.slug} is ${data.to}: ${data.message}`,
    }),
  }),
  'integration.rate_limit_warned': define({
    description: 'A quota pool fell to 25 %, 10 % or 0. Told once per pool, threshold and reset.',
    schemaVersion: 1,
    shape: z.object({
      ...integration,
      pool: z.string(),
      limit: z.number(),
      remaining: z.number(),
      thresholdPercent: z.union([z.literal(25), z.literal(10), z.literal(0)]),
      resetAt: z.string().nullable(),
      /** When the pool will be empty at the rate of the last minutes; absent when that is after its reset. */
      emptyAt: z.string().nullable().optional(),
    }),
    subject: (data) => data.integrationId,
    tell: (data) => ({
      level: data.thresholdPercent === 0 ? 'error' : 'warning',
      outcome: 'success',
      summary: `${data.slug} has ${data.remaining} of ${data.limit} left in ${data.pool}`,
    }),
  }),
  'integration.circuit_opened': define({
    description: 'Calls through an integration are refused for a while, because too many of them failed.',
    schemaVersion: 1,
    shape: z.object({ ...integration, reason: z.string(), failureClass: z.enum(failureClasses), retryAt: z.string() }),
    subject: (data) => data.integrationId,
    tell: (data) => ({
      level: 'error',
      outcome: 'failure',
      summary: `Calls through ${data.slug} are paused: ${data.reason}`,
    }),
  }),
  'integration.circuit_closed': define({
    description: 'Calls through an integration go through again.',
    schemaVersion: 1,
    shape: z.object({ ...integration, openedAt: z.string() }),
    subject: (data) => data.integrationId,
    tell: (data) => info(`Calls through ${data.slug} go through again`),
  }),
  'integration.diagnosed': define({
    description: 'The doctor examined an integration.',
    schemaVersion: 1,
    shape: z.object({
      ...integration,
      doctorRunId: z.string(),
      overall: z.enum(doctorVerdicts),
      failing: z.array(z.enum(doctorCheckNames)),
      message: z.string(),
    }),
    subject: (data) => data.integrationId,
    tell: (data) => ({
      level: levelOfVerdict[data.overall],
      outcome: data.overall === 'unhealthy' ? 'failure' : 'success',
      summary: `The doctor finds ${data.slug} ${data.overall}: ${data.message}`,
    }),
  }),
  'profile.created': define({
    description: 'A connection profile was saved.',
    schemaVersion: 1,
    shape: z.object(profile),
    subject: (data) => data.profileId,
    tell: (data) => info(`Profile ${data.name} saved`),
  }),
  'profile.updated': define({
    description: 'A connection profile changed.',
    schemaVersion: 1,
    shape: z.object({ ...profile, changed: z.array(z.string()) }),
    subject: (data) => data.profileId,
    tell: (data) => info(`Profile ${data.name} changed: ${data.changed.join(', ')}`),
  }),
  'profile.deleted': define({
    description: 'A connection profile was deleted.',
    schemaVersion: 1,
    shape: z.object(profile),
    subject: (data) => data.profileId,
    tell: (data) => warning(`Profile ${data.name} deleted`),
  }),
  'credential.reused': define({
    description: 'A stored secret was given to another integration by somebody who confirmed it.',
    schemaVersion: 1,
    shape: z.object({ ...credential, fromIntegrationId: z.string(), fromSlug: z.string() }),
    subject: (data) => data.credentialId,
    tell: (data) => warning(`${data.slug} uses the secret of ${data.fromSlug}`),
  }),
  'credential.stored': define({
    description: 'A secret was sealed and stored.',
    schemaVersion: 1,
    shape: z.object({ ...credential, version: z.number() }),
    subject: (data) => data.credentialId,
    tell: (data) =>
      info(
        data.version === 1 ? `${data.slug}: secret stored` : `${data.slug}: secret replaced (version ${data.version})`,
      ),
  }),
  'credential.revoked': define({
    description: 'A secret was destroyed.',
    schemaVersion: 1,
    shape: z.object({
      ...credential,
      reason: z.enum(['replaced', 'integration_deleted', 'origin_changed']),
    }),
    subject: (data) => data.credentialId,
    tell: (data) => info(`${data.slug}: secret destroyed (${data.reason.replaceAll('_', ' ')})`),
  }),
} as const
