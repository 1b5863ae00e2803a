import { and, asc, count, eq, isNotNull, isNull } from 'drizzle-orm'
import { environments, integrations } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import { isUniqueViolation } from '@/db/violations'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { findId, type Id, newId } from '@/server/kernel/ids'
import { requirePermission } from '@/server/kernel/permissions'
import { emit } from '../events/emit'
import { requireName } from '../names'
import { requireSlug, slugFrom } from './slugs'

export type Environment = { id: Id<'environment'>; tenantId: Id<'tenant'>; slug: string; name: string }

type Row = typeof environments.$inferSelect

const isRef = (ref: string) => {
  const id = findId('environment', ref)
  return (environment: Environment) => environment.id === id || environment.slug === ref
}

export async function listEnvironments(ctx: Context): Promise<Environment[]> {
  return inTenant(ctx, (tx) => tx.select().from(environments).orderBy(asc(environments.position)))
}

/** @throws {HubError} environment.not_found */
export async function getEnvironment(ctx: Context, ref: string): Promise<Environment> {
  const found = (await listEnvironments(ctx)).find(isRef(ref))
  if (found) return found
  throw new HubError('environment.not_found')
}

/** All of them in their order, so that only one change at a time moves them. */
const lockAll = (tx: TenantTx): Promise<Row[]> =>
  tx.select().from(environments).orderBy(asc(environments.position), asc(environments.id)).for('update')

function requireAmong(all: readonly Row[], ref: string): Row {
  const found = all.find(isRef(ref))
  if (found) return found
  throw new HubError('environment.not_found')
}

/** @throws {HubError} request.invalid naming the slug */
async function refusingTakenSlug<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!isUniqueViolation(cause, 'environments_slug')) throw cause
    const fields = [{ path: 'slug', message: 'is taken' }]
    throw new HubError('request.invalid', 'Another environment has this slug.', { fields, cause })
  }
}

/**
 * Adds an environment after the others.
 *
 * @throws {HubError} permission.denied, request.invalid
 * @emits environment.created
 */
export async function createEnvironment(
  ctx: Context,
  input: { name: string; slug?: string | null | undefined },
): Promise<Environment> {
  requirePermission(ctx, 'tenant:write')
  const slug = requireSlug(input.slug ?? slugFrom(input.name, 'environment'), 'slug')
  const name = requireName(input.name, 'name')
  return refusingTakenSlug(() =>
    inTenant(ctx, async (tx) => {
      const last = (await lockAll(tx)).at(-1)
      const id = newId('environment')
      const position = (last?.position ?? -1) + 1
      const [row] = await tx
        .insert(environments)
        .values({ id, tenantId: ctx.tenantId, slug, name, position })
        .returning()
      if (!row) throw new HubError('hub.internal')
      await emit(tx, ctx, 'environment.created', { data: { environmentId: id, slug, name } })
      return row
    }),
  )
}

/** Puts one at its new place and counts all anew, from 0. */
async function place(tx: TenantTx, all: readonly Row[], moved: Row, position: number): Promise<void> {
  const others = all.filter((each) => each.id !== moved.id)
  const order = [...others.slice(0, position), moved, ...others.slice(position)]
  for (const [at, each] of order.entries()) {
    if (each.position === at) continue
    await tx.update(environments).set({ position: at }).where(eq(environments.id, each.id))
  }
}

export type UpdateEnvironmentInput = {
  /** Id or slug. */
  id: string
  name?: string | null | undefined
  slug?: string | null | undefined
  /** From 0; one beyond the end is the end. */
  position?: number | null | undefined
}

function requirePosition(position: number): void {
  if (Number.isInteger(position) && position >= 0) return
  throw new HubError('request.invalid', undefined, { fields: [{ path: 'position', message: 'has to be 0 or more' }] })
}

/**
 * Renames an environment or moves it among the others.
 *
 * @throws {HubError} permission.denied, request.invalid, environment.not_found
 * @emits environment.updated, when something changed
 */
export async function updateEnvironment(ctx: Context, input: UpdateEnvironmentInput): Promise<Environment> {
  requirePermission(ctx, 'tenant:write')
  const name = input.name == null ? undefined : requireName(input.name, 'name')
  const slug = input.slug == null ? undefined : requireSlug(input.slug, 'slug')
  if (input.position != null) requirePosition(input.position)
  return refusingTakenSlug(() =>
    inTenant(ctx, async (tx) => {
      const all = await lockAll(tx)
      const before = requireAmong(all, input.id)
      const next = { name: name ?? before.name, slug: slug ?? before.slug }
      const from = all.indexOf(before)
      const to = Math.min(input.position ?? from, all.length - 1)
      const changed = [
        ...(['name', 'slug'] as const).filter((key) => next[key] !== before[key]),
        ...(to === from ? [] : ['position']),
      ]
      if (changed.length === 0) return before
      await tx.update(environments).set(next).where(eq(environments.id, before.id))
      if (to !== from) await place(tx, all, before, to)
      await emit(tx, ctx, 'environment.updated', { data: { environmentId: before.id, ...next, changed } })
      return { ...before, ...next }
    }),
  )
}

/**
 * Deletes an environment that no integration is in. Deleted integrations that wait to be restored are then in none.
 *
 * @throws {HubError} permission.denied, environment.not_found, environment.not_empty
 * @emits environment.deleted
 */
export async function deleteEnvironment(ctx: Context, input: { id: string }): Promise<Id<'environment'>> {
  requirePermission(ctx, 'tenant:write')
  return inTenant(ctx, async (tx) => {
    const { id, slug, name } = requireAmong(await lockAll(tx), input.id)
    const inIt = eq(integrations.environmentId, id)
    const [living] = await tx
      .select({ count: count() })
      .from(integrations)
      .where(and(inIt, isNull(integrations.deletedAt)))
    if ((living?.count ?? 0) > 0) throw new HubError('environment.not_empty')
    await tx
      .update(integrations)
      .set({ environmentId: null })
      .where(and(inIt, isNotNull(integrations.deletedAt)))
    await tx.delete(environments).where(eq(environments.id, id))
    await emit(tx, ctx, 'environment.deleted', { data: { environmentId: id, slug, name } })
    return id
  })
}
