import { publicConfig } from '@/connectors/kit'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { findConnector } from '../connectors/service'
import { emit } from '../events/emit'
import { labelMap } from '../placing'
import { factsOf, moveDefault, toProfile } from './drawing'
import type { Profile, UpdateProfileInput } from './profile'
import { parseProfilePolicy, requireFitting, requireWriting } from './rules'
import { changeProfile, lockDefault, markDefault, namingConflicts, type ProfileRow, requireProfile } from './store'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The columns a change sets; a field that is not named stays, null takes a text or a number away. */
function columnsOf(row: ProfileRow, input: UpdateProfileInput): Partial<ProfileRow> {
  const { name, description, instance, method, config, callPolicy, labels, intervalSeconds, isTemplate } = input
  const wanted: Partial<ProfileRow> = {
    ...(name != null && { name: name.trim() }),
    ...(description !== undefined && { description: description?.trim() || null }),
    ...(instance != null && { instance }),
    ...(method != null && { method }),
    ...(config != null && { config }),
    ...(callPolicy != null && { callPolicy: parseProfilePolicy(callPolicy) }),
    ...(labels != null && { labels: labelMap(labels) }),
    ...(intervalSeconds !== undefined && { intervalSeconds }),
    ...(isTemplate != null && { isTemplate }),
  }
  const differing = Object.entries(wanted).filter(([column, value]) => !same(row[column as keyof ProfileRow], value))
  return Object.fromEntries(differing)
}

/** Only settings that are touched have to fit: one that an upgrade broke can still be renamed. */
async function fittingColumns(ctx: Context, row: ProfileRow, input: UpdateProfileInput): Promise<Partial<ProfileRow>> {
  const columns = columnsOf(row, input)
  const touches = columns.instance !== undefined || columns.method !== undefined || columns.config !== undefined
  if (!touches) {
    requireFitting(input, null, null)
    return columns
  }
  const connector = await findConnector(ctx, row.typeId)
  const place = { instance: columns.instance ?? row.instance, method: columns.method ?? row.method }
  const config = columns.config ?? publicConfig(connector, { ...place, config: row.config })
  requireFitting(input, connector, { ...place, config })
  return { ...columns, config }
}

type Change = { columns: Partial<ProfileRow>; isDefault: boolean }

async function applyChange(tx: TenantTx, ctx: Context, row: ProfileRow, { columns, isDefault }: Change): Promise<void> {
  const isMoved = isDefault !== row.isDefault
  const changed = [...Object.keys(columns), ...(isMoved ? ['isDefault'] : [])]
  if (changed.length === 0) return
  if (isMoved) await lockDefault(tx, ctx, row.typeId)
  await changeProfile(tx, row, columns)
  if (isMoved) await (isDefault ? moveDefault(tx, ctx, row) : markDefault(tx, row.id, false))
  const now = (await requireProfile(tx, ctx, row.id)).row
  await emit(tx, ctx, 'profile.updated', { data: { ...factsOf(now), changed } })
}

/**
 * Changes a profile. Integrations that were started from it stay as they are.
 *
 * @throws {HubError} permission.denied, profile.not_found, profile.version_stale, profile.name_taken,
 *   connector.unknown, integration.settings_invalid, request.invalid
 * @emits profile.updated
 */
export async function updateProfile(ctx: Context, input: UpdateProfileInput): Promise<Profile> {
  requireWriting(ctx)
  return namingConflicts(() =>
    inTenant(ctx, async (tx) => {
      const { row } = await requireProfile(tx, ctx, input.id)
      if (row.version !== input.version) throw new HubError('profile.version_stale')
      const columns = await fittingColumns(ctx, row, input)
      await applyChange(tx, ctx, row, { columns, isDefault: input.isDefault ?? row.isDefault })
      return toProfile(ctx, await requireProfile(tx, ctx, row.id))
    }),
  )
}
