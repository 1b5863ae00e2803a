import { z } from '@hono/zod-openapi'
import type { readCallMetrics } from '@/server/domain/calls/service'
import { failureClasses } from '@/server/kernel/health'
import { Instant, InstantInput, picked } from './base'

/** Calls in numbers: totals, a series, and who or what makes them. */
const figures = {
  totalRequests: z.number().int(),
  successfulRequests: z.number().int(),
  failedRequests: z.number().int(),
  refusedRequests: z.number().int().openapi({ description: 'Never sent: quota, breaker, full or too late.' }),
  retries: z.number().int(),
  errorRatePercent: z.number().nullable(),
  averageResponseTimeMs: z.number().nullable(),
  latencyMsP50: z.number().nullable(),
  latencyMsP95: z.number().nullable(),
  latencyMsP99: z.number().nullable(),
  waitMs: z.number(),
  requestBytes: z.number(),
  responseBytes: z.number(),
  byClass: z.array(z.object({ failureClass: z.enum(failureClasses), calls: z.number().int() })),
}

const GroupShape = z.object({
  key: z.string(),
  name: z.string().nullable().openapi({ description: 'Of a caller: what it is called, while it is there.' }),
  ...figures,
})

export const MetricsShape = z
  .object({
    since: Instant,
    until: Instant,
    step: z.enum(['minute', 'hour']),
    ...figures,
    series: z.array(z.object({ at: Instant, ...figures })),
    groups: z.array(GroupShape),
    topCallers: z.array(GroupShape),
    lastActivity: Instant.nullable().openapi({ description: 'The last step in which a call was made.' }),
  })
  .openapi('CallMetrics')

type Metrics = Awaited<ReturnType<typeof readCallMetrics>>
type Figures = Metrics['totals']

const toFigures = (given: Figures) => ({
  ...picked(given, 'retries', 'errorRatePercent', 'latencyMsP50', 'latencyMsP95', 'latencyMsP99'),
  ...picked(given, 'waitMs', 'requestBytes', 'responseBytes', 'byClass'),
  totalRequests: given.calls,
  successfulRequests: given.calls - given.failures - given.refusals,
  failedRequests: given.failures,
  refusedRequests: given.refusals,
  averageResponseTimeMs: given.latencyMsAverage,
})

const toGroup = ({ key, name, figures: given }: Metrics['groups'][number]) => ({ key, name, ...toFigures(given) })

export const toMetrics = (metrics: Metrics): z.input<typeof MetricsShape> => ({
  ...picked(metrics, 'since', 'until', 'step'),
  ...toFigures(metrics.totals),
  series: metrics.series.map((point) => ({ at: point.at, ...toFigures(point) })),
  groups: metrics.groups.map(toGroup),
  topCallers: metrics.topCallers.map(toGroup),
  lastActivity: metrics.series.findLast((point) => point.calls > 0)?.at ?? null,
})

export const MetricsQuery = z.strictObject({
  since: InstantInput.optional().openapi({ description: '24 hours ago when absent.' }),
  until: InstantInput.optional(),
  step: z.enum(['minute', 'hour']).optional(),
  groupBy: z.enum(['integration', 'project', 'caller', 'operation']).optional(),
  caller: z.string().optional(),
  operation: z.string().optional(),
})

export const EveryMetricsQuery = MetricsQuery.extend({
  project: z.string().optional(),
  integration: z.string().optional(),
})
