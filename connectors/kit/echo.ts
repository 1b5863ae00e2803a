import type { HttpRequest } from '@/server/kernel/http'
import type { ConnectorSettings } from './settings'

/**
 * The forms in which a secret may come back from a service that repeats what it was sent. Short values are no secrets
 * one could find in a text.
 */
const minLength = 8
const hidden = '[redacted]'

const lowerEscapes = (text: string) => text.replace(/%[0-9A-F]{2}/g, (each) => each.toLowerCase())

/** What a text becomes in addresses, forms and JSON; most secrets stay as they are. */
function escapedForms(value: string): string[] {
  if (/^[\w.-]+$/.test(value)) return []
  const encoded = encodeURIComponent(value)
  const asForm = new URLSearchParams({ v: value }).toString().slice(2)
  return [encoded, lowerEscapes(encoded), asForm, lowerEscapes(asForm), JSON.stringify(value).slice(1, -1)]
}

function formsOf(value: string): string[] {
  if (value.length < minLength) return []
  const bytes = Buffer.from(value, 'utf8')
  const base64 = bytes.toString('base64').replace(/=+$/, '')
  const forUrls = base64.replaceAll('+', '-').replaceAll('/', '_')
  return [value, ...escapedForms(value), base64, forUrls, bytes.toString('hex')]
}

/** Every form of these values, the longest first, so that what contains another is taken out whole. */
export function echoesOf(values: Iterable<string>): string[] {
  const texts = new Set<string>()
  for (const value of values) for (const form of texts.has(value) ? [] : formsOf(value)) texts.add(form)
  return [...texts].sort((a, b) => b.length - a.length)
}

/** "Bearer x" and "Basic x" are secret for their last word, and so is all that contains it. */
export function secretsSent({ secretHeaders = [], headers = {} }: HttpRequest): string[] {
  return secretHeaders.flatMap((name) => {
    const entry = Object.entries(headers).find(([header]) => header.toLowerCase() === name)
    return entry ? [entry[1].split(' ').at(-1) ?? ''] : []
  })
}

/** Of settings as long as those are remembered, and no longer. */
const known = new WeakMap<object, readonly string[]>()

export function echoesOfSettings(settings: Pick<ConnectorSettings, 'secrets'>): readonly string[] {
  const found = known.get(settings) ?? echoesOf(Object.values(settings.secrets))
  known.set(settings, found)
  return found
}

export function withoutEchoes(text: string, echoes: readonly string[]): string {
  return echoes.reduce((left, echo) => (left.includes(echo) ? left.replaceAll(echo, hidden) : left), text)
}
