import { and, type Column, count, eq, ilike, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { cellsIn } from '@/db/direct-rows'
import { environments, healthStates, integrations, projects } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { type HealthState, severityOrder } from '@/server/kernel/health'
import { type Id, toUuid } from '@/server/kernel/ids'
import { cursorInstant, cursorNumber, cursorRank, cursorUuid, decodeCursor, encodeCursor } from '@/server/kernel/page'
import { reachOf } from '@/server/kernel/permissions'
import { likeText } from '../events/activity'
import type { Integration, IntegrationGrouping, IntegrationOrder, SortDirection } from './integration'
import {
  type Asked,
  inReach,
  living,
  lowerName,
  type Row,
  restorable,
  type Shape,
  select,
  shapeOf,
  stateNow,
  withCredentials,
} from './store'

/** The SQL of the list: what it shows, in which order, and how many of what. */
export type Conditions = {
  typeIds?: readonly string[] | undefined
  states?: readonly HealthState[] | undefined
  projectId?: Id<'project'> | undefined
  /** Null: those without one. */
  environmentId?: Id<'environment'> | null | undefined
  labels?: Record<string, string> | undefined
  /** Null: those without one. */
  owner?: string | null | undefined
  text?: string | undefined
  deleted?: boolean | undefined
}

function oneOf(column: SQL | Column, values: readonly string[] | undefined): SQL | undefined {
  if (!values) return undefined
  return values.length > 0 ? inArray(column as Column, [...values]) : sql`false`
}

const orNone = (column: Column, value: string | null | undefined, same: () => SQL): SQL | undefined => {
  if (value === undefined) return undefined
  return value === null ? isNull(column) : same()
}

function where(ctx: Context, conditions: Conditions): SQL | undefined {
  const { typeIds, states, projectId, environmentId, labels, owner, text, deleted } = conditions
  return and(
    deleted ? restorable : living,
    inReach(ctx),
    oneOf(integrations.typeId, typeIds),
    oneOf(stateNow, states),
    projectId && eq(integrations.projectId, projectId),
    orNone(integrations.environmentId, environmentId, () =>
      eq(integrations.environmentId, sql`${toUuid(environmentId as Id<'environment'>)}::uuid`),
    ),
    orNone(integrations.owner, owner, () => sql`lower(${integrations.owner}) = lower(${owner})`),
    labels && sql`${integrations.labels} @> ${JSON.stringify(labels)}::jsonb`,
    text ? or(ilike(integrations.name, likeText(text)), ilike(integrations.slug, likeText(text))) : undefined,
  )
}

type Part = string | number
/** One thing to sort by: the expression, its value in a row, and that value read back from a cursor. */
type SortKey = { by: SQL; of: (row: Row) => Part; read: (part: Part | undefined) => SQL }
type Order = { keys: SortKey[]; natural: SortDirection }

const severity = sql<number>`array_position(array[${sql.join(
  severityOrder.map((state) => sql`${state}`),
  sql`, `,
)}]::text[], (${stateNow})::text)`

const byId: SortKey = {
  by: sql`${integrations.id}`,
  of: (row) => toUuid(row.integration.id),
  read: (part) => sql`${cursorUuid(part)}::uuid`,
}
const byName: SortKey = { by: lowerName, of: (row) => row.lowerName, read: (part) => sql`${String(part)}` }
// Lower case has no character after this one, so that those without an owner come after all that have one.
const noOwner = '\u{10ffff}'

/** Each order ends with the id, so that a cursor names one place and only one. */
const orders: Record<IntegrationOrder, Order> = {
  name: { keys: [byName, byId], natural: 'asc' },
  created: {
    keys: [
      {
        by: sql`${integrations.createdAt}`,
        of: (row) => row.integration.createdAt.getTime(),
        read: (part) => sql`to_timestamp(${cursorInstant(part)} / 1000.0)`,
      },
      byId,
    ],
    natural: 'desc',
  },
  severity: {
    keys: [
      {
        by: severity,
        of: (row) => severityOrder.indexOf(row.state) + 1,
        read: (part) => sql`${cursorRank(part)}`,
      },
      byName,
      byId,
    ],
    natural: 'asc',
  },
  type: {
    keys: [
      { by: sql`${integrations.typeId}`, of: (row) => row.integration.typeId, read: (part) => sql`${String(part)}` },
      byName,
      byId,
    ],
    natural: 'asc',
  },
  owner: {
    keys: [
      {
        by: sql`coalesce(lower(${integrations.owner}), ${noOwner})`,
        of: (row) => row.lowerOwner ?? noOwner,
        read: (part) => sql`${String(part)}`,
      },
      byName,
      byId,
    ],
    natural: 'asc',
  },
  // Never measured, never checked: after everything else.
  latency: {
    keys: [
      {
        by: sql`coalesce(${healthStates.latencyMs}, -1)`,
        of: (row) => row.health.latencyMs ?? -1,
        read: (part) => sql`${cursorNumber(part)}::float8`,
      },
      byId,
    ],
    natural: 'desc',
  },
  checked: {
    keys: [
      {
        by: sql`coalesce(${healthStates.checkedAt}, to_timestamp(0))`,
        of: (row) => row.health.checkedAt?.getTime() ?? 0,
        read: (part) => sql`to_timestamp(${cursorInstant(part)} / 1000.0)`,
      },
      byId,
    ],
    natural: 'desc',
  },
}

const list = (parts: SQL[]) => sql.join(parts, sql`, `)

export type Listing = {
  first: number
  after?: string | null | undefined
  /** Rows to leave out after the cursor. */
  skip: number
  order: IntegrationOrder
  direction?: SortDirection | undefined
  asked?: Asked
}

/** A row of a page. Its place is worked out when it is asked for, which most lists do for their last row only. */
class Item {
  readonly node: Integration
  readonly #row: Row
  readonly #keys: readonly SortKey[]

  constructor(node: Integration, row: Row, keys: readonly SortKey[]) {
    this.node = node
    this.#row = row
    this.#keys = keys
  }

  get cursor(): string {
    return encodeCursor(this.#keys.map((key) => key.of(this.#row)))
  }
}

type Search = { ctx: Context; conditions: Conditions; listing: Listing; selection: Shape['selection'] }

function search(tx: TenantTx, { ctx, conditions, listing, selection }: Search) {
  const { keys } = orders[listing.order]
  const isAscending = directionOf(listing) === 'asc'
  const place = list(keys.map((key) => key.by))
  const from = () => {
    if (!listing.after) return undefined
    const parts = decodeCursor(listing.after, keys.length)
    const given = list(keys.map((key, at) => key.read(parts[at])))
    return isAscending ? sql`(${place}) > (${given})` : sql`(${place}) < (${given})`
  }
  const query = select(tx, selection)
    .where(and(where(ctx, conditions), from()))
    .orderBy(...keys.map(({ by }) => (isAscending ? sql`${by} asc` : sql`${by} desc`)))
    .limit(listing.first + 1)
  return listing.skip > 0 ? query.offset(listing.skip) : query
}

const directionOf = ({ direction, order }: Listing): SortDirection => direction ?? orders[order].natural

/** Nothing from outside stands in its text but the number of rows, which is its last parameter. */
function isPlain(ctx: Context, conditions: Conditions, { after, skip }: Listing): boolean {
  if (after || skip > 0 || reachOf(ctx.grants, 'integrations:read') !== 'all') return false
  return Object.values(conditions).every((condition) => condition === undefined)
}

async function readRows(tx: TenantTx, ctx: Context, conditions: Conditions, listing: Listing): Promise<Row[]> {
  const { selection, toRow, kept } = shapeOf(listing.asked, listing.order)
  const isKept = isPlain(ctx, conditions, listing)
  const found = isKept ? kept.get(directionOf(listing)) : undefined
  if (found) {
    const params = [...found.params.slice(0, -1), listing.first + 1]
    return (await cellsIn(tx, { text: found.text, params })).map(toRow)
  }
  const { sql: text, params } = search(tx, { ctx, conditions, listing, selection }).toSQL()
  if (isKept) kept.set(directionOf(listing), { text, params })
  return (await cellsIn(tx, { text, params })).map(toRow)
}

/** One page. What it costs to count all rows is not spent here. */
export async function listRows(tx: TenantTx, ctx: Context, conditions: Conditions, listing: Listing) {
  const rows = await readRows(tx, ctx, conditions, listing)
  const kept = rows.slice(0, listing.first)
  const { keys } = orders[listing.order]
  const nodes = await withCredentials(tx, kept, listing.asked)
  const items = nodes.flatMap((node, at) => {
    const row = kept[at]
    return row ? [new Item(node, row, keys)] : []
  })
  return { items, hasNextPage: rows.length > listing.first }
}

export async function countRows(tx: TenantTx, ctx: Context, conditions: Conditions): Promise<number> {
  const rows = tx.select({ total: count() }).from(integrations)
  // The state is what needs the other table; without it the index alone answers.
  const [found] = await (conditions.states
    ? rows.innerJoin(healthStates, eq(healthStates.integrationId, integrations.id))
    : rows
  ).where(where(ctx, conditions))
  return found?.total ?? 0
}

/** How many of the caller's integrations are in which state. */
export async function countStates(tx: TenantTx, ctx: Context, conditions: Conditions) {
  return tx
    .select({ state: stateNow, count: count() })
    .from(integrations)
    .innerJoin(healthStates, eq(healthStates.integrationId, integrations.id))
    .where(where(ctx, conditions))
    .groupBy(stateNow)
}

/** How many of the caller's integrations are of which type. */
export async function countTypes(tx: TenantTx, ctx: Context): Promise<Map<string, number>> {
  const rows = await tx
    .select({ typeId: integrations.typeId, count: count() })
    .from(integrations)
    .where(where(ctx, {}))
    .groupBy(integrations.typeId)
  return new Map(rows.map((row) => [row.typeId, row.count]))
}

/** What a group is called by its filter, and by people. Null stands for those without one. */
const groupings: Record<IntegrationGrouping, { key: SQL<string | null>; title: SQL<string | null> }> = {
  type: { key: sql`${integrations.typeId}`, title: sql`${integrations.typeId}` },
  state: { key: stateNow, title: stateNow },
  owner: { key: sql`lower(${integrations.owner})`, title: sql`${integrations.owner}` },
  project: { key: sql`${projects.slug}`, title: sql`${projects.name}` },
  environment: { key: sql`${environments.slug}`, title: sql`${environments.name}` },
}

/** Groups by state within, so that one question tells both the counts and what is worst. */
export async function countGroups(tx: TenantTx, ctx: Context, conditions: Conditions, by: IntegrationGrouping) {
  const { key, title } = groupings[by]
  return tx
    .select({ key, title: sql<string | null>`min(${title})`, state: stateNow, count: count() })
    .from(integrations)
    .innerJoin(healthStates, eq(healthStates.integrationId, integrations.id))
    .innerJoin(projects, eq(projects.id, integrations.projectId))
    .leftJoin(environments, eq(environments.id, integrations.environmentId))
    .where(where(ctx, conditions))
    .groupBy(sql`1`, sql`3`)
}
