import type { z } from 'zod'
import { type ChallengeAnswer, challengeIn } from './challenges'
import { verifyEd25519, verifyHmac, verifyStandardWebhooks } from './verify-signatures'
import { verifySns } from './verify-sns'
import { verifyBasic, verifyJwt, verifyMtls, verifySecretPath, verifySharedToken } from './verify-tokens'
import type { verifyScheme } from './webhooks'

/**
 * Proves who sent a webhook, over the bytes as they came. Pure: secrets, the time and the way to keys on the network
 * are given. The first scheme that proves the sender decides; where none does, the delivery is refused.
 */
export type VerifyScheme = z.infer<typeof verifyScheme>
export type SchemeName = VerifyScheme['scheme']

export type InboundRequest = {
  method: string
  /** The address as the vendor was told it, for signatures over it. */
  url: string
  /** Of the address; without its question mark. */
  query: string
  /** Lower-case names. A header that came twice is joined by ", ", and so fits nothing. */
  headers: Readonly<Record<string, string | undefined>>
  body: Buffer
  /** Subject of the client certificate, where a trusted proxy tells it. */
  certificateSubject?: string | undefined
}

/** One of the secrets that are valid now. */
export type InboundSecret = { version: number; value: string }

/** Why a scheme does not prove the sender. */
export const refusalReasons = [
  'unsigned',
  'malformed',
  'mismatch',
  'stale',
  'wrong_algorithm',
  'no_secret',
  'keys_unavailable',
  'no_scheme',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export type VerifyWith = {
  secrets: readonly InboundSecret[]
  now: Date
  /** Gets a public key set or a certificate from the vendor. */
  fetch: (url: string) => Promise<Buffer>
}

export type Attempt =
  | { proven: true; secretVersion: number | null; signedId?: string | undefined; proof?: string | undefined }
  | { proven: false; reason: RefusalReason }

export type Verdict =
  | {
      outcome: 'proven'
      scheme: SchemeName
      secretVersion: number | null
      /** The address is the only secret: whoever learned it can forge. */
      isWeak: boolean
      /** An id that is part of what was signed. */
      signedId: string | null
      /** What proved it, and cannot prove anything a second time: for schemes that sign the time. */
      proof: string | null
      challenge: ChallengeAnswer | null
    }
  | { outcome: 'challenge'; challenge: ChallengeAnswer }
  | { outcome: 'refused'; scheme: SchemeName | null; reason: RefusalReason }

type Proving = Exclude<VerifyScheme, { scheme: 'challenge' }>

function attempt(scheme: Proving, request: InboundRequest, given: VerifyWith): Attempt | Promise<Attempt> {
  switch (scheme.scheme) {
    case 'hmac':
      return verifyHmac(scheme, request, given)
    case 'standard_webhooks':
      return verifyStandardWebhooks(scheme, request, given)
    case 'ed25519':
      return verifyEd25519(scheme, request, given)
    case 'jwt':
      return verifyJwt(scheme, request, given)
    case 'sns':
      return verifySns(scheme, request, given)
    case 'shared_token':
      return verifySharedToken(scheme, request, given)
    case 'basic':
      return verifyBasic(request, given)
    case 'mtls':
      return verifyMtls(scheme, request, given)
    case 'secret_path':
      return verifySecretPath()
  }
}

/** The more a reason says about what was tried, the more it helps whoever reads it. */
const telling: readonly RefusalReason[] = [
  'stale',
  'mismatch',
  'wrong_algorithm',
  'malformed',
  'keys_unavailable',
  'no_secret',
  'unsigned',
  'no_scheme',
]

const isProving = (scheme: VerifyScheme): scheme is Proving => scheme.scheme !== 'challenge'

export async function verifyDelivery(
  schemes: readonly VerifyScheme[],
  request: InboundRequest,
  given: VerifyWith,
): Promise<Verdict> {
  const challenge = challengeIn(schemes, request)
  let refused: Extract<Verdict, { outcome: 'refused' }> = { outcome: 'refused', scheme: null, reason: 'no_scheme' }
  for (const scheme of schemes) {
    if (!isProving(scheme)) continue
    const tried = attempt(scheme, request, given)
    const found = tried instanceof Promise ? await tried : tried
    if (found.proven) {
      const { secretVersion, signedId = null, proof = null } = found
      const isWeak = scheme.scheme === 'secret_path'
      return { outcome: 'proven', scheme: scheme.scheme, secretVersion, isWeak, signedId, proof, challenge }
    }
    if (telling.indexOf(found.reason) < telling.indexOf(refused.reason)) {
      refused = { outcome: 'refused', scheme: scheme.scheme, reason: found.reason }
    }
  }
  // A challenge proves the receiver to the vendor: it is answered, and nothing of it is kept.
  return challenge ? { outcome: 'challenge', challenge } : refused
}

/** Names of headers that hold a secret itself, which is not kept. */
export function secretHeadersOf(schemes: readonly VerifyScheme[]): Set<string> {
  const names = new Set<string>()
  for (const scheme of schemes) {
    if (scheme.scheme === 'shared_token' && scheme.header) names.add(scheme.header.toLowerCase())
    if (scheme.scheme === 'jwt') names.add(scheme.header.toLowerCase())
    if (scheme.scheme === 'challenge' && scheme.answer === 'echo_header') names.add((scheme.from ?? '').toLowerCase())
  }
  return names
}
