/** The seven states of health, worst first, with the one word for each. Values are those of the API. */
export const states = ['UNHEALTHY', 'STALE', 'DEGRADED', 'CHECKING', 'UNKNOWN', 'HEALTHY', 'DISABLED'] as const
export type State = (typeof states)[number]

export const stateWords: Record<State, string> = {
  UNHEALTHY: 'Unhealthy',
  STALE: 'Stale',
  DEGRADED: 'Degraded',
  CHECKING: 'Checking',
  UNKNOWN: 'Not checked yet',
  HEALTHY: 'Healthy',
  DISABLED: 'Disabled',
}

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'unk'

export const stateTones: Record<State, Tone> = {
  UNHEALTHY: 'bad',
  STALE: 'unk',
  DEGRADED: 'warn',
  CHECKING: 'info',
  UNKNOWN: 'unk',
  HEALTHY: 'ok',
  DISABLED: 'unk',
}

/** Text on its own ground; written out because Tailwind reads class names as text. */
export const toneChips: Record<Tone, string> = {
  ok: 'bg-ok-bg text-ok',
  warn: 'bg-warn-bg text-warn',
  bad: 'bg-bad-bg text-bad',
  info: 'bg-info-bg text-info',
  unk: 'bg-unk-bg text-unk',
}

export const toneFills: Record<Tone, string> = {
  ok: 'text-ok-fill',
  warn: 'text-warn-fill',
  bad: 'text-bad-fill',
  info: 'text-info-fill',
  unk: 'text-unk-fill',
}
