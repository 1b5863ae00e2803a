/**
 * Vendors' text on a person's terminal: it may colour nothing, move nothing, and turn no writing around.
 */
// CSI and OSC sequences, then every control character that is left, then the marks that reorder text.
// Source: ECMA-48, sections 5 and 8; https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
const sequences = new RegExp(
  [
    String.raw`(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)`,
    String.raw`(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]`,
    String.raw`\u001b[ -/]*[0-~]`,
  ].join('|'),
  'g',
)
const controls = /\p{Cc}/gu
const reordering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** One line of plain text. */
export function plainText(text: string): string {
  return text
    .replace(sequences, '')
    .replace(/\s*[\r\n\t]+\s*/g, ' ')
    .replace(controls, '')
    .replace(reordering, '')
}

/** The same for every string of a value that is going to be printed as JSON or YAML; line breaks stay. */
export function plainValue(value: unknown): unknown {
  if (typeof value === 'string') return value.split('\n').map(plainText).join('\n')
  if (Array.isArray(value)) return value.map(plainValue)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [plainText(key), plainValue(inner)]))
}

export type SymbolSet = {
  pass: string
  warn: string
  fail: string
  unknown: string
  stale: string
  off: string
  busy: string
  /** From one state to another. */
  to: string
  /** What was cut off. */
  cut: string
}

export const unicodeSymbols: SymbolSet = {
  pass: '✔',
  warn: '▲',
  fail: '✖',
  unknown: '?',
  stale: '◌',
  off: '–',
  busy: '…',
  to: '→',
  cut: '…',
}
export const asciiSymbols: SymbolSet = {
  pass: '+',
  warn: '!',
  fail: 'x',
  unknown: '?',
  stale: 'o',
  off: '-',
  busy: '~',
  to: '->',
  cut: '...',
}
