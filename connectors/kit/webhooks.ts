import { z } from 'zod'

/**
 * How a vendor proves that a webhook is its own, and where a delivery says what it is. Declared only: the inbound side
 * tries the schemes in order, the first that fits decides, and where none fits the delivery is refused.
 */
const header = z.string().regex(/^[A-Za-z0-9-]{1,80}$/)
const toleranceSeconds = z.int().min(1).max(86_400).describe('How old or how far ahead a timestamp may be.')
const origin = z.url({ protocol: /^https$/ })
/** The bytes that are signed, built of these and of any text between them. */
const signedText = z
  .string()
  .max(200)
  .refine((text) => text.includes('{body}'), 'has to contain {body}: what is not signed proves nothing')
  .refine(
    (text) => [...text.matchAll(/\{(\w*)\}/g)].every(([, name = '']) => /^(body|timestamp|id|url)$/.test(name)),
    'knows {body}, {timestamp}, {id} and {url} only',
  )

const signature = {
  header,
  prefix: z.string().max(40).optional().describe('Stands before the signature, as in "sha256=".'),
  encoding: z.enum(['hex', 'base64']).default('hex').optional(),
  template: signedText.default('{body}').optional().describe('What is signed. The raw body by default.'),
  timestampHeader: header.optional(),
  idHeader: header.optional(),
  toleranceSeconds: toleranceSeconds.optional(),
}
type Signature = {
  template?: string | undefined
  timestampHeader?: string | undefined
  idHeader?: string | undefined
  toleranceSeconds?: number | undefined
}

/** A signed timestamp is only worth something when it is found and its age is bounded. */
const saysItsTime = ({ template = '', timestampHeader, toleranceSeconds: tolerance }: Signature) =>
  template.includes('{timestamp}')
    ? timestampHeader !== undefined && tolerance !== undefined
    : timestampHeader === undefined && tolerance === undefined
const timeProblem = 'timestampHeader and toleranceSeconds belong to {timestamp} in the template'
const saysItsId = ({ template = '', idHeader }: Signature) => template.includes('{id}') === (idHeader !== undefined)
const idProblem = 'idHeader belongs to {id} in the template'

const hmac = z
  .strictObject({
    scheme: z.literal('hmac'),
    algo: z.enum(['sha1', 'sha256', 'sha512']).describe('sha1 only where the vendor has nothing better.'),
    ...signature,
  })
  .refine(saysItsTime, timeProblem)
  .refine(saysItsId, idProblem)

const standardWebhooks = z
  .strictObject({
    scheme: z.literal('standard_webhooks'),
    secretPrefix: z.string().max(20).default('whsec_').optional(),
    toleranceSeconds: toleranceSeconds.default(300).optional(),
  })
  .describe('webhook-id, webhook-timestamp and webhook-signature. Source: https://www.standardwebhooks.com')

const ed25519 = z
  .strictObject({ scheme: z.literal('ed25519'), ...signature })
  .refine(saysItsTime, timeProblem)
  .refine(saysItsId, idProblem)

const jwt = z
  .strictObject({
    scheme: z.literal('jwt'),
    header,
    prefix: z.string().max(40).optional(),
    jwks: origin.optional().describe('Where the keys are; without it the secret is shared.'),
    algorithms: z.array(z.enum(['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'EdDSA', 'HS256', 'HS512'])).min(1),
    issuer: z.string().optional(),
    audience: z.string().optional(),
    bodyHashClaim: z.string().optional().describe('The claim that holds the SHA-256 of the body, in hex.'),
  })
  .refine(
    ({ jwks, algorithms }) => algorithms.every((algorithm) => algorithm.startsWith('HS') === (jwks === undefined)),
    'HS algorithms belong to a shared secret, the others to jwks',
  )

const sns = z.strictObject({
  scheme: z.literal('sns'),
  certificateHosts: z
    .array(z.string().regex(/^[a-z0-9*-]+(\.[a-z0-9-]+)+$/))
    .min(1)
    .describe('Hosts a signing certificate may come from; "*" stands for one label.'),
})

const sharedToken = z
  .strictObject({
    scheme: z.literal('shared_token'),
    header: header.optional(),
    body: z.string().optional().describe('Path to the token in the body, where the vendor has no header for it.'),
    prefix: z.string().max(40).optional(),
  })
  .refine((one) => (one.header === undefined) !== (one.body === undefined), 'is found in a header or in the body')

const basic = z.strictObject({ scheme: z.literal('basic') })
const mtls = z.strictObject({
  scheme: z.literal('mtls'),
  subject: z.string().optional().describe('What the subject of the client certificate has to be.'),
})
const challenge = z
  .strictObject({
    scheme: z.literal('challenge'),
    answer: z.enum(['echo_body', 'echo_query', 'echo_header', 'head_ok']),
    from: z.string().optional().describe('Path, parameter or header whose value is sent back.'),
  })
  .refine(({ answer, from }) => (answer === 'head_ok') === (from === undefined), 'an echo says what it sends back')
const secretPath = z.strictObject({
  scheme: z.literal('secret_path'),
  reason: z.string().min(20).describe('Why the vendor has nothing better. People see it.'),
})

export const verifyScheme = z.discriminatedUnion('scheme', [
  hmac,
  standardWebhooks,
  ed25519,
  jwt,
  sns,
  sharedToken,
  basic,
  mtls,
  challenge,
  secretPath,
])

const place = z.union([
  z.strictObject({ header }),
  z.strictObject({
    body: z
      .union([z.string(), z.array(z.string()).min(1)])
      .describe('Path in the body; of several, the first that holds something.'),
  }),
])
/** A topic is a name of the vendor's own; what stands in braces is read from the body, `{type}` is the type. */
const topic = z.string().regex(/^[a-z][a-z0-9_-]*(\.([a-z0-9_-]+|\{[A-Za-z0-9_.]+\})){1,5}$/)
const rule = z
  .strictObject({
    type: z.string().optional(),
    has: z.array(z.string()).optional().describe('Paths that have to be there.'),
    where: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    topic,
  })
  .describe('Looked at before "topics"; the first that applies names the topic.')
const requestLine = z.string().regex(/^(GET|POST) \/\S*$/)
const recover = z.discriminatedUnion('strategy', [
  z.strictObject({ strategy: z.literal('none') }),
  z.strictObject({
    strategy: z.literal('redelivery_api'),
    list: requestLine.optional(),
    redeliver: requestLine.optional(),
    keptHours: z.int().positive().optional().describe('How far back the vendor can send again.'),
  }),
  z.strictObject({ strategy: z.literal('event_log'), list: requestLine.optional() }),
  z.strictObject({ strategy: z.literal('rescan') }),
])

export const webhooks = z.strictObject({
  verify: z
    .array(verifyScheme)
    .min(1)
    // A challenge proves the receiver to the vendor, not the vendor to us.
    .refine((schemes) => schemes.some(({ scheme }) => scheme !== 'challenge'), 'needs a scheme that proves the sender'),
  deliveryId: place.optional(),
  type: place.optional(),
  route: place.optional(),
  topics: z.record(z.string(), topic).optional().describe('By type; "*" for every other one.'),
  rules: z.array(rule).optional(),
  words: z
    .record(z.string(), z.string())
    .optional()
    .describe('What a value of the vendor is called in a topic: { "merge": "merged" }.'),
  recover: recover.optional(),
  register: z.strictObject({ hook: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/) }).optional(),
})
