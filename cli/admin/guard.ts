import { WrongMasterKey } from '@/server/domain/credentials/service'
import { HubError } from '@/server/kernel/errors'
import { EnvironmentError } from '@/server/platform/env'
import { EmbeddedPostgresError } from '@/server/platform/postgres'
import { CliError, fromHub } from '../errors'
import { exitCodes } from '../exit-codes'

/** What goes wrong in the hub's own code, in the terms of the CLI: the same codes and words as over GraphQL. */
const kindCodes: Record<HubError['kind'], string> = {
  invalid_argument: 'BAD_USER_INPUT',
  unauthenticated: 'UNAUTHENTICATED',
  permission_denied: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  already_exists: 'CONFLICT',
  failed_precondition: 'FAILED_PRECONDITION',
  resource_exhausted: 'RATE_LIMITED',
  unavailable: 'UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
}

const refusedConfiguration = (message: string, remedy: string, cause?: unknown) =>
  new CliError(exitCodes.configuration, 'usage.configuration', message, { remedy, cause })

const databaseCodes = /^(?:ECONNREFUSED|ENOTFOUND|ETIMEDOUT|ECONNRESET|EHOSTUNREACH|CONNECT_TIMEOUT|28P01|28000|3D000)$/

/** Walks down the causes: drivers wrap what the network said. */
function databaseProblem(error: unknown, depth = 0): string | undefined {
  if (!(error instanceof Error) || depth > 4) return undefined
  const code = 'code' in error ? String(error.code) : ''
  return databaseCodes.test(code) ? code : databaseProblem(error.cause, depth + 1)
}

function translated(error: unknown): unknown {
  if (error instanceof EnvironmentError) {
    const fields = error.problems.map(({ variable, problem, example }) => ({
      path: variable,
      message: `${problem}; for example ${example}`,
    }))
    return new CliError(exitCodes.configuration, 'usage.configuration', 'The configuration is refused.', {
      remedy: 'See every variable with: inthub admin env',
      fields,
    })
  }
  if (error instanceof WrongMasterKey) return refusedConfiguration(error.message, 'Nothing was changed.')
  if (error instanceof EmbeddedPostgresError) return refusedConfiguration(error.message, 'Nothing was changed.')
  if (error instanceof HubError) {
    const { message, kind, code, remedy, fields, retryAfterMs } = error
    return fromHub({
      message,
      extensions: {
        code: kindCodes[kind],
        type: code,
        remedy,
        fields,
        ...(retryAfterMs !== undefined && { retryAfterMs }),
      },
    })
  }
  const problem = databaseProblem(error)
  if (problem)
    return refusedConfiguration(
      `The database cannot be reached (${problem}).`,
      'Check DATABASE_URL, and that PostgreSQL runs.',
      error,
    )
  return error
}

export async function guarded(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw translated(error)
  }
}
