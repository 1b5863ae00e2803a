import { and, asc, count, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { integrations, projects, webhookDeliveries, webhookEndpoints } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import { isUniqueViolation } from '@/db/violations'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { findId, type Id } from '@/server/kernel/ids'
import { openStates } from '@/server/kernel/webhooks'
import type { EndpointRow } from './endpoint'

export type NewEndpointRow = typeof webhookEndpoints.$inferInsert

/** A tenant has few: they are read together, and who may see which is judged one by one. */
export const mostEndpoints = 1_000

const lowerName = sql`lower(${webhookEndpoints.name})`

export async function allEndpoints(tx: TenantTx): Promise<EndpointRow[]> {
  return tx.select().from(webhookEndpoints).orderBy(asc(lowerName), asc(webhookEndpoints.id)).limit(mostEndpoints)
}

/** By id, or by name in any case of letters. @throws {HubError} webhook.not_found */
export async function requireEndpoint(tx: TenantTx, ref: string, lock = false): Promise<EndpointRow> {
  const id = findId('webhookEndpoint', ref)
  const query = tx
    .select()
    .from(webhookEndpoints)
    .where(id ? eq(webhookEndpoints.id, id) : eq(lowerName, sql`lower(${ref})`))
    .limit(1)
  const [row] = await (lock ? query.for('update') : query)
  if (row) return row
  throw new HubError('webhook.not_found')
}

/** @throws {HubError} webhook.limit_reached, webhook.name_taken */
export async function insertEndpoint(tx: TenantTx, row: NewEndpointRow): Promise<EndpointRow> {
  const [there] = await tx.select({ total: count() }).from(webhookEndpoints)
  if ((there?.total ?? 0) >= mostEndpoints) throw new HubError('webhook.limit_reached')
  const [made] = await tx.insert(webhookEndpoints).values(row).returning()
  if (made) return made
  throw new HubError('hub.internal')
}

/** Changes an endpoint that is locked, and counts its version on. */
export async function changeEndpoint(
  tx: TenantTx,
  id: Id<'webhookEndpoint'>,
  set: Partial<NewEndpointRow>,
): Promise<EndpointRow> {
  const [row] = await tx
    .update(webhookEndpoints)
    .set({ ...set, version: sql`${webhookEndpoints.version} + 1`, updatedAt: sql`now()` })
    .where(eq(webhookEndpoints.id, id))
    .returning()
  if (row) return row
  throw new HubError('webhook.not_found')
}

export async function removeEndpoint(tx: TenantTx, id: Id<'webhookEndpoint'>): Promise<void> {
  await tx.delete(webhookEndpoints).where(eq(webhookEndpoints.id, id))
}

/** No sender has it. */
export const isNotTaken = or(
  isNull(webhookDeliveries.leasedUntil),
  sql`${webhookDeliveries.leasedUntil} <= clock_timestamp()`,
)

/** Ends what waits for an endpoint; what is being sent right now comes to its end. @returns how many there were */
export async function leaveOut(
  tx: TenantTx,
  ctx: Context,
  { endpointId, message }: { endpointId: Id<'webhookEndpoint'>; message: string },
): Promise<number> {
  const gone = await tx
    .update(webhookDeliveries)
    .set({ state: 'skipped', changedAt: sql`clock_timestamp()`, message })
    .where(
      and(
        eq(webhookDeliveries.tenantId, ctx.tenantId),
        eq(webhookDeliveries.endpointId, endpointId),
        inArray(webhookDeliveries.state, [...openStates]),
        isNotTaken,
      ),
    )
    .returning({ id: webhookDeliveries.id })
  return gone.length
}

/** Turns the refusal of the unique name into words. @throws {HubError} webhook.name_taken */
export async function namingConflicts<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!isUniqueViolation(cause, 'webhook_endpoints_name')) throw cause
    throw new HubError('webhook.name_taken', undefined, { fields: [{ path: 'name', message: 'is taken' }], cause })
  }
}

export type Placed = { id: Id<'integration'>; projectId: Id<'project'> }

const slugsAndIds = <N extends 'integration' | 'project'>(noun: N, refs: readonly string[]) => ({
  ids: refs.flatMap((ref) => findId(noun, ref) ?? []),
  slugs: refs.filter((ref) => !findId(noun, ref)),
})

/** Living integrations of the tenant by id or slug, in the order they were named; undefined where there is none. */
export async function placesOf(tx: TenantTx, refs: readonly string[]): Promise<(Placed | undefined)[]> {
  if (refs.length === 0) return []
  const { ids, slugs } = slugsAndIds('integration', refs)
  const among = sql`(${ids.length > 0 ? inArray(integrations.id, ids) : sql`false`} or ${
    slugs.length > 0 ? inArray(integrations.slug, slugs) : sql`false`
  })`
  const rows = await tx
    .select({ id: integrations.id, slug: integrations.slug, projectId: integrations.projectId })
    .from(integrations)
    .where(and(among, isNull(integrations.deletedAt)))
  return refs.map((ref) => rows.find(({ id, slug }) => slug === ref || id === findId('integration', ref)))
}

export async function projectsOf(tx: TenantTx, refs: readonly string[]): Promise<(Id<'project'> | undefined)[]> {
  if (refs.length === 0) return []
  const rows = await tx.select({ id: projects.id, slug: projects.slug }).from(projects)
  return refs.map((ref) => rows.find(({ id, slug }) => slug === ref || id === findId('project', ref))?.id)
}
