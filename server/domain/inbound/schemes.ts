import { randomBytes } from 'node:crypto'
import { type Connector, secretHeadersOf, type VerifyScheme, verifyScheme, type Webhooks } from '@/connectors/kit'
import { HubError } from '@/server/kernel/errors'

/** With what a hook proves its deliveries, and the secret that goes with it. */

/** The schemes of the connector; those that somebody named, where it has none. */
export function schemesOf(
  webhooks: Webhooks | undefined,
  own: readonly Record<string, unknown>[] | null,
): VerifyScheme[] {
  if (webhooks) return webhooks.verify
  return (own ?? []).flatMap((one) => {
    const { data } = verifyScheme.safeParse(one)
    return data ? [data] : []
  })
}

/** @throws {HubError} request.invalid */
export function parseSchemes(
  connector: Connector,
  given: readonly unknown[] | null | undefined,
): Record<string, unknown>[] | null {
  if (!given || given.length === 0) return null
  const invalid = (path: string, message: string) =>
    new HubError('request.invalid', 'The schemes cannot be used.', { fields: [{ path, message }] })
  if (connector.manifest.webhooks) throw invalid('schemes', 'are those of the connector; leave them out')
  return given.map((one, at) => {
    const { data, error } = verifyScheme.safeParse(one)
    if (!data) throw invalid(`schemes.${at}`, error?.issues[0]?.message ?? 'is no scheme')
    return data
  })
}

const random = () => randomBytes(32)

/** What of a scheme only the provider can know. */
const given: Partial<Record<VerifyScheme['scheme'], string>> = {
  ed25519: 'the public key of the provider, in hex, base64 or PEM',
  sns: 'the ARN of the topic',
}

const needsSecret = (scheme: VerifyScheme) => {
  if (scheme.scheme === 'jwt') return scheme.jwks === undefined
  if (scheme.scheme === 'mtls') return scheme.subject === undefined
  return scheme.scheme !== 'secret_path' && scheme.scheme !== 'challenge'
}

const shortest = 8
const longest = 4_096

function checkSecret(secret: string): string {
  // A space at an end was copied along, and nobody would find why nothing fits.
  const isUsable = secret.length >= shortest && secret.length <= longest && secret === secret.trim()
  if (isUsable && !secret.includes('\0')) return secret
  const message = `has to have ${shortest} to ${longest} characters, without spaces around it`
  throw new HubError('request.invalid', undefined, { fields: [{ path: 'secret', message }] })
}

/**
 * The secret of a hook: the one given, else a new one in the form of the schemes. Null where no scheme has any.
 *
 * @throws {HubError} request.invalid
 */
export function secretFor(schemes: readonly VerifyScheme[], secret: string | null | undefined): string | null {
  if (secret !== null && secret !== undefined) return checkSecret(secret)
  const wanting = schemes.filter(needsSecret)
  if (wanting.length === 0) return null
  const names = new Set(wanting.map((one) => one.scheme))
  const told = wanting.map((one) => given[one.scheme])
  if (told.every((text) => text !== undefined)) {
    throw new HubError('request.invalid', undefined, { fields: [{ path: 'secret', message: `is needed: ${told[0]}` }] })
  }
  if (names.has('standard_webhooks')) return `whsec_${random().toString('base64')}`
  return names.has('basic') ? `inthub:${random().toString('base64url')}` : random().toString('base64url')
}

/** Whether anybody who learns the address could send here. */
export const trustsTheAddress = (schemes: readonly Record<string, unknown>[] | null): boolean =>
  schemes?.some(({ scheme }) => scheme === 'secret_path') ?? false

/** Headers of the provider's deliveries of which the value is not kept. */
export const secretHeadersOfHook = (webhooks: Webhooks | undefined): ReadonlySet<string> =>
  secretHeadersOf(webhooks?.verify ?? [])
