import type { deliveryAttempts, webhookDeliveries } from '@/db/schema'
import type { FailureClass } from '@/server/kernel/health'
import type { Id } from '@/server/kernel/ids'
import type { AttemptTimings, DeliveryState } from '@/server/kernel/webhooks'

/** One event for one endpoint. */
export type Delivery = {
  id: Id<'webhookDelivery'>
  endpointId: Id<'webhookEndpoint'>
  /** The webhook-id, for life. */
  eventId: Id<'event'>
  eventType: string
  /** When the event happened. */
  at: Date
  state: DeliveryState
  attempts: number
  /** Null when there is none, or while one is under way. */
  nextAttemptAt: Date | null
  isBeingSent: boolean
  changedAt: Date
  deliveredAt: Date | null
  /** Of the last answer. */
  status: number | null
  failureClass: FailureClass | null
  message: string | null
  replays: number
}

export type DeliveryRow = typeof webhookDeliveries.$inferSelect

export function toDelivery(row: DeliveryRow): Delivery {
  const { tenantId: _own, step: _step, dueAt, leasedUntil, ...shown } = row
  const isOpen = row.state === 'pending' || row.state === 'retrying'
  const isBeingSent = isOpen && leasedUntil !== null && leasedUntil > new Date()
  return { ...shown, isBeingSent, nextAttemptAt: isOpen && !isBeingSent ? dueAt : null }
}

/** One try, as it went. */
export type DeliveryAttempt = {
  id: Id<'deliveryAttempt'>
  at: Date
  number: number
  url: string
  /** As they were sent; signatures are told by the versions of their secrets. */
  requestHeaders: Record<string, string>
  secretVersions: number[]
  requestBytes: number
  status: number | null
  failureClass: FailureClass | null
  message: string | null
  timings: AttemptTimings
  responseHeaders: Record<string, string> | null
  responseBody: string | null
  responseCut: boolean
}

export type AttemptRow = typeof deliveryAttempts.$inferSelect
