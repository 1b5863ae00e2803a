import { sql } from 'drizzle-orm'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import {
  type EventType,
  eventCatalog,
  isCustomName,
  isReportedType,
  type Level,
  type Telling,
} from '@/server/kernel/events'
import { fromUuid, type Id, newId, toUuid } from '@/server/kernel/ids'
import { requirePermission } from '@/server/kernel/permissions'
import { env } from '@/server/platform/env'
import { type RateCounter, rateCounter } from '@/server/platform/rate-store'
import { keepKey, once, type Request } from '../idempotency/service'
import { emitAll, type ToEmit } from './emit'

/** Events that keys and people publish: their own under `custom.`, and what outside systems report. */
export type EventToPublish = {
  /** `custom.…`, or a type that outside systems report: task.*, vm.*, deployment.*. */
  type: string
  data?: Record<string, unknown> | null | undefined
  /** What it is about; for an event of your own. */
  subject?: string | null | undefined
  /** The sentence people read; for an event of your own. */
  summary?: string | null | undefined
  level?: Level | null | undefined
}

export const maxPublished = 100
const maxBytes = 64 * 1024
const maxSubject = 200
const maxDepth = 32

type Problems = FieldProblem[]

function depthOf(value: unknown, limit: number): number {
  if (value === null || typeof value !== 'object' || limit === 0) return 0
  return 1 + Math.max(0, ...Object.values(value).map((one) => depthOf(one, limit - 1)))
}

function dataProblem(data: Record<string, unknown>): string | null {
  if (depthOf(data, maxDepth + 1) > maxDepth) return `may be nested ${maxDepth} levels deep at most`
  const text = JSON.stringify(data)
  if (Buffer.byteLength(text) > maxBytes) return `may have ${maxBytes / 1024} KiB at most`
  // The database keeps no zero character.
  return text.includes('\\u0000') ? 'may hold no zero character' : null
}

function lineProblem(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null
  return text.length === 0 || text.length > maxSubject || /\p{Cc}/u.test(text)
    ? `has to be 1 to ${maxSubject} characters, in one line`
    : null
}

function problemsOf(event: EventToPublish, at: string): Problems {
  const found = [
    ['data', dataProblem(event.data ?? {})],
    ['subject', lineProblem(event.subject)],
    ['summary', lineProblem(event.summary)],
  ] as const
  return found.flatMap(([field, message]) => (message ? [{ path: `${at}.${field}`, message }] : []))
}

const nameHelp =
  'has to be custom. and a name in small letters, such as custom.build.finished, or a task.*, vm.* or deployment.* type'

function reported(event: EventToPublish, type: EventType, at: string): ToEmit | Problems {
  const parsed = eventCatalog[type].shape.safeParse(event.data ?? {})
  if (parsed.success) return { type, data: parsed.data } as ToEmit
  return parsed.error.issues.map(({ path, message }) => ({ path: [at, 'data', ...path].join('.'), message }))
}

const outcomeOf = (level: Level): Telling['outcome'] => (level === 'error' ? 'failure' : 'success')

function toEmit(event: EventToPublish, at: string): ToEmit | Problems {
  const problems = problemsOf(event, at)
  if (problems.length > 0) return problems
  if (isReportedType(event.type)) return reported(event, event.type, at)
  if (!isCustomName(event.type)) return [{ path: `${at}.type`, message: nameHelp }]
  const level = event.level ?? 'info'
  return {
    type: 'custom.*',
    name: event.type,
    subject: event.subject ?? undefined,
    telling: { level, outcome: outcomeOf(level), summary: event.summary ?? event.type },
    data: event.data ?? {},
  }
}

/** @throws {HubError} request.invalid naming each thing that is wrong */
function parseEvents(events: readonly EventToPublish[]): ToEmit[] {
  if (events.length === 0 || events.length > maxPublished) {
    const fields = [{ path: 'events', message: `has to have 1 to ${maxPublished} entries` }]
    throw new HubError('request.invalid', undefined, { fields })
  }
  const parsed = events.map((event, index) => toEmit(event, `events.${index}`))
  const fields = parsed.flatMap((one) => (Array.isArray(one) ? one : []))
  if (fields.length > 0) throw new HubError('request.invalid', undefined, { fields })
  return parsed as ToEmit[]
}

let counter: RateCounter | undefined

/** @throws {HubError} request.rate_limited */
async function drawFromBudget(ctx: Context, events: number): Promise<void> {
  const { limit, windowSeconds } = env().RATE_LIMIT_EVENTS
  counter ??= rateCounter({ name: 'events', limit, windowSeconds })
  const { used, msToNext } = await counter.take(ctx.tenantId, events)
  if (used <= limit) return
  const retryAfterMs = Math.max(1_000, msToNext)
  throw new HubError(
    'request.rate_limited',
    `This tenant may publish ${limit} events in ${windowSeconds} seconds. None of these was published.`,
    { retryAfterMs },
  )
}

export type Published = { ids: Id<'event'>[]; isRepeated: boolean }

/** What one transaction published, of which the first is known: they have its instant and its cause, and come after it. */
async function publishedWith(ctx: Context, first: Id<'event'>, count: number): Promise<Id<'event'>[]> {
  const rows = await inTenant(ctx, (tx) =>
    tx.execute<{ id: string }>(sql`
      select later.id from events as first
      join events as later on later.tenant_id = first.tenant_id and later.id >= first.id
        and later.time = first.time and later.correlation_id = first.correlation_id
      where first.tenant_id = ${toUuid(ctx.tenantId)} and first.id = ${toUuid(first)}
      order by later.id limit ${count}`),
  )
  return rows.map(({ id }) => fromUuid('event', id))
}

/**
 * Publishes events: all of them, in their order, or none. They are delivered like any other. With an idempotency key a
 * repeated request publishes nothing, and is answered with the ids of before.
 *
 * @throws {HubError} permission.denied, request.invalid, request.rate_limited, request.key_reused
 * @emits custom.*, task.*, vm.*, deployment.*
 */
export async function publishEvents(
  ctx: Context,
  input: { events: readonly EventToPublish[]; idempotencyKey?: string | null | undefined },
): Promise<Published> {
  requirePermission(ctx, 'events:publish')
  const { idempotencyKey: key, events } = input
  const told = parseEvents(events)
  const request: Request<'event'> = { key, operation: 'publishEvents', noun: 'event', body: events }
  return once(ctx, request, {
    again: async (id): Promise<Published> => ({ ids: await publishedWith(ctx, id, told.length), isRepeated: true }),
    run: async () => {
      await drawFromBudget(ctx, told.length)
      return inTenant(ctx, async (tx) => {
        const ids = await emitAll(tx, ctx, told)
        await keepKey(tx, ctx, request, ids[0] ?? newId('event'))
        return { ids, isRepeated: false }
      })
    },
  })
}
