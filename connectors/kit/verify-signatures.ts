import {
  createHmac,
  createPublicKey,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
  verify as verifySignature,
} from 'node:crypto'
import type { Attempt, InboundRequest, InboundSecret, VerifyScheme, VerifyWith } from './verify'

/** Signatures over the raw bytes: compared in constant time and in their full length. */
type Of<Name extends VerifyScheme['scheme']> = Extract<VerifyScheme, { scheme: Name }>
type Signed = Of<'hmac'> | Of<'ed25519'>
type Part = 'body' | 'timestamp' | 'id' | 'url' | { text: Buffer }

const refused = (reason: Extract<Attempt, { proven: false }>['reason']): Attempt => ({ proven: false, reason })

const templates = new WeakMap<object, readonly Part[]>()

/** The template in pieces, of which the text between names is bytes already. */
function partsOf(scheme: Signed): readonly Part[] {
  const known = templates.get(scheme)
  if (known) return known
  const pieces = (scheme.template ?? '{body}').split(/\{(body|timestamp|id|url)\}/)
  const parts = pieces.flatMap((piece, at): Part[] => {
    if (at % 2 === 1) return [piece as Exclude<Part, object>]
    return piece === '' ? [] : [{ text: Buffer.from(piece) }]
  })
  templates.set(scheme, parts)
  return parts
}

/** Seconds since 1970, as all of them send it, or milliseconds. */
function instantOf(text: string): number | null {
  if (!/^\d{9,14}$/.test(text)) return null
  const value = Number(text)
  return value > 100_000_000_000 ? value : value * 1000
}

const isFresh = (at: number, now: Date, toleranceSeconds: number) =>
  Math.abs(now.getTime() - at) <= toleranceSeconds * 1000

const headerOf = ({ headers }: InboundRequest, name: string | undefined) =>
  name === undefined ? undefined : headers[name.toLowerCase()]

type Read = { signature: Buffer; text: string; timestamp: string; id: string }

/** Exactly so many bytes, and nothing that a lenient decoder would have passed over. */
function decoded(text: string, encoding: 'hex' | 'base64', bytes: number): Buffer | null {
  const form = encoding === 'hex' ? /^[0-9a-f]*$/i : /^[A-Za-z0-9+/]*={0,2}$/
  if (!form.test(text)) return null
  const value = Buffer.from(text, encoding)
  return value.length === bytes && value.toString(encoding).length === text.length ? value : null
}

const namesAlgorithm = (text: string) => /^sha\d+=/i.test(text)

function readSignature(scheme: Signed, given: string, bytes: number): Pick<Read, 'signature' | 'text'> | Attempt {
  const prefix = scheme.prefix ?? ''
  if (!given.startsWith(prefix)) {
    return refused(namesAlgorithm(given) && namesAlgorithm(prefix) ? 'wrong_algorithm' : 'malformed')
  }
  const text = given.slice(prefix.length)
  const signature = decoded(text, scheme.encoding ?? 'hex', bytes)
  return signature ? { signature, text } : refused('malformed')
}

function ageProblem(scheme: Signed, timestamp: string, now: Date): Attempt | null {
  if (scheme.timestampHeader === undefined) return null
  const at = instantOf(timestamp)
  if (at === null) return refused('malformed')
  return isFresh(at, now, scheme.toleranceSeconds ?? 300) ? null : refused('stale')
}

/** What is asked of the headers before anything is computed. */
function read(scheme: Signed, request: InboundRequest, bytes: number, now: Date): Read | Attempt {
  const given = headerOf(request, scheme.header)
  if (given === undefined || given === '') return refused('unsigned')
  const found = readSignature(scheme, given, bytes)
  if ('proven' in found) return found
  const timestamp = headerOf(request, scheme.timestampHeader) ?? ''
  const id = headerOf(request, scheme.idHeader) ?? ''
  if (scheme.idHeader !== undefined && id === '') return refused('malformed')
  return ageProblem(scheme, timestamp, now) ?? { ...found, timestamp, id }
}

const textOf = (part: Exclude<Part, 'body' | object>, { timestamp, id }: Read, request: InboundRequest): string => {
  if (part === 'timestamp') return timestamp
  return part === 'id' ? id : request.url
}

const secretKeys = new WeakMap<InboundSecret, KeyObject>()

function keyFor(secret: InboundSecret): KeyObject {
  const known = secretKeys.get(secret)
  if (known) return known
  const key = createSecretKey(Buffer.from(secret.value))
  secretKeys.set(secret, key)
  return key
}

const digestBytes = { sha1: 20, sha256: 32, sha512: 64 } as const

function provenBy(secret: InboundSecret, scheme: Signed, { text, id, timestamp }: Read): Attempt {
  const isTimed = scheme.timestampHeader !== undefined
  return {
    proven: true,
    secretVersion: secret.version,
    ...(id !== '' && { signedId: id }),
    ...(isTimed && { proof: `${timestamp}.${text}` }),
  }
}

function digestOf(scheme: Of<'hmac'>, secret: InboundSecret, found: Read, request: InboundRequest): Buffer {
  const hmac = createHmac(scheme.algo, keyFor(secret))
  for (const part of partsOf(scheme)) {
    if (part === 'body') hmac.update(request.body)
    else hmac.update(typeof part === 'string' ? textOf(part, found, request) : part.text)
  }
  return hmac.digest()
}

/** A secret of nothing would let everybody sign. */
const usable = (secrets: readonly InboundSecret[]) => secrets.filter(({ value }) => value !== '')

export function verifyHmac(scheme: Of<'hmac'>, request: InboundRequest, { secrets, now }: VerifyWith): Attempt {
  const found = read(scheme, request, digestBytes[scheme.algo], now)
  if ('proven' in found) return found
  const valid = usable(secrets)
  if (valid.length === 0) return refused('no_secret')
  const fitting = valid.find((secret) => timingSafeEqual(digestOf(scheme, secret, found, request), found.signature))
  return fitting ? provenBy(fitting, scheme, found) : refused('mismatch')
}

/** The secret after its prefix is base64; one that is not is taken as it is. */
function standardKey(value: string, prefix: string): Buffer {
  const text = value.startsWith(prefix) ? value.slice(prefix.length) : value
  const bytes = Buffer.from(text, 'base64')
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(text) && bytes.length >= 16
  return isBase64 ? bytes : Buffer.from(value)
}

/** Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export function verifyStandardWebhooks(
  scheme: Of<'standard_webhooks'>,
  { headers, body }: InboundRequest,
  { secrets, now }: VerifyWith,
): Attempt {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': given } = headers
  if (!given) return refused('unsigned')
  const at = instantOf(timestamp ?? '')
  if (!id || at === null) return refused('malformed')
  if (!isFresh(at, now, scheme.toleranceSeconds ?? 300)) return refused('stale')
  const signatures = given
    .split(' ')
    .flatMap((pair) => (pair.startsWith('v1,') ? (decoded(pair.slice(3), 'base64', digestBytes.sha256) ?? []) : []))
  if (signatures.length === 0) return refused('malformed')
  const valid = usable(secrets)
  if (valid.length === 0) return refused('no_secret')
  const prefix = scheme.secretPrefix ?? 'whsec_'
  const fitting = valid.find(({ value }) => {
    const digest = createHmac('sha256', standardKey(value, prefix)).update(`${id}.${timestamp}.`).update(body).digest()
    // Every one is compared, so that the time tells nothing of which fitted.
    return signatures.map((signature) => timingSafeEqual(digest, signature)).includes(true)
  })
  return fitting ? { proven: true, secretVersion: fitting.version, signedId: id } : refused('mismatch')
}

/** The algorithm's name and the key in front of 32 raw bytes. Source: https://www.rfc-editor.org/rfc/rfc8410 */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

/** A public key in hex, base64 or PEM; null when it is none. */
function ed25519Key(value: string): KeyObject | null {
  try {
    const text = value.trim()
    if (text.startsWith('-----')) {
      const key = createPublicKey(text)
      return key.asymmetricKeyType === 'ed25519' ? key : null
    }
    const raw = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
    if (raw.length !== 32) return null
    return createPublicKey({ key: Buffer.concat([spkiHead, raw]), format: 'der', type: 'spki' })
  } catch {
    return null
  }
}

export function verifyEd25519(scheme: Of<'ed25519'>, request: InboundRequest, { secrets, now }: VerifyWith): Attempt {
  const found = read(scheme, request, 64, now)
  if ('proven' in found) return found
  const signed = Buffer.concat(
    partsOf(scheme).map((part) => {
      if (part === 'body') return request.body
      return typeof part === 'string' ? Buffer.from(textOf(part, found, request)) : part.text
    }),
  )
  const keys = secrets.flatMap((secret) => {
    const key = ed25519Key(secret.value)
    return key ? [{ secret, key }] : []
  })
  if (keys.length === 0) return refused('no_secret')
  const fitting = keys.find(({ key }) => verifySignature(null, signed, key, found.signature))
  return fitting ? provenBy(fitting.secret, scheme, found) : refused('mismatch')
}
