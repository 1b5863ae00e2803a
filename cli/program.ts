import { Command, type CommanderError } from 'commander'
import type { Doors } from './admin/doors'
import { adminCommand } from './commands/admin'
import { apiCommand } from './commands/api'
import { apiKeyCommand } from './commands/api-key'
import { authCommand } from './commands/auth'
import { automationCommand } from './commands/automation'
import { completionCommand } from './commands/completion'
import { configCommand } from './commands/config'
import { eventsCommand } from './commands/events'
import { githubCommand } from './commands/github'
import { healthcheckCommand } from './commands/healthcheck'
import { integrationCommand } from './commands/integration'
import { memberCommand } from './commands/member'
import { profileCommand } from './commands/profile'
import { taskCommand } from './commands/task'
import { webhookCommand } from './commands/webhook'
import { CliError, usageError } from './errors'
import { exitCodes } from './exit-codes'
import { styleHelp, topics, topicText, withExamples } from './help'
import { nearest } from './nearest'
import { addGlobalOptions } from './options'

/** The tree of commands. What a command does is loaded when it runs, so that the tree itself is cheap. */
function findCommand(program: Command, path: readonly string[]): Command | undefined {
  return path.reduce<Command | undefined>((at, name) => at?.commands.find((one) => one.name() === name), program)
}

function helpCommand(program: Command): Command {
  const command = new Command('help')
    .description(`Help for a command, or about: ${topics.join(', ')}.`)
    .argument('[topic...]', 'a command, or a topic')
  withExamples(command, 'inthub help integration connect', 'inthub help exit-codes', 'inthub help secrets')
  return command.action((path: string[]) => {
    const text = path.length === 1 ? topicText(path[0] ?? '') : undefined
    if (text !== undefined) return void process.stdout.write(`${text}\n`)
    const found = findCommand(program, path)
    if (found) return void process.stdout.write(found.helpInformation())
    const names = [...topics, ...program.commands.map((one) => one.name())]
    const near = nearest(path[0] ?? '', names)
    throw usageError(
      'There is no help of this name.',
      near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Topics: ${topics.join(', ')}.`,
    )
  })
}

function eachCommand(command: Command, visit: (one: Command) => void): void {
  visit(command)
  for (const inner of command.commands) eachCommand(inner, visit)
}

/** commander's own words, without what was typed after an equals sign: that may be a secret. */
function wordsOf({ message }: CommanderError): { message: string; remedy: string | undefined } {
  const [first = '', ...rest] = message.replace(/^error: /, '').split('\n')
  const suggestion = rest.join(' ').replace(/^\(|\)$/g, '')
  const safe = first.replace(/('--?[\w-]+)=[^']*'/, "$1'").replace(/ argument '[^']*' is invalid\./, ' is invalid.')
  return { message: safe.charAt(0).toUpperCase() + safe.slice(1), remedy: suggestion || undefined }
}

/** What commander threw, in our terms; undefined when it only printed help. */
export function fromCommander(error: CommanderError): CliError | undefined {
  if (error.code === 'commander.helpDisplayed' || error.code === 'commander.version') return undefined
  if (error.code === 'commander.help')
    return new CliError(exitCodes.usage, 'usage.invalid', 'Say what to do.', { remedy: 'The commands are above.' })
  const { message, remedy } = wordsOf(error)
  return usageError(message, remedy ?? 'See it with --help.')
}

export function makeProgram(doors: Doors): Command {
  const program = new Command('inthub').description('Integration Hub: connect once, keep every integration alive.')
  withExamples(
    program,
    'inthub auth login --with-token < key.txt',
    'inthub integration connect docker-hub',
    'inthub integration health --all',
  )
  addGlobalOptions(program)
  program.option('--version', 'the version of this CLI')
  const asking = [
    integrationCommand(),
    authCommand(),
    apiKeyCommand(),
    memberCommand(),
    githubCommand(),
    apiCommand(),
    profileCommand(),
    taskCommand(),
    automationCommand(),
    eventsCommand(),
    webhookCommand(),
  ]
  const local = [configCommand(), completionCommand(), healthcheckCommand(), adminCommand(doors)]
  for (const noun of [...asking, ...local]) program.addCommand(noun)
  program.addCommand(helpCommand(program))
  program.helpCommand(false)
  eachCommand(program, (one) => {
    styleHelp(one)
    // Said by us, once, with the right exit code.
    one
      .exitOverride()
      .configureOutput({ outputError: () => {} })
      .showSuggestionAfterError(true)
    if (one !== program) one.allowExcessArguments(false)
  })
  return program
}
