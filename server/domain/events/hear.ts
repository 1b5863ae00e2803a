import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { events, tenants } from '@/db/schema'
import { acrossTenants, inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { HubEvent } from '@/server/kernel/events'
import type { Id } from '@/server/kernel/ids'
import type { Bus } from '@/server/platform/bus'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'
import { lastSequence } from './activity'
import { type EventPatterns, fitsPatterns, parsePatterns, wherePatterns } from './patterns'
import { toHubEvent } from './rows'
import { maySee } from './visible'

/**
 * Live events. One reader per process follows the sequence and hands each event to the listeners of its tenant; the
 * bus only says that there is something to read, and a slow poll covers a lost hint. A listener first gets what it
 * missed since its cursor, then what comes: without gap, without duplicate.
 */
export const liveTopic = 'inthub_live'
const pageLength = 500
const pollMs = 2_000
const maxWaiting = 10_000

type Listener = (event: HubEvent) => void
type Live = {
  cursor: bigint
  listeners: Map<Id<'tenant'>, Set<Listener>>
  reading: Promise<void> | null
  again: boolean
}
let live: Live | undefined
const everywhere = new Set<Listener>()

/**
 * Every event of every tenant, for what this process remembers and has to forget. Never for what is told to anybody.
 * What the listener does has to be quick and must not throw.
 */
export function hearEverywhere(listener: (event: HubEvent) => void): void {
  everywhere.add(listener)
}

/** Whether changes made by other processes reach this one. */
export const isHearing = () => live !== undefined

async function newestSequence(): Promise<bigint> {
  return acrossTenants('live cursor', async (tx) => {
    const [row] = await tx.select({ newest: sql<string | null>`max(${events.sequence})` }).from(events)
    return BigInt(row?.newest ?? 0)
  })
}

function publishedSince(cursor: bigint) {
  return acrossTenants('live', (tx) =>
    tx.select().from(events).where(gt(events.sequence, cursor)).orderBy(asc(events.sequence)).limit(pageLength),
  )
}

function tell(state: Live, event: HubEvent, tenantId: Id<'tenant'>): void {
  for (const listener of everywhere) listener(event)
  const listeners = state.listeners.get(tenantId)
  if (!listeners) return
  metrics.busConsumed.inc({ topic: event.type, integration: 'subscriptions' }, listeners.size)
  for (const listener of listeners) listener(event)
}

async function readOn(state: Live): Promise<void> {
  do {
    state.again = false
    const rows = await publishedSince(state.cursor)
    for (const row of rows) {
      tell(state, toHubEvent(row), row.tenantId)
      state.cursor = row.sequence ?? state.cursor
    }
    if (rows.length === pageLength) state.again = true
  } while (state.again)
}

/** Reads what is new; a hint that comes while reading makes it read once more. */
function wake(state: Live): void {
  if (state.reading) {
    state.again = true
    return
  }
  state.reading = readOn(state)
    .catch((error) => logger.warn({ error }, 'live events could not be read; they are read again'))
    .finally(() => {
      state.reading = null
    })
}

/** Starts the process's one reader. Answers how to stop it. */
export async function startHearing(bus: Bus): Promise<() => Promise<void>> {
  const state: Live = { cursor: await newestSequence(), listeners: new Map(), reading: null, again: false }
  live = state
  const unsubscribe = await bus.subscribe(liveTopic, () => wake(state))
  const poll = setInterval(() => wake(state), pollMs)
  return async () => {
    clearInterval(poll)
    live = undefined
    await unsubscribe()
    await state.reading
  }
}

export type HearOptions = {
  /** Names, patterns and aliases; every type when absent. */
  types?: readonly string[] | undefined
  /** A sequence: first everything after it. */
  after?: string | undefined
  signal?: AbortSignal | undefined
}

function parseCursor(after: string): bigint {
  if (/^\d{1,18}$/.test(after)) return BigInt(after)
  throw new HubError('request.invalid', '"after" has to be a sequence this hub gave.', {
    fields: [{ path: 'after', message: 'has to be a sequence this hub gave' }],
  })
}

async function requireKept(ctx: Context, after: bigint): Promise<void> {
  const [row] = await inTenant(ctx, (tx) =>
    tx.select({ pruned: tenants.prunedSequence }).from(tenants).where(eq(tenants.id, ctx.tenantId)),
  )
  const pruned = row?.pruned ?? 0n
  if (after < pruned) throw new HubError('events.resync')
  // From before a restore: what happens now has smaller numbers, and would be taken for known.
  if (after > pruned && after > BigInt(await lastSequence(ctx))) {
    throw new HubError('events.resync', 'The cursor is ahead of every event this hub has.')
  }
}

async function* missed(ctx: Context, wanted: EventPatterns, after: bigint): AsyncGenerator<HubEvent> {
  let cursor = after
  for (;;) {
    const from = cursor
    const rows = await inTenant(ctx, (tx) =>
      tx
        .select()
        .from(events)
        .where(
          and(
            eq(events.tenantId, ctx.tenantId),
            isNotNull(events.sequence),
            gt(events.sequence, from),
            wherePatterns(wanted),
          ),
        )
        .orderBy(asc(events.sequence))
        .limit(pageLength),
    )
    for (const row of rows) {
      cursor = row.sequence ?? cursor
      yield toHubEvent(row)
    }
    if (rows.length < pageLength) return
  }
}

/** A listener's queue: filled by the reader, emptied by whoever iterates. */
function listenTo(state: Live, tenantId: Id<'tenant'>) {
  const waiting: HubEvent[] = []
  let notify: (() => void) | null = null
  let overflown = false
  const listener: Listener = (event) => {
    if (waiting.length >= maxWaiting) overflown = true
    else waiting.push(event)
    notify?.()
  }
  const set = state.listeners.get(tenantId) ?? new Set()
  state.listeners.set(tenantId, set.add(listener))
  return {
    next: async (signal: AbortSignal | undefined): Promise<HubEvent | undefined> => {
      while (waiting.length === 0 && !overflown && !signal?.aborted) {
        await new Promise<void>((resolve) => {
          // Taken off again, or a long-lived subscription would gather one listener per event.
          const wakeUp = () => {
            signal?.removeEventListener('abort', wakeUp)
            resolve()
          }
          notify = wakeUp
          signal?.addEventListener('abort', wakeUp, { once: true })
        })
      }
      if (overflown) throw new HubError('events.resync', 'The listener was too slow and missed events.')
      return signal?.aborted ? undefined : waiting.shift()
    },
    stop: () => {
      set.delete(listener)
      if (set.size === 0) state.listeners.delete(tenantId)
      notify?.()
    },
  }
}

/** What was missed since a cursor; nothing without one. */
async function* backlog(ctx: Context, wanted: EventPatterns, after: bigint | undefined): AsyncGenerator<HubEvent> {
  if (after === undefined) return
  await requireKept(ctx, after)
  yield* missed(ctx, wanted, after)
}

/**
 * The events of the caller's tenant that the caller may see, as they are published.
 *
 * @throws {HubError} events.resync when `after` is older than what is kept, or the listener is too slow
 */
export async function* hear(ctx: Context, options: HearOptions = {}): AsyncGenerator<HubEvent> {
  const state = live
  if (!state) throw new HubError('hub.unavailable', 'This process does not hear live events yet.')
  const wanted = parsePatterns(options.types ?? ['*'])
  const after = options.after === undefined ? undefined : parseCursor(options.after)
  // Registered before the backlog is read: what is published meanwhile waits in the queue.
  let last = after ?? state.cursor
  const queue = listenTo(state, ctx.tenantId)
  const isNew = (event: HubEvent) => BigInt(event.sequence) > last && fitsPatterns(wanted, event.name)
  try {
    for await (const event of backlog(ctx, wanted, after)) {
      last = BigInt(event.sequence)
      if (maySee(ctx, event)) yield event
    }
    for (let event = await queue.next(options.signal); event; event = await queue.next(options.signal)) {
      if (isNew(event) && maySee(ctx, event)) yield event
    }
  } finally {
    queue.stop()
  }
}
