import type { Connector } from './define'
import type { OperationInput } from './operation-input'
import { type ConnectorSettings, serverOf } from './settings'
import { expand } from './template'

/** What to do to comment on a page that somebody sees in a browser. */
export type CommentTarget = { operation: string; input: OperationInput }

type Place = Pick<ConnectorSettings, 'instance' | 'config'>

/** Where people see the service, without a slash at the end; undefined where the manifest does not say. */
function webOf({ manifest }: Connector, { instance, config }: Place): URL | undefined {
  const declared = manifest.instances[instance]
  if (!declared?.web) return undefined
  const isWhole = /^\{\+?\w+\}/.test(declared.web)
  const text = expand(declared.web, { ...declared.constants, ...config }, (value) =>
    isWhole ? serverOf(value) : value,
  )
  return URL.canParse(text) ? new URL(text) : undefined
}

/** What is no encoding of anything is left as it is, and found nowhere. */
function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** How a connector comments on the page with this address; null when the page is not its service's, or none to comment on. */
export function commentTarget(connector: Connector, settings: Place, page: URL): CommentTarget | null {
  const web = webOf(connector, settings)
  const base = web?.pathname.replace(/\/+$/, '') ?? ''
  if (!web || page.origin !== web.origin || !page.pathname.startsWith(`${base}/`)) return null
  const path = decoded(page.pathname.slice(base.length))
  for (const { path: pattern, operation, input = {} } of connector.manifest.comments ?? []) {
    const found = new RegExp(pattern).exec(path)?.groups
    if (!found) continue
    const { number, ...rest } = found
    return { operation, input: { ...input, ...rest, ...(number && { number: Number(number) }) } }
  }
  return null
}
