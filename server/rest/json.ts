/**
 * Where a text stops being JSON, for who wrote it by hand: the engine's own message quotes the text, and in it may stand
 * a secret. Source: https://www.rfc-editor.org/rfc/rfc8259
 */
const token =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy

type Wanted = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end'

/** The tokens that fit: signs as they are, `t` for a text, `v` for any other value. */
const fitting: Record<Wanted, string> = {
  value: '{[tv',
  'value or end': '{[tv]',
  key: 't',
  'key or end': 't}',
  colon: ':',
  'comma or end': ',}]',
}

const opening: Record<string, Wanted> = { '{': 'key or end', '[': 'value or end' }
const closing: Record<string, string> = { '}': '{', ']': '[' }
const afterComma: Record<string, Wanted> = { '{': 'key', '[': 'value' }

/** What may come after this token, or nothing when it does not fit. */
function step(wanted: Wanted, kind: string, open: string[]): Wanted | undefined {
  if (!fitting[wanted].includes(kind)) return undefined
  const inside = opening[kind]
  if (inside) {
    open.push(kind)
    return inside
  }
  if (closing[kind]) return open.pop() === closing[kind] ? 'comma or end' : undefined
  if (kind === ',') return afterComma[open.at(-1) ?? '']
  if (kind === ':') return 'value'
  return wanted.startsWith('key') ? 'colon' : 'comma or end'
}

const kindOf = ([, sign, text]: RegExpExecArray): string => sign ?? (text === undefined ? 'v' : 't')

/** The offset of the first character that cannot stand where it stands, in characters from 0. */
export function brokenAt(text: string): number {
  const open: string[] = []
  let wanted: Wanted | undefined = 'value'
  let at = 0
  while (at < text.length) {
    token.lastIndex = at
    const found = token.exec(text)
    wanted = found ? step(wanted, kindOf(found), open) : undefined
    if (!found || !wanted) return at + (/^[ \t\n\r]*/.exec(text.slice(at, at + 1_000))?.[0].length ?? 0)
    at = token.lastIndex
  }
  return text.length
}

export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
