import type { Lane } from '@/server/domain/health/service'
import type { Id } from '@/server/kernel/ids'

/**
 * The slots in which this process runs checks. Two laws keep the slow from delaying anybody: a check that takes long
 * leaves the fast lane while it runs, and no tenant ever holds more than its share of a lane, so the rest is free for
 * the others whatever its services do.
 */
export type LaneSizes = Record<Lane, number>

/** Slots are cheap: one is a socket and a promise. A hanging service holds a slow one for its whole time limit. */
export const defaultSizes: LaneSizes = { fast: 384, slow: 768 }

const share = 2 / 3
/** Beyond its share in the slow lane by so much, a tenant's services turned slow too fast: its fast lane waits, too. */
const overflow = 2

export type Slot = { lane: Lane; readonly tenantId: Id<'tenant'>; readonly takenAt: number }

const noneHeld = () => new Map<Id<'tenant'>, number>()

export class Slots {
  readonly #sizes: LaneSizes
  readonly #held = { fast: noneHeld(), slow: noneHeld() }
  readonly #taken = new Set<Slot>()

  constructor(sizes: LaneSizes = defaultSizes) {
    this.#sizes = sizes
  }

  /** What one tenant may hold of a lane. */
  share(lane: Lane): number {
    return Math.max(1, Math.floor(this.#sizes[lane] * share))
  }

  /** How many more may be taken. What a tenant holds beyond its share is its own trouble and takes no room of others. */
  room(lane: Lane): number {
    const most = this.share(lane)
    let held = 0
    for (const count of this.#held[lane].values()) held += Math.min(count, most)
    return this.#sizes[lane] - held
  }

  /** Per tenant, what counts against its share of the lane. */
  heldBy(lane: Lane): ReadonlyMap<Id<'tenant'>, number> {
    if (lane === 'slow') return this.#held.slow
    const held = new Map(this.#held.fast)
    for (const [tenantId, count] of this.#held.slow) {
      if (count > this.#sizes.slow * overflow) held.set(tenantId, this.#sizes.fast)
    }
    return held
  }

  isAtShare(lane: Lane, tenantId: Id<'tenant'>): boolean {
    return (this.#held[lane].get(tenantId) ?? 0) >= this.share(lane)
  }

  take(lane: Lane, tenantId: Id<'tenant'>): Slot {
    const slot = { lane, tenantId, takenAt: performance.now() }
    this.#taken.add(slot)
    this.#count(slot, 1)
    return slot
  }

  /** The check takes longer than those of its lane should. */
  slowDown(slot: Slot): void {
    if (slot.lane === 'slow') return
    this.#count(slot, -1)
    slot.lane = 'slow'
    this.#count(slot, 1)
  }

  release(slot: Slot): void {
    if (this.#taken.delete(slot)) this.#count(slot, -1)
  }

  #count({ lane, tenantId }: Slot, by: number): void {
    const count = (this.#held[lane].get(tenantId) ?? 0) + by
    if (count > 0) this.#held[lane].set(tenantId, count)
    else this.#held[lane].delete(tenantId)
  }
}
