import { and, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type KeptQuery, rowReader } from '@/db/direct-rows'
import { healthStates, integrations } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import { isUniqueViolation } from '@/db/violations'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { HealthState } from '@/server/kernel/health'
import type { Id, Ref } from '@/server/kernel/ids'
import { reachOf } from '@/server/kernel/permissions'
import { credentialFacts } from '../credentials/service'
import type { Integration, IntegrationOrder } from './integration'

/** How long a deleted integration can be restored. */
export const restorableDays = 7

const interval = sql`make_interval(secs => 2 * ${integrations.intervalSeconds})`
const staleAt = sql<Date | null>`${healthStates.checkedAt} + ${interval}`.mapWith(healthStates.checkedAt)

/** The state people see. The one place that decides it; a verdict older than two intervals is never shown. */
export const stateNow = sql<HealthState>`case
  when not ${integrations.enabled} then 'disabled'
  when ${healthStates.checkedAt} is null then case when ${healthStates.leasedUntil} > now() then 'checking' else 'unknown' end
  when ${healthStates.checkedAt} + ${interval} < now() then 'stale'
  else ${healthStates.verdict} end`

export const lowerName = sql<string>`lower(${integrations.name})`

const lowerOwner = sql<string | null>`lower(${integrations.owner})`

/** Facts of an integration somebody asked for; all of them when it is not said. What is left out is undefined. */
export type Asked = ReadonlySet<keyof Integration> | undefined

const healthColumns = {
  verdict: 'verdict',
  healthSince: 'since',
  checkedAt: 'checkedAt',
  nextCheckAt: 'dueAt',
  healthMessage: 'message',
  failingProbe: 'failingProbe',
  failureClass: 'failureClass',
  remedy: 'remedy',
  latencyMs: 'latencyMs',
  identity: 'identity',
  serviceVersion: 'serviceVersion',
} as const satisfies Partial<Record<keyof Integration, keyof typeof healthStates.$inferSelect>>

/** Columns that facts of another name are made from. */
const columnsBehind: Partial<Record<keyof Integration, readonly string[]>> = {
  type: ['typeId'],
  staleAt: ['enabled'],
  storedSecrets: ['credentialId'],
  credentialStoredAt: ['credentialId'],
  credentialExpiresAt: ['credentialId'],
}

/** Columns and expressions an order's cursors are made from, besides id and name. */
const behindCursors: Record<IntegrationOrder, readonly string[]> = {
  name: [],
  created: ['createdAt'],
  severity: ['state'],
  type: ['typeId'],
  owner: ['lowerOwner'],
  latency: ['latencyMs'],
  checked: ['checkedAt'],
}

const everything = {
  integration: getTableColumns(integrations),
  health: getTableColumns(healthStates),
  state: stateNow,
  staleAt,
  lowerName,
  lowerOwner,
}

/** What is read for a list, and how. */
export type Shape = {
  selection: typeof everything
  toRow: (values: readonly unknown[]) => Row
  /** The texts of lists without a condition, by direction. */
  kept: Map<string, KeptQuery>
}

const shapes = new WeakMap<NonNullable<Asked>, Map<IntegrationOrder, Shape>>()
const ofEverything = new Map<IntegrationOrder, Shape>()

/** The columns of just these facts and of this order's cursors. Reading fifty rows costs by the cell. */
export function shapeOf(asked: Asked, order: IntegrationOrder): Shape {
  const known = asked ? (shapes.get(asked) ?? new Map<IntegrationOrder, Shape>()) : ofEverything
  if (asked) shapes.set(asked, known)
  const found = known.get(order)
  if (found) return found
  const selection = asked ? narrowed(asked, order) : everything
  const shape: Shape = { selection, toRow: rowReader<Row>(selection), kept: new Map() }
  known.set(order, shape)
  return shape
}

function narrowed(asked: NonNullable<Asked>, order: IntegrationOrder): typeof everything {
  const wanted = new Set<string>(['id', ...behindCursors[order]])
  for (const fact of asked) for (const name of columnsBehind[fact] ?? [fact]) wanted.add(name)
  for (const [fact, column] of Object.entries(healthColumns))
    if (asked.has(fact as keyof Integration)) wanted.add(column)
  if (asked.has('health')) wanted.add('state')
  if (asked.has('staleAt')) wanted.add('staleAt')
  const only = <T extends object>(columns: T) =>
    Object.fromEntries(Object.entries(columns).filter(([name]) => wanted.has(name))) as T
  const { integration, health, lowerName: name, ...expressions } = everything
  return { integration: only(integration), health: only(health), lowerName: name, ...only(expressions) }
}

export const select = (tx: TenantTx, selection = everything) =>
  tx
    .select(selection)
    .from(integrations)
    .innerJoin(healthStates, eq(healthStates.integrationId, integrations.id))
    .$dynamic()

export type Row = { integration: typeof integrations.$inferSelect; health: typeof healthStates.$inferSelect } & {
  state: HealthState
  staleAt: Date | null
  lowerName: string
  lowerOwner: string | null
}

const ofCredential = ['storedSecrets', 'credentialStoredAt', 'credentialExpiresAt'] as const

export async function withCredentials(tx: TenantTx, rows: readonly Row[], asked?: Asked): Promise<Integration[]> {
  const isAsked = !asked || ofCredential.some((fact) => asked.has(fact))
  const ids = isAsked ? rows.flatMap((row) => row.integration.credentialId ?? []) : []
  const facts = await credentialFacts(tx, ids)
  return rows.map(({ integration: row, health, state, staleAt: turnsStaleAt }) => {
    const credential = row.credentialId ? facts.get(row.credentialId) : undefined
    return {
      id: row.id,
      tenantId: row.tenantId,
      projectId: row.projectId,
      environmentId: row.environmentId,
      slug: row.slug,
      name: row.name,
      type: row.typeId,
      connectorVersion: row.connectorVersion,
      instance: row.instance,
      method: row.method,
      config: row.config,
      owner: row.owner,
      enabled: row.enabled,
      intervalSeconds: row.intervalSeconds,
      credentialId: row.credentialId,
      profileId: row.profileId,
      version: row.version,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      deletedAt: row.deletedAt,
      labels: row.labels && Object.entries(row.labels).map(([key, value]) => ({ key, value })),
      storedSecrets: credential?.fieldNames ?? [],
      credentialStoredAt: credential?.storedAt ?? null,
      credentialExpiresAt: credential?.expiresAt ?? null,
      health: state,
      verdict: health.verdict,
      healthSince: health.since,
      checkedAt: health.checkedAt,
      staleAt: row.enabled ? turnsStaleAt : null,
      nextCheckAt: health.dueAt,
      healthMessage: health.message,
      failingProbe: health.failingProbe,
      failureClass: health.failureClass,
      remedy: health.remedy,
      latencyMs: health.latencyMs,
      identity: health.identity,
      serviceVersion: health.serviceVersion,
    }
  })
}

/** Only what the caller may read. */
export function inReach(ctx: Context): SQL | undefined {
  const reach = reachOf(ctx.grants, 'integrations:read')
  if (reach === 'all') return undefined
  return (
    or(
      reach.projectIds.length > 0 ? inArray(integrations.projectId, reach.projectIds) : undefined,
      reach.integrationIds.length > 0 ? inArray(integrations.id, reach.integrationIds) : undefined,
    ) ?? sql`false`
  )
}

export const living = isNull(integrations.deletedAt)
export const restorable = and(
  isNotNull(integrations.deletedAt),
  gt(integrations.deletedAt, sql`now() - make_interval(days => ${restorableDays})`),
)

/** One integration the caller may read: a living one, or, with `deleted`, one that can be restored. */
export async function findIntegration(
  tx: TenantTx,
  ctx: Context,
  ref: Ref<'integration'>,
  { deleted = false } = {},
): Promise<Integration | undefined> {
  const named = 'id' in ref ? eq(integrations.id, ref.id) : eq(integrations.slug, ref.slug)
  const rows = await select(tx)
    .where(and(named, deleted ? restorable : living, inReach(ctx)))
    .orderBy(desc(integrations.deletedAt))
    .limit(1)
  return (await withCredentials(tx, rows))[0]
}

/** The living slugs and names of the tenant that are a stem and a number, for finding the next free number. */
export async function slugsLike(tx: TenantTx, stem: string): Promise<string[]> {
  const numbered = `^${stem}-[0-9]+$`
  const rows = await tx
    .select({ slug: integrations.slug, lowerName })
    .from(integrations)
    .where(and(living, sql`(${integrations.slug} ~ ${numbered} or ${lowerName} ~ ${numbered})`))
  return rows.flatMap((row) => [row.slug, row.lowerName])
}

/** One at a time finds the next free number of a stem: the lock ends with the transaction that uses it. */
export async function lockNumbering(tx: TenantTx, ctx: Context, stem: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`numbering ${ctx.tenantId} ${stem}`}, 0))`)
}

export type NewIntegration = typeof integrations.$inferInsert

/** Turns the refusal of a unique index into words. @throws {HubError} integration.name_taken */
export async function namingConflicts<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    for (const [index, path] of [
      ['integrations_name', 'name'],
      ['integrations_slug', 'slug'],
    ] as const) {
      if (!isUniqueViolation(cause, index)) continue
      const fields = [{ path, message: 'is taken' }]
      throw new HubError('integration.name_taken', `Another integration has this ${path}.`, { fields, cause })
    }
    throw cause
  }
}

export async function insertIntegration(tx: TenantTx, row: NewIntegration): Promise<void> {
  await tx.insert(integrations).values(row)
}

/**
 * Changes a row if it still has the version the caller read, and counts the version on.
 *
 * @throws {HubError} integration.version_stale
 */
export async function changeIntegration(
  tx: TenantTx,
  saved: { id: Id<'integration'>; version: number },
  set: Partial<NewIntegration>,
): Promise<void> {
  const changed = await tx
    .update(integrations)
    .set({ ...set, version: sql`${integrations.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(integrations.id, saved.id), eq(integrations.version, saved.version)))
    .returning({ id: integrations.id })
  if (changed.length === 0) throw new HubError('integration.version_stale')
}
