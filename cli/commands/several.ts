import { CliError, printError, QuietExit, toCliError } from '../errors'
import { type ExitCode, exitCodes } from '../exit-codes'
import type { Io } from '../io'

/** What would fail for each alike: no key, no hub, nobody to ask. */
const endsEverything = new Set<ExitCode>([exitCodes.unauthenticated, exitCodes.unreachable, exitCodes.usage])

/**
 * One act on several things, one after the other. What failed is told on stderr by its name and the rest is done all
 * the same; `end` says what was done, and the command ends with the code of the first failure.
 */
export async function eachOf<T>(
  io: Io,
  names: readonly string[],
  act: (name: string) => Promise<T>,
  end: (done: readonly T[]) => Promise<void>,
): Promise<void> {
  const done: T[] = []
  let failed: ExitCode | undefined
  for (const name of new Set(names)) {
    try {
      done.push(await act(name))
    } catch (error) {
      if (names.length === 1 || error instanceof QuietExit) throw error
      const failure = toCliError(error)
      if (endsEverything.has(failure.exitCode)) throw failure
      failed ??= failure.exitCode
      printError(new CliError(failure.exitCode, failure.code, `${name}: ${failure.message}`, failure.options), io)
    }
  }
  await end(done)
  if (failed !== undefined) throw new QuietExit(failed)
}
