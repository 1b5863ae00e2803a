import type { Command } from 'commander'
import { readVariable } from '../environment'
import { usageError } from '../errors'
import type { Io } from '../io'
import { makeIo } from '../io'
import type { GlobalOptions } from '../options'
import { openSession, profileName, type Session } from '../session'

/** What a command gets: how to speak, the hub it is about, its arguments and its flags. */
export type Run<O> = { io: Io; session: Session; args: readonly string[]; options: O & GlobalOptions }

const refuseToken = (options: GlobalOptions) => {
  if (options.token === undefined) return
  throw usageError(
    '--token is refused: a key in a command line stays in the history of the shell and in the list of processes.',
    'Use "inthub auth login --with-token < key.txt", or set INTHUB_TOKEN.',
  )
}

/** A profile may say how it likes its results; the environment and a flag say it louder. */
async function outputOf(options: GlobalOptions, mayBeNew: boolean): Promise<Pick<GlobalOptions, 'output'>> {
  const output = options.output ?? readVariable('INTHUB_OUTPUT') ?? (await profileName(mayBeNew)).profile.output
  return output ? { output } : {}
}

type Split<O> = { args: string[]; options: O & GlobalOptions }

/** commander hands over each argument, then the flags, then the command. */
function split<O>(given: readonly unknown[]): Split<O> {
  const command = given.at(-1) as Command
  return { args: command.args, options: command.optsWithGlobals() as O & GlobalOptions }
}

/** Gives a command its work, whose code is loaded only when it runs. Only a login may name a profile that is new. */
export function does<O>(
  command: Command,
  load: () => Promise<(run: Run<O>) => Promise<void>>,
  { mayBeNew = false } = {},
): Command {
  return command.action(async (...given: unknown[]) => {
    const { args, options } = split<O>(given)
    refuseToken(options)
    const io = makeIo({ ...options, ...(await outputOf(options, mayBeNew)) })
    const work = await load()
    await work({ io, options, args, session: await openSession(io, options, mayBeNew) })
  })
}

/** The same for what asks no hub: it needs no address and no key. */
export function doesLocally<O>(
  command: Command,
  load: () => Promise<(run: Omit<Run<O>, 'session'>) => Promise<void>>,
): Command {
  return command.action(async (...given: unknown[]) => {
    const { args, options } = split<O>(given)
    refuseToken(options)
    const io = makeIo(options)
    await (await load())({ io, options, args })
  })
}

export function requireArgument(args: readonly string[], at: number, name: string): string {
  const value = args[at]
  if (value) return value
  throw usageError(`The argument <${name}> is missing.`)
}
