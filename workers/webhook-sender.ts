import { setMaxListeners } from 'node:events'
import {
  disableOwnerless,
  type LeasedDelivery,
  leaseDeliveries,
  type Prepared,
  prepareDeliveries,
  releaseDeliveries,
  sendersOf,
  sendOnce,
  settleNever,
} from '@/server/domain/webhooks/service'
import type { Id } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'
import { type Lane, Lanes, type Work } from './webhook-lanes'
import { type Recorded, WebhookRecorder } from './webhook-recorder'

/**
 * Sends the deliveries of this process: leases what is due, reads what a tenant's batch needs in one go, and keeps each
 * endpoint's lane filled. Nothing but the rows in the database says what is due, so a lost wake-up costs a moment and
 * a lost process costs the time of a lease, and never a delivery.
 */
export type SenderOptions = {
  recorded?: Recorded
  leaseMs?: number
  /** Taken and not answered for, together. */
  mostHeld?: number
}

const largestLease = 500
/** Of what one process holds a tenant has so much at most; the rest is for the others whatever its receivers do. */
const share = 2 / 3
/** Longer than a try and its record may take. */
const leaseMs = 45_000
/** What is not begun by then might be somebody else's before it ends. */
const begunWithin = 0.4
const regroupMs = 15
/** Of those that began a moment ago so many are under way: more would only wait for this process itself. */
const mostYoung = 128
/** A try that takes longer waits for its receiver, and takes no room of others. */
const youngMs = 100
/** A lease looks at every endpoint that waits, so it is not made for a few, or not often. */
const worthLeasing = 0.25
const patienceMs = 100

function byTenant(leased: readonly LeasedDelivery[]): Map<Id<'tenant'>, LeasedDelivery[]> {
  const groups = new Map<Id<'tenant'>, LeasedDelivery[]>()
  for (const one of leased) {
    const group = groups.get(one.tenantId)
    if (group) group.push(one)
    else groups.set(one.tenantId, [one])
  }
  return groups
}

const warn = (message: string) => (error: unknown) => logger.warn({ error }, message)

export class WebhookSender {
  readonly #lanes = new Lanes()
  readonly #recorder: WebhookRecorder
  readonly #leaseMs: number
  readonly #mostHeld: number
  readonly #stopping = new AbortController()
  readonly #running = new Set<Promise<void>>()
  /** In the order in which they began. */
  readonly #young = new Map<Promise<void>, number>()
  readonly #aging: NodeJS.Timeout
  #leasedAt = 0
  /** Prepared right now: held as well. */
  #preparing = 0
  #leasing: Promise<void> | null = null
  #isAwake = false
  #isStopping = false
  #mayBeMore = false
  #regrouping: NodeJS.Timeout | undefined

  constructor(options: SenderOptions = {}) {
    this.#recorder = new WebhookRecorder(options.recorded ?? (() => {}), () => this.#refill())
    setMaxListeners(0, this.#stopping.signal)
    this.#aging = setInterval(() => this.#age(), youngMs / 2)
    this.#aging.unref()
    this.#leaseMs = options.leaseMs ?? leaseMs
    this.#mostHeld = options.mostHeld ?? 1_500
  }

  /** Something may be due. */
  wake(): void {
    if (this.#isStopping) return
    if (this.#leasing) {
      this.#isAwake = true
      return
    }
    this.#leasing = this.#leaseAll()
      .catch(warn('deliveries could not be leased; they are leased soon'))
      .finally(() => {
        this.#leasing = null
        if (this.#isAwake) setImmediate(() => this.wake())
      })
  }

  /** What is under way is waited for, then given up and given back; what was not begun goes back at once. */
  async stop(patienceMs: number): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#regrouping)
    clearInterval(this.#aging)
    await this.#leasing
    await this.#release(this.#lanes.takeAllReady())
    const impatience = setTimeout(() => this.#stopping.abort(), patienceMs)
    while (this.#running.size > 0) await Promise.all(this.#running)
    clearTimeout(impatience)
    await this.#recorder.drain()
  }

  get #held(): number {
    return this.#lanes.held + this.#preparing + this.#recorder.held
  }

  async #leaseAll(): Promise<void> {
    this.#isAwake = false
    const room = this.#mostHeld - this.#held
    const isWorthIt = room >= this.#mostHeld * worthLeasing || performance.now() - this.#leasedAt > patienceMs
    if (room <= 0 || !isWorthIt) return
    this.#leasedAt = performance.now()
    const mostPerTenant = Math.max(1, Math.floor(this.#mostHeld * share))
    this.#lanes.forgetIdle()
    const leased = await leaseDeliveries({
      most: Math.min(largestLease, room),
      mostPerTenant,
      rooms: this.#lanes.rooms(),
      full: this.#lanes.fullTenants(mostPerTenant),
      leaseMs: this.#leaseMs,
    })
    this.#mayBeMore = leased.length > 0
    const takenAt = performance.now()
    this.#preparing += leased.length
    // Awaited: the next lease has to know what the lanes hold.
    await Promise.all([...byTenant(leased)].map(([tenantId, group]) => this.#begin(tenantId, group, takenAt)))
  }

  async #begin(tenantId: Id<'tenant'>, leased: readonly LeasedDelivery[], takenAt: number): Promise<void> {
    try {
      const prepared = await prepareDeliveries(tenantId, leased)
      this.#enqueue(prepared, takenAt)
      await this.#settle(prepared)
    } catch (error) {
      logger.error({ error, tenantId }, 'deliveries could not be prepared; they fall due again')
    } finally {
      this.#preparing -= leased.length
    }
  }

  #enqueue({ ready, client }: Prepared, takenAt: number): void {
    const senders = sendersOf(client)
    for (const prepared of ready) this.#lanes.add({ prepared, senders, takenAt })
    this.#refill()
  }

  async #settle({ notNow, never, ownerless }: Prepared): Promise<void> {
    if (ownerless.length > 0) await disableOwnerless(ownerless)
    await settleNever(never)
    await releaseDeliveries(notNow)
  }

  #send(lane: Lane, work: Work): void {
    lane.inFlight += 1
    const run = this.#sendOnce(lane, work).finally(() => {
      this.#running.delete(run)
      this.#young.delete(run)
      this.#refill()
      this.#regroup(lane)
    })
    this.#running.add(run)
    this.#young.set(run, performance.now())
  }

  get #mayBegin(): boolean {
    return !this.#isStopping && !this.#recorder.isFull && this.#young.size < mostYoung
  }

  /** What waits for its receiver is no longer counted. */
  #age(): void {
    const before = performance.now() - youngMs
    for (const [run, began] of this.#young) {
      if (began > before) break
      this.#young.delete(run)
    }
    this.#refill()
    metrics.webhooksInFlight.set(this.#held)
  }

  #refill(): void {
    while (this.#mayBegin) {
      const next = this.#lanes.next()
      if (!next) return
      const isLate = performance.now() - next.work.takenAt > this.#leaseMs * begunWithin
      if (isLate) void this.#release([next.work])
      else this.#send(next.lane, next.work)
    }
  }

  async #sendOnce(lane: Lane, { prepared, senders }: Work): Promise<void> {
    const { delivery, endpoint } = prepared
    const outcome = await sendOnce(senders, prepared, this.#stopping.signal)
    const back = lane.noteEnd(outcome.failure === null)
    // Our own stop is nobody's failure, and no try of the delivery.
    if (this.#stopping.signal.aborted && outcome.failure?.failureClass === 'ours') await this.#release([{ prepared }])
    else this.#recorder.add({ delivery, endpoint, outcome })
    if (back.length > 0) await this.#release(back)
  }

  /** Slots that become free wait a moment for others, so that one lease fills many. */
  #regroup(lane: Lane): void {
    if (!this.#mayBeMore || this.#isStopping) return
    if (lane.isHungry && !this.#leasing) {
      clearTimeout(this.#regrouping)
      this.#regrouping = undefined
      this.wake()
      return
    }
    this.#regrouping ??= setTimeout(() => {
      this.#regrouping = undefined
      this.wake()
    }, regroupMs)
  }

  async #release(work: readonly Pick<Work, 'prepared'>[]): Promise<void> {
    await releaseDeliveries(work.map(({ prepared }) => prepared.delivery)).catch(
      warn('deliveries could not be given back; they fall due again'),
    )
  }
}
