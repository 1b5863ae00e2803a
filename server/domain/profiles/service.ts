import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { encodeCursor, type Page, pageSize } from '@/server/kernel/page'
import { emit } from '../events/emit'
import { factsOf, moveDefault, toProfile } from './drawing'
import type { ListProfilesInput, Profile } from './profile'
import { requireReading, requireWriting } from './rules'
import { cursorOf, listRows, lockDefault, markDefault, removeProfile, requireProfile } from './store'

export { createProfile } from './create'
export { findLastUsed, readLastUsed } from './last-used'
export type { LastUsed, ListProfilesInput, Profile } from './profile'
export { completeFromProfile, noteProfileUsed, requireSaving, saveAsProfile } from './start'
export { updateProfile } from './update'

/**
 * One profile, by id or by name.
 *
 * @throws {HubError} permission.denied, profile.not_found
 */
export async function getProfile(ctx: Context, ref: string): Promise<Profile> {
  requireReading(ctx)
  return toProfile(ctx, await inTenant(ctx, (tx) => requireProfile(tx, ctx, ref)))
}

/** The profiles of the tenant by name, in pages. @throws {HubError} permission.denied, request.invalid */
export async function listProfiles(ctx: Context, input: ListProfilesInput = {}): Promise<Page<Profile>> {
  requireReading(ctx)
  const first = pageSize(input)
  const { type, instance, templates, text } = input
  const conditions = {
    type: type ?? undefined,
    instance: instance ?? undefined,
    templates: templates ?? undefined,
    text: text?.trim() || undefined,
  }
  const { found, totalCount } = await inTenant(ctx, (tx) =>
    listRows(tx, ctx, conditions, { first, after: input.after }),
  )
  const shown = found.slice(0, first)
  const items = await Promise.all(
    shown.map(async (each) => ({ node: await toProfile(ctx, each), cursor: encodeCursor(cursorOf(each.row)) })),
  )
  return { items, hasNextPage: found.length > first, totalCount }
}

/**
 * Makes a profile the one its type starts from, or takes that away. Of many at once the last one stays, and there is
 * never a second.
 *
 * @throws {HubError} permission.denied, profile.not_found
 * @emits profile.updated of each profile whose star came or went
 */
export async function setDefaultProfile(
  ctx: Context,
  { id, isDefault = true }: { id: string; isDefault?: boolean },
): Promise<Profile> {
  requireWriting(ctx)
  return inTenant(ctx, async (tx) => {
    const { typeId } = (await requireProfile(tx, ctx, id)).row
    await lockDefault(tx, ctx, typeId)
    // Read behind the lock: who had it before this one is known only now.
    const { row } = await requireProfile(tx, ctx, id)
    if (row.isDefault !== isDefault) {
      await (isDefault ? moveDefault(tx, ctx, row) : markDefault(tx, row.id, false))
      await emit(tx, ctx, 'profile.updated', { data: { ...factsOf(row), changed: ['isDefault'] } })
    }
    return toProfile(ctx, await requireProfile(tx, ctx, row.id))
  })
}

/**
 * Deletes a profile. Integrations that were started from it stay, and name it no more.
 *
 * @throws {HubError} permission.denied, profile.not_found
 * @emits profile.deleted
 */
export async function deleteProfile(ctx: Context, ref: string): Promise<Profile> {
  requireWriting(ctx)
  return inTenant(ctx, async (tx) => {
    const found = await requireProfile(tx, ctx, ref)
    if (!(await removeProfile(tx, found.row.id))) throw new HubError('profile.not_found')
    await emit(tx, ctx, 'profile.deleted', { data: factsOf(found.row) })
    return toProfile(ctx, found)
  })
}
