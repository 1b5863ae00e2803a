import { anyPool } from '@/connectors/kit/quotas'
import { leaseMs } from '@/server/kernel/quotas'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'
import { askOf } from './asking'
import { believed, type Known } from './known'
import { type LedgerKey, ledger } from './ledger'
import { Purse, ratePool } from './purse'
import { type Ask, hear, type LedgerState, mostPools, type Settled, settle } from './settling'
import type { QuotaRefused, QuotaTaken, TakeQuota } from './types'
import { type Waiter, WaitingLine } from './waiting'

/**
 * What one process may spend of one integration's quota. In steady use a decision is a subtraction: tokens are leased a
 * second at a time from the ledger, ahead of need, and what was not spent goes back with a later settlement.
 */

/** Knowledge older than a lease is not acted on: the call waits for one settlement, but no longer than this. */
const patienceMs = 1_000
/** While calls are made, the next settlement begins before the last is old. */
const refreshMs = 600
const mostWaiting = 2_000
/** Whoever asks for a longer pause is asked again after a day: nobody else could find out that it is over. */
const longestPauseMs = 86_400_000
/** How often those who wait look again. */
const lookAgainMs = { least: 10, usual: 50, most: 1_000 } as const

const processName = `${process.pid}-${Math.random().toString(36).slice(2, 10)}`

/** Reads again what the vendor told any process. */
export type ReadKnown = () => Promise<readonly Known[]>
type Result = QuotaTaken | QuotaRefused

/** How often what checks and other processes heard is read again. */
const adoptMs = 5_000
const quietMs = 60_000
let saidAt = 0

function sayUnreachable(error: unknown): void {
  if (Date.now() - saidAt < quietMs) return
  saidAt = Date.now()
  logger.warn({ error }, 'The quota ledger is not reachable; each process counts for itself until it is')
}

export class Budget {
  readonly key: LedgerKey
  readonly known = new Map<string, Known>()
  #readKnown: ReadKnown
  #process: string
  #purse = new Purse()
  #line = new WaitingLine()
  #heard = new Map<string, Known[]>()
  #settledAt = 0
  #loadedAt = 0
  #perSecond: number | null = null
  #running: Promise<void> | null = null
  #timer: NodeJS.Timeout | null = null
  #timerAt = Number.POSITIVE_INFINITY

  constructor(key: LedgerKey, readKnown: ReadKnown, name = processName) {
    this.key = key
    this.#readKnown = readKnown
    this.#process = name
  }

  /** Takes in what an answer told; at once for this process, with the next settlement for all. */
  learn(one: Known): boolean {
    if (!this.known.has(one.pool) && this.known.size >= mostPools) return false
    const news = believed(this.known.get(one.pool), one, Date.now())
    if (!news) return false
    this.known.set(one.pool, news)
    const purse = this.#purse
    const shifted = this.#shifted(one)
    // The lowest, and the one asked for last, say everything the ledger needs.
    const told = [...(this.#heard.get(one.pool) ?? []), shifted].sort((a, b) => b.sentAt - a.sentAt)
    const lowest = told.reduce((least, each) => (each.remaining <= least.remaining ? each : least))
    this.#heard.set(one.pool, [...new Set([...told.slice(0, 1), lowest])])
    const pool = purse.view.pools[one.pool]
    if (pool) purse.view.pools[one.pool] = hear(pool, { ...shifted, sentAt: 0 }, purse.now())
    if (one.remaining === 0 && news.remaining === 0) purse.tokens.delete(one.pool)
    this.#lookAgainIn(leaseMs / 2)
    return true
  }

  pause(pool: string, until: number): void {
    const { pauses, tokens, offsetMs } = this.#purse
    const at = Math.min(until, Date.now() + longestPauseMs)
    pauses.set(pool, Math.max(pauses.get(pool) ?? 0, at + offsetMs))
    tokens.delete(pool)
    void this.#settleNow()
  }

  /** Decides at once where it can; otherwise the call stands in line until its deadline. */
  take(input: TakeQuota): Result | Promise<Result> {
    this.#perSecond = input.policy.perSecond
    const age = Date.now() - this.#settledAt
    const pools = this.#poolsOf(input.pools)
    if (input.policy.mode === 'observe') return this.#observe(input, pools, age)
    if (age <= leaseMs) return this.#decide(input, pools)
    for (const pool of pools) this.#purse.note(pool, input.priority)
    // Which pools there are may be known only afterwards.
    return this.#settledSoon().then(() => this.#decide(input, this.#poolsOf(input.pools)))
  }

  #decide(input: TakeQuota, pools: readonly string[]): Result | Promise<Result> {
    if (this.#line.hasBefore(input.priority, pools) || !this.#purse.spend(pools, input.priority)) {
      return this.#stand(input, pools)
    }
    this.#refill(pools)
    return this.#taken(pools, 0)
  }

  #observe({ priority, deadlineAt }: TakeQuota, pools: readonly string[], age: number): QuotaTaken {
    const isFree = this.#purse.spend(pools, priority)
    if (age > leaseMs) void this.#settleNow()
    else this.#refill(pools)
    const taken = this.#taken(pools, 0)
    if (isFree || this.#settledAt === 0) return taken
    for (const pool of pools) this.#purse.note(pool, priority)
    const spared = this.#purse.earliest(pools, priority) > deadlineAt ? 'refusal' : 'wait'
    const counter = spared === 'wait' ? metrics.quotaWaits : metrics.quotaRefusals
    counter.inc({ priority, mode: 'observe' })
    return { ...taken, spared }
  }

  #poolsOf(asked: readonly string[]): readonly string[] {
    if (this.#perSecond === null && !asked.includes(anyPool)) return asked
    const named = asked.includes(anyPool) ? [...new Set([...Object.keys(this.#purse.view.pools), anyPool])] : [...asked]
    return this.#perSecond === null ? named : [...named, ratePool]
  }

  #shifted(one: Known): Known {
    const move = this.#purse.offsetMs
    return { ...one, sentAt: one.sentAt === 0 ? 0 : one.sentAt + move, heardAt: one.heardAt + move }
  }

  #taken(pools: readonly string[], waitedMs: number): QuotaTaken {
    const found = this.#purse.scarcest(pools) ?? { pool: null, limit: null, remaining: null, resetAt: null }
    return { waitedMs, ...found, spared: null }
  }

  /** Settles ahead of need: when the lease is old, or most of it is spent. */
  #refill(pools: readonly string[]): void {
    const age = Date.now() - this.#settledAt
    const isLow = age >= lookAgainMs.least && this.#purse.runsLow(pools)
    if (age >= refreshMs || isLow) void this.#settleNow()
    else if (pools.length > 0) this.#lookAgainIn(leaseMs - age)
  }

  #stand({ priority, deadlineAt, signal }: TakeQuota, pools: readonly string[]): Promise<Result> {
    const since = Date.now()
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        if (this.#line.remove(waiter)) waiter.fail(signal?.reason)
      }
      const timer = setTimeout(() => this.#refuse(waiter), Math.max(0, deadlineAt - since))
      const stop = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
      }
      const waiter: Waiter = {
        ...{ pools, priority, deadlineAt, since },
        settle: (result) => {
          stop()
          resolve(result)
        },
        fail: (error) => {
          stop()
          reject(error)
        },
      }
      this.#line.add(waiter)
      if (signal?.aborted) return onAbort()
      signal?.addEventListener('abort', onAbort, { once: true })
      if (this.#line.size > mostWaiting) return this.#refuse(waiter)
      metrics.quotaWaits.inc({ priority, mode: 'enforce' })
      this.#helpThoseInLine()
    })
  }

  #helpThoseInLine(): void {
    if (Date.now() - this.#settledAt >= lookAgainMs.least) void this.#settleNow()
    else this.#lookAgainIn(lookAgainMs.least)
  }

  #refuse(waiter: Waiter): void {
    if (!this.#line.remove(waiter)) return
    const { priority, pools, since } = waiter
    const waitMs = Math.ceil(this.#purse.earliest(pools, priority) - Date.now())
    metrics.quotaRefusals.inc({ priority, mode: 'enforce' })
    const pool = pools.find((one) => !this.#purse.allows(one, priority)) ?? pools[0] ?? ratePool
    waiter.settle({ refused: { retryAfterMs: Math.max(leaseMs, waitMs), pool }, waitedMs: Date.now() - since })
  }

  /** Serves those in line. Nobody passes one who waits for the same pool. */
  #serve(): void {
    const blocked = new Set<string>()
    for (const waiter of [...this.#line.inOrder()]) {
      const isBehind = waiter.pools.some((pool) => blocked.has(pool))
      if (isBehind || this.#serveOne(waiter)) continue
      for (const pool of waiter.pools) if (!this.#purse.allows(pool, waiter.priority)) blocked.add(pool)
    }
  }

  /** @returns whether it is out of the line */
  #serveOne(waiter: Waiter): boolean {
    const { pools, priority, since, deadlineAt } = waiter
    if (this.#purse.spend(pools, priority)) {
      this.#line.remove(waiter)
      waiter.settle(this.#taken(pools, Date.now() - since))
      return true
    }
    if (this.#purse.earliest(pools, priority) <= deadlineAt) return false
    this.#refuse(waiter)
    return true
  }

  #lookAgainIn(ms: number): void {
    const wait = Math.min(lookAgainMs.most, Math.max(lookAgainMs.least, ms))
    const at = Date.now() + wait
    if (at >= this.#timerAt) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#timerAt = at
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#timerAt = Number.POSITIVE_INFINITY
      this.#lookAgain()
    }, wait)
    // Only those who wait keep a process alive, with timers of their own.
    this.#timer.unref()
  }

  #lookAgain(): void {
    this.#serve()
    const age = Date.now() - this.#settledAt
    const isOld = age >= leaseMs && this.#purse.holdsTokens
    if (isOld || this.#line.size > 0 || this.#heard.size > 0) void this.#settleNow()
    else if (this.#purse.holdsTokens) this.#lookAgainIn(leaseMs - age)
  }

  #settleNow(): Promise<void> {
    this.#running ??= this.#settle()
      .catch((error: unknown) => {
        logger.error({ error, integrationId: this.key.integrationId }, 'A quota could not be settled')
      })
      .finally(() => {
        this.#running = null
        this.#serve()
        if (this.#line.size > 0) this.#lookAgainIn(this.#nextLookMs())
        else if (this.#purse.holdsTokens) this.#lookAgainIn(leaseMs)
      })
    return this.#running
  }

  /** A store that hangs must not hold up a call: then it is decided with what this process knows. */
  async #settledSoon(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs)
    })
    await Promise.race([this.#settleNow(), patience])
    clearTimeout(timer)
  }

  /** When those in line can be helped, at the earliest. */
  #nextLookMs(): number {
    const now = Date.now()
    const first = [...this.#line.inOrder()].slice(0, 50)
    const times = first.map(({ pools, priority }) => this.#purse.earliest(pools, priority))
    return Math.min(...times.map((at) => (at === 0 ? lookAgainMs.usual : at - now)))
  }

  async #settle(): Promise<void> {
    if (Date.now() - this.#loadedAt >= adoptMs) await this.#load()
    const purse = this.#purse
    const elapsedMs = Date.now() - this.#settledAt
    const returned = elapsedMs >= leaseMs ? purse.takeOut() : {}
    const heard = [...this.#heard.values()].flat()
    this.#heard.clear()
    const ask = askOf(purse, this.#line, {
      ...{ process: this.#process, heard, returned, elapsedMs },
      perSecond: this.#perSecond,
    })
    purse.spent.clear()
    const settled = await this.#exchange(ask)
    for (const { pool, until } of ask.pauses) if (purse.pauses.get(pool) === until) purse.pauses.delete(pool)
    purse.view = settled.state
    this.#settledAt = Date.now()
    purse.putIn(settled.leases, settled.slots)
  }

  /** Gives back what was leased. */
  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timerAt = Number.NEGATIVE_INFINITY
    await this.#running
    if (!this.#purse.holdsTokens) return
    const returned = this.#purse.takeOut()
    await this.#exchange(
      askOf(this.#purse, this.#line, {
        ...{ process: this.#process, heard: [], returned, elapsedMs: leaseMs, perSecond: null },
      }),
    )
  }

  async #load(): Promise<void> {
    for (const one of await this.#readKnown()) this.learn({ ...one, sentAt: 0 })
    this.#loadedAt = Date.now()
  }

  /** One settlement with everybody; with oneself alone while the store cannot be reached. */
  async #exchange(ask: Ask): Promise<Settled> {
    try {
      const hadPools = Object.keys(this.#purse.view.pools).length > 0
      const first = await this.#update(ask, hadPools)
      if (first) return first
      // The store forgot: what the vendor last told any process, and what this one saw, is the new beginning.
      await this.#load()
      const known = [...this.known.values()].map((one) => this.#shifted({ ...one, sentAt: 0 }))
      const again = await this.#update({ ...ask, heard: [...known, ...ask.heard] }, false)
      if (again) return again
    } catch (error) {
      sayUnreachable(error)
    }
    return settle(this.#purse.view, ask, this.#purse.now())
  }

  /** @returns null when the ledger is empty that was not */
  async #update(ask: Ask, hadPools: boolean): Promise<Settled | null> {
    let settled: Settled | null = null
    const { now } = await ledger().update(this.key, (state: LedgerState, at) => {
      const isEmpty = Object.keys(state.pools).length === 0
      if (isEmpty && hadPools) {
        settled = null
        return state
      }
      settled = settle(isEmpty ? { ...state, pools: this.#purse.view.pools } : state, ask, at)
      return settled.state
    })
    this.#purse.offsetMs = now - Date.now()
    return settled
  }
}
