import { type FinishedAttempt, recordAttempts } from '@/server/domain/webhooks/service'
import type { Id } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'

/**
 * Group commit of finished tries: they wait a moment for each other. While the database does not take them they are
 * kept for as long as their leases last; after that the deliveries fall due again, and the receiver knows the repetition by
 * its id.
 */
const lingerMs = 5
const largestBatch = 120
const writesAtOnce = 2
/** A process that dies repeats what it has not written: beyond it nothing more is sent. */
export const mostUnwritten = 250
const triesAtMost = 20
const pauseMs = 1_000

export type Recorded = (tenantId: Id<'tenant'>, deliveryIds: readonly Id<'webhookDelivery'>[]) => void

export class WebhookRecorder {
  readonly #waiting: FinishedAttempt[] = []
  readonly #writes = new Set<Promise<void>>()
  readonly #recorded: Recorded
  readonly #hasRoom: () => void
  #unwritten = 0
  #timer: NodeJS.Timeout | undefined
  #isDraining = false

  constructor(recorded: Recorded, hasRoom: () => void) {
    this.#recorded = recorded
    this.#hasRoom = hasRoom
  }

  /** What is not written yet is held, too. */
  get held(): number {
    return this.#unwritten
  }

  get isFull(): boolean {
    return this.#unwritten >= mostUnwritten
  }

  add(finished: FinishedAttempt): void {
    this.#waiting.push(finished)
    this.#unwritten += 1
    if (this.#waiting.length >= largestBatch) this.#write()
    else this.#timer ??= setTimeout(() => this.#onTimer(), lingerMs)
  }

  async drain(): Promise<void> {
    this.#isDraining = true
    while (this.#waiting.length > 0 || this.#writes.size > 0) {
      this.#write()
      await Promise.race(this.#writes)
    }
    clearTimeout(this.#timer)
  }

  #onTimer(): void {
    this.#timer = undefined
    this.#write()
  }

  #write(): void {
    while (this.#waiting.length > 0 && this.#writes.size < writesAtOnce) {
      const batch = this.#waiting.splice(0, largestBatch)
      const write = this.#keep(batch).finally(() => {
        this.#writes.delete(write)
        this.#unwritten -= batch.length
        this.#hasRoom()
        if (this.#waiting.length >= largestBatch || this.#isDraining) this.#write()
        else if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#onTimer(), lingerMs)
      })
      this.#writes.add(write)
    }
  }

  async #keep(batch: readonly FinishedAttempt[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        const changed = new Set(await recordAttempts(batch))
        const written = batch.map(({ delivery }) => delivery).filter(({ id }) => changed.has(id))
        for (const [tenantId, ids] of byTenant(written)) this.#recorded(tenantId, ids)
        return
      } catch (error) {
        logger.warn({ error, tries }, 'results of deliveries could not be kept yet')
        if (tries >= triesAtMost || this.#isDraining) return
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
  }
}

function byTenant(deliveries: readonly FinishedAttempt['delivery'][]): Map<Id<'tenant'>, Id<'webhookDelivery'>[]> {
  const groups = new Map<Id<'tenant'>, Id<'webhookDelivery'>[]>()
  for (const { tenantId, id } of deliveries) {
    const ids = groups.get(tenantId)
    if (ids) ids.push(id)
    else groups.set(tenantId, [id])
  }
  return groups
}
