import { and, asc, count, desc, eq, ilike, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { connectionProfiles, integrations } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import { isUniqueViolation } from '@/db/violations'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { findId, type Id, toUuid } from '@/server/kernel/ids'
import { cursorUuid, decodeCursor } from '@/server/kernel/page'
import { reachOf } from '@/server/kernel/permissions'

export type ProfileRow = typeof connectionProfiles.$inferSelect
export type NewProfileRow = typeof connectionProfiles.$inferInsert
export type Counted = { row: ProfileRow; integrationCount: number }

const lowerName = sql<string>`lower(${connectionProfiles.name})`

/** The integrations of which the caller may know. */
function readable(ctx: Context): SQL | undefined {
  const reach = reachOf(ctx.grants, 'integrations:read')
  if (reach === 'all') return isNull(integrations.deletedAt)
  const within = or(
    reach.projectIds.length > 0 ? inArray(integrations.projectId, reach.projectIds) : undefined,
    reach.integrationIds.length > 0 ? inArray(integrations.id, reach.integrationIds) : undefined,
  )
  return and(isNull(integrations.deletedAt), within ?? sql`false`)
}

async function counted(tx: TenantTx, ctx: Context, rows: readonly ProfileRow[]): Promise<Counted[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const counts = await tx
    .select({ profileId: integrations.profileId, users: count() })
    .from(integrations)
    .where(and(inArray(integrations.profileId, ids), readable(ctx)))
    .groupBy(integrations.profileId)
  const users = new Map(counts.map(({ profileId, users: found }) => [profileId, found]))
  return rows.map((row) => ({ row, integrationCount: users.get(row.id) ?? 0 }))
}

/** By id, or by name in any case of letters. */
function named(ref: string): SQL {
  const id = findId('profile', ref)
  return id ? eq(connectionProfiles.id, id) : eq(lowerName, sql`lower(${ref})`)
}

/** @throws {HubError} profile.not_found */
export async function requireProfile(tx: TenantTx, ctx: Context, ref: string): Promise<Counted> {
  const rows = await tx.select().from(connectionProfiles).where(named(ref)).limit(1)
  const [found] = await counted(tx, ctx, rows)
  if (found) return found
  throw new HubError('profile.not_found')
}

export type ProfileConditions = {
  type?: string | undefined
  instance?: string | undefined
  templates?: boolean | undefined
  text?: string | undefined
}

const containing = (text: string) => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`

function where({ type, instance, templates, text }: ProfileConditions): SQL | undefined {
  return and(
    type === undefined ? undefined : eq(connectionProfiles.typeId, type),
    instance === undefined ? undefined : eq(connectionProfiles.instance, instance),
    templates === undefined ? undefined : eq(connectionProfiles.isTemplate, templates),
    text === undefined
      ? undefined
      : or(ilike(connectionProfiles.name, containing(text)), ilike(connectionProfiles.description, containing(text))),
  )
}

/** By name. A row more than asked for tells that there are others. */
export async function listRows(
  tx: TenantTx,
  ctx: Context,
  conditions: ProfileConditions,
  { first, after }: { first: number; after: string | null | undefined },
): Promise<{ found: Counted[]; totalCount: number }> {
  const [name, uuid] = after ? decodeCursor(after, 2) : []
  const onward =
    name === undefined
      ? undefined
      : sql`(${lowerName}, ${connectionProfiles.id}) > (${String(name)}, ${cursorUuid(uuid)}::uuid)`
  const rows = await tx
    .select()
    .from(connectionProfiles)
    .where(and(where(conditions), onward))
    .orderBy(asc(lowerName), asc(connectionProfiles.id))
    .limit(first + 1)
  const [all] = await tx.select({ total: count() }).from(connectionProfiles).where(where(conditions))
  return { found: await counted(tx, ctx, rows), totalCount: all?.total ?? 0 }
}

export const cursorOf = ({ name, id }: ProfileRow) => [name.toLowerCase(), toUuid(id)] as const

/** Turns the refusal of the unique name into words. @throws {HubError} profile.name_taken naming `path` */
export async function namingConflicts<T>(work: () => Promise<T>, path = 'name'): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!isUniqueViolation(cause, 'connection_profiles_name')) throw cause
    throw new HubError('profile.name_taken', undefined, { fields: [{ path, message: 'is taken' }], cause })
  }
}

export async function insertProfile(tx: TenantTx, row: NewProfileRow): Promise<ProfileRow> {
  const [made] = await tx.insert(connectionProfiles).values(row).returning()
  if (made) return made
  throw new HubError('hub.internal')
}

/**
 * Changes a profile if it still has the version the caller read, and counts the version on.
 *
 * @throws {HubError} profile.version_stale
 */
export async function changeProfile(
  tx: TenantTx,
  at: { id: Id<'profile'>; version: number },
  set: Partial<NewProfileRow>,
): Promise<void> {
  const changed = await tx
    .update(connectionProfiles)
    .set({ ...set, version: sql`${connectionProfiles.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(connectionProfiles.id, at.id), eq(connectionProfiles.version, at.version)))
    .returning({ id: connectionProfiles.id })
  if (changed.length === 0) throw new HubError('profile.version_stale')
}

export async function removeProfile(tx: TenantTx, id: Id<'profile'>): Promise<boolean> {
  const gone = await tx.delete(connectionProfiles).where(eq(connectionProfiles.id, id)).returning()
  return gone.length > 0
}

/** Whoever makes a profile the default of a type waits for the one before: the lock ends with the transaction. */
export async function lockDefault(tx: TenantTx, ctx: Context, typeId: string): Promise<void> {
  const key = `default profile ${ctx.tenantId} ${typeId}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}

/** Takes the star from whichever profile of the type has it. To be called behind `lockDefault`. */
export function clearDefault(tx: TenantTx, typeId: string): Promise<ProfileRow[]> {
  return tx
    .update(connectionProfiles)
    .set({ isDefault: false })
    .where(and(eq(connectionProfiles.typeId, typeId), eq(connectionProfiles.isDefault, true)))
    .returning()
}

export async function markDefault(tx: TenantTx, id: Id<'profile'>, isDefault: boolean): Promise<void> {
  await tx.update(connectionProfiles).set({ isDefault }).where(eq(connectionProfiles.id, id))
}

/** A template is not changed by using it. @throws {HubError} profile.not_found when it is gone meanwhile */
export async function markUsed(tx: TenantTx, id: Id<'profile'>): Promise<void> {
  const [found] = await tx
    .select({ isTemplate: connectionProfiles.isTemplate })
    .from(connectionProfiles)
    .where(eq(connectionProfiles.id, id))
    .for('update')
  if (!found) throw new HubError('profile.not_found')
  if (found.isTemplate) return
  await tx
    .update(connectionProfiles)
    .set({ usedCount: sql`${connectionProfiles.usedCount} + 1`, lastUsedAt: sql`now()` })
    .where(eq(connectionProfiles.id, id))
}

export type IntegrationSettings = Pick<
  typeof integrations.$inferSelect,
  'typeId' | 'instance' | 'method' | 'config' | 'callPolicy' | 'labels' | 'intervalSeconds' | 'slug' | 'updatedAt'
>

const settingsColumns = {
  typeId: integrations.typeId,
  instance: integrations.instance,
  method: integrations.method,
  config: integrations.config,
  callPolicy: integrations.callPolicy,
  labels: integrations.labels,
  intervalSeconds: integrations.intervalSeconds,
  slug: integrations.slug,
  updatedAt: integrations.updatedAt,
}

/** The settings of an integration the caller may read. @throws {HubError} integration.not_found */
export async function settingsOfIntegration(tx: TenantTx, ctx: Context, ref: string): Promise<IntegrationSettings> {
  const id = findId('integration', ref)
  const [found] = await tx
    .select(settingsColumns)
    .from(integrations)
    .where(and(id ? eq(integrations.id, id) : eq(integrations.slug, ref), readable(ctx)))
  if (found) return found
  throw new HubError('integration.not_found')
}

/** What was set up or changed last of a type: by the caller, else by anybody. */
export async function lastConnected(
  tx: TenantTx,
  ctx: Context,
  { type, instance }: { type: string; instance?: string | null | undefined },
): Promise<IntegrationSettings | undefined> {
  const own = ctx.actor.kind === 'user' ? eq(integrations.createdById, ctx.actor.id) : sql`false`
  const [found] = await tx
    .select(settingsColumns)
    .from(integrations)
    .where(
      and(readable(ctx), eq(integrations.typeId, type), instance ? eq(integrations.instance, instance) : undefined),
    )
    .orderBy(desc(sql`coalesce(${own}, false)`), desc(integrations.updatedAt))
    .limit(1)
  return found
}
