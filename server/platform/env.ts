import { readFileSync } from 'node:fs'
import { type modes, type VariableName, type VariableValues, type VariableWords, variables } from './env-variables'

/**
 * The only reader of the environment. `env()` gives the validated values, read once per process; a wrong or missing
 * value is an EnvironmentError whose rows name the variable, what is wrong and an example, never a secret's value.
 */
export type EnvSource = Readonly<Record<string, string | undefined>>

/** The values, with those that depend on others settled. */
export type Env = Readonly<
  Omit<VariableValues, 'INTHUB_URL' | 'INTHUB_MODE' | 'INTHUB_DATA_DIR' | 'INTHUB_SIGN_IN_LINK'> & {
    INTHUB_URL: string
    INTHUB_DATA_DIR: string
    INTHUB_MODE: (typeof modes)[number]
    INTHUB_SIGN_IN_LINK: boolean
  }
>

export type EnvironmentProblem = { variable: string; problem: string; example: string }

export class EnvironmentError extends Error {
  readonly problems: readonly EnvironmentProblem[]

  constructor(problems: readonly EnvironmentProblem[]) {
    super(`The environment is not valid: ${problems.map((p) => `${p.variable} ${p.problem}`).join('; ')}`)
    this.name = 'EnvironmentError'
    this.problems = problems
  }
}

/** What a process exits with when its configuration is refused. Source: sysexits.h, EX_CONFIG */
export const configurationRefused = 78

const names = Object.keys(variables) as VariableName[]
const wordsOf = (name: VariableName): VariableWords => variables[name]

type Found = { value: string; from: 'environment' | 'file' | `alias ${string}` }
type Looked = { found?: Found; problem?: string }

function lookUpOne(source: EnvSource, name: string, secret: boolean): Looked {
  const value = source[name]?.trim()
  const file = secret ? source[`${name}_FILE`]?.trim() : undefined
  if (value && file) return { problem: `is set twice, here and as ${name}_FILE` }
  if (value) return { found: { value, from: 'environment' } }
  if (!file) return {}
  try {
    const content = readFileSync(file, 'utf8').trim()
    return content ? { found: { value: content, from: 'file' } } : { problem: `is empty in the file of ${name}_FILE` }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    return { problem: `cannot be read from the file of ${name}_FILE (${reason})` }
  }
}

/** The variable itself, else the first alias that is set. */
function lookUp(source: EnvSource, name: VariableName): Looked {
  const { aliases = [], secret = false } = wordsOf(name)
  const own = lookUpOne(source, name, secret)
  if (own.found || own.problem) return own
  for (const alias of aliases) {
    const other = lookUpOne(source, alias, secret)
    if (other.problem) return other
    if (other.found) return { found: { value: other.found.value, from: `alias ${alias}` } }
  }
  return {}
}

type Parsed = { values: Partial<Record<VariableName, unknown>>; problems: EnvironmentProblem[] }

function parseAll(source: EnvSource): Parsed {
  const parsed: Parsed = { values: {}, problems: [] }
  for (const name of names) {
    const { found, problem } = lookUp(source, name)
    const result = problem ? undefined : variables[name].schema.safeParse(found?.value)
    if (result?.success) parsed.values[name] = result.data
    else {
      // Our schemas write their own messages and none of them quotes the value.
      const said = problem ?? result?.error.issues[0]?.message ?? 'is not valid'
      parsed.problems.push({ variable: name, problem: said, example: wordsOf(name).example })
    }
  }
  return parsed
}

/** Names of this machine only: what is sent there never crosses a network. */
export function isLoopbackUrl(url: string): boolean {
  const { hostname } = new URL(url)
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  )
}

function defaultMode(source: EnvSource): Env['INTHUB_MODE'] {
  const { NODE_ENV } = source
  return NODE_ENV === 'test' || NODE_ENV === 'development' ? NODE_ENV : 'production'
}

function settle(values: VariableValues, source: EnvSource): Env {
  const mode = values.INTHUB_MODE ?? defaultMode(source)
  return {
    ...values,
    INTHUB_URL: values.INTHUB_URL ?? `http://localhost:${values.PORT}`,
    INTHUB_MODE: mode,
    INTHUB_DATA_DIR: values.INTHUB_DATA_DIR ?? (mode === 'demo' ? '.inthub/demo' : '.inthub/data'),
    INTHUB_SIGN_IN_LINK: values.INTHUB_SIGN_IN_LINK ?? values.SMTP_URL === undefined,
  }
}

function missing(variable: VariableName, why: string): EnvironmentProblem {
  return { variable, problem: `is required ${why}`, example: wordsOf(variable).example }
}

/** What belongs together: a sign-in provider is on when all of its variables are set, and off when none is. */
const providerVariables = [
  ['AUTH_GITHUB_ID', 'AUTH_GITHUB_SECRET'],
  ['AUTH_GOOGLE_ID', 'AUTH_GOOGLE_SECRET'],
  ['AUTH_OIDC_ISSUER', 'AUTH_OIDC_ID', 'AUTH_OIDC_SECRET'],
] as const satisfies readonly (readonly VariableName[])[]

/** Only with the sign-in provider they belong to. */
const providerExtras = { AUTH_GITHUB_URL: 'AUTH_GITHUB_ID', AUTH_OIDC_NAME: 'AUTH_OIDC_ISSUER' } as const

function problemsOfProviders(env: Env): EnvironmentProblem[] {
  const halves = providerVariables.flatMap((group) => {
    const set = group.filter((name) => env[name] !== undefined)
    const unset = group.filter((name) => env[name] === undefined)
    return set.length === 0 ? [] : unset.map((name) => missing(name, `because ${set.join(' and ')} is set`))
  })
  const extras = Object.entries(providerExtras) as [keyof typeof providerExtras, VariableName][]
  const lonely = extras.filter(([name, of]) => env[name] !== undefined && env[of] === undefined)
  return [...halves, ...lonely.map(([name, of]) => missing(of, `because ${name} is set`))]
}

/** A provider's tokens and secrets must not cross a network in the open. */
function plainProviders(env: Env): EnvironmentProblem[] {
  return (['AUTH_GITHUB_URL', 'AUTH_OIDC_ISSUER'] as const)
    .filter((name) => env[name]?.startsWith('http:') && !isLoopbackUrl(env[name] ?? ''))
    .map((variable) => ({
      variable,
      problem: 'is plain http on a host that is not this machine: sign-ins could be read and forged on the way',
      example: wordsOf(variable).example,
    }))
}

/** The rules that more than one variable decides. */
function problemsBetween(env: Env): EnvironmentProblem[] {
  const problems: EnvironmentProblem[] = problemsOfProviders(env)
  if (env.INTHUB_MODE === 'production') problems.push(...plainProviders(env))
  if (env.INTHUB_ROLE !== 'all' && !env.DATABASE_URL) {
    problems.push(missing('DATABASE_URL', `with INTHUB_ROLE=${env.INTHUB_ROLE}: processes share one database`))
  }
  if (env.INTHUB_MODE !== 'production' || isLoopbackUrl(env.INTHUB_URL)) return problems
  if (env.INTHUB_URL.startsWith('http:')) {
    problems.push({
      variable: 'INTHUB_URL',
      problem: 'is plain http on a host that is not this machine: sessions and keys could be read on the way',
      example: 'https://hub.example.com',
    })
  }
  for (const name of ['INTHUB_MASTER_KEY', 'AUTH_SECRET'] as const) {
    if (!env[name]) problems.push(missing(name, 'because INTHUB_URL is not loopback'))
  }
  return problems
}

/**
 * Reads and validates a source without remembering it.
 *
 * @throws {EnvironmentError} naming everything that is wrong at once
 */
export function readEnv(source: EnvSource): Env {
  const { values, problems } = parseAll(source)
  if (problems.length > 0) throw new EnvironmentError(problems)
  const settled = settle(values as VariableValues, source)
  const between = problemsBetween(settled)
  if (between.length > 0) throw new EnvironmentError(between)
  return settled
}

// Next bundles its routes apart from the server: both must see what the server settled at start.
const memory = globalThis as typeof globalThis & { [remembered]?: Env }
const remembered = Symbol.for('inthub.env')

/** The environment of this process, read once. */
export function env(): Env {
  memory[remembered] ??= readEnv(process.env)
  return memory[remembered]
}

/** Lays values over the environment: the URL of the embedded PostgreSQL, generated keys, what a test needs. */
export function overrideEnv(values: Partial<Env>): Env {
  memory[remembered] = { ...env(), ...values }
  return memory[remembered]
}

/** next-auth takes its own address from this variable, and believes a Host header where one of the others is set. */
export function lendOriginToNextAuth(): void {
  process.env.NEXTAUTH_URL = env().INTHUB_URL
  delete process.env.AUTH_TRUST_HOST
  delete process.env.VERCEL
}

export type EnvRow = {
  name: VariableName
  meaning: string
  needed: string
  defaultText: string
  aliases: readonly string[]
  secret: boolean
  /** Masked when secret, the default's words when unset. */
  value: string
  from: 'default' | Found['from'] | 'refused'
}

/** One row per variable, for `inthub admin env` and the docs. Never holds a secret's value. */
export function describeEnv(source: EnvSource = process.env): EnvRow[] {
  return names.map((name) => {
    const { meaning, needed = '', defaultText, aliases = [], secret = false } = wordsOf(name)
    const { found, problem } = lookUp(source, name)
    const shown = found && (secret ? '(set)' : found.value)
    const row = { name, meaning, needed, defaultText, aliases, secret, value: shown ?? defaultText }
    return { ...row, from: problem ? 'refused' : (found?.from ?? 'default') }
  })
}

const width = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length))

/** The table a refused start prints. */
export function formatEnvironmentTable(problems: readonly EnvironmentProblem[]): string {
  const head = { variable: 'Variable', problem: 'What is wrong', example: 'Example' }
  const rows = [head, ...problems]
  const first = width(rows.map((row) => row.variable))
  const second = width(rows.map((row) => row.problem))
  const lines = rows.map((row) => `  ${row.variable.padEnd(first)}  ${row.problem.padEnd(second)}  ${row.example}`)
  return ['The hub cannot start: its configuration is refused.', '', ...lines, ''].join('\n')
}
