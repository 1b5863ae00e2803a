import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeEnv, EnvironmentError, type EnvSource, formatEnvironmentTable, readEnv } from './env'

const key = Buffer.alloc(32, 7).toString('base64')
const secret = 's'.repeat(40)
const open = { INTHUB_URL: 'https://hub.example.com', INTHUB_MASTER_KEY: key, AUTH_SECRET: secret }

const problemsOf = (source: EnvSource) => {
  try {
    readEnv(source)
    return []
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems
    throw error
  }
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inthub-env-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a sign-in provider', () => {
  const github = { AUTH_GITHUB_ID: 'an id', AUTH_GITHUB_SECRET: 'a secret' }
  const google = { AUTH_GOOGLE_ID: 'an id', AUTH_GOOGLE_SECRET: 'a secret' }
  const oidc = { AUTH_OIDC_ISSUER: 'https://login.example.com', AUTH_OIDC_ID: 'an id', AUTH_OIDC_SECRET: 'a secret' }

  it('is taken whole or not at all', () => {
    for (const whole of [github, google, oidc]) {
      expect(problemsOf(whole)).toEqual([])
      for (const name of Object.keys(whole)) {
        const [problem, ...others] = problemsOf({ ...whole, [name]: undefined })
        expect(others).toEqual([])
        expect(problem).toMatchObject({ variable: name, problem: expect.stringMatching(/^is required because AUTH_/) })
      }
    }
  })

  it('needs nothing but itself, and its extras need it', () => {
    expect(problemsOf({ AUTH_GITHUB_URL: 'https://github.example.com' })).toMatchObject([
      { variable: 'AUTH_GITHUB_ID' },
    ])
    expect(problemsOf({ AUTH_OIDC_NAME: 'Acme SSO' })).toMatchObject([{ variable: 'AUTH_OIDC_ISSUER' }])
  })

  it('has its secret in a file where wanted, and never shows it', () => {
    const file = join(folder, 'secret')
    writeFileSync(file, 'from-a-file\n')
    const source = { ...github, AUTH_GITHUB_SECRET: undefined, AUTH_GITHUB_SECRET_FILE: file }
    expect(readEnv(source).AUTH_GITHUB_SECRET).toBe('from-a-file')
    const shown = JSON.stringify(describeEnv({ ...github, ...google, ...oidc, ...source }))
    for (const value of ['from-a-file', 'a secret']) expect(shown).not.toContain(value)
  })

  it('is not spoken with in the open, but on this machine', () => {
    const plain = { ...oidc, AUTH_OIDC_ISSUER: 'http://login.example.com' }
    expect(problemsOf(plain)).toMatchObject([{ variable: 'AUTH_OIDC_ISSUER' }])
    expect(problemsOf({ ...plain, INTHUB_MODE: 'test' })).toEqual([])
    expect(problemsOf({ ...oidc, AUTH_OIDC_ISSUER: 'http://localhost:8080/realms/main' })).toEqual([])
  })
})

describe('readEnv', () => {
  it('needs nothing on one machine', () => {
    expect(readEnv({})).toMatchObject({
      INTHUB_URL: 'http://localhost:3000',
      INTHUB_ROLE: 'all',
      INTHUB_MODE: 'production',
      PORT: 3000,
      METRICS_PORT: 9091,
      HOST: '127.0.0.1',
      HEALTH_INTERVAL: 300,
      HEALTH_CONFIRM: 2,
      RETENTION_ACTIVITY: 2_592_000,
      RETENTION_SIZE_PER_TENANT: 2_000_000_000,
      RATE_LIMIT_API: { limit: 600, windowSeconds: 60 },
      GRAPHQL_MAX_DEPTH: 12,
      INTHUB_SIGN_IN_LINK: true,
      INTHUB_AUTO_MIGRATE: true,
      DATABASE_URL: undefined,
    })
  })

  it('reads units, lists and switches', () => {
    const read = readEnv({
      HEALTH_INTERVAL: '30s',
      RETENTION_CHECKS: '7d',
      RETENTION_SIZE_PER_TENANT: '500MB',
      RATE_LIMIT_API: '10/s',
      EGRESS_ALLOW: '10.0.0.0/8, 127.0.0.1:8080 [fd00::/8]:443',
      INTHUB_AUTO_MIGRATE: 'off',
      SMTP_URL: 'smtp://mail.example.com',
      PORT: '8080',
    })
    expect(read).toMatchObject({
      HEALTH_INTERVAL: 30,
      RETENTION_CHECKS: 604_800,
      RETENTION_SIZE_PER_TENANT: 500_000_000,
      RATE_LIMIT_API: { limit: 10, windowSeconds: 1 },
      EGRESS_ALLOW: ['10.0.0.0/8', '127.0.0.1:8080', '[fd00::/8]:443'],
      INTHUB_AUTO_MIGRATE: false,
      INTHUB_SIGN_IN_LINK: false,
      INTHUB_URL: 'http://localhost:8080',
    })
  })

  it('keeps the demo away from real data', () => {
    expect(readEnv({}).INTHUB_DATA_DIR).toBe('.inthub/data')
    expect(readEnv({ INTHUB_MODE: 'demo' }).INTHUB_DATA_DIR).toBe('.inthub/demo')
    expect(readEnv({ INTHUB_MODE: 'demo', INTHUB_DATA_DIR: '/data' }).INTHUB_DATA_DIR).toBe('/data')
  })

  it('counts an empty variable as unset', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '  ' })).toMatchObject({ PORT: 3000, DATABASE_URL: undefined })
  })

  it('knows the names other hubs used', () => {
    const read = readEnv({
      POSTGRES_URL: 'postgres://h/x',
      API_BASE_URL: 'https://hub.example.com/',
      INTEGRATION_ENCRYPTION_KEY: key,
      NEXTAUTH_SECRET: secret,
    })
    expect(read).toMatchObject({
      DATABASE_URL: 'postgres://h/x',
      INTHUB_URL: 'https://hub.example.com',
      INTHUB_MASTER_KEY: key,
      AUTH_SECRET: secret,
    })
  })

  it('reads a secret from the file that NAME_FILE names', () => {
    const file = join(folder, 'key')
    writeFileSync(file, `${key}\n`)
    expect(readEnv({ INTHUB_MASTER_KEY_FILE: file }).INTHUB_MASTER_KEY).toBe(key)
    expect(problemsOf({ INTHUB_MASTER_KEY_FILE: file, INTHUB_MASTER_KEY: key })[0]?.problem).toMatch(/set twice/)
    expect(problemsOf({ INTHUB_MASTER_KEY_FILE: join(folder, 'none') })[0]?.problem).toMatch(/cannot be read.*ENOENT/)
  })

  it.each(['10.0.0.0/99', '999.0.0.1', '10.0.0.1:99999', ':::::', '[fd00::/300]:443'])(
    'refuses a range that could not be judged by: %s',
    (range) => {
      const problems = problemsOf({ EGRESS_ALLOW: range, EGRESS_DENY: `10.0.0.0/8,${range}` })
      expect(problems.map((row) => row.variable)).toEqual(['EGRESS_ALLOW', 'EGRESS_DENY'])
    },
  )

  it('names every wrong variable at once, with an example, and quotes no value', () => {
    const problems = problemsOf({
      PORT: 'eighty',
      HEALTH_INTERVAL: '1s',
      INTHUB_ROLE: 'boss',
      INTHUB_MASTER_KEY: 'hunter2-hunter2',
      DATABASE_URL: 'mysql://root:hunter2@h/x',
      EGRESS_ALLOW: 'everything',
    })
    expect(problems.map((row) => row.variable).sort()).toEqual([
      'DATABASE_URL',
      'EGRESS_ALLOW',
      'HEALTH_INTERVAL',
      'INTHUB_MASTER_KEY',
      'INTHUB_ROLE',
      'PORT',
    ])
    expect(problems.every((row) => row.example !== '')).toBe(true)
    expect(formatEnvironmentTable(problems)).toMatch(/PORT +must be a whole number +8080/)
    expect(`${JSON.stringify(problems)}${new EnvironmentError(problems).message}`).not.toContain('hunter2')
  })

  it('requires keys and https once people reach the hub by another name', () => {
    expect(problemsOf({ INTHUB_URL: 'http://hub.example.com' }).map((row) => row.variable)).toEqual([
      'INTHUB_URL',
      'INTHUB_MASTER_KEY',
      'AUTH_SECRET',
    ])
    expect(problemsOf(open)).toEqual([])
    for (const url of ['http://127.0.0.1:3000', 'http://[::1]:3000', 'http://hub.localhost']) {
      expect(problemsOf({ INTHUB_URL: url })).toEqual([])
    }
  })

  it('refuses web and worker without a database of their own', () => {
    for (const role of ['web', 'worker']) {
      expect(problemsOf({ INTHUB_ROLE: role })).toMatchObject([{ variable: 'DATABASE_URL' }])
      expect(problemsOf({ INTHUB_ROLE: role, DATABASE_URL: 'postgres://h/x' })).toEqual([])
    }
  })
})

describe('describeEnv', () => {
  it('shows where a value comes from and hides secrets', () => {
    const rows = describeEnv({ ...open, PORT: '8080', POSTGRES_URL: 'postgres://u:hunter2@h/x' })
    const row = (name: string) => rows.find((each) => each.name === name)
    expect(row('PORT')).toMatchObject({ value: '8080', from: 'environment' })
    expect(row('DATABASE_URL')).toMatchObject({ value: '(set)', from: 'alias POSTGRES_URL' })
    expect(row('METRICS_PORT')).toMatchObject({ value: '9091', from: 'default' })
    for (const hidden of ['hunter2', key, secret]) expect(JSON.stringify(rows)).not.toContain(hidden)
  })

  it('is what the docs and .env.example show', () => {
    const page = readFileSync('docs/environment.md', 'utf8')
    const example = readFileSync('.env.example', 'utf8')
    for (const { name } of describeEnv({})) {
      expect(page).toContain(`| \`${name}\``)
      expect(example).toMatch(new RegExp(`^${name}=$`, 'm'))
    }
  })
})
