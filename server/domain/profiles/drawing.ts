import { partialProblems, publicConfig } from '@/connectors/kit'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import { findConnector } from '../connectors/service'
import { emit } from '../events/emit'
import { labelList } from '../placing'
import type { Profile } from './profile'
import { type Counted, clearDefault, markDefault, type ProfileRow } from './store'

/**
 * Connection profiles: settings to start an integration from. What was saved may not fit the connector any more after
 * an upgrade; then the profile says so, and whatever the connector does not know, or calls a secret now, is left out.
 */
type Drawn = { config: Record<string, unknown>; problems: FieldProblem[] }

async function drawn(ctx: Context, row: ProfileRow): Promise<Drawn> {
  try {
    const connector = await findConnector(ctx, row.typeId)
    return { config: publicConfig(connector, row), problems: partialProblems(connector, row) }
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== 'connector.unknown') throw error
    return { config: {}, problems: [{ path: 'type', message: 'is not a type this hub knows any more' }] }
  }
}

export async function toProfile(ctx: Context, { row, integrationCount }: Counted): Promise<Profile> {
  const { typeId, labels, createdById: _internal, ...facts } = row
  return { ...facts, type: typeId, labels: labelList(labels), integrationCount, ...(await drawn(ctx, row)) }
}

export const factsOf = ({ id, name, typeId }: ProfileRow) => ({ profileId: id, name, type: typeId })

/** Gives the star to one profile of its type and takes it from the one that had it, which is told of, too. */
export async function moveDefault(tx: TenantTx, ctx: Context, row: ProfileRow): Promise<void> {
  const former = await clearDefault(tx, row.typeId)
  await markDefault(tx, row.id, true)
  for (const each of former) {
    if (each.id === row.id) continue
    await emit(tx, ctx, 'profile.updated', { data: { ...factsOf(each), changed: ['isDefault'] } })
  }
}
