import { type FinishedCheck, finishChecks } from '@/server/domain/health/service'
import { type Context, systemContext } from '@/server/kernel/context'
import type { Id } from '@/server/kernel/ids'

/**
 * Group commit of what checks found: results of one tenant wait a moment for each other and are written together. A
 * result is lost with its process only; its tick then falls due again.
 */
const lingerMs = 250
const largestBatch = 250
const batchesAtOnce = 4
/** Two of a tenant: while one waits for the disk the next is sent. */
const batchesPerTenant = 2
/** Beyond it the database does not keep up, and nothing new is begun. */
const mostWaiting = 2_000

type Waiting = { finished: FinishedCheck[]; since: number; writing: number }

export class Recorder {
  readonly #tenants = new Map<Id<'tenant'>, Waiting>()
  readonly #writes = new Set<Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #count = 0
  #isDraining = false

  add(tenantId: Id<'tenant'>, finished: FinishedCheck): void {
    const waiting = this.#tenants.get(tenantId) ?? { finished: [], since: performance.now(), writing: 0 }
    this.#tenants.set(tenantId, waiting)
    if (waiting.finished.length === 0) waiting.since = performance.now()
    waiting.finished.push(finished)
    this.#count += 1
    if (waiting.finished.length >= largestBatch) this.#writeDue()
    else this.#timer ??= setTimeout(() => this.#onTimer(), lingerMs)
  }

  get isFull(): boolean {
    return this.#count >= mostWaiting
  }

  /** Writes what is left. */
  async drain(): Promise<void> {
    this.#isDraining = true
    while (this.#count > 0 || this.#writes.size > 0) {
      this.#writeDue()
      await Promise.race(this.#writes)
    }
    clearTimeout(this.#timer)
  }

  #onTimer(): void {
    this.#timer = undefined
    this.#writeDue()
    const hasWaiting = [...this.#tenants.values()].some(({ finished }) => finished.length > 0)
    if (hasWaiting) this.#timer ??= setTimeout(() => this.#onTimer(), lingerMs / 5)
  }

  /** Tenants take turns: one that has been written goes to the end of the line. */
  #writeDue(): void {
    const before = performance.now() - lingerMs + 1
    for (const [tenantId, waiting] of [...this.#tenants]) {
      if (this.#writes.size >= batchesAtOnce) return
      const { finished, since, writing } = waiting
      const isDue = this.#isDraining || since <= before || finished.length >= largestBatch
      if (finished.length === 0 || !isDue || writing >= batchesPerTenant) continue
      this.#tenants.delete(tenantId)
      this.#tenants.set(tenantId, waiting)
      this.#write(tenantId, waiting)
    }
  }

  #write(tenantId: Id<'tenant'>, waiting: Waiting): void {
    const batch = waiting.finished.splice(0, largestBatch)
    waiting.since = performance.now()
    waiting.writing += 1
    const ctx: Context = systemContext(tenantId, 'health-check', ['integrations:read', 'integrations:test'])
    const write = finishChecks(ctx, batch).finally(() => {
      this.#writes.delete(write)
      this.#count -= batch.length
      waiting.writing -= 1
      if (waiting.finished.length === 0 && waiting.writing === 0) this.#tenants.delete(tenantId)
      this.#writeDue()
    })
    this.#writes.add(write)
  }
}
