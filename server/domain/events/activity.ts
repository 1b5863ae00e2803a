import { and, desc, eq, gte, ilike, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { findConnectorByAlias } from '@/connectors/registry'
import { events, integrations } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { type EventActor, type HubEvent, type Level, levels, type Outcome } from '@/server/kernel/events'
import { findId, type Id, toUuid } from '@/server/kernel/ids'
import {
  cursorInstant,
  cursorUuid,
  decodeCursor,
  encodeCursor,
  type Page,
  type PageInput,
  pageSize,
} from '@/server/kernel/page'
import { fitsPatterns, parsePatterns, wherePatterns } from './patterns'
import { toHubEvent } from './rows'
import { visibleRows } from './visible'

/** One stable shape for everything that happened, on every surface. */
export type ActivityEntry = {
  id: Id<'event'>
  at: Date
  level: Level
  outcome: Outcome
  type: string
  integrationId: Id<'integration'> | null
  integrationSlug: string | null
  actor: EventActor
  operationId: string | null
  summary: string
  durationMs: number | null
  metadata: Record<string, unknown>
}

export type ActivityFilter = {
  /** Id or slug. */
  integration?: string | null | undefined
  /** The same, or what is connected, such as github: all integrations of that kind. */
  component?: string | null | undefined
  types?: readonly string[] | null | undefined
  minLevel?: Level | null | undefined
  outcome?: Outcome | null | undefined
  actorKind?: EventActor['kind'] | null | undefined
  from?: Date | null | undefined
  to?: Date | null | undefined
  text?: string | null | undefined
}

export function toActivityEntry(event: HubEvent): ActivityEntry {
  const { slug, latencyMs } = event.data as { slug?: string; latencyMs?: number | null }
  return {
    id: event.id,
    at: event.time,
    level: event.level,
    outcome: event.outcome,
    type: event.name,
    integrationId: event.integrationId,
    integrationSlug: slug ?? null,
    actor: event.actor,
    operationId: null,
    summary: event.summary,
    durationMs: latencyMs ?? null,
    metadata: event.data,
  }
}

const levelsFrom = (least: Level) => levels.slice(levels.indexOf(least))

function ofIntegration(ref: string): SQL {
  const id = findId('integration', ref)
  if (id) return eq(events.integrationId, id)
  return sql`${events.integrationId} in (select ${integrations.id} from ${integrations} where ${integrations.slug} = ${ref})`
}

function ofComponent(ref: string): SQL {
  const kind = findConnectorByAlias(ref)?.connector.manifest.id
  if (!kind) return ofIntegration(ref)
  const ofKind = sql`${events.integrationId} in (select ${integrations.id} from ${integrations} where ${integrations.typeId} = ${kind})`
  return or(ofIntegration(ref), ofKind) ?? sql`false`
}

/** Escapes what LIKE would read as a pattern. */
export function likeText(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

function conditionsOf(filter: ActivityFilter): (SQL | undefined)[] {
  return [
    filter.integration ? ofIntegration(filter.integration) : undefined,
    filter.component ? ofComponent(filter.component) : undefined,
    filter.types ? wherePatterns(parsePatterns(filter.types)) : undefined,
    filter.minLevel ? inArray(events.level, levelsFrom(filter.minLevel)) : undefined,
    filter.outcome ? eq(events.outcome, filter.outcome) : undefined,
    filter.actorKind ? sql`${events.actor} ->> 'kind' = ${filter.actorKind}` : undefined,
    filter.from ? gte(events.time, filter.from) : undefined,
    filter.to ? lt(events.time, filter.to) : undefined,
    filter.text ? ilike(events.summary, likeText(filter.text)) : undefined,
  ]
}

/** Whether a live event fits the filter; the same words as for the stored ones. */
export function fitsActivity(event: HubEvent, filter: ActivityFilter): boolean {
  const { slug } = event.data as { slug?: string }
  const integration = filter.integration
  return (
    (!integration || slug === integration || event.integrationId === findId('integration', integration)) &&
    (!filter.types || fitsPatterns(parsePatterns(filter.types), event.name)) &&
    (!filter.minLevel || levelsFrom(filter.minLevel).includes(event.level)) &&
    (!filter.outcome || event.outcome === filter.outcome) &&
    (!filter.actorKind || event.actor.kind === filter.actorKind) &&
    (!filter.text || event.summary.toLowerCase().includes(filter.text.toLowerCase()))
  )
}

function before(cursor: string): SQL {
  const [at, id] = decodeCursor(cursor, 2)
  return sql`(${events.time}, ${events.id}) < (to_timestamp(${cursorInstant(at)} / 1000.0), ${cursorUuid(id)}::uuid)`
}

/** What happened in the caller's tenant, the newest first. */
export async function listActivity(
  ctx: Context,
  input: PageInput & { filter?: ActivityFilter | null | undefined } = {},
): Promise<Omit<Page<ActivityEntry>, 'totalCount'>> {
  const first = pageSize(input)
  const rows = await inTenant(ctx, (tx) =>
    tx
      .select()
      .from(events)
      .where(
        and(
          eq(events.tenantId, ctx.tenantId),
          visibleRows(ctx),
          ...conditionsOf(input.filter ?? {}),
          input.after ? before(input.after) : undefined,
        ),
      )
      .orderBy(desc(events.time), desc(events.id))
      .limit(first + 1),
  )
  return {
    items: rows.slice(0, first).map((row) => ({
      node: toActivityEntry(toHubEvent(row)),
      cursor: encodeCursor([row.time.getTime(), toUuid(row.id)]),
    })),
    hasNextPage: rows.length > first,
  }
}

/**
 * The newest published events the caller may see, in the order of their sequence.
 *
 * @throws {HubError} request.invalid
 */
export async function recentEvents(
  ctx: Context,
  input: { types?: readonly string[] | null | undefined; last?: number | null | undefined } = {},
): Promise<HubEvent[]> {
  const last = pageSize({ first: input.last ?? undefined })
  const wanted = input.types ? wherePatterns(parsePatterns(input.types)) : undefined
  const rows = await inTenant(ctx, (tx) =>
    tx
      .select()
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenantId), isNotNull(events.sequence), visibleRows(ctx), wanted))
      .orderBy(desc(events.sequence))
      .limit(last),
  )
  return rows.map(toHubEvent).reverse()
}

/** The sequence of the tenant's newest published event: where a subscription may start to miss nothing. */
export async function lastSequence(ctx: Context): Promise<string> {
  const [row] = await inTenant(ctx, (tx) =>
    tx
      .select({ newest: sql<string | null>`max(${events.sequence})` })
      .from(events)
      .where(eq(events.tenantId, ctx.tenantId)),
  )
  return row?.newest ?? '0'
}
