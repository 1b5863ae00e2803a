import { LRUCache } from 'lru-cache'
import type { EventType } from '@/server/kernel/events'
import type { Id } from '@/server/kernel/ids'
import { watchEmitting } from '../events/emit'
import { hearEverywhere, isHearing } from '../events/hear'
import type { CallTarget } from './call'

/**
 * Opened targets, secrets included, for ten seconds: a call through the hub must not cost a round trip to the database.
 * In memory only, bounded, never older than the last change heard of. A process that hears no events remembers nothing,
 * and what was read just before a change of this process's own is not kept.
 */
const keptMs = 10_000
const maxTargets = 2_000
/** Longer than a transaction takes from its event to its commit. */
const unsettledMs = 2_000
const maxUnsettled = 10_000

const targets = new LRUCache<string, CallTarget>({ max: maxTargets, ttl: keptMs, ttlAutopurge: true })
/** Tenants for whom something is about to be committed here. */
const unsettled = new LRUCache<Id<'tenant'>, true>({ max: maxUnsettled, ttl: unsettledMs })
/** How often a tenant's memory was dropped, so that what was being read meanwhile is not kept. */
const drops = new LRUCache<Id<'tenant'>, number>({ max: maxUnsettled })

/** What changes where a call goes, with which secret, or whether it may go at all. */
const changes = (type: EventType) =>
  type.startsWith('credential.') ||
  type.startsWith('egress.') ||
  type.startsWith('tenant.') ||
  /^integration\.(updated|deleted|restored|enabled|disabled)$/.test(type)

const keyOf = (tenantId: Id<'tenant'>, named: string) => `${tenantId} ${named}`

/** Forgets all that is remembered for a tenant. */
export function forgetTargets(tenantId: Id<'tenant'>): void {
  drops.set(tenantId, (drops.get(tenantId) ?? 0) + 1)
  const prefix = keyOf(tenantId, '')
  for (const key of targets.keys()) if (key.startsWith(prefix)) targets.delete(key)
}

watchEmitting((tenantId, type) => {
  if (!changes(type)) return
  unsettled.set(tenantId, true)
  forgetTargets(tenantId)
})
hearEverywhere((event) => {
  if (changes(event.type)) forgetTargets(event.tenantId)
})

/** @param named id or slug, as the caller said it */
export function recallTarget(tenantId: Id<'tenant'>, named: string): CallTarget | undefined {
  if (!isHearing()) return undefined
  const found = targets.get(keyOf(tenantId, named))
  return found?.integration.tenantId === tenantId ? found : undefined
}

/**
 * Reads a target and remembers it, unless something changed while it was read.
 *
 * @param read what is read belongs to the tenant: it was read in its transaction
 */
export async function rememberTarget(
  tenantId: Id<'tenant'>,
  named: string,
  read: () => Promise<CallTarget>,
): Promise<CallTarget> {
  const before = drops.get(tenantId) ?? 0
  const target = await read()
  const isSettled = !unsettled.has(tenantId) && before === (drops.get(tenantId) ?? 0)
  if (isHearing() && isSettled && target.integration.tenantId === tenantId) targets.set(keyOf(tenantId, named), target)
  return target
}
