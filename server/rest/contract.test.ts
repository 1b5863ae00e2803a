import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { type ErrorCode, errorCatalog } from '@/server/kernel/errors'
import { aHub } from '@/test/hub'
import { rest, restAs } from '@/test/rest'
import { aRestGround, type RestGround } from '@/test/rest-ground'
import { aCaller, aKey } from '@/test/world'
import { openApiText } from './reference'

/** The published OpenAPI document is what the hub does: every operation is asked, and every answer held against it. */
type Json = { [key: string]: Json } & Json[] & string
type Operation = { operationId: string; parameters?: Parameter[]; requestBody?: Json; responses: Record<string, Json> }
type Parameter = { name: string; in: string; required?: boolean; schema: Json }
type Listed = { method: string; path: string; operation: Operation }

const document = JSON.parse(openApiText()) as { paths: Record<string, Record<string, Operation>>; components: Json }
const operations: Listed[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
)

/** A field that is not published may not be in an answer, so for the test every object is closed. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  const isOpen = 'properties' in schema && !('additionalProperties' in schema)
  return { ...inner, ...(isOpen && { additionalProperties: false }) }
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addSchema(closed({ $id: 'https://hub.test/openapi', components: document.components }) as object)

const absolute = (schema: unknown) =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"https://hub.test/openapi#/components/')) as object

function problemsWith({ operation }: Listed, reply: { status: number; headers: Headers; body: unknown }): unknown {
  const response = operation.responses[String(reply.status)]
  if (!response) return `status ${reply.status} is not published: ${JSON.stringify(reply.body)}`
  const type = (reply.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const content = response.content?.[type]
  if (!response.content) return reply.body === null ? null : 'there should be no body'
  if (!content) return `the type ${type} is not published`
  const validate = ajv.compile(closed(absolute(content.schema)) as object)
  return validate(reply.body)
    ? null
    : validate.errors?.map(({ instancePath, message, params }) => ({ instancePath, message, params }))
}

const bodies: Record<string, (ground: RestGround) => unknown> = {
  createIntegration: ({ service }) => service,
  replaceIntegration: ({ service }) => ({ name: 'renamed', config: service.config }),
  changeIntegration: () => ({ owner: 'core' }),
  queryLogs: () => ({ component: 'code' }),
  queryLogsAtRoot: () => ({ limit: 2 }),
  executeCall: () => ({ path: '/me' }),
  executeBatch: () => ({ calls: [{ path: '/me' }, { path: '/x', integration: 'nobody' }], stopOnError: true }),
  setCallPolicy: () => ({ retry: { attempts: 2 }, quota: { mode: 'observe' }, keepBodies: true }),
  setDoctorSchedule: () => ({ everySeconds: 3_600 }),
  verifyDigest: ({ image }) => image,
  runDoctor: () => ({ checks: ['connectivity'] }),
  createInboundHook: () => ({ name: 'second' }),
  updateInboundHook: () => ({ enabled: false }),
  rotateInboundHookSecret: () => ({ address: true }),
  waiveInboundVerification: () => ({ waived: true, reason: 'an old server' }),
  registerInboundHook: () => ({ events: ['push'] }),
  recoverInboundDeliveries: () => ({ preview: true }),
  replayInboundDeliveries: ({ ids }) => ({ ids: [ids.inboundDelivery] }),
  runOperation: () => ({ input: { limit: 2 } }),
  createGithubPullRequest: () => ({ owner: 'o', repo: 'r', title: 'One', head: 'one' }),
  createConnectionProfile: ({ url }) => ({
    name: 'n',
    integrationType: 'custom.http',
    defaultConfig: { baseUrl: url },
  }),
  updateConnectionProfile: () => ({ description: 'd' }),
  changeConnectionProfile: () => ({ labels: { env: 'prod' } }),
  setDefaultConnectionProfile: () => ({}),
  createWebhookEndpoint: ({ url }) => ({ url, events: ['integration.*'], name: 'another' }),
  changeWebhookEndpoint: () => ({ description: 'd', ratePerSecond: 5 }),
  rotateWebhookSecret: () => ({ overlapSeconds: 60 }),
  replayWebhookDeliveries: () => ({ endpoint: 'ci', preview: true }),
  addMember: () => ({ email: `new-${Math.random()}@example.test`, role: 'viewer' }),
  changeMemberRole: () => ({ role: 'owner' }),
  createTask: () => ({ title: 'Ship it', pullRequest: 'https://github.com/o/r/pull/7' }),
  startTask: () => ({}),
  completeTask: () => ({ message: 'shipped' }),
  failTask: () => ({ message: 'no' }),
  publishEvents: () => ({ events: [{ type: 'custom.build.finished', data: { ok: true } }] }),
  createApiKey: () => ({ name: 'k', scopes: [{ permission: 'events:read', project: 'default' }] }),
  rotateApiKey: () => ({ overlapSeconds: 0 }),
  hubRegister: ({ service: { config, secrets, ...rest } }) => ({
    ...rest,
    configuration: config,
    credentials: secrets,
  }),
  hubUpdate: () => ({ name: 'hub' }),
  hubCreateWebhook: ({ url }) => ({ url, events: ['integration.*'] }),
  hubExecute: () => ({ path: '/me' }),
  hubBatchExecute: () => ({ calls: [{ path: '/me' }] }),
}

const queries: Record<string, string> = {
  discoverResources: 'type=repositories',
  listIntegrations: 'limit=1&sort=severity',
  resolveTag: 'reference=team/app:v1&refresh=true',
  getManifest: 'repository=team/app&reference=v1',
  getMetrics: 'groupBy=integration&step=hour',
}

function idFor({ path, operation: { operationId } }: Listed, { ids }: RestGround): string {
  if (/Operation/.test(operationId) || /resource/i.test(path)) return ids.github
  const places: [RegExp, string][] = [
    [/\/images\//, ids.registry],
    [/connection-profiles/, ids.profile],
    [/webhook-endpoints/, ids.endpoint],
    [/webhook-deliveries/, ids.delivery],
    [/\/calls\//, ids.call],
    [/\/v1\/hooks\//, ids.inboundHook],
    [/inbound-deliveries/, ids.inboundDelivery],
    [/\/hooks$/, ids.github],
    [/doctor-reports/, ids.report],
    [/\/projects\//, ids.project],
    [/\/members\//, ids.member],
    [/\/keys\//, ids.key],
    [/\/tasks\//, ids.task],
  ]
  return places.find(([pattern]) => pattern.test(path))?.[1] ?? ids.integration
}

function addressOf(listed: Listed, ground: RestGround, id = idFor(listed, ground)): string {
  const values: Record<string, string> = {
    type: 'scm.github',
    operation: 'listRepositories',
    projectId: ground.ids.project,
  }
  const path = listed.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? id)
  const query = queries[listed.operation.operationId]
  return query ? `${path}?${query}` : path
}

const takes = ({ operation }: Listed, name: string) => operation.parameters?.some((each) => each.name === name) ?? false
const headersFor = (listed: Listed): Record<string, string> => (takes(listed, 'if-match') ? { 'if-match': '*' } : {})

/** What cannot be done to what the ground holds, and is answered with a problem that is published. */
const refused: Record<string, number> = { restoreIntegration: 422, removeMember: 422 }

describe('the published document', () => {
  it('says that anything may follow in the short form, which the page that draws the reference reads', () => {
    expect(openApiText()).toContain('"additionalProperties": true')
    expect(openApiText()).not.toContain('"additionalProperties": {}')
  })

  it('is committed as it is served', async () => {
    expect(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')).toBe(openApiText())
    const served = await rest(await aHub(), 'GET /api/v1/openapi.json')
    expect(served.body).toEqual(document)
    expect(served.body.openapi).toBe('3.1.0')
  })

  it('has one name for each operation, and tells a body for each that takes one', () => {
    const names = operations.map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
    const withBody = operations
      .filter(({ operation }) => operation.requestBody)
      .map(({ operation }) => operation.operationId)
    expect(Object.keys(bodies).sort()).toEqual(withBody.sort())
  })
})

const secretLike = 'ghp_0123456789abcdefghijABCDEFGHIJ012345'
const isPublic = ({ operation: { operationId } }: Listed) => operationId === 'getHealth' || operationId === 'getOpenApi'

function optionsFor(listed: Listed, ground: RestGround) {
  const body = bodies[listed.operation.operationId]?.(ground)
  return { headers: headersFor(listed), ...(body !== undefined && { body }) }
}

/** The same with something in it that nobody knows; null where nothing is taken. */
function oddly(listed: Listed, line: string) {
  const headers = headersFor(listed)
  if (listed.operation.requestBody) return { line, options: { headers, body: { nonsense: secretLike } } }
  if (!listed.operation.parameters?.some((each) => each.in === 'query')) return null
  return { line: `${line}${line.includes('?') ? '&' : '?'}nonsense=${secretLike}`, options: { headers } }
}

const isOfOne = ({ operation }: Listed) =>
  operation.operationId !== 'getIntegrationType' && operation.parameters?.some((each) => each.in === 'path')

describe('every published operation', () => {
  it.each(operations)('$method $path answers as published', async (listed) => {
    const ground = await aRestGround()
    const reply = await ground.ask(`${listed.method} ${addressOf(listed, ground)}`, optionsFor(listed, ground))
    expect(problemsWith(listed, reply)).toBeNull()
    const status = refused[listed.operation.operationId]
    expect([reply.status, reply.text]).toEqual([
      status ?? expect.toSatisfy((each: number) => each < 300),
      expect.anything(),
    ])
  })

  it.each(operations.filter((each) => !isPublic(each)))(
    '$method $path refuses strangers and what it does not know, as published',
    async (listed) => {
      const ground = await aRestGround()
      const line = `${listed.method} ${addressOf(listed, ground)}`
      const stranger = await rest(ground.hub, line, { headers: headersFor(listed) })
      expect([stranger.status, problemsWith(listed, stranger)]).toEqual([401, null])
      expect(stranger.headers.get('www-authenticate')).toContain('Bearer')
      const odd = oddly(listed, line)
      if (!odd) return
      const reply = await ground.ask(odd.line, odd.options)
      expect([reply.status, problemsWith(listed, reply)]).toEqual([400, null])
      expect(reply.body.fields.map(({ path }) => path)).toContain('nonsense')
      expect(reply.text).not.toContain(secretLike)
    },
  )

  it.each(operations.filter(isOfOne))('$method $path finds nothing for another tenant', async (listed) => {
    const ground = await aRestGround()
    const other = restAs(ground.hub, { key: await aKey(await aCaller()) })
    const reply = await other(`${listed.method} ${addressOf(listed, ground)}`, optionsFor(listed, ground))
    const { operationId } = listed.operation
    if (/BatchExecute|executeBatch/.test(operationId)) return expect(reply.text).toContain('integration.not_found')
    if (operationId === 'restoreIntegration') return expect(reply.body.code).toBe('integration.not_restorable')
    expect([reply.status, problemsWith(listed, reply)]).toEqual([404, null])
    expect(errorCatalog[reply.body.code as ErrorCode].kind).toBe('not_found')
  })
})
