import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Redis } from 'ioredis'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '@/db/migrate'
import { checks, healthStates } from '@/db/schema'
import { closeDatabase, connectDatabase, inTenant } from '@/db/tenant'
import { aDatabase, aHubProcess, aRedis, findProgram, type HubProcess, until } from '@/test/processes'
import { aCaller, aKey, aServer, aSession, testMasterKey } from '@/test/world'
import { openKeyring } from './domain/credentials/service'
import { issueSignInLink } from './domain/users/service'

/**
 * Plants secrets, makes everything happen to them that can, and then looks for them everywhere: in every row of every
 * schema, in Redis, in the log, in answers and errors, and in what the command line prints. In any of their encodings.
 */
const canaries = {
  token: 'CANARY-token-5f2e8c1a90',
  wrong: 'CANARY-wrong-1b7d44e2f3',
  password: 'CANARY-pass word/+%-77',
  header: 'CANARY-header-c0ffee42',
}

const encodings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => Buffer.from(text).toString('base64').replace(/=+$/, ''),
  (text) => Buffer.from(text).toString('base64url'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => encodeURIComponent(text),
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => [...text].reverse().join(''),
]

function findIn(where: string, text: string, secrets: Record<string, string>): string[] {
  return Object.entries(secrets).flatMap(([name, secret]) =>
    encodings.flatMap((encode, at) => {
      const needle = encode(secret)
      return text.includes(needle) || text.toLowerCase().includes(needle.toLowerCase())
        ? [`${name} (encoding ${at}) in ${where}`]
        : []
    }),
  )
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
  const running = await owner<{ query: string }[]>`select query from pg_stat_activity`
  found.push({ where: 'pg_stat_activity', text: running.map((row) => row.query).join('\n') })
  await owner.end()
  return found
}

async function everyKey(url: string): Promise<string> {
  const client = new Redis(url)
  const texts: string[] = []
  for (const key of await client.keys('*')) texts.push(key, String(await client.dumpBuffer(key)))
  await client.quit()
  return texts.join('\n')
}

const redisProgram = findProgram('redis-server')

describe('a secret', () => {
  let database: Awaited<ReturnType<typeof aDatabase>>
  let redis: Awaited<ReturnType<typeof aRedis>> | undefined
  let hub: HubProcess
  const folder = mkdtempSync(join(tmpdir(), 'inthub-canary-'))

  beforeAll(async () => {
    database = await aDatabase()
    if (redisProgram) redis = await aRedis(redisProgram)
    await closeDatabase()
    await migrate(database.url)
    connectDatabase({ ownerUrl: database.url, appConnections: 3, systemConnections: 2 })
    await openKeyring(testMasterKey)
    hub = await aHubProcess({ DATABASE_URL: database.url, LOG_LEVEL: 'trace', ...(redis && { REDIS_URL: redis.url }) })
  }, 60_000)

  afterAll(async () => {
    await hub?.kill('SIGKILL')
    await closeDatabase()
    await redis?.stop()
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is nowhere but sealed: not in the database, the queue, the log, an answer, an error or on the command line', {
    timeout: 120_000,
  }, async () => {
    const ctx = await aCaller()
    const [key, session] = [await aKey(ctx), await aSession(ctx)]
    const link = await issueSignInLink('nobody@example.test')
    const secrets: Record<string, string> = {
      ...canaries,
      key,
      session,
      master: testMasterKey,
      ...(link && { link: link.token }),
    }
    const answers: string[] = []
    const ask = async (
      query: string,
      variables: object,
      headers: Record<string, string> = { authorization: `Bearer ${key}` },
    ) => {
      const body = JSON.stringify({ query, variables })
      const response = await fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      })
      const text = await response.text()
      answers.push(text)
      return JSON.parse(text) as {
        data: Record<string, { integration: { id: string; version: number } }> | null
        errors?: unknown[]
      }
    }
    const document =
      'mutation ($input: ConnectIntegrationInput!) { connectIntegration(input: $input) { integration { id version config storedSecrets } test { message probes { message evidence } } } }'
    // A service that repeats what it is told: the worst that can be connected.
    const echo = await aServer(({ headers, url }) => ({
      status: headers.authorization?.includes('wrong') ? 401 : 200,
      headers: { 'x-echo': String(headers.authorization ?? headers['x-key'] ?? ''), 'x-url': url },
      body: { echo: headers.authorization, url, headers },
    }))
    const config = { baseUrl: echo.url, probePath: '/me' }
    const one = await ask(document, {
      input: { type: 'custom.http', method: 'bearer', config, secrets: { token: canaries.token } },
    })
    expect(one.errors).toBeUndefined()
    await ask(document, {
      input: { type: 'custom.http', method: 'bearer', config, secrets: { token: canaries.wrong } },
    })
    await ask(document, {
      input: { type: 'custom.http', method: 'bearer', config, secrets: { token: `${canaries.token}\n` } },
    })
    await ask(document, {
      input: {
        type: 'custom.http',
        method: 'basic',
        config: { ...config, username: 'u' },
        secrets: { password: canaries.password },
      },
    })
    await ask(document, {
      input: { type: 'custom.http', method: 'bearer', config, secrets: { token: { nested: canaries.token } } },
    })
    await ask(document, { input: { type: 'custom.http', config, secrets: canaries.token } })
    await ask(document, { input: { type: canaries.token, config, name: 7, secrets: {} } })
    await ask(`mutation { connectIntegration(input: { secrets: { token: "${canaries.token}" } `, {})
    await ask(`{ integration(id: "${canaries.token}" { id } }`, {})
    await ask('query ($id: Int!) { integration(id: $id) { id } }', { id: canaries.header })
    await ask(document, {
      input: {
        type: 'custom.http',
        method: 'bearer',
        config: { baseUrl: 'http://127.0.0.1:9' },
        secrets: { token: canaries.token },
      },
    })
    const { id, version } = one.data?.connectIntegration?.integration ?? { id: '', version: 0 }
    const update =
      'mutation ($input: UpdateIntegrationInput!) { updateIntegration(input: $input) { integration { id } } }'
    await ask(update, { input: { id, version, secrets: { token: canaries.wrong } } })
    await ask(
      'mutation ($input: TestIntegrationInput!) { testIntegration(input: $input) { result { message probes { message evidence } } } }',
      { input: { id } },
    )
    await ask(
      '{ integrations { edges { node { slug config history { message probes { evidence message } } } } } activity { edges { node { summary metadata } } } apiKeys { name prefix } }',
      {},
    )
    await ask('{ viewer { id } }', {}, { authorization: `Bearer ${key.slice(0, -1)}x` })
    await ask(
      '{ viewer { name sessions { id } } }',
      {},
      { cookie: `inthub.session=${session}`, 'x-inthub-tenant': 'nope' },
    )
    for (const path of [
      `/sign-in?token=${canaries.token}`,
      `/hooks/${canaries.token}`,
      `/api/v1/x?key=${canaries.header}`,
    ]) {
      answers.push(await (await fetch(hub.url + path)).text())
    }
    await inTenant(ctx, (tx) => tx.update(healthStates).set({ dueAt: new Date() }))
    await until('a scheduled check', async () => {
      const rows = await inTenant(ctx, (tx) => tx.select({ source: checks.source }).from(checks))
      return rows.some((row) => row.source === 'schedule')
    })

    const run = promisify(execFile)
    const inthub = (...args: string[]) =>
      run(process.execPath, ['--import', 'tsx', 'cli/main.ts', ...args], {
        env: {
          ...process.env,
          INTHUB_URL: hub.url,
          INTHUB_TOKEN: key,
          INTHUB_CONFIG_DIR: folder,
          INTHUB_DEBUG: 'http',
        },
      }).then(
        ({ stdout, stderr }) => stdout + stderr,
        (error) => `${error.stdout}${error.stderr}`,
      )
    const printed = await Promise.all([
      inthub('integration', 'list', '-o', 'json'),
      inthub('integration', 'test', id),
      inthub('integration', 'show', id, '-o', 'yaml'),
      inthub('integration', 'connect', 'custom.http', '--secret', `token=${canaries.wrong}`),
      inthub('auth', 'login', '--token', canaries.header),
    ])

    const places = [
      ...(await everyRow(database.url)),
      { where: 'the log', text: hub.output() },
      { where: 'an answer', text: answers.join('\n') },
      { where: 'the command line', text: printed.join('\n') },
      ...(redis ? [{ where: 'Redis', text: await everyKey(redis.url) }] : []),
    ]
    // It did go to the service, and there is something to search.
    expect(echo.asked.some((asked) => asked.headers.authorization === `Bearer ${canaries.token}`)).toBe(true)
    expect(hub.output().length).toBeGreaterThan(200)
    expect(places.flatMap(({ where, text }) => findIn(where, text, secrets))).toEqual([])
  })
})
