import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { HttpRequest } from '@/server/kernel/http'
import type { Attempted } from './attempt'
import type { CallTarget } from './call'
import type { PreparedCall } from './prepare'

/**
 * Answers to GET with an ETag, kept to ask whether they still hold: services that say so do not count such a question
 * against their quota. An answer belongs to one tenant, one integration, one version of one secret, and one request
 * with all its headers; it is never given without the service's word that it still holds.
 * Source: https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
 */
type Kept = { etag: string; answered: Attempted }

const maxBytes = 10 * 1024 * 1024
const overhead = 1_024
const kept = new LRUCache<string, Kept>({
  maxSize: maxBytes,
  sizeCalculation: ({ answered }) => answered.body.length + JSON.stringify(answered.headers).length + overhead,
})

export type Reusable = {
  /** The request that asks whether the kept answer still holds. */
  ask: (request: HttpRequest) => HttpRequest
  /** The kept answer, with the headers of the one that says it holds. */
  again: (notModified: Attempted) => Attempted
  keep: (answered: Attempted) => void
}

function keyOf({ integration, credential, settings }: CallTarget, { request }: PreparedCall): string {
  const headers = Object.entries(request.headers ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = [integration.tenantId, integration.id, integration.version, credential, settings.baseUrl, request.url]
  return createHash('sha256')
    .update(JSON.stringify([...parts, headers]))
    .digest('base64')
}

const isKeepable = ({ status, failure, headers }: Attempted) =>
  status === 200 && failure === null && headers.etag !== undefined && !/no-store/i.test(headers['cache-control'] ?? '')

/** Null where the connector does not say that its service does this, or the caller asks so itself. */
export function reusableAnswer(target: CallTarget, prepared: PreparedCall): Reusable | null {
  if (!target.connector.manifest.conditional?.etag) return null
  if (prepared.method !== 'GET' || prepared.isConditional || prepared.request.body !== undefined) return null
  const key = keyOf(target, prepared)
  const known = kept.get(key)
  return {
    ask: (request) => (known ? { ...request, headers: { ...request.headers, 'if-none-match': known.etag } } : request),
    again: (notModified) => {
      if (!known) return notModified
      const { answered } = known
      const headers = { ...answered.headers, ...notModified.headers }
      return { ...notModified, status: 200, failure: null, headers, body: answered.body, cached: 'revalidated' }
    },
    keep: (answered) => {
      const { etag } = answered.headers
      if (etag !== undefined && isKeepable(answered)) kept.set(key, { etag, answered })
      else if (answered.status !== null && answered.status < 500) kept.delete(key)
    },
  }
}
