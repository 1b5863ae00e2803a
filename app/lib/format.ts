/** How numbers, times and spans read on the screens. One language for now: English, with the user's time zone. */
const locale = 'en-GB'
const numbers = new Intl.NumberFormat('en-US')
const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

export function formatNumber(value: number): string {
  return numbers.format(value)
}

export function formatPercent(value: number): string {
  if (Number.isInteger(value)) return `${value} %`
  // 99.97 must not read as if nothing had happened.
  return `${Math.min(value, 99.9).toFixed(1)} %`
}

/** How long something took: 42 ms, 1.1 s, 2 min 5 s. */
export function formatDuration(ms: number): string {
  if (ms < 1) return '<1 ms'
  if (ms < second) return `${Math.round(ms)} ms`
  if (ms < 10 * second) return `${(ms / second).toFixed(1)} s`
  return formatSpan(ms)
}

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** 512 B, 1.2 kB, 34 MB: in steps of a thousand. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return `${step > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${byteUnits[step]}`
}

/** A coarse span: 12 s, 24 min, 3 h 12 min, 9 days. */
export function formatSpan(ms: number): string {
  const span = Math.max(0, ms)
  if (span < minute) return `${Math.floor(span / second)} s`
  if (span < hour) return `${Math.floor(span / minute)} min`
  if (span < 2 * day) {
    const minutes = Math.floor((span % hour) / minute)
    return `${Math.floor(span / hour)} h${minutes > 0 && span < 12 * hour ? ` ${minutes} min` : ''}`
  }
  return `${Math.floor(span / day)} days`
}

/** Half of the last unit that is told: a key that was just made for 90 days ends in 90 days, not in 89. */
function roundedUp(ms: number): number {
  if (ms < minute) return second / 2
  return ms < 2 * day - hour ? minute / 2 : day / 2
}

/** "12 s ago", "in 24 min", "just now". */
export function formatRelative(at: string | number | Date, now: number): string {
  const ms = new Date(at).getTime() - now
  if (Math.abs(ms) < 2 * second) return 'just now'
  return ms < 0 ? `${formatSpan(-ms)} ago` : `in ${formatSpan(ms + roundedUp(ms))}`
}

/** 14:02, with the date in front when it is another day. Without a zone: the user's. */
export function formatClock(at: string | number | Date, now: number, timeZone?: string): string {
  const date = new Date(at)
  const zone = timeZone ? { timeZone } : {}
  const dayOf = (value: Date) => value.toLocaleDateString(locale, zone)
  const time = date.toLocaleTimeString(locale, {
    hour: '2-digit',
    minute: '2-digit',
    ...zone,
  })
  if (dayOf(date) === dayOf(new Date(now))) return time
  return `${date.toLocaleDateString(locale, { day: 'numeric', month: 'short', ...zone })}, ${time}`
}

/** The exact instant in the user's zone, with the zone's name. */
export function formatAbsolute(at: string | number | Date): string {
  return new Date(at).toLocaleString(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  })
}

/** The same instant in UTC. */
export function formatUtc(at: string | number | Date): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`
}

/** JSON with its lines broken, to be read; any other text as it is. */
export function formatJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
