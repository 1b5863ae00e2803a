import pino from 'pino'
import pretty from 'pino-pretty'
import { env } from './env'
import { traceFields } from './tracing'

/**
 * One line per fact: JSON, or readable on a terminal. Three guards keep secrets out of it: keys that look secret are
 * redacted, errors are written without their causes' words, and the finished line is searched for tokens.
 */
export type Logger = pino.Logger

const secretKeys = [
  'password',
  'passphrase',
  'secret',
  'secrets',
  'token',
  'accessToken',
  'refreshToken',
  'sessionToken',
  'apiKey',
  'api_key',
  'privateKey',
  'masterKey',
  'credential',
  'credentials',
  'authorization',
  'Authorization',
  'cookie',
  'Cookie',
  '["set-cookie"]',
  '["x-api-key"]',
  '["private-token"]',
  '["x-vault-token"]',
] as const

const at = (prefix: string, key: string) => (key.startsWith('[') ? `${prefix}${key}` : `${prefix}.${key}`)
const redacted = secretKeys.flatMap((key) => [key, at('*', key), at('*.*', key)])

// Written here rather than per field, because a token may stand in any string: a URL, a message, a stack.
const masks: readonly (readonly [RegExp, string])[] = [
  [/\bihk_[A-Za-z0-9_-]+/g, 'ihk_***'],
  [/([?&](?:token|code|secret|key|password|access_token)=)[^&\s"'\\]+/gi, '$1***'],
  [/\btoken=(?!\*)[^&\s"'\\]+/gi, 'token=***'],
  [/(\/hooks\/)[^/?\s"'\\]+/g, '$1***'],
  // Also where it is the target of another address.
  [/((?:\/|%2F)invite(?:\/|%2F))[^/?&%\s"'\\]+/gi, '$1***'],
  [/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,}/gi, '$1 ***'],
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^/\s:@"'\\]*):[^/\s@"'\\]+@/gi, '$1:***@'],
  [/\b(gh[pousr]_|github_pat_|glpat-|dckr_pat_|xox[abpr]-|hvs\.)[A-Za-z0-9_-]{8,}/g, '$1***'],
]

/** The text without any token we know the look of. */
export function maskSecrets(text: string): string {
  return masks.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), text)
}

const frames = (stack: string | undefined) =>
  stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)

/** A driver puts the values it was given into its words: everything after the statement goes. */
const withoutValues = (message: string) => message.replace(/\nparams:[\s\S]*$/, '').slice(0, 500)

function describeCause(cause: unknown, depth: number): Record<string, unknown> | undefined {
  if (!(cause instanceof Error) || depth > 4) return undefined
  const { code, table_name: table, constraint_name: constraint } = cause as Error & Record<string, unknown>
  const inner = describeCause(cause.cause, depth + 1)
  return {
    type: cause.name,
    ...(text(code) && { code: text(code) }),
    ...(text(table) && { table: text(table) }),
    ...(text(constraint) && { constraint: text(constraint) }),
    stack: frames(cause.stack),
    ...(inner && { cause: inner }),
  }
}

/** An error for the log: its own words, and of what caused it only the kind, the code and the place. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code } = error as Error & { code?: unknown }
  const cause = describeCause(error.cause, 0)
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...(text(code) && { code: text(code) }),
    stack: frames(error.stack),
    ...(cause && { cause }),
  }
}

/** pino makes an error's own message the line's when there is none, before any serializer sees it. */
function withSafeMessage(args: Parameters<pino.LogFn>): Parameters<pino.LogFn> {
  const [first, message] = args as [unknown, unknown]
  const error = first instanceof Error ? first : (first as { err?: unknown } | null)?.err
  if (message !== undefined || !(error instanceof Error)) return args
  const fields = first instanceof Error ? { err: first } : first
  return [fields, withoutValues(error.message)] as unknown as Parameters<pino.LogFn>
}

function settings() {
  try {
    const { LOG_LEVEL, LOG_FORMAT } = env()
    return { level: LOG_LEVEL, format: LOG_FORMAT }
  } catch {
    // A refused environment is told by its own table; until then the log must still work.
    return { level: 'info', format: 'auto' } as const
  }
}

export type LogSettings = { level: string; format: 'auto' | 'json' | 'pretty' }

/** A logger of its own, for tests and for tools that write somewhere else. */
export function createLogger({ level, format }: LogSettings, destination?: pino.DestinationStream): Logger {
  const readable = format === 'pretty' || (format === 'auto' && process.stdout.isTTY === true)
  const stream =
    destination ?? (readable ? pretty({ ignore: 'pid,hostname', sync: true }) : pino.destination({ fd: 1, sync: true }))
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: redacted, censor: '***' },
      mixin: traceFields,
      serializers: { err: describeError, error: describeError, cause: describeError },
      hooks: {
        streamWrite: maskSecrets,
        logMethod(args, method) {
          method.apply(this, withSafeMessage(args))
        },
      },
    },
    stream,
  )
}

// One per process, for Next bundles its routes apart from the server.
const memory = globalThis as typeof globalThis & { [remembered]?: Logger }
const remembered = Symbol.for('inthub.logger')

function current(): Logger {
  memory[remembered] ??= createLogger(settings())
  return memory[remembered]
}

/** The process's logger. It is made at its first use, so that importing this file reads no environment. */
export const logger: Logger = new Proxy({} as Logger, {
  get(_target, key) {
    const own = current()
    const value: unknown = Reflect.get(own, key, own)
    return typeof value === 'function' ? value.bind(own) : value
  },
})
