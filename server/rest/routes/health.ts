import { z } from '@hono/zod-openapi'
import { groupIntegrations } from '@/server/domain/integrations/service'
import { type HealthState, healthStates } from '@/server/kernel/health'
import { publicRoute, type Readiness, type Route } from '../route'

/**
 * Whether the hub works, part by part. Whoever is known to a tenant also sees the services connected there, each under
 * its short name with the worst state among them.
 */

const hubStatuses = ['ok', 'degraded', 'unavailable'] as const
type HubStatus = (typeof hubStatuses)[number]

const HealthShape = z
  .object({
    status: z.enum(hubStatuses).openapi({ description: 'Of the hub itself.' }),
    components: z.record(z.string(), z.enum(healthStates)).openapi({
      description:
        'database, queue, bus, event_bus and workers, and for who is signed in one for each kind of service.',
      example: { database: 'healthy', queue: 'healthy', event_bus: 'healthy', github: 'healthy', slack: 'healthy' },
    }),
  })
  .openapi('Health')

type Finding = Readiness['checks'][string]
const wordFor = (finding: Finding | undefined): HealthState =>
  finding === undefined ? 'unknown' : finding.ok ? (finding.warning ? 'degraded' : 'healthy') : 'unhealthy'

/** The bus lives in the database unless Redis carries it, and then it is where the queue is. */
function partsOf({ checks }: Readiness): Record<string, HealthState> {
  const { database, queue, bus = queue, workers = queue, ...others } = checks
  const own = Object.entries(others).map(([name, finding]) => [name, wordFor(finding)] as const)
  return {
    database: wordFor(database),
    queue: wordFor(queue),
    bus: wordFor(bus),
    event_bus: wordFor(bus),
    workers: wordFor(workers),
    ...Object.fromEntries(own),
  }
}

const shortName = (type: string) => type.slice(type.lastIndexOf('.') + 1)

export const healthRoutes: Route[] = [
  publicRoute(
    {
      ...{ id: 'getHealth', method: 'get', path: '/api/v1/health', tag: 'Health' },
      summary: 'Whether the hub works, part by part',
      answer: HealthShape,
    },
    async ({ ctx, readiness }) => {
      const found = await readiness()
      const parts = partsOf(found)
      const groups = ctx ? await groupIntegrations(ctx, 'type') : []
      const services = Object.fromEntries(groups.map(({ key, worst }) => [shortName(key ?? ''), worst]))
      const status: HubStatus = found.ready
        ? Object.values(parts).includes('degraded')
          ? 'degraded'
          : 'ok'
        : 'unavailable'
      return { body: { status, components: { ...services, ...parts } } }
    },
  ),
]
