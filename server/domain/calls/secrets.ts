import { echoesOf, echoesOfSettings, secretsSent, withoutEchoes } from '@/connectors/kit/echo'
import type { HttpRequest } from '@/server/kernel/http'
import type { CallTarget } from './call'

/**
 * Keeps secrets out of what is answered and kept: a service that echoes what it was sent must not hand a credential to
 * whoever may call but not see it.
 */
const redacted = '[redacted]'

/** Everything of a request that is secret, in every form in which it may come back. */
export function secretTexts({ settings }: Pick<CallTarget, 'settings'>, sent?: HttpRequest): readonly string[] {
  const stored = echoesOfSettings(settings)
  // "Bearer x" goes out with x, and x in all its forms is known already where it is a stored secret.
  const news = sent ? secretsSent(sent).filter((value) => !stored.includes(value)) : []
  return news.length === 0 ? stored : [...echoesOf(news), ...stored].sort((a, b) => b.length - a.length)
}

export const redactText = withoutEchoes

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
const secretPair = /((?:^|[&?;\s])[\w-]*(?:password|secret|token|key)[\w-]*=)[^&\s;]+/gi
const keptLength = 16_384

const textOf = (body: Buffer | string) => (typeof body === 'string' ? body : body.toString('utf8'))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The texts that stand under a name that says they are secret. */
function* secretValuesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && secretKey.test(name)) yield inner
    else yield* secretValuesIn(inner)
  }
}

type Sent = Pick<HttpRequest, 'url' | 'headers'> & { body?: Buffer | string | undefined }

/** What a caller sent under a name that says it is secret, in every form in which the service may repeat it. */
export function callerSecrets({ url, headers = {}, body }: Sent): string[] {
  const text = body === undefined ? '' : textOf(body)
  const query = Object.fromEntries(URL.canParse(url) ? new URL(url).searchParams : [])
  const posted = parsed(text) ?? Object.fromEntries(new URLSearchParams(text))
  return echoesOf([query, headers, posted].flatMap((part) => [...secretValuesIn(part)]))
}

function shownValue(name: string, value: unknown): unknown {
  if (secretKey.test(name) && value !== null && typeof value !== 'object') return redacted
  return typeof value === 'string' ? value.replace(secretPair, `$1${redacted}`) : value
}

/** What may be kept of a body: without secrets, by value and by name, and clipped. */
export function keptBody(body: Buffer | string | undefined, secrets: readonly string[]): string | null {
  if (body === undefined || body.length === 0) return null
  const shown = redactText(textOf(body).replaceAll('\0', '\ufffd'), secrets)
  const value = parsed(shown)
  const kept = value === undefined ? shown.replace(secretPair, `$1${redacted}`) : JSON.stringify(value, shownValue)
  return kept.slice(0, keptLength).replace(/\p{Cs}/gu, '\ufffd')
}

/**
 * What may be kept of a text of JSON that is no body of a call, such as what a step of an automation was given: without
 * what stands in `sent` under a name that says it is secret.
 */
export const keptText = (text: string, sent: string): string | null =>
  keptBody(text, callerSecrets({ url: '', headers: {}, body: sent }))
