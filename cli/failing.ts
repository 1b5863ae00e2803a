import { CommanderError } from 'commander'
import { readVariable } from './environment'
import { type CliError, printError, QuietExit, toCliError } from './errors'
import { exitCodes } from './exit-codes'
import { type Io, makeIo } from './io'
import { fromCommander } from './program'

/** The end of a command that did not succeed: says it once, and knows the exit code. */
const wantsJson = (argv: readonly string[]) =>
  argv.some((word, at) => {
    if (word === '--json' || word.startsWith('--json=')) return true
    if (/^(?:--output=|-o=?)(?:json|ndjson)$/.test(word)) return true
    return /^(?:json|ndjson)$/.test(word) && /^(?:-o|--output)$/.test(argv[at - 1] ?? '')
  })

/** The flags could not be read, perhaps: then only these few count. */
function ioOf(argv: readonly string[]): Io {
  const output = wantsJson(argv) ? 'json' : 'table'
  return makeIo({
    output,
    ...(argv.includes('--ascii') && { ascii: true }),
    ...(argv.includes('--utc') && { utc: true }),
  })
}

function jsonByEnvironment(argv: readonly string[]): readonly string[] {
  const output = readVariable('INTHUB_OUTPUT')
  const isSaid = argv.some((word) => /^(?:-o|--output)/.test(word))
  return !isSaid && (output === 'json' || output === 'ndjson') ? [...argv, '-o', output] : argv
}

function asCliError(error: unknown): CliError | undefined {
  return error instanceof CommanderError ? fromCommander(error) : toCliError(error)
}

export function failWith(error: unknown, argv: readonly string[]): number {
  if (error instanceof QuietExit) return error.exitCode
  const failure = asCliError(error)
  if (!failure) return exitCodes.success
  printError(failure, ioOf(jsonByEnvironment(argv)))
  return failure.exitCode
}
