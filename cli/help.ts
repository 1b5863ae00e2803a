import type { Command, Help, Option } from 'commander'
import { variableMeanings } from './environment'
import { exitCodeMeanings } from './exit-codes'

/** Help in the order people read it: what it does, examples, then the rest. */
const examplesOf = new WeakMap<Command, readonly string[]>()

/** Gives a command its examples. A test fails for a command without any. */
export function withExamples(command: Command, ...examples: readonly string[]): Command {
  examplesOf.set(command, examples)
  return command
}

export const hasExamples = (command: Command) => (examplesOf.get(command)?.length ?? 0) > 0

const block = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), '']

const aligned = (rows: readonly (readonly [string, string])[]) => {
  const width = Math.max(0, ...rows.map(([term]) => term.length))
  return rows.map(([term, words]) => `${term.padEnd(width)}  ${words}`.trimEnd())
}

const isOwn = (option: Option) => option.long !== '--help'

function formatHelp(command: Command, helper: Help): string {
  const globals = command.parent ? rootOf(command).options.filter((option) => !option.hidden) : []
  const own = helper.visibleOptions(command).filter(isOwn)
  const toRows = (options: readonly Option[]) =>
    options.map((one) => [helper.optionTerm(one), helper.optionDescription(one)] as const)
  const commands = helper
    .visibleCommands(command)
    .map((one) => [helper.subcommandTerm(one), one.description()] as const)
  const named = helper
    .visibleArguments(command)
    .map((one) => [helper.argumentTerm(one), helper.argumentDescription(one)] as const)
  return [
    helper.commandDescription(command),
    '',
    ...block('Examples:', examplesOf.get(command) ?? []),
    ...block('Usage:', [helper.commandUsage(command)]),
    ...block('Arguments:', aligned(named)),
    ...block('Commands:', aligned(commands)),
    ...block(command.parent ? 'Flags:' : 'Global flags:', aligned(toRows(own))),
    ...(commands.length > 0 || !command.parent ? [] : block('Global flags:', aligned(toRows(globals)))),
    command.parent
      ? 'Exit codes: inthub help exit-codes'
      : 'More: inthub help exit-codes | environment | authentication | secrets',
    '',
  ].join('\n')
}

function rootOf(command: Command): Command {
  let root = command
  while (root.parent) root = root.parent
  return root
}

export function styleHelp(program: Command): void {
  program.configureHelp({ formatHelp })
}

const topicTexts: Record<string, () => string> = {
  'exit-codes': () =>
    [
      'Exit codes',
      '',
      ...aligned(exitCodeMeanings.map(([code, words]) => [String(code).padStart(4), words] as const)),
    ].join('\n'),
  environment: () =>
    [
      'Variables of the environment',
      '',
      ...aligned(variableMeanings.map(([name, words]) => [`  ${name}`, words] as const)),
      '',
      'The nearest word wins: flag, environment, .inthub.yaml of this folder or above, profile, default.',
    ].join('\n'),
  authentication: () =>
    [
      'Authentication',
      '',
      'Create an API key in Settings, API keys, then give it to the CLI through a pipe or a hidden question:',
      '',
      '  inthub auth login --with-token < key.txt',
      '  inthub auth status',
      '',
      'It is kept in credentials.json (mode 0600) and sent to the hub it was stored for, to no other.',
      'In CI set INTHUB_TOKEN and INTHUB_URL instead: nothing is written to disk.',
      'A key is never taken from a flag, for it would stay in the history of the shell: --token ends with exit code 2.',
    ].join('\n'),
  secrets: () =>
    [
      'Secrets of integrations',
      '',
      '  --secret token=-            from stdin, or a hidden question on a terminal',
      '  --secret token=@token.txt   from a file',
      '  --secret token=env:TOKEN    from a variable of the environment',
      '',
      'A plain --secret token=value is refused with exit code 2. Secrets are never printed, logged or kept by the CLI;',
      'the hub stores them sealed and never hands them out again.',
    ].join('\n'),
}

export const topics = Object.keys(topicTexts)
export const topicText = (name: string): string | undefined =>
  Object.hasOwn(topicTexts, name) ? topicTexts[name]?.() : undefined
