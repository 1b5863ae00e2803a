import type { HttpRequest } from '@/server/kernel/http'
import type { CallTarget } from './call'

/**
 * Keeps secrets out of what is answered and kept: a service that echoes what it was sent must not hand a credential to
 * whoever may call but not see it. Short values are no secrets one could find in a text.
 */
const minLength = 8
const redacted = '[redacted]'

/** Of settings as long as those are remembered, and no longer. */
const known = new WeakMap<object, readonly string[]>()

function formsOf(value: string): string[] {
  if (value.length < minLength) return []
  const base64 = Buffer.from(value, 'utf8').toString('base64').replace(/=+$/, '')
  return [value, encodeURIComponent(value), base64, JSON.stringify(value).slice(1, -1)]
}

function ofSettings(settings: CallTarget['settings']): readonly string[] {
  const found = known.get(settings) ?? [...new Set(Object.values(settings.secrets).flatMap(formsOf))]
  known.set(settings, found)
  return found
}

/** Everything of a request that is secret, in every form in which it may come back. */
export function secretTexts({ settings }: Pick<CallTarget, 'settings'>, sent?: HttpRequest): string[] {
  const texts = new Set(ofSettings(settings))
  const add = (value: string) => {
    // "Bearer x" goes out with x, and x in all its forms is known already where it is a stored secret.
    if (value.length >= minLength && !texts.has(value)) for (const form of formsOf(value)) texts.add(form)
  }
  for (const name of sent?.secretHeaders ?? []) {
    const entry = Object.entries(sent?.headers ?? {}).find(([header]) => header.toLowerCase() === name)
    // "Bearer x" and "Basic x" are secret for their last word, and so is all that contains it.
    add((entry?.[1] ?? '').split(' ').at(-1) ?? '')
  }
  // The longest first, so that what contains another is taken out whole.
  return [...texts].sort((a, b) => b.length - a.length)
}

export function redactText(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => (left.includes(secret) ? left.replaceAll(secret, redacted) : left), text)
}

/** The same bytes where nothing is found. */
export function redactBody(body: Buffer, secrets: readonly string[]): Buffer {
  if (!secrets.some((secret) => body.includes(secret))) return body
  return Buffer.from(
    redactText(
      body.toString('latin1'),
      secrets.map((one) => Buffer.from(one).toString('latin1')),
    ),
    'latin1',
  )
}

/** Of the connection, or of a session that belongs to the credential. */
const ofTheHub = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'set-cookie',
  'set-cookie2',
  'te',
  'trailer',
])
const ofTheMessage = new Set(['content-length', 'transfer-encoding', 'upgrade'])

/** The headers of an answer that the caller gets. */
export function answerHeaders(headers: Record<string, string>, secrets: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      ofTheHub.has(name) || ofTheMessage.has(name) ? [] : [[name, redactText(value, secrets)]],
    ),
  )
}

const secretKey = /authorization|password|passwd|secret|token|api[-_]?key|private[-_]?key|credential|cookie|session/i
const keptLength = 16_384

/** What may be kept of a body: without secrets, by value and by name, and clipped. */
export function keptBody(body: Buffer | string | undefined, secrets: readonly string[]): string | null {
  if (body === undefined || body.length === 0) return null
  const text = (typeof body === 'string' ? body : body.toString('utf8')).replaceAll('\0', '\ufffd')
  let shown = redactText(text, secrets)
  try {
    shown = JSON.stringify(JSON.parse(shown), (key, value: unknown) =>
      secretKey.test(key) && value !== null && typeof value !== 'object' ? redacted : value,
    )
  } catch {
    shown = shown.replace(/((?:^|[&?;\s])[\w-]*(?:password|secret|token|key)[\w-]*=)[^&\s;]+/gi, `$1${redacted}`)
  }
  return shown.slice(0, keptLength).replace(/\p{Cs}/gu, '\ufffd')
}
