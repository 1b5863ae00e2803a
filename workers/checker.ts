import {
  type Due,
  type Lane,
  lanes,
  leaseDueChecks,
  type PreparedCheck,
  prepareChecks,
  runCheck,
  slowFromMs,
  spreadOverdueChecks,
} from '@/server/domain/health/service'
import { type Context, systemContext } from '@/server/kernel/context'
import type { Id } from '@/server/kernel/ids'
import type { Permission } from '@/server/kernel/permissions'
import { logger } from '@/server/platform/logger'
import { Recorder } from './recorder'
import { type LaneSizes, type Slot, Slots } from './slots'

/**
 * Runs the checks of this process: leases what is due as slots become free, reads what a tenant's checks need in one
 * go, probes, and hands the results to the recorder. Nothing but the leases in the database says what is due, so a
 * wake-up that is lost costs a moment and never a check.
 */
export type Checker = {
  /** Something may be due. */
  wake(): void
  /** Running checks are waited for, then given up: their ticks go back. */
  stop(patienceMs: number): Promise<void>
}

const name = 'health-check'
const permissions: Permission[] = ['integrations:read', 'integrations:test']
/** Shorter than a lease. */
const timeLimitMs = 50_000

/** Slots that become free wait so long for others, so that one lease fills several. */
const regroupMs = 10

function byTenant(due: readonly Due[]): Map<Id<'tenant'>, Due[]> {
  const groups = new Map<Id<'tenant'>, Due[]>()
  for (const one of due) {
    const group = groups.get(one.tenantId)
    if (group) group.push(one)
    else groups.set(one.tenantId, [one])
  }
  return groups
}

export class SlotChecker implements Checker {
  readonly #slots: Slots
  readonly #recorder = new Recorder()
  readonly #running = new Map<Slot, AbortController>()
  readonly #batches = new Set<Promise<void>>()
  /** Lanes in which more may wait than there was room for: a slot that becomes free is filled at once. */
  readonly #hungry = new Set<Lane>()
  #regrouping: NodeJS.Timeout | undefined
  #leasing: Promise<void> | null = null
  #isAwake = false
  #isStopping = false
  #settled: Promise<unknown>

  constructor(sizes?: LaneSizes) {
    this.#slots = new Slots(sizes)
    this.#settled = spreadOverdueChecks().then(
      (moved) => moved > 0 && logger.info({ moved }, 'overdue checks were spread over their intervals'),
      (error) => logger.warn({ error }, 'overdue checks could not be spread'),
    )
  }

  wake(): void {
    this.#look()
    if (this.#isStopping || this.#leasing) {
      this.#isAwake = true
      return
    }
    this.#leasing = this.#leaseAll()
      .catch((error) => logger.warn({ error }, 'checks could not be leased; they are leased soon'))
      .finally(() => {
        this.#leasing = null
        if (this.#isAwake && !this.#isStopping) setImmediate(() => this.wake())
      })
  }

  async stop(patienceMs: number): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#regrouping)
    await this.#leasing
    const impatience = setTimeout(() => {
      for (const stop of this.#running.values()) stop.abort()
    }, patienceMs)
    while (this.#batches.size > 0) await Promise.all(this.#batches)
    clearTimeout(impatience)
    await this.#recorder.drain()
  }

  /** What runs for long leaves the fast lane; what runs for too long is given up. */
  #look(): void {
    const now = performance.now()
    for (const [slot, stop] of this.#running) {
      const ranMs = now - slot.takenAt
      if (ranMs >= slowFromMs) this.#slots.slowDown(slot)
      if (ranMs >= timeLimitMs) stop.abort()
    }
  }

  async #leaseAll(): Promise<void> {
    await this.#settled
    this.#isAwake = false
    for (const lane of lanes) {
      const room = this.#slots.room(lane)
      if (room <= 0 || this.#recorder.isFull || this.#isStopping) continue
      const mostPerTenant = this.#slots.share(lane)
      const due = await leaseDueChecks({ lane, most: room, mostPerTenant, held: this.#slots.heldBy(lane) })
      this.#begin(lane, due)
      const isFull = due.length >= room || due.some(({ tenantId }) => this.#slots.isAtShare(lane, tenantId))
      if (isFull) this.#hungry.add(lane)
      else this.#hungry.delete(lane)
    }
  }

  #begin(lane: Lane, due: readonly Due[]): void {
    for (const [tenantId, ticks] of byTenant(due)) {
      const slots = new Map(ticks.map(({ integrationId }) => [integrationId, this.#slots.take(lane, tenantId)]))
      const batch = this.#runBatch(tenantId, ticks, slots)
        .catch((error) => logger.error({ error, tenantId }, 'checks could not be prepared; they fall due again'))
        .finally(() => {
          this.#batches.delete(batch)
          for (const slot of slots.values()) this.#release(slot)
        })
      this.#batches.add(batch)
    }
  }

  async #runBatch(
    tenantId: Id<'tenant'>,
    ticks: readonly Due[],
    slots: ReadonlyMap<Id<'integration'>, Slot>,
  ): Promise<void> {
    const ctx = systemContext(tenantId, name, permissions)
    const prepared = await prepareChecks(ctx, ticks)
    const ready = new Set(prepared.map(({ target }) => target.id))
    for (const [id, slot] of slots) if (!ready.has(id)) this.#release(slot)
    await Promise.all(
      prepared.map((check) => {
        const slot = slots.get(check.target.id)
        return slot && this.#run(ctx, check, slot)
      }),
    )
  }

  async #run(batch: Context, check: PreparedCheck, slot: Slot): Promise<void> {
    const stop = new AbortController()
    this.#running.set(slot, stop)
    try {
      const report = await runCheck({ ...batch, signal: stop.signal }, check)
      this.#recorder.add(batch.tenantId, { target: check.target, tick: check.tick, report })
    } catch (error) {
      const integrationId = check.target.id
      logger.error({ error, integrationId }, 'a check could not be finished; it falls due again')
    } finally {
      this.#running.delete(slot)
      this.#release(slot)
    }
  }

  #release(slot: Slot): void {
    const { lane } = slot
    this.#slots.release(slot)
    if (!this.#hungry.has(lane)) return
    this.#regrouping ??= setTimeout(() => {
      this.#regrouping = undefined
      this.wake()
    }, regroupMs)
  }
}

export const startChecker = (sizes?: LaneSizes): Checker => new SlotChecker(sizes)
