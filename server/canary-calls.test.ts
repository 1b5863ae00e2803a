import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '@/db/migrate'
import { closeDatabase, connectDatabase } from '@/db/tenant'
import { aDatabase, aHubProcess, type HubProcess, until } from '@/test/processes'
import { type Answer, type Asked, aCaller, aKey, aServer, testMasterKey } from '@/test/world'
import { openKeyring } from './domain/credentials/service'

/**
 * Secrets on their way through calls: planted in credentials, in what callers send, and echoed by the service in every
 * form that can be read back; then looked for in every row, every line of the log, and every answer.
 */
const stored = {
  token: 'CANARY-token-5f2e8c1a90?&',
  password: 'CANARY-pass word/+%-77ü',
  header: 'CANARY-header-c0ffee42',
  github: 'ghp_CANARYcanary0123456789abcdefghijklmn',
}
/** What callers send is theirs, and may come back to them; it is not the hub's to keep. */
const sent = { query: 'CANARY-query-77ab12', body: 'CANARY-body-99cd34', own: 'CANARY-own-header-1234' }

const forms: Record<string, (text: string) => string> = {
  plain: (text) => text,
  base64: (text) => Buffer.from(text).toString('base64').replace(/=+$/, ''),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex'),
  'url-encoded': (text) => encodeURIComponent(text),
  'url-encoded in lower case': (text) => encodeURIComponent(text).replace(/%../g, (each) => each.toLowerCase()),
  'form-encoded': (text) => new URLSearchParams({ a: text }).toString().slice(2),
  JSON: (text) => JSON.stringify(text).slice(1, -1),
}

const basic = Buffer.from(`u:${stored.password}`).toString('base64')

function findIn(where: string, text: string, secrets: Record<string, string>): string[] {
  const named = Object.entries(secrets).flatMap(([name, secret]) =>
    Object.entries(forms).flatMap(([form, encode]) =>
      text.includes(encode(secret)) ? [`${name}, ${form}, in ${where}`] : [],
    ),
  )
  return [...named, ...(text.includes(basic.replace(/=+$/, '')) ? [`the header of Basic in ${where}`] : [])]
}

async function everyRow(url: string): Promise<{ where: string; text: string }[]> {
  const owner = postgres(url, { max: 1, onnotice: () => {} })
  const tables = await owner<{ schema: string; name: string }[]>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`
  const found: { where: string; text: string }[] = []
  for (const { schema, name } of tables) {
    const rows = await owner.unsafe<{ text: string }[]>(`select t::text as text from "${schema}"."${name}" t`)
    found.push({ where: `${schema}.${name}`, text: rows.map((row) => row.text).join('\n') })
  }
  await owner.end()
  return found
}

/** Repeats what it is sent, in every form and every place it can think of. */
function echo({ headers, url, body }: Asked) {
  const heard = [headers.authorization?.replace(/^\w+ /, ''), headers['x-key'], headers['private-token']]
  const secret = String(heard.find((each) => each !== undefined) ?? 'nothing')
  // What signs in as Basic is the password's, too.
  const decoded = Buffer.from(secret, 'base64').toString('utf8')
  const spoken = secret === basic ? decoded.slice(decoded.indexOf(':') + 1) : secret
  const all = Object.fromEntries(Object.entries(forms).map(([form, encode]) => [form, encode(spoken)]))
  const inHeaders = Object.entries(all).flatMap(([form, value]) =>
    /^[\x20-\x7e]+$/.test(value) ? [[`x-echo-${form.replaceAll(' ', '-')}`, value]] : [],
  )
  return {
    headers: { ...Object.fromEntries(inHeaders), 'x-authorization': String(headers.authorization ?? ''), 'x-url': url },
    body: { all, headers, url, body, nested: [{ text: `before ${spoken} after` }] },
    spoken,
  }
}

/** What the service says at each path, always with all it heard. */
const said: Record<string, (spoken: string) => Partial<Answer>> = {
  '/broken': () => ({ status: 500 }),
  '/text': (spoken) => ({ body: `token=${spoken}&x=${encodeURIComponent(spoken)}` }),
  '/html': (spoken) => ({ headers: { 'content-type': 'text/html' }, body: `<p>${spoken}</p>` }),
  '/away': (spoken) => ({ status: 302, headers: { location: `/x?token=${encodeURIComponent(spoken)}` } }),
  '/api/v3/user/repos': (spoken) => ({
    body: [{ full_name: `o/${spoken}`, html_url: `https://x.example/${spoken}`, private: false }],
  }),
  // Whom the credential belongs to, and how old the service is.
  '/api/v3/user': (spoken) => ({ body: { login: spoken } }),
  '/api/v3/meta': (spoken) => ({ body: { installed_version: spoken } }),
}

function answerOf(asked: Asked): Answer {
  const { headers, body, spoken } = echo(asked)
  const own = said[asked.url.split('?', 1)[0] ?? '']?.(spoken)
  return { status: 200, body, ...own, headers: { ...headers, ...own?.headers } }
}

/** Asks, and keeps every answer. */
function aVoice(url: string, key: string) {
  const answers: { where: string; text: string }[] = []
  const ask = async (line: string, body?: unknown, headers: Record<string, string> = {}) => {
    const [method = '', path = ''] = line.split(' ')
    const isJson = body !== undefined
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${key}`, ...(isJson && { 'content-type': 'application/json' }), ...headers },
      ...(isJson && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const heads = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
    // A stream is passed on as it is: of what the proxy answers, the head is the hub's to look at.
    answers.push({ where: line, text: path.startsWith('/api/v1/proxy/') ? heads : `${heads}\n${text}` })
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : null }
  }
  return { answers, ask }
}
type Ask = ReturnType<typeof aVoice>['ask']

function integrationsAt(baseUrl: string) {
  const custom = { type: 'custom.http', skipTest: true, config: { baseUrl } }
  const gone = { baseUrl: 'http://127.0.0.1:9' }
  return [
    { ...custom, slug: 'bearer', method: 'bearer', secrets: { token: stored.token } },
    {
      ...custom,
      slug: 'basic',
      method: 'basic',
      config: { baseUrl, username: 'u' },
      secrets: { password: stored.password },
    },
    {
      ...custom,
      slug: 'header',
      method: 'apiKey',
      config: { baseUrl, headerName: 'X-Key' },
      secrets: { apiKey: stored.header },
    },
    { ...custom, slug: 'gone', method: 'bearer', config: gone, secrets: { token: stored.token } },
    {
      ...{ type: 'scm.github', instance: 'enterpriseServer', method: 'token', skipTest: true, slug: 'github' },
      ...{ config: { server: baseUrl }, secrets: { token: stored.github } },
    },
  ]
}

const posted = { password: sent.body, note: 'n', inner: { apiToken: sent.body } }
const calls = ['/me', '/broken', '/text', '/html', '/away'].map((path) => ({
  ...{ method: 'POST', path, query: { access_token: sent.query }, headers: { 'x-api-token': sent.own }, body: posted },
}))
const document = `mutation ($input: ExecuteCallInput!, $batch: ExecuteBatchInput!) {
  executeCall(input: $input) { call { status headers json text bodyBase64 failure { message remedy } attempts { failure { message } } } }
  executeBatch(input: $batch) { answers { call { headers text failure { message } } error { message } } }
}`

async function connect(ask: Ask, integration: { slug: string }): Promise<void> {
  const made = await ask('POST /api/v1/integrations', integration)
  const policy = { keepBodies: true, retry: { attempts: 2, baseMs: 1, maxMs: 2 } }
  const set = await ask(`PUT /api/v1/integrations/${integration.slug}/call-policy`, policy, { 'if-match': '*' })
  expect([integration.slug, made.status, set.status]).toEqual([integration.slug, 201, 200])
}

async function callThrough(ask: Ask, slug: string): Promise<void> {
  const at = `/api/v1/integrations/${slug}`
  for (const call of calls) await ask(`POST ${at}/execute`, call)
  for (const _each of [1, 2]) await ask(`POST ${at}/execute`, calls[0], { 'idempotency-key': `once-${slug}` })
  await ask(`POST ${at}/batch-execute`, { calls })
  await ask(`POST /api/integration-hub/${slug}/execute`, { ...calls[0], path: `//evil.example/x` })
  await ask(`POST ${at}/test`)
  await ask(`POST ${at}/doctor`, {})
  for (const path of ['me', 'broken', 'away', 'text'])
    await ask(`POST /api/v1/proxy/${slug}/${path}?access_token=${sent.query}`, posted, { 'x-api-token': sent.own })
  for (const path of ['me', 'away']) await ask(`GET /api/v1/proxy/${slug}/${path}?access_token=${sent.query}`)
  const input = { integration: slug, path: '/me', query: { access_token: sent.query } }
  const variables = { input, batch: { calls: [input, { ...input, path: '/broken' }] } }
  await ask('POST /graphql', { query: document, variables })
}

async function readBack(ask: Ask): Promise<void> {
  const seen = await until('the calls in the log', async () => {
    const { body } = await ask('GET /api/v1/calls?limit=200')
    return body?.items.length > 80 && (body.items as { id: string; bodies: unknown }[])
  })
  expect(seen.filter(({ bodies }) => bodies !== null).length).toBeGreaterThan(20)
  for (const { id } of seen.slice(0, 20)) await ask(`GET /api/v1/calls/${id}`)
  for (const path of ['metrics?groupBy=caller', 'calls?outcome=failure', 'integrations'])
    await ask(`GET /api/v1/${path}`)
  await ask('POST /api/v1/logs/query', { component: 'bearer', limit: 100 })
}

describe('a secret on its way through a call', () => {
  let database: Awaited<ReturnType<typeof aDatabase>>
  let hub: HubProcess

  beforeAll(async () => {
    database = await aDatabase()
    await closeDatabase()
    await migrate(database.url)
    connectDatabase({ ownerUrl: database.url, appConnections: 3, systemConnections: 2 })
    await openKeyring(testMasterKey)
    hub = await aHubProcess({ DATABASE_URL: database.url, LOG_LEVEL: 'trace' })
  }, 60_000)

  afterAll(async () => {
    await hub?.kill('SIGKILL')
    await closeDatabase()
    await database?.drop()
  })

  it('is in no row, no line of the log and no answer, whatever the service echoes and whatever goes wrong', {
    timeout: 120_000,
  }, async () => {
    const key = await aKey(await aCaller())
    const service = await aServer(answerOf)
    const { answers, ask } = aVoice(hub.url, key)
    for (const integration of integrationsAt(service.url)) {
      await connect(ask, integration)
      await callThrough(ask, integration.slug)
    }
    await ask('POST /api/v1/integrations/github/operations/listRepositories', { input: {} })
    await ask('POST /api/v1/integrations/github/operations/openIssue', {
      input: { repository: 'o/r', title: 't', body: sent.body },
    })
    await ask('GET /api/v1/integrations/github/resources?type=repositories')
    await readBack(ask)

    // It did go out, and there is something to search.
    const authorizations = new Set(service.asked.map(({ headers }) => headers.authorization))
    expect(authorizations).toContain(`Bearer ${stored.token}`)
    expect(authorizations).toContain(`Basic ${basic}`)
    expect(service.asked.some(({ headers }) => headers['x-key'] === stored.header)).toBe(true)
    expect(service.asked.some(({ url }) => url.includes(sent.query))).toBe(true)
    expect(answers.filter(({ text }) => text.includes('[redacted]')).length).toBeGreaterThan(20)

    const kept = [...(await everyRow(database.url)), { where: 'the log', text: hub.output() }]
    const notToBeKept = { ...stored, ...sent, key, master: testMasterKey }
    expect(kept.flatMap(({ where, text }) => findIn(where, text, notToBeKept))).toEqual([])
    expect(answers.flatMap(({ where, text }) => findIn(where, text, { ...stored, key }))).toEqual([])
  })
})
