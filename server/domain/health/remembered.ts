import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { EventType } from '@/server/kernel/events'
import type { ProbeReport } from '@/server/kernel/health'
import type { Ref } from '@/server/kernel/ids'
import { allows } from '@/server/kernel/permissions'
import { defineCache } from '@/server/platform/cache'
import { watchEmitting } from '../events/emit'
import { hearEverywhere, isHearing } from '../events/hear'
import { getIntegration, type Integration } from '../integrations/service'

/**
 * What is remembered of health: the state of an integration for those who ask for it again and again, and what a test
 * found for programs that say how old it may be. Every end is absolute, and anything that happens to an integration
 * ends it sooner; a process that hears no events remembers no state.
 */
const minutes = (count: number) => count * 60_000

/** A state holds until the next check is due, or until it would be called stale. */
function endOf({ enabled, nextCheckAt, staleAt, health }: Integration): Date | null {
  if (!enabled) return null
  if (!nextCheckAt || health === 'checking' || health === 'unknown') return new Date(0)
  return staleAt && staleAt < nextCheckAt ? staleAt : nextCheckAt
}

const states = defineCache<Integration>({ name: 'health', ttlMs: minutes(5), max: 1_000, endsAt: endOf })

const tests = defineCache<ProbeReport>({
  name: 'connection_tests',
  ttlMs: minutes(2),
  max: 500,
  // The hub's own trouble says nothing about the service.
  keeps: ({ verdict }) => verdict !== null,
})

const changes = (type: EventType) =>
  type.startsWith('integration.') || type.startsWith('credential.') || type.startsWith('egress.')

/** A slug may have been given to another one, so all states of the tenant go. */
function forget(tenantId: Context['tenantId'], type: EventType): void {
  if (!changes(type)) return
  states.forget(tenantId)
  if (type.startsWith('egress.')) tests.forget(tenantId)
}

watchEmitting(forget)
hearEverywhere(({ tenantId, type, integrationId }) => {
  forget(tenantId, type)
  // A test that was made is no reason to forget it.
  const isChanged = type.startsWith('credential.') || /^integration\.(updated|deleted|restored|disabled)$/.test(type)
  if (isChanged && integrationId !== null) tests.forget(tenantId, integrationId)
})

const readable = [{ permission: 'integrations:read' }] as const

/**
 * The state of one integration, for whoever asks often: a board, a script, a load balancer. At most five minutes old,
 * never older than the check that is due next, and of another process's change within the second its event takes.
 *
 * @throws {HubError} integration.not_found, also for those who may not read it
 */
export async function readHealth(ctx: Context, ref: Ref<'integration'>): Promise<Integration> {
  const named = 'id' in ref ? ref.id : ref.slug
  // Read for anybody of the tenant, and given only to those whose grants reach it.
  const load = (signal: AbortSignal) => getIntegration({ ...ctx, grants: readable, signal }, ref)
  const { value } = await states.read([ctx.tenantId, named], load, { refresh: !isHearing(), signal: ctx.signal })
  const place = { projectId: value.projectId, integrationId: value.id }
  if (allows(ctx.grants, 'integrations:read', place)) return value
  throw new HubError('integration.not_found')
}

/**
 * What the last test found, when it is no older than the caller allows and of the very settings and secret there are
 * now; otherwise a new one. Nobody gets the result of another's question by chance: without an age it is always new.
 */
export async function recallTest(
  ctx: Context,
  integration: Integration,
  { maxAgeMs, run }: { maxAgeMs: number; run: (ctx: Context) => Promise<ProbeReport> },
): Promise<ProbeReport> {
  const { id, version, credentialId, credentialStoredAt } = integration
  const key = [ctx.tenantId, id, version, credentialId, credentialStoredAt?.getTime() ?? null] as const
  const read = (refresh: boolean) =>
    tests.read(key, (signal) => run({ ...ctx, signal }), { refresh, signal: ctx.signal })
  const { value, at, isHit } = await read(maxAgeMs <= 0)
  const isTooOld = isHit && Date.now() - at.getTime() > maxAgeMs
  return isTooOld ? (await read(true)).value : value
}
