import type { Health, ProbeStatus } from './generated/graphql'
import type { Io } from './io'

/** A state is always a symbol and a word, so that neither colour nor a font has to be trusted. */
const looks = {
  HEALTHY: { word: 'healthy', symbol: 'pass', color: 'green' },
  DEGRADED: { word: 'degraded', symbol: 'warn', color: 'yellow' },
  UNHEALTHY: { word: 'unhealthy', symbol: 'fail', color: 'red' },
  UNKNOWN: { word: 'unknown', symbol: 'unknown', color: 'dim' },
  STALE: { word: 'stale', symbol: 'stale', color: 'magenta' },
  DISABLED: { word: 'disabled', symbol: 'off', color: 'dim' },
  CHECKING: { word: 'checking', symbol: 'busy', color: 'cyan' },
} as const satisfies Record<Health, { word: string; symbol: keyof Io['symbols']; color: keyof Io['colors'] }>

export const healthWords = Object.values(looks).map(({ word }) => word)
export const toHealth = (word: string) => (Object.keys(looks) as Health[]).find((health) => looks[health].word === word)
export const healthWord = (health: Health) => looks[health].word
export const healthText = (health: Health, io: Io) => `${io.symbols[looks[health].symbol]} ${looks[health].word}`
export const paintHealth = (text: string, health: Health, io: Io) => io.colors[looks[health].color](text)

const probeLooks = {
  PASS: { symbol: 'pass', color: 'green' },
  WARN: { symbol: 'warn', color: 'yellow' },
  FAIL: { symbol: 'fail', color: 'red' },
  SKIPPED: { symbol: 'off', color: 'dim' },
} as const satisfies Record<ProbeStatus, { symbol: keyof Io['symbols']; color: keyof Io['colors'] }>

export function probeSymbol(status: ProbeStatus, io: Io): string {
  const { symbol, color } = probeLooks[status]
  return io.colors[color](io.symbols[symbol])
}

export const lower = <T extends string>(word: T | null | undefined): string | null => word?.toLowerCase() ?? null
export const milliseconds = (ms: number | null | undefined) => {
  if (ms === null || ms === undefined) return '-'
  return ms < 1000 ? `${Math.round(ms)}ms` : `${(ms / 1000).toFixed(1)}s`
}
export const percent = (value: number | null | undefined) =>
  value === null || value === undefined ? '-' : `${Number.isInteger(value) ? value : value.toFixed(2)}%`
