import type { HookFound, HookPlace, HookRequest, ProviderHook } from '@/connectors/kit'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { ProviderState } from '@/server/kernel/inbound'
import { env } from '@/server/platform/env'
import { type CallResult, type CallTarget, openTarget, performCall } from '../calls/service'
import { findConnector } from '../connectors/service'
import { emit } from '../events/emit'
import type { Hook } from './hook'
import { addressOf, changeHook, factsOf, reread } from './hooks'
import { openSecrets, openToken, placeOf, requireHook, type StoredHook } from './store'

/**
 * Hooks at the provider: made, read and removed there through the engine of calls, so that egress, quota and log are
 * those of any call. Nothing is asked of the network inside a transaction.
 */
type Opened = StoredHook & { provider: ProviderHook; target: CallTarget }

/** @throws {HubError} inbound_hook.not_found, inbound_hook.not_registrable, permission.denied, integration.disabled */
export async function openProvider(ctx: Context, id: string): Promise<Opened> {
  const stored = await inTenant(ctx, (tx) => requireHook(tx, ctx, id, 'webhooks:write'))
  const { manifest, hooks } = await findConnector(ctx, stored.owner.typeId, stored.owner.connectorVersion)
  const name = manifest.webhooks?.register?.hook
  const provider = name === undefined ? undefined : hooks.register?.[name]
  if (!provider) throw new HubError('inbound_hook.not_registrable')
  return { ...stored, provider, target: await openTarget(ctx, { integration: stored.owner.id }) }
}

/** The address and the secret of a hook stand in these requests: no policy keeps their bodies. */
export function ask(ctx: Context, { target }: Pick<Opened, 'target'>, request: HookRequest, operation: string) {
  const discreet = { ...target, policy: { ...target.policy, keepBodies: false } }
  return performCall(ctx, discreet, { ...request, kind: 'operation', operation, priority: 'interactive' })
}

/** What the provider refused is told in our words; the call is in the log. */
function refusedBy({ status, failure }: CallResult): HubError {
  const detail = failure?.message ?? `The provider answered with status ${status ?? 'none'}.`
  return new HubError('inbound_hook.provider_refused', detail, failure?.remedy ? { remedy: failure.remedy } : {})
}

export function documentIn(result: CallResult): unknown {
  if (result.failure) throw refusedBy(result)
  try {
    return JSON.parse(result.body.toString('utf8'))
  } catch {
    throw new HubError('inbound_hook.provider_refused', 'The provider’s answer cannot be read.')
  }
}

export const registeredAt = ({ hook }: StoredHook): HookPlace | null =>
  hook.target !== null && hook.providerHookId !== null ? { target: hook.target, hookId: hook.providerHookId } : null

type RegisterHookInput = {
  id: string
  /** The repository or project; the one it is registered for already when absent. */
  target?: string | null | undefined
  events?: readonly string[] | null | undefined
}

const eventForm = /^([a-z][a-z0-9_]{0,60}|\*)$/
const mostEvents = 60

function parseWanted({ hook, provider }: Opened, { target, events }: RegisterHookInput) {
  const named = target?.trim() || hook.target || ''
  const wanted = events && events.length > 0 ? [...new Set(events)] : (hook.providerEvents ?? provider.events)
  const fields = [
    ...(provider.target.test(named) ? [] : [{ path: 'target', message: `has to be a ${provider.noun}` }]),
    ...(wanted.length <= mostEvents && wanted.every((one) => eventForm.test(one))
      ? []
      : [{ path: 'events', message: 'are the names the provider gives them' }]),
  ]
  if (fields.length > 0) throw new HubError('request.invalid', undefined, { fields })
  return { target: named, events: wanted }
}

/** A provider cannot reach an address of this machine; one on this machine, as in a demo, can. */
function requireReachable(address: string, { settings }: CallTarget): void {
  const isLocal = (url: string) => /^(localhost|127\.|\[::1\])/.test(new URL(url).hostname)
  if (!isLocal(address) || isLocal(settings.baseUrl)) return
  throw new HubError(
    'inbound_hook.not_registrable',
    `The provider cannot reach ${env().INTHUB_URL}: set INTHUB_URL to the address under which it can.`,
  )
}

async function wantedBy(ctx: Context, opened: Opened, input: RegisterHookInput) {
  const { hook, owner } = opened
  const { token, secret } = await inTenant(ctx, async (tx) => ({
    token: await openToken(tx, ctx, hook.id),
    secret: (await openSecrets(tx, ctx, hook.id)).find(({ version }) => version > 0)?.value ?? '',
  }))
  const url = await addressOf(ctx, { kind: hook.kind, owner, token })
  requireReachable(url, opened.target)
  return { ...parseWanted(opened, input), url, secret }
}

/** A hook that somebody removed at the provider is made anew. */
async function makeOrChange(ctx: Context, opened: Opened, wanted: Awaited<ReturnType<typeof wantedBy>>) {
  const at = registeredAt(opened)
  if (at && at.target === wanted.target) {
    const changed = await ask(ctx, opened, opened.provider.update({ ...wanted, ...at }), 'change webhook')
    if (changed.status !== 404) return changed
  }
  if (at && at.target !== wanted.target) await ask(ctx, opened, opened.provider.remove(at), 'remove webhook')
  return ask(ctx, opened, opened.provider.create(wanted), 'register webhook')
}

/**
 * Makes the hook known to the provider, or tells it the current address, secret and events where it knows it already.
 *
 * @throws {HubError} inbound_hook.not_found, inbound_hook.not_registrable, inbound_hook.provider_refused,
 *   permission.denied, request.invalid, integration.disabled
 * @emits inbound_hook.registered
 */
export async function registerHook(ctx: Context, input: RegisterHookInput): Promise<Hook> {
  const opened = await openProvider(ctx, input.id)
  const wanted = await wantedBy(ctx, opened, input)
  const found = opened.provider.found(documentIn(await makeOrChange(ctx, opened, wanted)))
  if (!found) throw new HubError('inbound_hook.provider_refused', 'The provider’s answer cannot be read.')
  const { hook, owner } = opened
  return inTenant(ctx, async (tx) => {
    await changeHook(tx, hook.id, {
      ...{ target: wanted.target, providerHookId: found.hookId, providerEvents: [...wanted.events] },
      ...{ providerState: found.state, providerMessage: found.message, providerCheckedAt: new Date() },
      recoveredUntil: hook.recoveredUntil ?? new Date(),
    })
    const data = { ...factsOf({ hook, owner }), target: wanted.target }
    await emit(tx, ctx, 'inbound_hook.registered', { data, ...placeOf(owner) })
    return reread(tx, ctx, hook.id)
  })
}

/**
 * Removes the hook at the provider. One that is gone there already is as good as removed.
 *
 * @throws {HubError} inbound_hook.not_found, inbound_hook.not_registrable, inbound_hook.provider_refused, permission.denied
 * @emits inbound_hook.unregistered
 */
export async function unregisterHook(ctx: Context, id: string): Promise<Hook> {
  const opened = await openProvider(ctx, id)
  const { hook, owner, provider } = opened
  const at = registeredAt(opened)
  if (!at) throw new HubError('inbound_hook.not_registrable', 'The hub did not register this hook.')
  const removed = await ask(ctx, opened, provider.remove(at), 'remove webhook')
  if (removed.failure && removed.status !== 404) throw refusedBy(removed)
  return inTenant(ctx, async (tx) => {
    await changeHook(tx, hook.id, {
      ...{ target: null, providerHookId: null, providerEvents: null, providerState: null },
      ...{ providerMessage: null, providerCheckedAt: null, recoveredUntil: null },
    })
    const data = { ...factsOf({ hook, owner }), target: at.target }
    await emit(tx, ctx, 'inbound_hook.unregistered', { data, ...placeOf(owner) })
    return reread(tx, ctx, hook.id)
  })
}

const gone: HookFound = {
  ...{ hookId: '', events: [], state: 'missing' },
  message: 'The provider does not know it any more: register it again.',
}

function foundIn(result: CallResult, provider: ProviderHook): HookFound | null {
  if (result.status === 404) return gone
  return result.failure ? null : provider.found(documentIn(result))
}

/**
 * Looks how the provider has the hook: whether it was switched off there, or removed, or its deliveries fail.
 *
 * @throws {HubError} inbound_hook.not_found, inbound_hook.not_registrable, permission.denied
 * @emits inbound_hook.provider_state_changed
 */
export async function checkHook(ctx: Context, id: string): Promise<Hook> {
  const opened = await openProvider(ctx, id)
  const { hook, owner, provider } = opened
  const at = registeredAt(opened)
  if (!at) throw new HubError('inbound_hook.not_registrable', 'The hub did not register this hook.')
  const result = await ask(ctx, opened, provider.read(at), 'read webhook')
  const found = foundIn(result, provider)
  const state: ProviderState = found?.state ?? 'unknown'
  const message = found ? found.message : (result.failure?.message ?? 'The provider’s answer cannot be read.')
  return inTenant(ctx, async (tx) => {
    const { hook: now } = await requireHook(tx, ctx, hook.id, 'webhooks:write')
    await changeHook(tx, hook.id, { providerState: state, providerMessage: message, providerCheckedAt: new Date() })
    if (state !== now.providerState && state !== 'unknown') {
      const data = { ...factsOf({ hook, owner }), from: now.providerState, to: state, message: message ?? '' }
      await emit(tx, ctx, 'inbound_hook.provider_state_changed', { data, ...placeOf(owner) })
    }
    return reread(tx, ctx, hook.id)
  })
}
