import { verify as verifySignature, X509Certificate } from 'node:crypto'
import { jsonOf } from './content'
import type { Attempt, InboundRequest, VerifyScheme, VerifyWith } from './verify'

/**
 * Amazon SNS signs with a certificate that the message itself points to: it is fetched from the hosts of the manifest
 * only. The signature proves Amazon, whoever's topic it is, so the secret names the topic that is meant.
 * Source: https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html
 */
type Sns = Extract<VerifyScheme, { scheme: 'sns' }>

const refused = (reason: Extract<Attempt, { proven: false }>['reason']): Attempt => ({ proven: false, reason })
const toleranceMs = 3_600_000

const notificationFields = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
const confirmationFields = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']

function messageOf(body: Buffer): Record<string, string> | null {
  const document = jsonOf(body)
  if (typeof document !== 'object' || document === null) return null
  return Object.fromEntries(
    Object.entries(document).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

function signedText(message: Record<string, string>): string {
  const names = message.Type === 'Notification' ? notificationFields : confirmationFields
  return names.flatMap((name) => (message[name] === undefined ? [] : [`${name}\n${message[name]}\n`])).join('')
}

const fits = (host: string, pattern: string) => {
  const labels = pattern.split('.')
  const given = host.split('.')
  return labels.length === given.length && labels.every((label, at) => label === '*' || label === given[at])
}

function certificateUrl(text: string | undefined, hosts: readonly string[]): string | null {
  if (text === undefined || !URL.canParse(text)) return null
  const url = new URL(text)
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.pathname.endsWith('.pem')
  return isPlain && hosts.some((pattern) => fits(url.hostname, pattern)) ? url.toString() : null
}

async function certificateAt(url: string, { fetch, now }: VerifyWith): Promise<X509Certificate | null> {
  try {
    const certificate = new X509Certificate(await fetch(url))
    const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)]
    return from <= now.getTime() && now.getTime() <= to ? certificate : null
  } catch {
    return null
  }
}

export async function verifySns(scheme: Sns, { body }: InboundRequest, given: VerifyWith): Promise<Attempt> {
  const message = messageOf(body)
  if (!message?.Signature) return refused('unsigned')
  // The first version signs a SHA-1: the topic can be set to the second.
  if (message.SignatureVersion !== '2') return refused('wrong_algorithm')
  const topic = given.secrets.find(({ value }) => value !== '' && value === message.TopicArn)
  if (!topic) return refused(given.secrets.length === 0 ? 'no_secret' : 'mismatch')
  const at = Date.parse(message.Timestamp ?? '')
  if (!Number.isFinite(at)) return refused('malformed')
  if (Math.abs(given.now.getTime() - at) > toleranceMs) return refused('stale')
  const url = certificateUrl(message.SigningCertURL, scheme.certificateHosts)
  if (!url) return refused('mismatch')
  const certificate = await certificateAt(url, given)
  if (!certificate) return refused('keys_unavailable')
  const signature = Buffer.from(message.Signature, 'base64')
  const isRight = verifySignature('sha256', Buffer.from(signedText(message)), certificate.publicKey, signature)
  if (!isRight) return refused('mismatch')
  return { proven: true, secretVersion: topic.version, ...(message.MessageId && { signedId: message.MessageId }) }
}
