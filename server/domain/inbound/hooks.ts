import { eq, sql } from 'drizzle-orm'
import { inboundHooks, inboundSeen } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { newId, parseId, toUuid } from '@/server/kernel/ids'
import { type HookKind, hookKinds } from '@/server/kernel/inbound'
import { decodeCursor, encodeCursor, type Page, type PageInput, pageSize } from '@/server/kernel/page'
import { requirePermission } from '@/server/kernel/permissions'
import { isStorable } from '@/server/kernel/text'
import { env } from '@/server/platform/env'
import { hashToken, newToken } from '@/server/platform/tokens'
import { findConnector } from '../connectors/service'
import { emit } from '../events/emit'
import type { Hook, HookRow, IssuedHook } from './hook'
import { parseSchemes, schemesOf, secretFor, trustsTheAddress } from './schemes'
import {
  insertSecret,
  insertToken,
  type Owner,
  openToken,
  placeOf,
  present,
  requireHook,
  requireOwner,
  type StoredHook,
  selectHooks,
} from './store'

/** Hooks: made, changed, given new secrets, and taken away. */
export const factsOf = ({ hook, owner }: StoredHook) => ({
  ...{ hookId: hook.id, name: hook.name, integrationId: owner.id, slug: owner.slug },
})

export const pathPrefix = '/hooks/'
export const appPrefix = '/api/v1/webhooks/'

/** The address for the provider. What is shared by all of a type holds no token. */
export async function addressOf(ctx: Context, { kind, owner, token }: { kind: HookKind; owner: Owner; token: string }) {
  const origin = env().INTHUB_URL
  if (kind === 'path') return `${origin}${pathPrefix}${token}`
  const { manifest } = await findConnector(ctx, owner.typeId, owner.connectorVersion)
  return `${origin}${appPrefix}${manifest.aliases?.[0] ?? manifest.slug ?? manifest.id}`
}

const invalid = (path: string, message: string) =>
  new HubError('request.invalid', undefined, { fields: [{ path, message }] })

function parseText(path: string, text: string, max: number): string {
  const trimmed = text.trim()
  if (trimmed !== '' && trimmed.length <= max && isStorable(trimmed)) return trimmed
  throw invalid(path, `has to have 1 to ${max} characters`)
}

export type CreateHookInput = {
  /** Id or slug. */
  integration: string
  name?: string | null | undefined
  kind?: HookKind | null | undefined
  /** Of the kind `app`: the repository, project or workspace whose webhooks are meant; all of them when absent. */
  route?: string | null | undefined
  /** What the provider signs with, where it is not for the hub to choose. */
  secret?: string | null | undefined
  /** How the sender is proven, where the connector does not know. */
  schemes?: readonly unknown[] | null | undefined
}

function parseKind({ kind, route }: CreateHookInput): Pick<HookRow, 'kind' | 'routeKey'> {
  const chosen = kind ?? 'path'
  if (!hookKinds.includes(chosen)) throw invalid('kind', `is one of ${hookKinds.join(', ')}`)
  if (chosen === 'path' && route) throw invalid('route', 'belongs to a hook of the kind app')
  return { kind: chosen, routeKey: route ? parseText('route', route, 300).toLowerCase() : null }
}

/**
 * Makes a hook for the webhooks of an integration's provider. Its address and its secret are told here, once.
 *
 * @throws {HubError} integration.not_found, permission.denied, request.invalid
 * @emits inbound_hook.created
 */
export async function createHook(ctx: Context, input: CreateHookInput): Promise<IssuedHook> {
  const kind = parseKind(input)
  const name = parseText('name', input.name ?? 'default', 80)
  return inTenant(ctx, async (tx) => {
    const owner = await requireOwner(tx, ctx, input.integration, 'webhooks:write')
    const connector = await findConnector(ctx, owner.typeId, owner.connectorVersion)
    const own = parseSchemes(connector, input.schemes)
    // An address is no proof: whoever settles for it answers for it, as with a waiver.
    if (trustsTheAddress(own)) requirePermission(ctx, 'tenant:write')
    if (kind.kind === 'app' && !connector.manifest.webhooks?.route) {
      throw invalid('kind', 'can be app only where the connector says how its webhooks are told apart')
    }
    const secret = secretFor(schemesOf(connector.manifest.webhooks, own), input.secret)
    const token = newToken()
    const id = newId('inboundHook')
    const [hook] = await tx
      .insert(inboundHooks)
      .values({
        ...{ id, tenantId: ctx.tenantId, integrationId: owner.id, name, ...kind, typeId: owner.typeId },
        ...{ tokenHash: hashToken(token), enabled: true, schemes: own, createdBy: ctx.actor.name },
      })
      .returning()
    if (!hook) throw new HubError('hub.internal')
    await insertToken(tx, ctx, id, token)
    if (secret !== null) await insertSecret(tx, ctx, id, secret)
    await emit(tx, ctx, 'inbound_hook.created', { data: factsOf({ hook, owner }), ...placeOf(owner) })
    const url = await addressOf(ctx, { kind: hook.kind, owner, token })
    return { hook: await shown(tx, ctx, { hook, owner }), url, secret }
  })
}

async function shown(tx: TenantTx, ctx: Context, stored: StoredHook): Promise<Hook> {
  const [hook] = await present(tx, ctx, [stored])
  if (hook) return hook
  throw new HubError('inbound_hook.not_found')
}

/** The hook as it stands now. */
export const reread = async (tx: TenantTx, ctx: Context, id: Hook['id']): Promise<Hook> =>
  shown(tx, ctx, await requireHook(tx, ctx, id, 'webhooks:read'))

/** @throws {HubError} inbound_hook.not_found */
export async function getHook(ctx: Context, id: string): Promise<Hook> {
  return inTenant(ctx, async (tx) => shown(tx, ctx, await requireHook(tx, ctx, id, 'webhooks:read')))
}

/**
 * The hooks the caller may see, the oldest first.
 *
 * @throws {HubError} request.invalid, integration.not_found
 */
export async function listHooks(
  ctx: Context,
  input: PageInput & { integration?: string | null | undefined } = {},
): Promise<Omit<Page<Hook>, 'totalCount'>> {
  const first = pageSize(input)
  const after = input.after ? parseId('inboundHook', String(decodeCursor(input.after, 1)[0])) : undefined
  return inTenant(ctx, async (tx) => {
    const owner = input.integration ? await requireOwner(tx, ctx, input.integration, 'webhooks:read') : null
    const rows = await selectHooks(tx, ctx, { integrationId: owner?.id, after }, first + 1)
    const hooks = await present(tx, ctx, rows.slice(0, first))
    return {
      items: hooks.map((node) => ({ node, cursor: encodeCursor([toUuid(node.id)]) })),
      hasNextPage: rows.length > first,
    }
  })
}

export type UpdateHookInput = { id: string; name?: string | null | undefined; enabled?: boolean | null | undefined }

/**
 * Renames a hook, or switches it on or off. One that is off refuses what comes.
 *
 * @throws {HubError} inbound_hook.not_found, permission.denied, request.invalid
 * @emits inbound_hook.updated
 */
export async function updateHook(ctx: Context, input: UpdateHookInput): Promise<Hook> {
  return inTenant(ctx, async (tx) => {
    const stored = await requireHook(tx, ctx, input.id, 'webhooks:write')
    const { hook, owner } = stored
    const name = input.name == null ? hook.name : parseText('name', input.name, 80)
    const enabled = input.enabled ?? hook.enabled
    const changed = [...(name === hook.name ? [] : ['name']), ...(enabled === hook.enabled ? [] : ['enabled'])]
    if (changed.length === 0) return shown(tx, ctx, stored)
    await changeHook(tx, hook.id, { name, enabled })
    const data = { ...factsOf({ hook: { ...hook, name }, owner }), changed }
    await emit(tx, ctx, 'inbound_hook.updated', { data, ...placeOf(owner) })
    return reread(tx, ctx, hook.id)
  })
}

export const changeHook = (tx: TenantTx, id: Hook['id'], change: Partial<HookRow>) =>
  tx
    .update(inboundHooks)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(inboundHooks.id, id))

/**
 * Gives a hook a new secret, and where it is asked for a new address, too. The secret before stays valid until the
 * first webhook that is signed with the new one; the address before is dead at once.
 *
 * @throws {HubError} inbound_hook.not_found, permission.denied, request.invalid
 * @emits inbound_hook.secret_rotated
 */
export async function rotateHookSecret(
  ctx: Context,
  input: { id: string; secret?: string | null | undefined; address?: boolean | null | undefined },
): Promise<IssuedHook> {
  return inTenant(ctx, async (tx) => {
    const { hook, owner } = await requireHook(tx, ctx, input.id, 'webhooks:write')
    const { manifest } = await findConnector(ctx, owner.typeId, owner.connectorVersion)
    const secret = secretFor(schemesOf(manifest.webhooks, hook.schemes), input.secret)
    const version = secret === null ? 0 : await insertSecret(tx, ctx, hook.id, secret)
    const token = input.address ? newToken() : await openToken(tx, ctx, hook.id)
    if (input.address) await insertToken(tx, ctx, hook.id, token)
    await changeHook(tx, hook.id, { tokenHash: hashToken(token) })
    const data = { ...factsOf({ hook, owner }), version }
    await emit(tx, ctx, 'inbound_hook.secret_rotated', { data, ...placeOf(owner) })
    const url = await addressOf(ctx, { kind: hook.kind, owner, token })
    return { hook: await reread(tx, ctx, hook.id), url, secret }
  })
}

/**
 * Lets a hook take deliveries that nothing proves, or ends that. The reason stays visible wherever the hook is.
 *
 * @throws {HubError} inbound_hook.not_found, permission.denied, request.invalid
 * @emits inbound_hook.verification_waived
 */
export async function waiveVerification(
  ctx: Context,
  input: { id: string; waived: boolean; reason?: string | null | undefined },
): Promise<Hook> {
  requirePermission(ctx, 'tenant:write')
  const reason = input.waived ? parseText('reason', input.reason ?? '', 500) : null
  return inTenant(ctx, async (tx) => {
    const { hook, owner } = await requireHook(tx, ctx, input.id, 'webhooks:write')
    const waiver = input.waived
      ? { waivedAt: new Date(), waivedBy: ctx.actor.name, waiverReason: reason }
      : { waivedAt: null, waivedBy: null, waiverReason: null }
    await changeHook(tx, hook.id, waiver)
    const data = { ...factsOf({ hook, owner }), waived: input.waived, reason }
    await emit(tx, ctx, 'inbound_hook.verification_waived', { data, ...placeOf(owner) })
    return reread(tx, ctx, hook.id)
  })
}

/**
 * Deletes a hook: its address is dead and its secrets are destroyed. What came through it stays until it is too old.
 *
 * @throws {HubError} inbound_hook.not_found, permission.denied
 * @emits inbound_hook.deleted
 */
export async function deleteHook(ctx: Context, id: string): Promise<Hook> {
  return inTenant(ctx, async (tx) => {
    const stored = await requireHook(tx, ctx, id, 'webhooks:write')
    const last = await shown(tx, ctx, stored)
    await tx.delete(inboundSeen).where(eq(inboundSeen.hookId, stored.hook.id))
    await tx.delete(inboundHooks).where(eq(inboundHooks.id, stored.hook.id))
    const data = { ...factsOf(stored), reason: 'person' as const }
    await emit(tx, ctx, 'inbound_hook.deleted', { data, ...placeOf(stored.owner) })
    return last
  })
}
