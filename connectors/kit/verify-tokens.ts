import { createHash, timingSafeEqual } from 'node:crypto'
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import { jsonOf } from './content'
import { valueAt } from './template'
import type { Attempt, InboundRequest, InboundSecret, VerifyScheme, VerifyWith } from './verify'

/** Schemes that show a secret or a token beside the body, instead of signing the body with it. */
type Of<Name extends VerifyScheme['scheme']> = Extract<VerifyScheme, { scheme: Name }>

const refused = (reason: Extract<Attempt, { proven: false }>['reason']): Attempt => ({ proven: false, reason })

/** Texts of any length in the same time: their digests are of one. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected)) && expected !== ''
}

function shown(given: string, secrets: readonly InboundSecret[]): Attempt {
  if (secrets.length === 0) return refused('no_secret')
  const fitting = secrets.filter(({ value }) => isSame(given, value))[0]
  return fitting ? { proven: true, secretVersion: fitting.version } : refused('mismatch')
}

export function verifySharedToken(
  scheme: Of<'shared_token'>,
  { headers, body }: InboundRequest,
  { secrets }: VerifyWith,
): Attempt {
  const found = scheme.header ? headers[scheme.header.toLowerCase()] : valueAt(jsonOf(body), scheme.body ?? '')
  if (typeof found !== 'string' || found === '') return refused('unsigned')
  const prefix = scheme.prefix ?? ''
  if (!found.startsWith(prefix)) return refused('malformed')
  return shown(found.slice(prefix.length), secrets)
}

/** The secret is "name:password". Source: https://www.rfc-editor.org/rfc/rfc7617 */
export function verifyBasic({ headers }: InboundRequest, { secrets }: VerifyWith): Attempt {
  const given = headers.authorization
  if (!given) return refused('unsigned')
  const [, encoded] = /^basic ([A-Za-z0-9+/]+={0,2})$/i.exec(given.trim()) ?? []
  if (encoded === undefined) return refused('malformed')
  return shown(Buffer.from(encoded, 'base64').toString('utf8'), secrets)
}

/** The secret, where there is one, is the subject that is expected; otherwise the manifest names it. */
export function verifyMtls(
  scheme: Of<'mtls'>,
  { certificateSubject }: InboundRequest,
  { secrets }: VerifyWith,
): Attempt {
  if (!certificateSubject) return refused('unsigned')
  if (scheme.subject === undefined) return shown(certificateSubject, secrets)
  return isSame(certificateSubject, scheme.subject) ? { proven: true, secretVersion: null } : refused('mismatch')
}

/** Whoever got here knew the address, and nothing more is known. */
export function verifySecretPath(): Attempt {
  return { proven: true, secretVersion: null }
}

/** Without an end of its own a token has to be young. */
const maxAgeSeconds = 300

const isCurrent = ({ exp, iat }: JWTPayload, now: Date) =>
  exp !== undefined || (iat !== undefined && Math.abs(now.getTime() / 1000 - iat) <= maxAgeSeconds)

function reasonOf(error: unknown): Extract<Attempt, { proven: false }>['reason'] {
  if (error instanceof errors.JWTExpired) return 'stale'
  if (error instanceof errors.JOSEAlgNotAllowed) return 'wrong_algorithm'
  if (error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid) return 'malformed'
  return 'mismatch'
}

type Key = { version: number | null; verify: (token: string) => Promise<JWTPayload> }

async function keysOf(scheme: Of<'jwt'>, { secrets, now, fetch }: VerifyWith): Promise<Key[] | null> {
  const options = {
    algorithms: scheme.algorithms,
    currentDate: now,
    clockTolerance: 60,
    ...(scheme.issuer && { issuer: scheme.issuer }),
    ...(scheme.audience && { audience: scheme.audience }),
  }
  if (scheme.jwks === undefined) {
    return secrets.map(({ version, value }) => ({
      version,
      verify: async (token) => (await jwtVerify(token, Buffer.from(value), options)).payload,
    }))
  }
  try {
    const set = createLocalJWKSet(JSON.parse((await fetch(scheme.jwks)).toString('utf8')) as JSONWebKeySet)
    return [{ version: null, verify: async (token) => (await jwtVerify(token, set, options)).payload }]
  } catch {
    return null
  }
}

type Token = { text: string; scheme: Of<'jwt'>; request: InboundRequest; now: Date }

async function tryKey({ version, verify }: Key, { text, scheme, request, now }: Token): Promise<Attempt> {
  try {
    const claims = await verify(text)
    if (!isCurrent(claims, now)) return refused('stale')
    return coversBody(scheme, claims, request) ? { proven: true, secretVersion: version } : refused('mismatch')
  } catch (error) {
    return refused(reasonOf(error))
  }
}

export async function verifyJwt(scheme: Of<'jwt'>, request: InboundRequest, given: VerifyWith): Promise<Attempt> {
  const found = request.headers[scheme.header.toLowerCase()]
  if (!found) return refused('unsigned')
  const prefix = scheme.prefix ?? ''
  if (!found.startsWith(prefix)) return refused('malformed')
  const keys = await keysOf(scheme, given)
  if (!keys) return refused('keys_unavailable')
  const token = { text: found.slice(prefix.length), scheme, request, now: given.now }
  const tried = await Promise.all(keys.map((key) => tryKey(key, token)))
  const isStale = (one: Attempt) => !one.proven && one.reason === 'stale'
  // That it is too old says that the secret was right.
  return tried.find(({ proven }) => proven) ?? tried.find(isStale) ?? tried[0] ?? refused('no_secret')
}

function coversBody({ bodyHashClaim }: Of<'jwt'>, claims: JWTPayload, { body }: InboundRequest): boolean {
  if (bodyHashClaim === undefined) return true
  const told = claims[bodyHashClaim]
  return typeof told === 'string' && isSame(told.toLowerCase(), createHash('sha256').update(body).digest('hex'))
}
