import { anyPool } from '@/connectors/kit/quotas'
import { type CallPriority, callPriorities } from '@/server/kernel/calls'
import { isPatient, leaseMs, reservedShares, silenceMs } from '@/server/kernel/quotas'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'
import { believed, type Known } from './known'
import { type LedgerKey, ledger } from './ledger'
import { type Ask, emptyLedger, hear, type LedgerState, nextPatientAt, type Settled, settle } from './settling'
import type { QuotaRefused, QuotaTaken, TakeQuota } from './types'
import { type Waiter, WaitingLine } from './waiting'

/**
 * What one process may spend of one integration's quota. In steady use a decision is a subtraction: tokens are leased a
 * second at a time from the ledger, ahead of need, and what was not spent goes back with the next settlement.
 */
type Tokens = { urgent: number; patient: number; resetAt: number | null }
type Spent = Record<'urgent' | 'patient', number>

/** A process looks at the ledger no less often while calls are made: a pause told elsewhere is heard of by then. */
const staleMs = leaseMs
/** Knowledge older than this is not acted on: the call waits for one settlement. */
const blindMs = 10_000
/** The clock of a demand estimate does not run shorter than this. */
const leastSpanMs = 250
const mostWaiting = 2_000
/** How often those who wait look again, at most and at least. */
const lookAgainMs = { least: 10, most: 1_000 } as const
/** How far ahead slots of the configured rate may be reserved: the more urgent find room behind the patient. */
const horizonMs: Record<CallPriority, number> = { interactive: 1_000, deploy: 900, sync: 500, probe: 250 }

/** The configured rate, among the names of pools. */
export const ratePool = ''

const kindOf = (priority: CallPriority) => (isPatient(priority) ? 'patient' : 'urgent')
const processName = `${process.pid}-${Math.random().toString(36).slice(2, 10)}`

/** Reads again what the vendor told any process. */
export type ReadKnown = () => Promise<readonly Known[]>

export class Budget {
  readonly key: LedgerKey
  readonly known = new Map<string, Known>()
  #readKnown: ReadKnown
  #process: string
  #view: LedgerState = emptyLedger()
  #tokens = new Map<string, Tokens>()
  #spent = new Map<string, Spent>()
  #heard = new Map<string, Known[]>()
  #pauses = new Map<string, number>()
  #line = new WaitingLine()
  #offsetMs = 0
  #settledAt = 0
  #isLoaded = false
  #slots = { nextAt: 0, everyMs: 0, left: 0 }
  #slotsUsed = 0
  #perSecond: number | null = null
  #running: Promise<void> | null = null
  #timer: NodeJS.Timeout | null = null
  #timerAt = Number.POSITIVE_INFINITY

  constructor(key: LedgerKey, readKnown: ReadKnown, name = processName) {
    this.key = key
    this.#readKnown = readKnown
    this.#process = name
  }

  get waiting(): number {
    return this.#line.size
  }

  /** Takes in what an answer told; at once for this process, with the next settlement for all. */
  learn(one: Known): boolean {
    const news = believed(this.known.get(one.pool), one, Date.now())
    if (!news) return false
    this.known.set(one.pool, news)
    const shifted = this.#shifted(one)
    // The lowest within the window, and the one asked for last, say everything the ledger needs.
    const told = [...(this.#heard.get(one.pool) ?? []), shifted].sort((a, b) => b.sentAt - a.sentAt)
    const lowest = told.reduce((least, each) => (each.remaining <= least.remaining ? each : least))
    this.#heard.set(one.pool, [...new Set([...told.slice(0, 1), lowest])])
    const pool = this.#view.pools[one.pool]
    if (pool) this.#view.pools[one.pool] = hear(pool, { ...shifted, sentAt: 0 }, this.#now())
    const tokens = this.#tokens.get(one.pool)
    if (tokens && one.remaining === 0 && news.remaining === 0) this.#tokens.delete(one.pool)
    return true
  }

  pause(pool: string, until: number): void {
    this.#pauses.set(pool, Math.max(this.#pauses.get(pool) ?? 0, until + this.#offsetMs))
    this.#tokens.delete(pool)
    void this.#settleNow()
  }

  /** Decides at once where it can; otherwise the call stands in line until its deadline. */
  take(input: TakeQuota): (QuotaTaken | QuotaRefused) | Promise<QuotaTaken | QuotaRefused> {
    this.#perSecond = input.policy.perSecond
    const age = Date.now() - this.#settledAt
    if (input.policy.mode === 'observe') return this.#observe(input, age)
    if (age > blindMs) {
      for (const pool of this.#poolsOf(input.pools)) this.#note(pool, input.priority)
      return this.#settleNow().then(() => this.#decide(input))
    }
    return this.#decide(input)
  }

  #decide(input: TakeQuota): (QuotaTaken | QuotaRefused) | Promise<QuotaTaken | QuotaRefused> {
    const pools = this.#poolsOf(input.pools)
    if (!this.#line.hasBefore(input.priority, pools) && this.#spend(pools, input.priority)) {
      this.#refill(pools)
      return this.#taken(pools, 0)
    }
    return this.#stand(input, pools)
  }

  #observe(input: TakeQuota, age: number): QuotaTaken {
    const pools = this.#poolsOf(input.pools)
    if (age > staleMs) void this.#settleNow()
    const isFree = this.#spend(pools, input.priority)
    if (isFree) this.#refill(pools)
    const at = isFree ? 0 : this.#earliest(pools, input.priority)
    const spared = isFree ? null : at > input.deadlineAt ? 'refusal' : 'wait'
    if (spared === 'wait') metrics.quotaWaits.inc({ priority: input.priority, mode: 'observe' })
    if (spared === 'refusal') metrics.quotaRefusals.inc({ priority: input.priority, mode: 'observe' })
    // Tokens that are not there are counted too, so that the next lease is as large as the demand.
    if (!isFree) for (const pool of pools) this.#note(pool, input.priority)
    return { ...this.#taken(pools, 0), spared }
  }

  #poolsOf(asked: readonly string[]): string[] {
    const pools = asked.includes(anyPool) ? [...new Set([...Object.keys(this.#view.pools), anyPool])] : [...asked]
    return this.#perSecond === null ? pools : [...pools, ratePool]
  }

  #now(): number {
    return Date.now() + this.#offsetMs
  }

  #shifted(one: Known): Known {
    const move = this.#offsetMs
    return { ...one, sentAt: one.sentAt === 0 ? 0 : one.sentAt + move, heardAt: one.heardAt + move }
  }

  #hasLease(pool: string, priority: CallPriority): boolean {
    if (pool === ratePool) return this.#slotAt(this.#now()) !== null
    const state = this.#view.pools[pool]
    const paused = Math.max(state?.pausedUntil ?? 0, this.#pauses.get(pool) ?? 0)
    if (paused > this.#now()) return false
    if (!state || state.limit <= 0) return true
    const tokens = this.#tokens.get(pool)
    if (!tokens || (tokens.resetAt !== null && tokens.resetAt <= this.#now())) return false
    const mine = tokens.urgent + tokens.patient
    if (state.available + mine <= state.limit * reservedShares[priority]) return false
    return (isPatient(priority) ? tokens.patient : mine) > 0
  }

  /** The slot to use now, where one is due; those long past have lapsed. */
  #slotAt(now: number): number | null {
    const slots = this.#slots
    while (slots.left > 0 && slots.nextAt + 100 < now) {
      slots.left -= 1
      slots.nextAt += slots.everyMs
    }
    return slots.left > 0 && slots.nextAt <= now ? slots.nextAt : null
  }

  #spend(pools: readonly string[], priority: CallPriority): boolean {
    if (!pools.every((pool) => this.#hasLease(pool, priority))) return false
    for (const pool of pools) {
      this.#note(pool, priority)
      if (pool === ratePool) {
        this.#slots.left -= 1
        this.#slots.nextAt += this.#slots.everyMs
        this.#slotsUsed += 1
        continue
      }
      const tokens = this.#tokens.get(pool)
      if (!tokens) continue
      if (!isPatient(priority) && tokens.urgent > 0) tokens.urgent -= 1
      else tokens.patient -= 1
    }
    return true
  }

  #note(pool: string, priority: CallPriority): void {
    const spent = this.#spent.get(pool) ?? { urgent: 0, patient: 0 }
    spent[kindOf(priority)] += 1
    this.#spent.set(pool, spent)
  }

  /** Settles ahead of need: when the lease is old, or two thirds of it are spent. */
  #refill(pools: readonly string[]): void {
    const age = Date.now() - this.#settledAt
    const runsLow = pools.some((pool) => {
      const tokens = this.#tokens.get(pool)
      const spent = this.#spent.get(pool)
      if (!tokens || !spent) return false
      return tokens.urgent + tokens.patient < (spent.urgent + spent.patient) / 2
    })
    if (age >= staleMs || (runsLow && age >= lookAgainMs.least)) void this.#settleNow()
    else if (pools.length > 0) this.#lookAgainIn(staleMs - age + 5)
  }

  #taken(pools: readonly string[], waitedMs: number): QuotaTaken {
    let best: { pool: string; remaining: number; share: number; resetAt: number | null } | null = null
    for (const pool of pools) {
      const state = this.#view.pools[pool]
      if (!state || state.limit <= 0) continue
      const tokens = this.#tokens.get(pool)
      const remaining = state.available + (tokens ? tokens.urgent + tokens.patient : 0)
      const share = remaining / state.limit
      if (!best || share < best.share) best = { pool, remaining, share, resetAt: state.resetAt }
    }
    const resetAt = best?.resetAt ? new Date(best.resetAt - this.#offsetMs) : null
    return { waitedMs, pool: best?.pool ?? null, remaining: best?.remaining ?? null, resetAt, spared: null }
  }

  /** When a call of this priority can go out at the earliest, on this process's clock; 0: soon. */
  #earliest(pools: readonly string[], priority: CallPriority): number {
    const times = pools.map((pool) => {
      if (pool === ratePool) return this.#slots.left > 0 ? this.#slots.nextAt : 0
      const state = this.#view.pools[pool]
      const paused = Math.max(state?.pausedUntil ?? 0, this.#pauses.get(pool) ?? 0)
      if (!state || state.limit <= 0 || paused > this.#now()) return paused
      const floor = state.limit * reservedShares[priority]
      const tokens = this.#tokens.get(pool)
      const left = state.available + (tokens ? tokens.urgent + tokens.patient : 0)
      const full = state.resetAt ?? state.heardAt + silenceMs
      if (left - floor < 1) return full
      return isPatient(priority) ? (nextPatientAt(state, floor) ?? full) : 0
    })
    const at = Math.max(0, ...times)
    return at === 0 ? 0 : at - this.#offsetMs
  }

  #stand(input: TakeQuota, pools: readonly string[]): Promise<QuotaTaken | QuotaRefused> {
    const { priority, deadlineAt, signal } = input
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
      this.#wake()
    })
  }

  /** Somebody stands in line: settle now when that may help, else when it can. */
  #wake(): void {
    const needs = Date.now() - this.#settledAt >= lookAgainMs.least
    if (needs) void this.#settleNow()
    else this.#lookAgainIn(lookAgainMs.least)
  }

  #refuse(waiter: Waiter): void {
    if (!this.#line.remove(waiter)) return
    const { priority, pools, since } = waiter
    const at = this.#earliest(pools, priority)
    metrics.quotaRefusals.inc({ priority, mode: 'enforce' })
    const blocked = pools.find((pool) => !this.#hasLease(pool, priority)) ?? pools[0] ?? ratePool
    waiter.settle({
      refused: { retryAfterMs: Math.max(leaseMs, Math.ceil(at - Date.now())), pool: blocked },
      waitedMs: Date.now() - since,
    })
  }

  /** Serves those in line. Nobody passes one who waits for the same pool. */
  #pump(): void {
    const blocked = new Set<string>()
    for (const waiter of [...this.#line.inOrder()]) {
      const { pools, priority } = waiter
      if (pools.some((pool) => blocked.has(pool))) continue
      if (this.#spend(pools, priority)) {
        this.#line.remove(waiter)
        waiter.settle(this.#taken(pools, Date.now() - waiter.since))
        continue
      }
      if (this.#earliest(pools, priority) > waiter.deadlineAt) this.#refuse(waiter)
      else for (const pool of pools) if (!this.#hasLease(pool, priority)) blocked.add(pool)
    }
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
      void this.#onTime()
    }, wait)
    // Only those who wait keep a process alive, with timers of their own.
    this.#timer.unref()
  }

  async #onTime(): Promise<void> {
    this.#pump()
    const holds = [...this.#tokens.values()].some(({ urgent, patient }) => urgent + patient > 0)
    const isOld = Date.now() - this.#settledAt >= staleMs
    if (this.#line.size > 0 || this.#heard.size > 0 || this.#pauses.size > 0 || (isOld && holds))
      await this.#settleNow()
  }

  #ask(returned: Ask['returned'], elapsedMs: number): Ask {
    const perLease = leaseMs / Math.max(leastSpanMs, elapsedMs)
    const demand = new Map<string, Spent>()
    const priorities = new Map<string, { urgent: CallPriority; patient: CallPriority }>()
    const add = (pool: string, kind: keyof Spent, count: number) => {
      const sum = demand.get(pool) ?? { urgent: 0, patient: 0 }
      sum[kind] += count
      demand.set(pool, sum)
    }
    for (const [pool, { urgent, patient }] of this.#spent) {
      add(pool, 'urgent', Math.ceil(urgent * perLease))
      add(pool, 'patient', Math.ceil(patient * perLease))
    }
    let first: CallPriority | null = null
    const waiting: Record<string, number> = {}
    for (const { pools, priority } of this.#line.inOrder()) {
      first ??= priority
      for (const pool of pools) {
        add(pool, kindOf(priority), 1)
        waiting[pool] = (waiting[pool] ?? 0) + 1
        const most = priorities.get(pool) ?? { urgent: 'deploy', patient: 'probe' }
        const kind = kindOf(priority)
        if (callPriorities.indexOf(priority) < callPriorities.indexOf(most[kind])) most[kind] = priority
        priorities.set(pool, most)
      }
    }
    const wants = [...demand].flatMap(([pool, sum]) => {
      if (pool === ratePool) return []
      const limit = this.#view.pools[pool]?.limit ?? 0
      const { urgent, patient } = priorities.get(pool) ?? { urgent: 'deploy', patient: 'sync' }
      const have = returned[pool] ? undefined : this.#tokens.get(pool)
      const want = {
        urgent: Math.max(0, sum.urgent - (have?.urgent ?? 0)),
        urgentFloor: limit * reservedShares[urgent],
        patient: Math.max(0, sum.patient - (have?.patient ?? 0)),
        patientFloor: limit * reservedShares[patient],
      }
      return [[pool, want] as const]
    })
    const slots = demand.get(ratePool)
    const rate =
      this.#perSecond === null || !slots || this.#slots.left > 0
        ? null
        : { perSecond: this.#perSecond, slots: slots.urgent + slots.patient, horizonMs: horizonMs[first ?? 'sync'] }
    const pauses = [...this.#pauses].map(([pool, until]) => ({ pool, until }))
    const heard = [...this.#heard.values()].flat()
    return { process: this.#process, heard, pauses, returned, wants: Object.fromEntries(wants), waiting, rate }
  }

  #settleNow(): Promise<void> {
    this.#running ??= this.#settle().finally(() => {
      this.#running = null
      this.#pump()
      if (this.#line.size > 0) this.#lookAgainIn(this.#nextLook())
      else if (this.#tokens.size > 0 || this.#heard.size > 0) this.#lookAgainIn(staleMs)
    })
    return this.#running
  }

  /** When those in line can be helped, at the earliest. */
  #nextLook(): number {
    const now = Date.now()
    const times = [...this.#line.inOrder()].slice(0, 50).map(({ pools, priority }) => this.#earliest(pools, priority))
    return Math.min(...times.map((at) => (at === 0 ? 50 : at - now)))
  }

  async #settle(): Promise<void> {
    const elapsed = Date.now() - this.#settledAt
    const expired = elapsed >= leaseMs ? [...this.#tokens] : []
    for (const [pool] of expired) this.#tokens.delete(pool)
    const returned = Object.fromEntries(
      expired.map(([pool, { urgent, patient, resetAt }]) => [pool, { tokens: urgent + patient, resetAt }]),
    )
    if (!this.#isLoaded) await this.#load()
    const ask = this.#ask(returned, elapsed)
    this.#heard.clear()
    const settled = await this.#exchange(ask)
    for (const { pool, until } of ask.pauses) if (this.#pauses.get(pool) === until) this.#pauses.delete(pool)
    this.#view = settled.state
    this.#spent.clear()
    this.#settledAt = Date.now()
    for (const [pool, { urgent, patient }] of Object.entries(settled.leases)) {
      const resetAt = settled.state.pools[pool]?.resetAt ?? null
      const kept = this.#tokens.get(pool)
      const isSame = kept && (kept.resetAt === null || kept.resetAt > this.#now())
      const [before, patientBefore] = isSame ? [kept.urgent, kept.patient] : [0, 0]
      this.#tokens.set(pool, { urgent: before + urgent, patient: patientBefore + patient, resetAt })
    }
    if (settled.slots) {
      this.#slots = { nextAt: settled.slots.startAt, everyMs: settled.slots.everyMs, left: settled.slots.count }
    }
  }

  async #load(): Promise<void> {
    for (const one of await this.#readKnown()) this.learn({ ...one, sentAt: 0 })
    this.#isLoaded = true
  }

  /** One settlement with everybody; with oneself alone while the store cannot be reached. */
  async #exchange(ask: Ask): Promise<Settled> {
    try {
      const first = await this.#update(ask, this.#isSeeded)
      if (first) return first
      // The store forgot: what the vendor last told any process, and what this one saw, is the new beginning.
      await this.#load()
      const heard = [...ask.heard, ...[...this.known.values()].map((one) => this.#shifted({ ...one, sentAt: 0 }))]
      return (await this.#update({ ...ask, heard }, false)) ?? settle(this.#view, ask, this.#now())
    } catch (error) {
      logger.warn({ error, integrationId: this.key.integrationId }, 'The quota ledger is not reachable')
      return settle(this.#view, ask, this.#now())
    }
  }

  /** @returns null when the ledger is empty that was not */
  async #update(ask: Ask, isSeeded: boolean): Promise<Settled | null> {
    let settled: Settled | null = null
    const { now } = await ledger().update(this.key, (state, at) => {
      const isEmpty = Object.keys(state.pools).length === 0
      if (isEmpty && isSeeded) {
        settled = null
        return state
      }
      settled = settle(isEmpty ? { ...state, pools: this.#view.pools } : state, ask, at)
      return settled.state
    })
    this.#offsetMs = now - Date.now()
    return settled
  }

  get #isSeeded(): boolean {
    return Object.keys(this.#view.pools).length > 0
  }
}
