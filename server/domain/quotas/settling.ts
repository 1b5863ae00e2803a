import { leaseMs, paceBelowShare, silenceMs } from '@/server/kernel/quotas'

/**
 * The arithmetic of the ledger that all processes share: one small document per integration, settled by whoever leases
 * next and written with compare-and-set. A function of the document, what a process brings and the time, so that
 * Postgres, Redis and a process on its own decide alike. Times are milliseconds since the epoch on the ledger's clock.
 */
export type LedgerPool = {
  limit: number
  /** What nobody has leased yet. */
  available: number
  /** Null: the vendor tells none, or the new window was not heard of yet. */
  resetAt: number | null
  /** When the answer that counts was asked for, 0 when that is not known, and when it was last heard. */
  sentAt: number
  heardAt: number
  /** Nobody draws before then. */
  pausedUntil: number
  /** When the patient last got something while they are spread. */
  pacedAt: number
  /** What was leased in each of the last seconds, oldest first. */
  leased: [second: number, tokens: number][]
}

export type LedgerState = {
  pools: Record<string, LedgerPool>
  /** Up to when the slots of the configured rate are given away. */
  slotsUntil: number
  /** How many calls wait in each process, and when it said so. */
  waiting: Record<string, [at: number, counts: Record<string, number>]>
}

/** What a process heard of a pool. `sentAt` 0: not known, so it never raises what is left. */
export type HeardPool = {
  pool: string
  limit: number
  remaining: number
  resetAt: number | null
  sentAt: number
  heardAt: number
}

/** What a process wants from a pool: for those in a hurry and for the patient, each with what they leave untouched. */
export type Want = { urgent: number; urgentFloor: number; patient: number; patientFloor: number }
export type Lease = { urgent: number; patient: number }

export type Ask = {
  process: string
  heard: readonly HeardPool[]
  pauses: readonly { pool: string; until: number }[]
  /** Leased before and not spent, and from which window. */
  returned: Readonly<Record<string, { tokens: number; resetAt: number | null }>>
  wants: Readonly<Record<string, Want>>
  waiting: Readonly<Record<string, number>>
  rate: { perSecond: number; slots: number; horizonMs: number } | null
}

export type Slots = { startAt: number; everyMs: number; count: number }
export type Settled = { state: LedgerState; leases: Record<string, Lease>; slots: Slots | null }

export const emptyLedger = (): LedgerState => ({ pools: {}, slotsUntil: 0, waiting: {} })

const emptyPool = (): LedgerPool => ({
  ...{ limit: 0, available: 0, resetAt: null, sentAt: 0, heardAt: 0, pausedUntil: 0, pacedAt: 0 },
  leased: [],
})

/** Two answers mean the same window though a vendor counts its reset in whole seconds from now. */
export const windowToleranceMs = 2_000
/** For how long leases are remembered one by one. */
const rememberedSeconds = 12
const forgottenAfterMs = 86_400_000

export const isSameWindow = (a: number | null, b: number | null) =>
  a === null || b === null || Math.abs(a - b) <= windowToleranceMs

function leasedSince(pool: LedgerPool, at: number): number {
  const from = Math.floor(at / 1000)
  return pool.leased.reduce((sum, [second, tokens]) => (second >= from ? sum + tokens : sum), 0)
}

/** The window that was known is over: until the vendor says otherwise, it is full again. */
function turned(pool: LedgerPool, now: number): LedgerPool {
  const isOver = pool.resetAt !== null && pool.resetAt <= now
  const isSilent = pool.resetAt === null && pool.heardAt + silenceMs <= now
  if (pool.limit <= 0 || (!isOver && !isSilent)) return pool
  return { ...pool, available: pool.limit, resetAt: null, heardAt: now, sentAt: 0, leased: [], pacedAt: 0 }
}

/**
 * Takes in one answer. Within a window our own count is exact as long as nobody else draws on the credential, so an
 * answer lowers it at once; it raises it only as far as all that was leased since the answer was asked for allows. Free
 * calls and tokens of a process that died come back that way.
 */
export function hear(pool: LedgerPool, heard: HeardPool, now: number): LedgerPool {
  const { limit, remaining, resetAt, sentAt, heardAt } = heard
  if (resetAt !== null && resetAt <= now) return pool
  const next = { ...pool, limit, resetAt: resetAt ?? pool.resetAt, heardAt: Math.max(pool.heardAt, heardAt) }
  if (pool.heardAt === 0 || pool.limit <= 0) return { ...next, sentAt, available: Math.max(0, remaining) }
  if (pool.resetAt !== null && !isSameWindow(pool.resetAt, resetAt)) {
    // Vendors with windows of several lengths tell the one that is scarcest.
    const isNews = sentAt >= pool.heardAt || (resetAt ?? 0) > pool.resetAt
    return isNews ? { ...next, sentAt, available: Math.max(0, remaining - leasedSince(pool, now - leaseMs)) } : pool
  }
  const available = Math.max(0, Math.min(remaining, Math.max(pool.available, provable(pool, heard, now))))
  return { ...next, sentAt: Math.max(pool.sentAt, sentAt), available }
}

/** What is surely left: what the vendor said, less all that was leased since it was asked. */
function provable(pool: LedgerPool, { sentAt, remaining }: HeardPool, now: number): number {
  const isRemembered = sentAt > 0 && sentAt - leaseMs >= now - rememberedSeconds * 1000
  const counts = isRemembered && sentAt >= pool.sentAt
  return counts ? remaining - leasedSince(pool, sentAt - leaseMs) : Number.NEGATIVE_INFINITY
}

const whole = (tokens: number) => Math.max(0, Math.floor(tokens))

/** What those who can wait may have: freely while there is plenty, then evenly until the reset. */
function patientShare(pool: LedgerPool, want: Want, now: number): { tokens: number; pacedAt: number } {
  const { available, limit, resetAt, pacedAt } = pool
  const spendable = whole(Math.min(want.patient, available - want.patientFloor))
  const plenty = whole(available - limit * paceBelowShare)
  if (plenty > 0) return { tokens: Math.min(spendable, plenty), pacedAt: now }
  if (resetAt === null) return { tokens: spendable, pacedAt: now }
  const perMs = Math.max(0, available - want.patientFloor) / Math.max(leaseMs, resetAt - now)
  const from = Math.max(pacedAt, now - Math.max(leaseMs, 1 / perMs))
  const tokens = Math.min(spendable, whole(perMs * (now - from)))
  return { tokens, pacedAt: tokens > 0 ? from + tokens / perMs : from }
}

/** When the patient can next be given something; null: not before the reset. */
export function nextPatientAt(pool: LedgerPool, floor: number): number | null {
  const spendable = pool.available - floor
  if (spendable < 1 || pool.resetAt === null) return null
  if (pool.available - pool.limit * paceBelowShare >= 1) return 0
  const from = pool.pacedAt || pool.heardAt
  const perMs = spendable / Math.max(leaseMs, pool.resetAt - from)
  return from + 1 / perMs
}

/** No process takes so much that the others find nothing when the pool runs low. */
const hoggingShare = 0.2
const alwaysAllowed = 5

function grant(pool: LedgerPool, want: Want, now: number): { pool: LedgerPool; lease: Lease } {
  if (pool.limit <= 0 || pool.pausedUntil > now) return { pool, lease: { urgent: 0, patient: 0 } }
  const most = Math.max(alwaysAllowed, Math.ceil(pool.available * hoggingShare))
  const urgent = Math.min(want.urgent, most, whole(pool.available - want.urgentFloor))
  const rest = { ...pool, available: pool.available - Math.max(0, urgent) }
  const { tokens: patient, pacedAt } = patientShare(rest, { ...want, patient: Math.min(want.patient, most) }, now)
  const tokens = urgent + patient
  const second = Math.floor(now / 1000)
  const recent = pool.leased.filter(([at]) => at > second - rememberedSeconds && at !== second)
  const before = pool.leased.find(([at]) => at === second)?.[1] ?? 0
  const leased: LedgerPool['leased'] = before + tokens > 0 ? [...recent, [second, before + tokens]] : recent
  return { pool: { ...pool, available: pool.available - tokens, leased, pacedAt }, lease: { urgent, patient } }
}

/** Slots of the configured rate, one after the other for all processes: there is never a burst. */
function reserveSlots(slotsUntil: number, rate: NonNullable<Ask['rate']>, now: number): Slots | null {
  const everyMs = 1000 / rate.perSecond
  const startAt = Math.max(now, slotsUntil)
  const horizon = now + Math.max(rate.horizonMs, everyMs)
  const count = Math.min(rate.slots, whole((horizon - startAt) / everyMs))
  return count > 0 ? { startAt, everyMs, count } : null
}

/** What comes back after its window is over has no worth. */
function takeBack(pool: LedgerPool, back: Ask['returned'][string] | undefined, now: number): LedgerPool {
  if (!back || back.tokens === 0 || (back.resetAt !== null && back.resetAt <= now)) return pool
  return { ...pool, available: pool.available + back.tokens }
}

/** One pool with everything that was brought for it. */
function settlePool(before: LedgerPool | undefined, name: string, ask: Ask, now: number) {
  let pool = takeBack(turned(before ?? emptyPool(), now), ask.returned[name], now)
  for (const one of ask.heard) pool = one.pool === name ? hear(pool, one, now) : pool
  const until = ask.pauses.map((pause) => (pause.pool === name ? pause.until : 0))
  pool = { ...pool, pausedUntil: Math.max(pool.pausedUntil, ...until) }
  if (pool.limit > 0) pool = { ...pool, available: Math.min(pool.available, pool.limit) }
  const want = ask.wants[name]
  return want ? grant(pool, want, now) : { pool, lease: null }
}

function settlePools(state: LedgerState, ask: Ask, now: number): Pick<Settled, 'leases'> & Pick<LedgerState, 'pools'> {
  const pools: Record<string, LedgerPool> = {}
  const leases: Record<string, Lease> = {}
  const names = [...Object.keys(state.pools), ...ask.heard.map(({ pool }) => pool), ...ask.pauses.map((p) => p.pool)]
  for (const name of new Set(names)) {
    const { pool, lease } = settlePool(state.pools[name], name, ask, now)
    if (lease) leases[name] = lease
    if (Math.max(pool.heardAt, pool.pausedUntil) + forgottenAfterMs >= now) pools[name] = pool
  }
  return { pools, leases }
}

/** A service has a handful of pools; what was not heard of for longest makes room. */
export const mostPools = 24

function bounded(pools: LedgerState['pools']): LedgerState['pools'] {
  const all = Object.entries(pools)
  if (all.length <= mostPools) return pools
  const lastWord = ({ heardAt, pausedUntil }: LedgerPool) => Math.max(heardAt, pausedUntil)
  return Object.fromEntries(all.sort(([, a], [, b]) => lastWord(b) - lastWord(a)).slice(0, mostPools))
}

/** A process that said nothing for so long has gone. */
const presentMs = 5_000

export function settle(before: LedgerState, ask: Ask, now: number): Settled {
  const { pools, leases } = settlePools(before, ask, now)
  const slots = ask.rate && ask.rate.slots > 0 ? reserveSlots(before.slotsUntil, ask.rate, now) : null
  const slotsUntil = slots ? slots.startAt + slots.count * slots.everyMs : before.slotsUntil
  const waiting = Object.fromEntries(
    Object.entries(before.waiting).filter(([id, [at]]) => id !== ask.process && at + presentMs > now),
  )
  if (Object.keys(ask.waiting).length > 0) waiting[ask.process] = [now, { ...ask.waiting }]
  return { state: { pools: bounded(pools), slotsUntil, waiting }, leases, slots }
}

/** How many calls wait for a pool, in all processes. */
export function waitingIn(state: LedgerState, pool: string, now: number): number {
  return Object.values(state.waiting).reduce((sum, [at, counts]) => {
    return at + presentMs > now ? sum + (counts[pool] ?? 0) : sum
  }, 0)
}
