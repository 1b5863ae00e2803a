/**
 * Reads the WWW-Authenticate header: which schemes a registry takes, and where its tokens are made.
 * Source: https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1
 */
export type Challenge = { scheme: string; parameters: Record<string, string> }

const token = /^[\w!#$%&'*+.^`|~-]+/
const parameter = /^([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*))/

/** Repeated headers joined by a comma read as one list. */
export function parseChallenges(header: string): Challenge[] {
  const found: { scheme: string; parameters: Map<string, string> }[] = []
  let rest = header.trimStart()
  while (rest !== '') {
    const pair = parameter.exec(rest)
    const word = token.exec(rest)
    const current = found.at(-1)
    if (pair && current) {
      current.parameters.set((pair[1] ?? '').toLowerCase(), (pair[2] ?? pair[3] ?? '').replace(/\\(.)/g, '$1'))
    } else if (word) {
      found.push({ scheme: word[0].toLowerCase(), parameters: new Map() })
    } else {
      break
    }
    rest = rest.slice((pair && current ? pair[0] : word?.[0])?.length ?? rest.length).replace(/^[\s,]+/, '')
  }
  return found.map(({ scheme, parameters }) => ({ scheme, parameters: Object.fromEntries(parameters) }))
}
