import { healthSummary } from '@/server/domain/health/service'
import type { Resolvers } from '../generated/resolvers'

/** States, probes and figures. A quota of nothing is empty, not broken: 0 percent. */
export const healthResolvers = {
  Query: {
    healthSummary: async (_root, { filter }, { ctx }) => healthSummary(await ctx(), filter ?? undefined),
  },

  TestResult: {
    success: ({ verdict }) => verdict === 'healthy' || verdict === 'degraded',
    health: ({ verdict }) => verdict,
  },
  Check: {
    health: ({ verdict }) => verdict,
  },
  Quota: {
    remainingPercent: ({ limit, remaining }) => (limit > 0 ? Math.round((remaining / limit) * 1000) / 10 : 0),
  },

  Health: {
    HEALTHY: 'healthy',
    DEGRADED: 'degraded',
    UNHEALTHY: 'unhealthy',
    UNKNOWN: 'unknown',
    STALE: 'stale',
    DISABLED: 'disabled',
    CHECKING: 'checking',
  },
  FailureClass: {
    OURS: 'ours',
    NETWORK: 'network',
    PROVIDER_INCIDENT: 'provider_incident',
    PROVIDER_LIMIT: 'provider_limit',
    CREDENTIAL: 'credential',
    PERMISSION: 'permission',
    REQUEST: 'request',
  },
  ProbeName: {
    CONNECTIVITY: 'connectivity',
    TLS: 'tls',
    AUTHENTICATION: 'authentication',
    AUTHORIZATION: 'authorization',
    VERSION: 'version',
    RATE_LIMIT: 'rate_limit',
    LATENCY: 'latency',
  },
  ProbeStatus: { PASS: 'pass', WARN: 'warn', FAIL: 'fail', SKIPPED: 'skipped' },
  HealthWindow: { HOUR: 'hour', DAY: 'day', WEEK: 'week', MONTH: 'month' },
} satisfies Resolvers
