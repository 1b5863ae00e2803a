import { z } from 'zod'
import { parseEgressRule } from '@/server/kernel/egress'

/** The forms that values of environment variables take: durations, sizes, rates, addresses, keys. */
const secondsOf = { s: 1, m: 60, h: 3_600, d: 86_400 } as const
const bytesOf = { KB: 1_000, MB: 1_000_000, GB: 1_000_000_000, TB: 1_000_000_000_000 } as const
const windowOf = { s: 1, sec: 1, min: 60, h: 3_600, hour: 3_600 } as const

const isUnit = <T extends object>(units: T, unit: string): unit is keyof T & string => Object.hasOwn(units, unit)

const numberWithUnit = (units: Record<string, number>, pattern: RegExp, wanted: string) =>
  z.string().transform((text, context) => {
    const [, amount, unit] = pattern.exec(text.trim()) ?? []
    if (amount && unit && isUnit(units, unit)) return Number(amount) * (units[unit] ?? 1)
    context.addIssue({ code: 'custom', message: `must be ${wanted}` })
    return z.NEVER
  })

/** `30s`, `5m`, `12h`, `30d`, as seconds. */
export const duration = (min: number, max: number, wanted: string) =>
  numberWithUnit(secondsOf, /^(\d+)\s*([smhd])$/, wanted).refine((s) => s >= min && s <= max, `must be ${wanted}`)

export const bytes = numberWithUnit(bytesOf, /^(\d+)\s*(KB|MB|GB|TB)$/i, 'a size such as 500MB or 2GB')

export const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= min && n <= max, `must be between ${min} and ${max}`)

const flags: Record<string, boolean> = {
  '1': true,
  true: true,
  yes: true,
  on: true,
  '0': false,
  false: false,
  no: false,
  off: false,
}
export const flag = z.string().transform((text, context) => {
  const value = flags[text.trim().toLowerCase()]
  if (value !== undefined) return value
  context.addIssue({ code: 'custom', message: 'must be 1 or 0' })
  return z.NEVER
})

export const share = z
  .string()
  .regex(/^\d*\.?\d+$/, 'must be a number')
  .transform(Number)
  .refine((n) => n >= 0 && n <= 1, 'must be between 0 and 1')

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` })

export function urlWith(protocols: readonly string[]) {
  const wanted = `must be a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), wanted)
}

export const origin = urlWith(['http:', 'https:'])
  .refine((text) => URL.canParse(text) && new URL(text).pathname === '/' && !new URL(text).search, {
    message: 'must be an origin: scheme, host and port, without a path',
  })
  .transform((text) => new URL(text).origin)

export const isKey = (text: string) => /^[A-Za-z0-9+/_-]{43}=?$/.test(text) && Buffer.from(text, 'base64').length === 32

export const list = z.string().transform((text) =>
  text
    .split(/[\s,]+/)
    .map((item) => item.trim())
    .filter((item) => item !== ''),
)

// An address or a range, v6 in brackets when a port follows: 10.0.0.0/8, 10.1.2.3:5432, [fd00::/8]:443.
// The judge's own reader decides, so that what passes here can also be judged by.
function isRange(text: string): boolean {
  try {
    parseEgressRule(text)
    return true
  } catch {
    return false
  }
}
export const ranges = list.refine((items) => items.every(isRange), {
  message: 'must be addresses or ranges in CIDR form, each with an optional port, separated by commas',
})

export const rate = z.string().transform((text, context) => {
  const [, limit, unit] = /^(\d+)\s*\/\s*(s|sec|min|h|hour)$/.exec(text.trim()) ?? []
  if (limit && Number(limit) > 0 && unit && isUnit(windowOf, unit)) {
    return { limit: Number(limit), windowSeconds: windowOf[unit] }
  }
  context.addIssue({ code: 'custom', message: 'must be a number of requests per s, min or h' })
  return z.NEVER
})

export const postgres = urlWith(['postgres:', 'postgresql:'])
export const port = integer(0, 65_535)
export const key = z.string().refine(isKey, 'must be 32 random bytes in base64 (44 characters)')
export const keyExample = 'the output of: openssl rand -base64 32'
