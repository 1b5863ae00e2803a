import type { ImageManifest, Listing, Told } from '@/connectors/kit'
import type { EventType } from '@/server/kernel/events'
import { type CacheKey, defineCache } from '@/server/platform/cache'
import type { CallTarget } from '../calls/service'
import { hearEverywhere } from '../events/hear'

/**
 * What is remembered of services. A key holds the tenant, the integration with the version of its settings and the
 * credential with its own, so that a changed setting or secret finds nothing of before, even where no event is heard.
 * Events then only free what nobody can reach any more.
 */
const minutes = (count: number) => count * 60_000
const hours = (count: number) => minutes(count * 60)

const isGood = ({ trouble }: { trouble: unknown }) => trouble === null

/** Pages of lists. */
export const lists = defineCache<Listing>({ name: 'resources', ttlMs: minutes(10), max: 5_000, keeps: isGood })

export type TagTarget = { digest: string; mediaType: string | null; pushedAt: Date | null }
/** What a tag stands for. */
export const tags = defineCache<Told<TagTarget>>({ name: 'tags', ttlMs: hours(1), max: 10_000, keeps: isGood })

export type KeptManifest = { digest: string; text: string; bytes: number; manifest: ImageManifest }
/** By digest: they never change, so the time only bounds how long a credential that lost its rights is not noticed. */
export const manifests = defineCache<Told<KeptManifest>>({
  name: 'digests',
  ttlMs: hours(24),
  max: 10_000,
  keeps: isGood,
})

export function keyOf({ integration, credential }: CallTarget, ...rest: (string | null)[]): CacheKey {
  const { tenantId, id, version } = integration
  return [tenantId, id, version, credential?.id ?? null, credential?.version ?? null, ...rest]
}

const all = [lists, tags, manifests]
const ends = (type: EventType) =>
  type.startsWith('credential.') || /^integration\.(updated|deleted|restored|disabled)$/.test(type)

hearEverywhere(({ type, tenantId, integrationId }) => {
  // A narrower way out may be why an answer must not be had any more; the event names no integration.
  if (type === 'egress.revoked') for (const cache of all) cache.forget(tenantId)
  else if (ends(type) && integrationId !== null) for (const cache of all) cache.forget(tenantId, integrationId)
})
