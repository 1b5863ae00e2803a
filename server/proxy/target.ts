import { holdsHubKey } from '@/server/kernel/calls'
import { HubError } from '@/server/kernel/errors'
import { climbsOut } from '@/server/kernel/paths'

/**
 * Where a request to the proxy leads below the base URL of its integration. Nothing is decoded and nothing put in order:
 * what could climb out of the base path, or be read by the other side as another place, is refused, and the rest goes
 * out byte for byte.
 */
export const proxyPrefix = '/api/v1/proxy/'

export type ProxyTarget = {
  /** Slug or id of the integration. */
  ref: string
  /** Empty, or from its first slash on. */
  path: string
  /** Empty, or from its question mark on. */
  query: string
}

const printable = /^[\x21-\x7e]*$/
/** Encoded line breaks and NUL end a line or a text for somebody on the way. */
const controls = /%(?:25)*0[0ad]/i

const refuse = (detail: string): never => {
  throw new HubError('request.invalid', detail)
}

/** Looked for first, for nearly every path has none. */
const mayClimb = /\.|%2e|%25|%0|\\|\/\/|#/i

function judgePath(path: string): void {
  if (!mayClimb.test(path)) return
  if (path.includes('\\') || path.includes('#')) refuse('The path contains a character that cannot be sent.')
  if (path.startsWith('//')) refuse('The path begins with two slashes: it leads to another place than the integration.')
  if (controls.test(path)) refuse('The path contains a control character.')
  if (climbsOut(path)) refuse('The path leads out of the base URL.')
}

/** @throws {HubError} request.invalid */
export function readTarget(url: string): ProxyTarget {
  if (!url.startsWith(proxyPrefix)) refuse('The path is not one of the proxy.')
  if (!printable.test(url)) refuse('The path contains a character that cannot be sent.')
  // In a URL a key stands in logs and histories.
  if (holdsHubKey(url)) refuse('A key must not stand in a URL. Revoke it, and send another one in a header.')
  const rest = url.slice(proxyPrefix.length)
  const queryAt = rest.indexOf('?')
  const whole = queryAt < 0 ? rest : rest.slice(0, queryAt)
  const slashAt = whole.indexOf('/')
  const ref = slashAt < 0 ? whole : whole.slice(0, slashAt)
  const path = slashAt < 0 ? '' : whole.slice(slashAt)
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(ref)) refuse('The path names no integration: /api/v1/proxy/<slug or id>/…')
  judgePath(path)
  const query = queryAt < 0 ? '' : rest.slice(queryAt)
  if (query.includes('#')) refuse('The query contains a character that cannot be sent.')
  return { ref, path, query }
}
