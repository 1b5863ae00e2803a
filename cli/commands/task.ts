import { Command, Option } from 'commander'
import { withExamples } from '../help'
import { parseCount } from '../options'
import { does } from './command'

/** `inthub task …`: work that is created, started, and at its end completed or failed. */
const actions = () => import('./task-actions')
const task = ['<task>', 'id (tsk_…) of the task'] as const

const links = (command: Command) =>
  command
    .option('--pull-request <url>', 'the pull request it belongs to')
    .option('--issue <url>', 'the issue it belongs to')

function list(): Command {
  const command = new Command('list')
    .description('List tasks, the newest first.')
    .addOption(new Option('--state <state>', 'in this state').choices(['created', 'started', 'completed', 'failed']))
    .option('--project <project>', 'of this project, by slug or id')
    .option('--text <text>', 'part of the title')
    .option('--limit <count>', 'how many at most (default: 50)', parseCount(1, 200))
  withExamples(
    command,
    'inthub task list',
    'inthub task list --state failed --json id,title,message',
    'inthub task list --project web --text release',
  )
  return does(command, async () => (await actions()).list)
}

function show(): Command {
  const command = new Command('show').description('Show a task.').argument(...task)
  withExamples(
    command,
    'inthub task show tsk_0199…',
    'inthub task show tsk_0199… --json state,message',
    'inthub task show tsk_0199… -o yaml',
  )
  return does(command, async () => (await actions()).show)
}

function create(): Command {
  const command = new Command('create')
    .description('Create a task.')
    .argument('<title>', 'what is to be done')
    .option('--description <text>', 'more about it')
    .option('--project <project>', 'its project, by slug or id (default: the default project)')
  withExamples(
    links(command),
    'inthub task create "Nightly build"',
    'inthub task create "Release 2.4" --pull-request https://github.com/acme/api/pull/482',
    'inthub task create "Clean up" --project web -o name',
  )
  return does(command, async () => (await actions()).create)
}

const verbs = {
  start: 'Say that work on a task began.',
  complete: 'Say that a task was completed.',
  fail: 'Say that a task failed.',
} as const

function step(verb: keyof typeof verbs): Command {
  const command = new Command(verb)
    .description(verbs[verb])
    .argument(...task)
    .option('--message <text>', 'what came of it')
  withExamples(
    links(command),
    `inthub task ${verb} tsk_0199…`,
    `inthub task ${verb} tsk_0199… --message "${verb === 'fail' ? 'No space left' : 'All green'}"`,
    `inthub task ${verb} tsk_0199… --pull-request https://github.com/acme/api/pull/482`,
  )
  return does(command, async () => (await actions())[verb])
}

export function taskCommand(): Command {
  const noun = new Command('task').description('Work that is created, started, and at its end completed or failed.')
  withExamples(noun, 'inthub task list', 'inthub task create "Nightly build"', 'inthub task complete tsk_0199…')
  for (const made of [list(), show(), create(), step('start'), step('complete'), step('fail')]) noun.addCommand(made)
  return noun
}
