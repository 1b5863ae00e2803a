import { LRUCache } from 'lru-cache'
import { inTenant } from '@/db/tenant'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'
import type { OpenHook } from './opening'
import { type NewDelivery, writeDeliveries } from './writing'

/**
 * Refused deliveries are kept so that a person can see what was wrong with them: a few of each hook in an hour and the
 * beginning of each, so that nobody who learned an address can fill the disk with them.
 */
const perHour = 60
const hourMs = 3_600_000
const keptBytes = 8_192
const writesAtOnce = 2

const counts = new LRUCache<string, { left: number }>({ max: 10_000, ttl: hourMs, updateAgeOnGet: false })
let writing = 0

function mayKeep(hookId: string): boolean {
  const count = counts.get(hookId) ?? { left: perHour }
  if (count.left === perHour) counts.set(hookId, count)
  if (count.left <= 0 || writing >= writesAtOnce) return false
  count.left -= 1
  return true
}

/** Nobody waits for it. */
export function noteRefused({ id, tenantId }: OpenHook, delivery: NewDelivery): void {
  metrics.inboundDeliveries.inc({ outcome: 'refused' })
  if (!mayKeep(id)) return
  writing += 1
  const kept = { ...delivery, body: delivery.body.subarray(0, keptBytes) }
  inTenant({ tenantId }, (tx) => writeDeliveries(tx, tenantId, [kept]))
    .catch((error) => logger.warn({ error }, 'a refused webhook could not be noted'))
    .finally(() => {
      writing -= 1
    })
}
