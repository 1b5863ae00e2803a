import { Command } from 'commander'
import { callHub } from '../client'
import { readVariable } from '../environment'
import { CliError, QuietExit } from '../errors'
import { exitCodes } from '../exit-codes'
import { withExamples } from '../help'
import { originOf } from '../session'
import { plainText } from '../terminal'
import { doesLocally, type Run } from './command'

/** Asks a hub on this machine whether it is ready: for the health check of a container. It needs no key. */
const patienceMs = 5_000

// Not INTHUB_URL: that is the hub's name in the world, which its own machine may not reach.
const ownUrl = () => `http://127.0.0.1:${readVariable('PORT') ?? '3000'}`

type Check = { ok: boolean; reason?: string }

function checksOf(body: string): [string, Check][] {
  try {
    const { checks } = JSON.parse(body) as { checks?: Record<string, Check> }
    return Object.entries(checks ?? {})
  } catch {
    return []
  }
}

function troublesIn(body: string): string[] {
  const failing = checksOf(body).filter(([, check]) => !check.ok)
  return failing.map(([name, { reason }]) => `  ${plainText(name)}: ${plainText(reason ?? 'not ready')}`)
}

/** The remedy of the other commands points here. */
function ofThisMachine(error: unknown): never {
  if (!(error instanceof CliError) || error.code !== 'cli.hub_unreachable') throw error
  const remedy = 'Check that the hub runs, and its port: PORT as for the hub, or --url.'
  throw new CliError(error.exitCode, error.code, error.message, { ...error.options, remedy })
}

async function healthcheck({ io, options }: Omit<Run<object>, 'session'>): Promise<void> {
  const url = originOf(options.url ?? ownUrl())
  const timeoutMs = options.timeout === undefined ? patienceMs : options.timeout * 1000
  const response = await callHub({ url: `${url}/ready`, timeoutMs }).catch(ofThisMachine)
  const body = await response.text()
  const sentence = response.ok ? `${io.symbols.pass} ${url} is ready` : `${io.symbols.fail} ${url} is not ready`
  io.result(io.wantsJson ? body : sentence)
  for (const line of troublesIn(body)) io.note(line)
  if (!response.ok) throw new QuietExit(exitCodes.failed)
}

export function healthcheckCommand(): Command {
  const command = new Command('healthcheck').description('Ask the hub on this machine whether it is ready.')
  withExamples(
    command,
    'inthub healthcheck',
    'inthub healthcheck --url http://localhost:8080',
    'inthub healthcheck --timeout 2s -o json',
  )
  return doesLocally<object>(command, async () => healthcheck)
}
