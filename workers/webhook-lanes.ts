import type { PreparedDelivery, Senders } from '@/server/domain/webhooks/service'
import type { Id } from '@/server/kernel/ids'

/**
 * What this process has taken, by endpoint. A lane has as many under way as its endpoint allows; a fast one may hold a
 * second's worth beside that, ready to go, and a slow one nothing. So no receiver holds more than its own, whatever it
 * does, and none waits for another.
 */
export type Work = { prepared: PreparedDelivery; senders: Senders; takenAt: number }

/** What a fast endpoint may hold ready. */
const mostReady = 500
/** Failures in a row after which what is ready goes back: the database decides when the endpoint is tried again. */
const failuresToStop = 5

export class Lane {
  readonly endpointId: Id<'webhookEndpoint'>
  readonly tenantId: Id<'tenant'>
  readonly ready: Work[] = []
  concurrency = 1
  inFlight = 0
  #failures = 0
  #second = 0
  #done = 0
  #doneBefore = 0

  constructor({ endpoint, delivery }: PreparedDelivery) {
    this.endpointId = endpoint.id
    this.tenantId = delivery.tenantId
  }

  get held(): number {
    return this.ready.length + this.inFlight
  }

  /** How many more it may be given. */
  get room(): number {
    this.#turn()
    return Math.max(0, this.concurrency + Math.min(mostReady, Math.max(this.#done, this.#doneBefore)) - this.held)
  }

  get isHungry(): boolean {
    return this.ready.length === 0 && this.inFlight < this.concurrency
  }

  #turn(): void {
    const second = Math.floor(performance.now() / 1_000)
    if (second === this.#second) return
    this.#doneBefore = second === this.#second + 1 ? this.#done : 0
    this.#done = 0
    this.#second = second
  }

  /** @returns what has to go back, because the endpoint seems to be down */
  noteEnd(isGood: boolean): Work[] {
    this.#turn()
    this.inFlight -= 1
    this.#failures = isGood ? 0 : this.#failures + 1
    if (isGood) this.#done += 1
    if (this.#failures < failuresToStop) return []
    this.#done = 0
    this.#doneBefore = 0
    return this.ready.splice(0)
  }
}

export class Lanes {
  readonly #lanes = new Map<Id<'webhookEndpoint'>, Lane>()
  /** Those with something ready, in their turn. */
  readonly #waiting = new Set<Lane>()

  of(prepared: PreparedDelivery): Lane {
    const lane = this.#lanes.get(prepared.endpoint.id) ?? new Lane(prepared)
    this.#lanes.set(prepared.endpoint.id, lane)
    lane.concurrency = prepared.endpoint.concurrency
    return lane
  }

  /** One that holds nothing is soon forgotten; what it learned of its speed with it. */
  forgetIdle(): void {
    for (const [id, lane] of this.#lanes) if (lane.held === 0 && lane.room <= lane.concurrency) this.#lanes.delete(id)
  }

  get held(): number {
    let sum = 0
    for (const lane of this.#lanes.values()) sum += lane.held
    return sum
  }

  rooms(): Map<Id<'webhookEndpoint'>, number> {
    return new Map([...this.#lanes].map(([id, lane]) => [id, lane.room]))
  }

  /** Tenants that hold as many as one may. */
  fullTenants(share: number): Id<'tenant'>[] {
    const held = new Map<Id<'tenant'>, number>()
    for (const { tenantId, held: more } of this.#lanes.values()) held.set(tenantId, (held.get(tenantId) ?? 0) + more)
    return [...held].flatMap(([tenantId, count]) => (count >= share ? [tenantId] : []))
  }

  add(work: Work): Lane {
    const lane = this.of(work.prepared)
    lane.ready.push(work)
    this.#waiting.add(lane)
    return lane
  }

  /** What is next to be sent. Lanes take turns, one each, so that none takes all there is room for. */
  next(): { lane: Lane; work: Work } | undefined {
    for (const lane of this.#waiting) {
      if (lane.ready.length > 0 && lane.inFlight >= lane.concurrency) continue
      this.#waiting.delete(lane)
      const work = lane.ready.shift()
      if (!work) continue
      if (lane.ready.length > 0) this.#waiting.add(lane)
      return { lane, work }
    }
    return undefined
  }

  takeAllReady(): Work[] {
    return [...this.#lanes.values()].flatMap((lane) => lane.ready.splice(0))
  }
}
