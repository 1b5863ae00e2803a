import { z } from 'zod'
import { failureClasses } from '@/server/kernel/health'
import { operation } from './operation'
import { answerForm, authorizeInput, bodyError, httpMethod, jsonPath, key, requestLine, scalar, where } from './shapes'
import { webhooks } from './webhooks'

export { answerForms, type BodyError } from './shapes'

/**
 * The shape of a connector, `inthub/v1`: everything about a vendor that data can say. Built-in connectors are this
 * object in TypeScript, uploaded ones are it in JSON or YAML. docs/connector-manifest.schema.json is made from here.
 *
 * Texts in braces are templates: `{field}` stands for a value of config or secrets, percent-encoded in a path;
 * `{+field}` keeps slashes. A template never changes the origin a request goes to.
 */
const slugStem = z.string().regex(/^[a-z][a-z0-9-]{0,38}[a-z0-9]$/)

/** One value a person gives. The JSON Schema of the form is drawn from it. */
export const field = z.strictObject({
  title: z.string().min(1),
  description: z.string().optional(),
  help: z.url().optional().describe('The page on which the value is found or made.'),
  secret: z
    .boolean()
    .optional()
    .describe('Sealed and never shown again. A credential field is secret unless this is false.'),
  optional: z.boolean().optional(),
  advanced: z.boolean().optional().describe('Folded away with network settings.'),
  multiline: z.boolean().optional().describe('Line breaks are part of the value, as in PEM.'),
  destination: z
    .boolean()
    .optional()
    .describe('A place the credential is sent to: when it changes, the secret is asked for again.'),
  type: z.enum(['string', 'integer', 'number', 'boolean']).default('string').optional(),
  format: z.enum(['hostname', 'uri', 'email', 'origin']).optional(),
  pattern: z.string().max(200).optional(),
  patternHint: z.string().optional().describe('What the pattern asks for, after "has to be".'),
  minLength: z.int().min(0).optional(),
  maxLength: z.int().min(1).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  enum: z.array(scalar).min(1).optional(),
  default: scalar.optional(),
  examples: z.array(scalar).optional(),
})
export type Field = z.infer<typeof field>
const fields = z.record(key, field)

const instance = z.strictObject({
  title: z.string().optional(),
  description: z.string().optional(),
  slug: slugStem.optional().describe('Stem of the slugs of integrations: "docker-hub" gives docker-hub-1.'),
  aliases: z.array(slugStem).optional().describe('Short names of type and instance, for the command line.'),
  baseUrl: z.string().describe('Template; the origin every request goes to.'),
  web: z.string().optional().describe('Template; where people see it in a browser.'),
  inputs: z.union([z.array(key), fields]).optional(),
  methods: z.array(key).optional().describe('The methods that work here; all of them by default.'),
  constants: z
    .record(key, z.string())
    .optional()
    .describe('Public values for hooks and templates that nobody has to type.'),
  destinations: z
    .array(z.url())
    .optional()
    .describe('Other origins the credential is sent to, such as a token service.'),
  tls: z.strictObject({ caBundle: z.boolean().optional(), clientCert: z.boolean().optional() }).optional(),
  egress: z.array(z.string()).optional(),
})

const inject = z.strictObject({
  headers: z.record(z.string(), z.string()).optional().describe('Name and value are templates.'),
  query: z.record(z.string(), z.string()).optional(),
  basic: z.strictObject({ username: z.string(), password: z.string() }).optional(),
})

export const methodKinds = [
  'token',
  'basic',
  'oauth2_code',
  'oauth2_cc',
  'oauth1',
  'jwt_assertion',
  'github_app',
  'aws',
  'mtls',
  'two_step',
  'none',
  'custom',
] as const

const method = z.strictObject({
  kind: z.enum(methodKinds),
  title: z.string().optional(),
  description: z.string().optional(),
  fields: fields.optional(),
  inject: inject.optional(),
  authorize: z
    .strictObject({ hook: key })
    .optional()
    .describe('A hook that turns the credential into headers for one request.'),
  reason: z.string().optional().describe('With kind "none": why there is no credential. People see it.'),
  expiry: z
    .strictObject({
      request: requestLine.optional(),
      header: z.string().optional(),
      path: jsonPath.optional(),
      form: z.enum(['date', 'seconds']).default('date').optional().describe('"seconds" are those that are left.'),
    })
    .optional(),
  rotate: z.strictObject({ hook: key, overlap: z.boolean().optional() }).optional(),
  oauth: z.record(z.string(), z.json()).optional(),
})

const expectation = {
  ok: z.array(z.int().min(100).max(599)).min(1).optional().describe('Any 2xx but 203 by default.'),
  okFrom: key.optional().describe('A config value that, when given, is the one status that counts.'),
  expect: answerForm.default('json').optional(),
  expectFrom: key.optional().describe('A config value that, when given, says which answers count.'),
  holds: z
    .strictObject({ path: jsonPath, equals: scalar })
    .optional()
    .describe('What a good answer says, so that the JSON of another service is none.'),
}

export const resetForms = [
  'epoch_s',
  'epoch_ms',
  'seconds',
  'ms',
  'iso8601',
  'http_date',
  'window_s',
  'window_ms',
] as const

/** Quotas an answer tells in its body: an object of pools below `path`. */
const poolsInBody = z.strictObject({
  path: jsonPath,
  names: z.array(z.string()).min(1).describe('The pools worth knowing.'),
  limit: z.string(),
  remaining: z.string(),
  reset: z.string().optional(),
  resetIn: z.enum(resetForms).optional(),
})
export type QuotaPools = z.infer<typeof poolsInBody>

const probeRemedy = z
  .string()
  .optional()
  .describe('What to do when it warns. {missing} or {range} stand for what is wrong.')

const probes = z.strictObject({
  reach: z
    .strictObject({ request: requestLine.optional(), ok: expectation.ok })
    .optional()
    .describe('Sent without a credential. Any answer below 500 counts unless "ok" says otherwise.'),
  identity: z
    .union([
      z.strictObject({
        request: requestLine,
        ...expectation,
        notOk: z.record(z.string().regex(/^\d{3}$/), z.enum(failureClasses)).optional(),
        label: jsonPath
          .optional()
          .describe('Where the answer says whom the credential belongs to; also several: "{user} @ {team}".'),
        input: authorizeInput,
        orElse: z
          .strictObject({ request: requestLine, ...expectation, label: jsonPath.optional() })
          .optional()
          .describe('Asked when the credential is valid but not allowed to ask this, as a token of an app is.'),
      }),
      z.strictObject({ none: z.string().min(1).describe('Why the vendor offers nothing to prove a credential with.') }),
    ])
    .describe('The proof that the credential is accepted.'),
  version: z
    .strictObject({
      request: requestLine,
      ...expectation,
      path: jsonPath.optional(),
      header: z.string().optional(),
      range: z
        .string()
        .regex(/^((>=|<=|>|<|=)\d+(\.\d+){0,2}\s*)+$/)
        .optional(),
      remedy: probeRemedy,
      ...where,
    })
    .optional(),
  scopes: z
    .strictObject({
      request: requestLine,
      ...expectation,
      path: jsonPath.optional(),
      header: z.string().optional(),
      separator: z.string().default(',').optional(),
      needs: z
        .record(z.string(), z.array(z.union([z.string(), z.array(z.string()).min(1)])))
        .describe(
          '"*" is needed by everything, other keys by one capability. A list within the list: any one of them.',
        ),
      implies: z
        .record(z.string(), z.array(z.string()))
        .optional()
        .describe('What a wider scope includes: { "api": ["read_api"] }.'),
      untold: z
        .strictObject({ on: z.array(z.int()).optional(), message: z.string() })
        .optional()
        .describe('What to say when the vendor does not tell the scopes of this kind of credential, or answers so.'),
      remedy: probeRemedy,
      ...where,
    })
    .optional(),
  access: z
    .strictObject({ request: requestLine, ...expectation, needs: z.array(z.string()).min(1), ...where })
    .optional()
    .describe('Where no scopes are told: a request that only succeeds with the permissions everything needs.'),
  quota: z
    .strictObject({ request: requestLine, input: authorizeInput, pools: poolsInBody.optional(), ...where })
    .optional()
    .describe('A request that is free of charge and whose headers or body tell the quota.'),
  latency: z.strictObject({ p99Ms: z.int().positive() }).optional(),
})

const quota = z.strictObject({
  pool: z.string(),
  title: z.string().min(1).max(60).optional().describe('What people see, where the name of the pool says little.'),
  matches: z
    .array(z.string().regex(new RegExp(`^((${httpMethod})(\\|(${httpMethod}))* )?/\\S*$`)))
    .min(1)
    .optional()
    .describe(
      'The requests that draw from it: "/search/*", "GET|HEAD /v2/*". The first pool that matches counts; one without this takes the rest.',
    ),
  poolHeader: z.string().optional().describe('A header that names the pool; "pool" when it is absent.'),
  poolNames: z
    .record(z.string(), z.string())
    .optional()
    .describe('What that header says, and the pool it means, where they differ.'),
  limit: z.string().optional().describe('Without it the pool is known by its requests and by being refused only.'),
  remaining: z.string().optional(),
  used: z.string().optional(),
  reset: z.string().optional(),
  resetIn: z.enum(resetForms).optional().describe('Guessed from the value when not said.'),
  retryAfter: z.string().optional(),
})
export type QuotaHeaders = z.infer<typeof quota>

export const paginate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('link') }),
  z.strictObject({ kind: z.literal('cursor'), path: jsonPath, parameter: z.string() }),
  z.strictObject({ kind: z.literal('offset'), parameter: z.string(), limit: z.int().positive() }),
  z.strictObject({
    kind: z.literal('page'),
    parameter: z.string(),
    size: z.int().positive(),
    first: z.int().default(1).optional(),
  }),
  z.strictObject({ kind: z.literal('token_header'), header: z.string(), parameter: z.string() }),
  z.strictObject({ kind: z.literal('body_next'), path: jsonPath }),
  z
    .strictObject({ kind: z.literal('range'), parameter: z.string(), size: z.int().positive() })
    .describe('A parameter that holds "{0,50}", the first and the one after the last.'),
])
export type Paginate = z.infer<typeof paginate>

const discovery = z
  .strictObject({
    title: z.string().min(1).optional().describe('What is listed, in the plural: "Repositories".'),
    description: z.string().optional(),
    request: requestLine.describe('May name its "inputs" beside the settings.'),
    inputs: z
      .record(
        key,
        z.strictObject({
          title: z.string().min(1),
          description: z.string().optional(),
          pattern: z.string().max(200).optional(),
          list: key.optional().describe('The list whose ids are offered for it.'),
          examples: z.array(z.string()).optional(),
        }),
      )
      .optional(),
    items: jsonPath.default('$').optional(),
    id: jsonPath,
    name: jsonPath.optional(),
    url: jsonPath.optional().describe('Where a person sees it.'),
    attributes: z.record(key, jsonPath).optional(),
    paginate: paginate.optional(),
    pageSize: z.strictObject({ parameter: z.string(), max: z.int().positive() }).optional(),
    search: z
      .strictObject({ parameter: z.string() })
      .optional()
      .describe('Where the service itself finds by a text in the name; otherwise the hub reads on and looks.'),
    needs: z.array(z.string()).optional().describe('Scopes this list needs.'),
    input: authorizeInput,
    missing: z
      .record(key, z.string())
      .optional()
      .describe('Instances that offer no such list, each with what a person can do instead.'),
    ...where,
  })
  .refine(
    ({ request, inputs }) =>
      [...request.matchAll(/\{\+(\w+)\}/g)].every(([, name = '']) => !inputs?.[name] || inputs[name].pattern),
    'an input that keeps its slashes needs a pattern',
  )
export type Discovery = z.infer<typeof discovery>

export const connectorManifest = z
  .strictObject({
    apiVersion: z.literal('inthub/v1'),
    id: z.string().regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    name: z.string().min(1).max(80),
    description: z.string().max(300).optional(),
    icon: z.string().optional(),
    families: z.array(z.string()).min(1),
    capabilities: z.array(z.string()),
    maturity: z.enum(['built-in', 'verified', 'community']).default('community').optional(),
    slug: slugStem.optional(),
    aliases: z.array(slugStem).optional(),
    docs: z.partialRecord(z.enum(['setup', 'scopes', 'troubleshooting']), z.url()).optional(),
    inputs: fields.optional().describe('Fields that instances name in their own "inputs".'),
    instances: z.record(key, instance).refine((all) => Object.keys(all).length > 0, 'needs one instance at least'),
    hostsMatch: z.array(z.string()).optional(),
    methods: z.record(key, method).refine((all) => Object.keys(all).length > 0, 'needs one method at least'),
    headers: z
      .record(z.string(), z.string())
      .optional()
      .describe('Sent with every request, such as the version of the API.'),
    probes,
    remedies: z.record(z.string().regex(/^\d{3}$/), z.string()).optional(),
    quotas: z.array(quota).optional(),
    errors: z.array(bodyError).optional(),
    paginate: paginate.optional(),
    conditional: z.strictObject({ etag: z.boolean() }).optional(),
    discover: z.record(key, discovery).optional(),
    operations: z.record(key, operation).optional(),
    comments: z
      .array(
        z.strictObject({
          path: z.string().max(300).describe('Pattern of a path below "web", whose named groups are inputs.'),
          operation: key,
          input: z.record(key, z.string()).optional().describe('Beside those, and beside "body".'),
        }),
      )
      .optional()
      .describe('Pages, as people open them, on which an operation comments.'),
    webhooks: webhooks.optional(),
    tests: z.record(z.string(), z.json()).optional(),
  })
  .meta({ title: 'Integration Hub connector manifest (inthub/v1)' })

export type ConnectorManifest = z.infer<typeof connectorManifest>
export type Instance = z.infer<typeof instance>
export type Method = z.infer<typeof method>

/** The JSON Schema of a manifest, for editors and for those who write connectors elsewhere. */
export function manifestJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(connectorManifest, { io: 'input', unrepresentable: 'any' })
}
