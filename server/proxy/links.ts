import { proxyPrefix } from './target'

/**
 * Addresses that a service gives in its headers lead back through the proxy when they lie below the base URL, so that a
 * client that follows pages or redirects stays where its key is known. All others stay as they are.
 */
export type Base = {
  origin: string
  path: string
  /** Parameters of a query that carry a credential. */
  secretParameters: ReadonlySet<string>
}

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

function rewriteOne(text: string, links: Links, elsewhere: (url: URL) => string): string {
  const { base, asked, hubOrigin, ref } = links
  const from = `${base.origin}${asked}`
  if (!URL.canParse(text, from)) return text
  const url = new URL(text, from)
  for (const name of base.secretParameters) url.searchParams.delete(name)
  const rest = belowBase(base, url)
  return rest === undefined ? elsewhere(url) : `${hubOrigin}${proxyPrefix}${ref}${rest}`
}

/** A relative address outside the base would be read as one of the hub's. */
const asItIs = (url: URL) => url.href

const pages = /;\s*rel\s*=\s*"?(?:[^"]*\s)?(?:next|prev|previous|first|last)\b/i
/** The longest text that is looked at for links. */
const maxLinks = 16_384

/**
 * SDKs follow pages with the key in hand, wherever they lead: one elsewhere is led to the proxy too, which refuses it
 * and says why, for the hub's key is not for others.
 */
const refusedPage =
  ({ hubOrigin, ref }: Links) =>
  (url: URL) =>
    `${hubOrigin}${proxyPrefix}${ref}//${url.host}${url.pathname}`

/** Source: https://www.rfc-editor.org/rfc/rfc8288#section-3 */
export function rewriteLinks(name: string, value: string, links: Links): string {
  if (name !== 'link') return rewriteOne(value, links, asItIs)
  if (value.length > maxLinks) return ''
  return value.replace(/<([^<>]*)>([^<]*)/g, (_all, address: string, parameters: string) => {
    const elsewhere = pages.test(parameters) ? refusedPage(links) : asItIs
    return `<${rewriteOne(address, links, elsewhere)}>${parameters}`
  })
}

const hostPattern = /^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:]+\](?::\d{1,5})?$/i

/** As the caller sees the hub: the public address, or the host that was asked when that is another one. */
export function hubOriginFor(host: string | undefined, publicUrl: string): string {
  if (host === undefined || !hostPattern.test(host)) return publicUrl
  return new URL(publicUrl).host === host ? publicUrl : `http://${host}`
}
