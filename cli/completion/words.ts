import type { Argument, Command, Option } from 'commander'

/** What the words of an unfinished command line mean: which command, and what the word under the cursor may be. */
export type Wanted =
  | { kind: 'commands and argument'; command: Command; argument: Argument | undefined }
  | { kind: 'flags'; command: Command; root: Command }
  | { kind: 'value'; command: Command; option: Option; prefix: string }
  | { kind: 'nothing' }

const findOption = (command: Command, root: Command, word: string) =>
  [...command.options, ...root.options].find((option) => option.long === word || option.short === word)

const takesValue = (option: Option) => option.required || option.optional

type Walk = { command: Command; positions: number; waiting: Option | undefined; isRest: boolean }

function takeFlag(at: Walk, root: Command, word: string): void {
  if (word === '--') at.isRest = true
  const option = word.includes('=') ? undefined : findOption(at.command, root, word)
  at.waiting = option && takesValue(option) ? option : undefined
}

function takeWord(at: Walk, word: string): void {
  const inner = at.positions === 0 && !at.isRest && at.command.commands.find((one) => one.name() === word)
  if (inner) at.command = inner
  else at.positions += 1
}

/** Everything before the cursor. */
function walk(root: Command, words: readonly string[]): Walk {
  const at: Walk = { command: root, positions: 0, waiting: undefined, isRest: false }
  for (const word of words) {
    const isFlag = word.startsWith('-') && !at.isRest
    const isValue = at.waiting !== undefined && (at.waiting.required || !isFlag)
    at.waiting = undefined
    if (isValue) continue
    if (isFlag) takeFlag(at, root, word)
    else takeWord(at, word)
  }
  return at
}

function argumentAt(command: Command, position: number): Argument | undefined {
  const known = command.registeredArguments
  const last = known.at(-1)
  return known[position] ?? (last?.variadic ? last : undefined)
}

export function readWords(root: Command, words: readonly string[], current: string): Wanted {
  const { command, positions, waiting, isRest } = walk(root, words)
  if (waiting && (waiting.required || !current.startsWith('-')))
    return { kind: 'value', command, option: waiting, prefix: '' }
  const equals = /^(--[\w-]+)=/.exec(current)
  if (!isRest && equals) {
    const option = findOption(command, root, equals[1] ?? '')
    return option && takesValue(option) ? { kind: 'value', command, option, prefix: equals[0] } : { kind: 'nothing' }
  }
  if (!isRest && current.startsWith('-')) return { kind: 'flags', command, root }
  return { kind: 'commands and argument', command, argument: argumentAt(command, positions) }
}
