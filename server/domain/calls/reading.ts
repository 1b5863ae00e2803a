import { and, desc, eq, gte, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { calls, integrations } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { CallKind, CallOutcome } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { EventActor } from '@/server/kernel/events'
import type { FailureClass } from '@/server/kernel/health'
import { findId, fromUuid, type Id, toUuid } from '@/server/kernel/ids'
import {
  cursorInstant,
  cursorUuid,
  decodeCursor,
  encodeCursor,
  type Page,
  type PageInput,
  pageSize,
} from '@/server/kernel/page'
import { reachOf } from '@/server/kernel/permissions'
import { likeText } from '../events/activity'
import { getProject } from '../tenants/service'
import type { Call } from './call'

/** The log of calls, read back: of those integrations only that the caller may read. */
export type CallFilter = {
  /** Id or slug. */
  integration?: string | null | undefined
  /** Id or slug. */
  project?: string | null | undefined
  /** Id of a user or a key, or the name of a part of the hub. */
  caller?: string | null | undefined
  actorKind?: EventActor['kind'] | null | undefined
  kind?: CallKind | null | undefined
  operation?: string | null | undefined
  outcome?: CallOutcome | null | undefined
  failureClass?: FailureClass | null | undefined
  /** Of the last answer; 5 stands for all of 500 to 599. */
  status?: number | null | undefined
  groupId?: string | null | undefined
  since?: Date | null | undefined
  until?: Date | null | undefined
  /** Part of the path or of what the hub said. */
  text?: string | null | undefined
}

type Placed = { projectId: AnyPgColumn; integrationId: AnyPgColumn }

/** Rows of integrations the caller may read. */
export function readable(ctx: Context, { projectId, integrationId }: Placed): SQL | undefined {
  const reach = reachOf(ctx.grants, 'integrations:read')
  if (reach === 'all') return undefined
  return (
    or(
      reach.projectIds.length > 0 ? inArray(projectId, reach.projectIds) : undefined,
      reach.integrationIds.length > 0 ? inArray(integrationId, reach.integrationIds) : undefined,
    ) ?? sql`false`
  )
}

/** Of an integration by id or slug; a slug means the living one of that name. */
export function ofIntegration(column: Placed['integrationId'], named: string): SQL {
  const id = findId('integration', named)
  if (id) return eq(column, id)
  return sql`${column} in (select ${integrations.id} from ${integrations}
    where ${integrations.slug} = ${named} and ${integrations.deletedAt} is null)`
}

function statusOf(status: number): SQL {
  const isFamily = status >= 1 && status <= 5
  return isFamily ? sql`${calls.status} between ${status * 100} and ${status * 100 + 99}` : eq(calls.status, status)
}

const when = <T>(value: T | null | undefined, make: (value: T) => SQL | undefined) =>
  value === null || value === undefined || value === '' ? undefined : make(value)

async function conditionsOf(ctx: Context, filter: CallFilter): Promise<(SQL | undefined)[]> {
  const project = filter.project ? await getProject(ctx, filter.project) : null
  const caller = (text: string) => or(sql`${calls.actor} ->> 'id' = ${text}`, sql`${calls.actor} ->> 'name' = ${text}`)
  return [
    when(filter.integration, (named) => ofIntegration(calls.integrationId, named)),
    project ? eq(calls.projectId, project.id) : undefined,
    when(filter.caller, caller),
    when(filter.actorKind, (kind) => sql`${calls.actor} ->> 'kind' = ${kind}`),
    when(filter.kind, (kind) => eq(calls.kind, kind)),
    when(filter.operation, (operation) => eq(calls.operation, operation)),
    when(filter.outcome, (outcome) => eq(calls.outcome, outcome)),
    when(filter.failureClass, (failureClass) => eq(calls.failureClass, failureClass)),
    when(filter.status, statusOf),
    when(filter.groupId, (group) => eq(calls.groupId, group)),
    when(filter.since, (since) => gte(calls.at, since)),
    when(filter.until, (until) => lt(calls.at, until)),
    when(filter.text, (text) => or(ilike(calls.path, likeText(text)), ilike(calls.message, likeText(text)))),
  ]
}

export function toCall(row: typeof calls.$inferSelect): Call {
  const { id, integrationId, projectId, at, kind, operation, actor, priority, method, path, outcome, status } = row
  const { failureClass, reason, message, remedy, attempts, durationMs, waitMs, requestBytes, responseBytes } = row
  const retryAfterMs = attempts.at(-1)?.failure?.retryAfterMs ?? null
  return {
    ...{ id, integrationId, projectId, at, kind, operation, actor, priority, method, path, outcome, status },
    failure: failureClass && reason ? { failureClass, reason, message: message ?? '', remedy, retryAfterMs } : null,
    ...{ attempts, durationMs, waitMs, requestBytes, responseBytes },
    ...{ requestId: row.requestId, correlationId: row.correlationId, groupId: row.groupId, bodies: row.bodies },
  }
}

function before(cursor: string): SQL {
  const [at, id] = decodeCursor(cursor, 2)
  return sql`(${calls.at}, ${calls.id}) < (to_timestamp(${cursorInstant(at)} / 1000.0), ${cursorUuid(id)}::uuid)`
}

/**
 * Calls that were made, the newest first.
 *
 * @throws {HubError} request.invalid, project.not_found
 */
export async function listCalls(
  ctx: Context,
  input: PageInput & { filter?: CallFilter | null | undefined } = {},
): Promise<Omit<Page<Call>, 'totalCount'>> {
  const first = pageSize(input)
  const conditions = await conditionsOf(ctx, input.filter ?? {})
  const rows = await inTenant(ctx, (tx) =>
    tx
      .select()
      .from(calls)
      .where(
        and(
          eq(calls.tenantId, ctx.tenantId),
          readable(ctx, calls),
          ...conditions,
          input.after ? before(input.after) : undefined,
        ),
      )
      .orderBy(desc(calls.at), desc(calls.id))
      .limit(first + 1),
  )
  return {
    items: rows.slice(0, first).map((row) => ({
      node: toCall(row),
      cursor: encodeCursor([row.at.getTime(), toUuid(row.id)]),
    })),
    hasNextPage: rows.length > first,
  }
}

/** An id is made when its call is over: the call began before that, and not more than its longest deadline. */
const longestCallMs = 3_600_000 + 900_000

const madeAt = (id: Id<'call'>) => new Date(Number.parseInt(toUuid(id).replaceAll('-', '').slice(0, 12), 16))

/**
 * One call, with each of its attempts.
 *
 * @throws {HubError} call.not_found
 */
export async function getCall(ctx: Context, named: string): Promise<Call> {
  const id = findId('call', named)
  if (!id) throw new HubError('call.not_found')
  const until = madeAt(id)
  const [row] = await inTenant(ctx, (tx) =>
    tx
      .select()
      .from(calls)
      .where(
        and(
          eq(calls.tenantId, ctx.tenantId),
          eq(calls.id, fromUuid('call', toUuid(id))),
          // So that one month is looked at, and not all of them.
          gte(calls.at, new Date(until.getTime() - longestCallMs)),
          lt(calls.at, new Date(until.getTime() + longestCallMs)),
          readable(ctx, calls),
        ),
      )
      .limit(1),
  )
  if (row) return toCall(row)
  throw new HubError('call.not_found')
}
