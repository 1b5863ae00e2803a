import { envelopeText } from '@/server/kernel/envelope'
import type { EventRow } from '../events/rows'

/** The body of a delivery. */
export const envelopeOf = (event: EventRow): Buffer =>
  Buffer.from(envelopeText({ ...event, sequence: String(event.sequence ?? 0n) }))
