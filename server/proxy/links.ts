import { proxyPrefix } from './target'

/**
 * Addresses that a service gives in its headers lead back through the proxy when they lie below the base URL, so that a
 * client that follows pages or redirects stays where its key is known. All others stay as they are.
 */
export type Base = { origin: string; path: string }

/** @param url absolute @returns undefined when it does not lie below the base */
function belowBase(base: Base, url: URL): string | undefined {
  if (url.origin !== base.origin || url.username || url.password) return undefined
  if (url.pathname !== base.path && !url.pathname.startsWith(`${base.path}/`)) return undefined
  return `${url.pathname.slice(base.path.length)}${url.search}${url.hash}`
}

export type Links = {
  base: Base
  /** Path and query of the request that was answered: what a relative address starts from. */
  asked: string
  /** How the caller reaches the hub, and the integration there. */
  hubOrigin: string
  ref: string
}

function rewriteOne(text: string, { base, asked, hubOrigin, ref }: Links): string {
  const from = `${base.origin}${asked}`
  if (!URL.canParse(text, from)) return text
  const url = new URL(text, from)
  const rest = belowBase(base, url)
  if (rest !== undefined) return `${hubOrigin}${proxyPrefix}${ref}${rest}`
  // A relative address outside the base would be read as one of the hub's.
  return url.href
}

/** Source: https://www.rfc-editor.org/rfc/rfc8288#section-3 */
export function rewriteLinks(name: string, value: string, links: Links): string {
  if (name !== 'link') return rewriteOne(value, links)
  return value.replace(/<([^<>]*)>/g, (_all, address: string) => `<${rewriteOne(address, links)}>`)
}

const hostPattern = /^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:]+\](?::\d{1,5})?$/i

/** As the caller sees the hub: the public address, or the host that was asked when that is another one. */
export function hubOriginFor(host: string | undefined, publicUrl: string): string {
  if (host === undefined || !hostPattern.test(host)) return publicUrl
  return new URL(publicUrl).host === host ? publicUrl : `http://${host}`
}
