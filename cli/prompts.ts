import { CliError, QuietExit, usageError } from './errors'
import { exitCodes } from './exit-codes'
import type { Io } from './io'

/** Questions go to stderr and only where somebody can answer; an answer withheld ends the command like Ctrl C. */
export const loadPrompts = () => import('@clack/prompts')
export type Prompts = Awaited<ReturnType<typeof loadPrompts>>

/** Where questions are drawn: stdout is for results. */
export const onStderr = { output: process.stderr } as const

export function answered<T>(prompts: Prompts, answer: T): Exclude<T, symbol> {
  if (!prompts.isCancel(answer)) return answer as Exclude<T, symbol>
  throw new QuietExit(exitCodes.interrupted)
}

/** @throws {CliError} exit 2 naming the flag that says it instead */
export function requirePrompts(io: Io, what: string, flag: string): void {
  if (!io.canPrompt) throw usageError(`${what}, and there is nobody to ask.`, `Say it with ${flag}.`)
}

/** Something is going to be destroyed: whoever wants it types its name. */
export async function confirmByName(io: Io, name: string, consequences: readonly string[]): Promise<void> {
  requirePrompts(io, `"${name}" has to be confirmed`, '--yes')
  const prompts = await loadPrompts()
  for (const line of consequences) io.note(`  ${line}`)
  const typed = answered(prompts, await prompts.text({ message: `Type ${name} to go on`, ...onStderr }))
  if (typed === name) return
  throw new CliError(exitCodes.usage, 'usage.not_confirmed', 'The name does not match: nothing was done.')
}
