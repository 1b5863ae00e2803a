import { type Connector, publicConfig } from '@/connectors/kit'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { CallPolicyChanges } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId } from '@/server/kernel/ids'
import { findConnector } from '../connectors/service'
import { emit } from '../events/emit'
import { keepKey, once, type Request } from '../idempotency/service'
import { type Label, labelList, labelMap } from '../placing'
import { factsOf, moveDefault, toProfile } from './drawing'
import type { CreateProfileInput, Profile } from './profile'
import { parseProfilePolicy, requireFitting, requireWriting, withoutFallback } from './rules'
import {
  insertProfile,
  lockDefault,
  namingConflicts,
  type ProfileRow,
  requireProfile,
  settingsOfIntegration,
} from './store'

export type Content = {
  typeId: string
  instance: string
  method: string
  config: Record<string, unknown>
  callPolicy: CallPolicyChanges
  labels: Label[]
  intervalSeconds: number | null
}

/** What a new profile begins with: a copy of an integration's settings, of another profile's, or nothing. */
async function copied(tx: TenantTx, ctx: Context, input: CreateProfileInput): Promise<Content | null> {
  const { fromIntegration, fromProfile } = input
  if (fromIntegration && fromProfile) {
    const fields = [{ path: 'fromProfile', message: 'cannot be given together with fromIntegration' }]
    throw new HubError('request.invalid', undefined, { fields })
  }
  const source = fromIntegration
    ? await settingsOfIntegration(tx, ctx, fromIntegration)
    : fromProfile
      ? (await requireProfile(tx, ctx, fromProfile)).row
      : null
  if (!source) return null
  const { typeId, instance, method, config, callPolicy, labels, intervalSeconds } = source
  return { typeId, instance, method, config, callPolicy, labels: labelList(labels), intervalSeconds }
}

function placeIn({ manifest }: Connector, input: CreateProfileInput, from: Content | null) {
  const instance = input.instance ?? from?.instance ?? Object.keys(manifest.instances)[0] ?? ''
  const usual = manifest.instances[instance]?.methods?.[0] ?? Object.keys(manifest.methods)[0] ?? ''
  return { instance, method: input.method ?? from?.method ?? usual }
}

async function contentOf(tx: TenantTx, ctx: Context, input: CreateProfileInput): Promise<Content> {
  const from = await copied(tx, ctx, input)
  const typeId = input.type ?? from?.typeId
  if (!typeId) throw new HubError('request.invalid', undefined, { fields: [{ path: 'type', message: 'is required' }] })
  const connector = await findConnector(ctx, typeId)
  const place = placeIn(connector, input, from)
  const before = from ? publicConfig(connector, { ...place, config: from.config }) : {}
  const config = input.config ?? before
  const labels = [...(input.labels ?? from?.labels ?? [])]
  requireFitting({ ...input, labels }, connector, { ...place, config })
  return {
    typeId,
    ...place,
    config,
    callPolicy: input.callPolicy ? parseProfilePolicy(input.callPolicy) : withoutFallback(from?.callPolicy ?? {}),
    labels,
    intervalSeconds: input.intervalSeconds ?? from?.intervalSeconds ?? null,
  }
}

type Naming = Pick<CreateProfileInput, 'name' | 'description' | 'isDefault' | 'isTemplate'> & { id?: Id<'profile'> }

export async function insertNamed(tx: TenantTx, ctx: Context, content: Content, naming: Naming): Promise<ProfileRow> {
  if (naming.isDefault) await lockDefault(tx, ctx, content.typeId)
  const row = await insertProfile(tx, {
    ...content,
    id: naming.id ?? newId('profile'),
    tenantId: ctx.tenantId,
    name: naming.name.trim(),
    description: naming.description?.trim() || null,
    labels: labelMap(content.labels),
    isTemplate: naming.isTemplate ?? false,
    createdById: ctx.actor.kind === 'user' ? ctx.actor.id : null,
    createdBy: ctx.actor.name,
  })
  if (naming.isDefault) await moveDefault(tx, ctx, row)
  await emit(tx, ctx, 'profile.created', { data: factsOf(row) })
  return row
}

/**
 * Saves settings under a name: typed ones, those of an integration, or a copy of another profile, with what is given
 * beside it instead of what was there.
 *
 * @throws {HubError} permission.denied, connector.unknown, integration.settings_invalid, integration.not_found,
 *   profile.not_found, profile.name_taken, request.invalid, request.key_reused
 * @emits profile.created, and profile.updated of the one that was the default
 */
export async function createProfile(ctx: Context, input: CreateProfileInput): Promise<Profile> {
  requireWriting(ctx)
  const { idempotencyKey: key, ...body } = input
  const request = { key, operation: 'createProfile', noun: 'profile', body } as const
  return once(ctx, request, {
    again: (id) => inTenant(ctx, async (tx) => toProfile(ctx, await requireProfile(tx, ctx, id))),
    run: () => makeProfile(ctx, input, request),
  })
}

function makeProfile(ctx: Context, input: CreateProfileInput, request: Request<'profile'>): Promise<Profile> {
  return namingConflicts(() =>
    inTenant(ctx, async (tx) => {
      const id = newId('profile')
      await keepKey(tx, ctx, request, id)
      const row = await insertNamed(tx, ctx, await contentOf(tx, ctx, input), { ...input, id })
      return toProfile(ctx, await requireProfile(tx, ctx, row.id))
    }),
  )
}
