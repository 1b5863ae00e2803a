import { deliveriesTopic, deliveryHints } from '@/server/domain/webhooks/service'
import type { Id } from '@/server/kernel/ids'
import type { Bus } from '@/server/platform/bus'
import { logger } from '@/server/platform/logger'
import type { Recorded } from './webhook-recorder'

/** Says over the bus which deliveries changed, for those who watch: gathered, so that a thousand are a few messages. */
const gatherMs = 200

export type Announcing = { changed: Recorded; stop(): void }

export function announcer(live: Bus): Announcing {
  const waiting = new Map<Id<'tenant'>, Set<Id<'webhookDelivery'>>>()
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    timer = undefined
    for (const [tenantId, ids] of waiting) {
      for (const message of deliveryHints(tenantId, [...ids])) {
        live
          .publish(deliveriesTopic, message)
          .catch((error: unknown) => logger.warn({ error }, 'changed deliveries could not be told'))
      }
    }
    waiting.clear()
  }
  return {
    changed: (tenantId, ids) => {
      const known = waiting.get(tenantId) ?? new Set()
      waiting.set(tenantId, known)
      for (const id of ids) known.add(id)
      timer ??= setTimeout(flush, gatherMs)
    },
    stop: () => {
      clearTimeout(timer)
      flush()
    },
  }
}
