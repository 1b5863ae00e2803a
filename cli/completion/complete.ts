import type { Command, Option } from 'commander'
import { plainText } from '../terminal'
import { askRemote } from './remote'
import { filesSign } from './scripts'
import { isList, type Source, type Suggestion, sourceOfArgument, sourceOfOption } from './values'
import { readWords } from './words'

/**
 * Answers a shell that completes: one `value<TAB>description` per line. It never fails and never says anything on
 * stderr; a value that a shell could take for more than a word is left out.
 */
const isPlainWord = (value: string) => /^[\w.:=@/+,-]+$/.test(value)

async function valuesOf(source: Source, text: string): Promise<readonly Suggestion[]> {
  if (source === undefined) return []
  if (source === filesSign) return [[filesSign, '']]
  if ('from' in source) return askRemote(source.from, text)
  return (source as readonly string[]).map((value) => [value, ''] as const)
}

function flagsOf(command: Command, root: Command): Suggestion[] {
  const options: readonly Option[] = command === root ? root.options : [...command.options, ...root.options]
  const flags = options.flatMap((option) =>
    option.hidden || !option.long ? [] : [[option.long, option.description] as const],
  )
  return [...flags, ['--help', 'help for this command']]
}

async function optionValues(option: Option, prefix: string, current: string): Promise<Suggestion[]> {
  const typed = current.slice(prefix.length)
  const before = isList(option) ? typed.slice(0, typed.lastIndexOf(',') + 1) : ''
  const values = await valuesOf(sourceOfOption(option), typed.slice(before.length))
  return values.map(([value, words]) => [value === filesSign ? value : `${prefix}${before}${value}`, words])
}

async function suggest(root: Command, words: readonly string[], current: string): Promise<Suggestion[]> {
  const wanted = readWords(root, words, current)
  switch (wanted.kind) {
    case 'flags':
      return flagsOf(wanted.command, wanted.root)
    case 'value':
      return optionValues(wanted.option, wanted.prefix, current)
    case 'commands and argument': {
      const { command, argument } = wanted
      const inner = command
        .createHelp()
        .visibleCommands(command)
        .map((one) => [one.name(), one.description()] as const)
      const values = argument ? await valuesOf(sourceOfArgument(command, argument, root), current) : []
      return [...inner.filter(([name]) => name !== 'help' || command === root), ...values]
    }
    default:
      return []
  }
}

const fits = (value: string, current: string) =>
  value === filesSign || (value.startsWith(current) && isPlainWord(value))

export async function complete(root: Command, given: readonly string[]): Promise<string> {
  try {
    const current = (given.at(-1) ?? '').replace(/^\./, '')
    const suggestions = await suggest(root, given.slice(0, -1), current)
    const lines = new Map(
      suggestions.filter(([value]) => fits(value, current)).map(([value, words]) => [value, plainText(words)]),
    )
    return [...lines].map(([value, words]) => `${value}\t${words}\n`).join('')
  } catch {
    return ''
  }
}
