import type { CallPriority } from '@/server/kernel/calls'
import { isPatient, reservedShares, silenceMs } from '@/server/kernel/quotas'
import { emptyLedger, type Lease, type LedgerPool, type LedgerState, nextPatientAt, type Slots } from './settling'

/** What one process holds of one integration's quota, and what it saw of the rest when it last settled. */
export type Tokens = { urgent: number; patient: number; resetAt: number | null }
export type Spent = Record<'urgent' | 'patient', number>

/** The configured rate, among the names of pools. */
export const ratePool = ''

/** A slot that was missed by more than this has lapsed; a busy process is that late now and then. */
const slotGraceMs = 100

type Scarcest = { pool: string; limit: number; remaining: number; resetAt: Date | null }

export const kindOf = (priority: CallPriority) => (isPatient(priority) ? 'patient' : 'urgent')

export class Purse {
  view: LedgerState = emptyLedger()
  /** The ledger's clock, less this process's. */
  offsetMs = 0
  readonly tokens = new Map<string, Tokens>()
  readonly spent = new Map<string, Spent>()
  readonly pauses = new Map<string, number>()
  #slots: Slots = { startAt: 0, everyMs: 0, count: 0 }

  now(): number {
    return Date.now() + this.offsetMs
  }

  get slotsLeft(): number {
    return this.#slots.count
  }

  get holdsTokens(): boolean {
    return [...this.tokens.values()].some(({ urgent, patient }) => urgent + patient > 0)
  }

  held(pool: string): number {
    const tokens = this.tokens.get(pool)
    return tokens ? tokens.urgent + tokens.patient : 0
  }

  #pausedUntil(pool: string): number {
    return Math.max(this.view.pools[pool]?.pausedUntil ?? 0, this.pauses.get(pool) ?? 0)
  }

  /** May a call of this priority go out now, as far as this pool is concerned? */
  allows(pool: string, priority: CallPriority): boolean {
    if (pool === ratePool) return this.#hasSlot()
    if (this.#pausedUntil(pool) > this.now()) return false
    const state = this.view.pools[pool]
    return !state || state.limit <= 0 || this.#hasToken(pool, state, priority)
  }

  #hasToken(pool: string, state: LedgerPool, priority: CallPriority): boolean {
    const tokens = this.tokens.get(pool)
    if (!tokens || (tokens.resetAt !== null && tokens.resetAt <= this.now())) return false
    const held = tokens.urgent + tokens.patient
    if (state.available + held <= state.limit * reservedShares[priority]) return false
    return (isPatient(priority) ? tokens.patient : held) > 0
  }

  #hasSlot(): boolean {
    const slots = this.#slots
    const now = this.now()
    while (slots.count > 0 && slots.startAt + slotGraceMs < now) this.#passSlot()
    return slots.count > 0 && slots.startAt <= now
  }

  #passSlot(): void {
    this.#slots.count -= 1
    this.#slots.startAt += this.#slots.everyMs
  }

  /** Takes one from each, or nothing. */
  spend(pools: readonly string[], priority: CallPriority): boolean {
    for (const pool of pools) if (!this.allows(pool, priority)) return false
    for (const pool of pools) this.#spendOne(pool, priority)
    return true
  }

  #spendOne(pool: string, priority: CallPriority): void {
    this.note(pool, priority)
    if (pool === ratePool) this.#passSlot()
    const tokens = this.tokens.get(pool)
    if (!tokens) return
    if (!isPatient(priority) && tokens.urgent > 0) tokens.urgent -= 1
    else if (tokens.patient > 0) tokens.patient -= 1
  }

  /** Counts what was asked for, so that the next lease is as large as the demand. */
  note(pool: string, priority: CallPriority): void {
    const spent = this.spent.get(pool)
    if (spent) spent[kindOf(priority)] += 1
    else this.spent.set(pool, { urgent: 0, patient: 0, [kindOf(priority)]: 1 })
  }

  /** Less than half of what was used since the last settlement is left. */
  runsLow(pools: readonly string[]): boolean {
    return pools.some((pool) => {
      const spent = this.spent.get(pool)
      return spent !== undefined && this.tokens.has(pool) && this.held(pool) < (spent.urgent + spent.patient) / 2
    })
  }

  /** When a call of this priority can go out at the earliest, on this process's clock; 0: soon. */
  earliest(pools: readonly string[], priority: CallPriority): number {
    let latest = 0
    for (const pool of pools) latest = Math.max(latest, this.#earliestIn(pool, priority))
    return latest === 0 ? 0 : latest - this.offsetMs
  }

  #earliestIn(pool: string, priority: CallPriority): number {
    if (pool === ratePool) return this.#slots.count > 0 ? this.#slots.startAt : 0
    const state = this.view.pools[pool]
    const pausedUntil = this.#pausedUntil(pool)
    if (pausedUntil > this.now()) return pausedUntil
    if (!state || state.limit <= 0 || this.allows(pool, priority)) return 0
    const floor = state.limit * reservedShares[priority]
    const fullAt = state.resetAt ?? state.heardAt + silenceMs
    if (state.available + this.held(pool) - floor < 1) return fullAt
    return isPatient(priority) ? (nextPatientAt(state, floor) ?? fullAt) : 0
  }

  /** The pool of which the least is left. */
  scarcest(pools: readonly string[]): Scarcest | null {
    let best: Scarcest | null = null
    let least = Number.POSITIVE_INFINITY
    for (const pool of pools) {
      const state = this.view.pools[pool]
      if (!state || state.limit <= 0) continue
      const remaining = state.available + this.held(pool)
      if (remaining / state.limit >= least) continue
      least = remaining / state.limit
      const resetAt = state.resetAt === null ? null : new Date(state.resetAt - this.offsetMs)
      best = { pool, limit: state.limit, remaining, resetAt }
    }
    return best
  }

  /** Takes out what was leased too long ago, to be given back. */
  takeOut(): Record<string, { tokens: number; resetAt: number | null }> {
    const out = [...this.tokens].map(([pool, { urgent, patient, resetAt }]) => {
      return [pool, { tokens: urgent + patient, resetAt }] as const
    })
    this.tokens.clear()
    return Object.fromEntries(out)
  }

  putIn(leases: Readonly<Record<string, Lease>>, slots: Slots | null): void {
    for (const [pool, { urgent, patient }] of Object.entries(leases)) {
      const resetAt = this.view.pools[pool]?.resetAt ?? null
      const kept = this.tokens.get(pool)
      const isOver = !kept || (kept.resetAt !== null && kept.resetAt <= this.now())
      const before = isOver ? { urgent: 0, patient: 0 } : kept
      this.tokens.set(pool, { urgent: before.urgent + urgent, patient: before.patient + patient, resetAt })
    }
    if (slots) this.#slots = { ...slots }
  }
}
