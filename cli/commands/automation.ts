import { Command, Option } from 'commander'
import { withExamples } from '../help'
import { parseCount } from '../options'
import { does } from './command'

/** `inthub automation …`: rules over events, their runs, and what these ask people. */
const changes = () => import('./automation-changes')
const reading = () => import('./automation-read')
const automation = ['<automation>', 'name or id (aut_…) of the automation'] as const

function list(): Command {
  const command = new Command('list')
    .description('List automations, the newest first.')
    .option('--project <project>', 'of this project, by slug or id')
    .option('--text <text>', 'part of the name')
    .option('--limit <count>', 'how many at most (default: 50)', parseCount(1, 200))
  withExamples(
    command,
    'inthub automation list',
    'inthub automation list --project web --json name,enabled,pausedReason',
    'inthub automation list --text deploy',
  )
  return does(command, async () => (await reading()).list)
}

function show(): Command {
  const command = new Command('show').description('Show an automation with its definition.').argument(...automation)
  withExamples(
    command,
    'inthub automation show "Tell the pull request"',
    'inthub automation show aut_0199… -o yaml > automation.yaml',
    'inthub automation show aut_0199… --json definition',
  )
  return does(command, async () => (await reading()).show)
}

const fileFlag = (command: Command) =>
  command.option('-f, --file <file>', 'name and definition, as YAML or JSON; "-" is stdin')

function apply(): Command {
  const command = fileFlag(new Command('apply'))
    .description('Create an automation, or change the one of that name.')
    .option('--recipe <recipe>', 'one that is ready-made: task-comment')
    .option('--name <name>', 'its name, instead of the one in the file or the recipe')
    .option('--project <project>', 'its project, by slug or id (default: the default project)')
  withExamples(
    command,
    'inthub automation apply -f automation.yaml',
    'inthub automation apply --recipe task-comment --project web',
    'inthub automation show aut_0199… -o yaml | inthub automation apply -f - --name Copy',
  )
  return does(command, async () => (await changes()).apply)
}

const verbs = {
  enable: 'Switch an automation on, a paused one too.',
  disable: 'Switch an automation off; runs that began come to their end.',
  delete: 'Delete an automation with its runs.',
} as const

function change(verb: keyof typeof verbs): Command {
  const command = new Command(verb).description(verbs[verb]).argument(...automation)
  withExamples(
    command,
    `inthub automation ${verb} "Tell the pull request"`,
    `inthub automation ${verb} aut_0199… -o json`,
    `inthub automation ${verb} aut_0199… -o name`,
  )
  return does(command, async () => (await changes())[verb])
}

function dryRun(): Command {
  const command = fileFlag(new Command('dry-run'))
    .description('Show what an automation would do for the last events that fit; nothing is done.')
    .argument('[automation]', 'name or id of a saved one; with a file, what the file says stands in')
    .option('--project <project>', 'of a file that is not saved yet, by slug or id')
    .option('--last <count>', 'how many events (default: 20)', parseCount(1, 20))
  withExamples(
    command,
    'inthub automation dry-run "Tell the pull request"',
    'inthub automation dry-run -f automation.yaml --last 5',
    'inthub automation dry-run -f automation.yaml -o json',
  )
  return does(command, async () => (await reading()).dryRun)
}

const states = ['queued', 'running', 'waiting', 'succeeded', 'failed', 'skipped']

function runs(): Command {
  const command = new Command('runs')
    .description('List runs, the newest first.')
    .argument('[automation]', 'name or id of the automation (default: all)')
    .addOption(new Option('--state <state>', 'in this state').choices(states))
    .option('--limit <count>', 'how many at most (default: 50)', parseCount(1, 200))
  withExamples(
    command,
    'inthub automation runs',
    'inthub automation runs "Tell the pull request" --state failed',
    'inthub automation runs --state waiting --json id,eventType',
  )
  return does(command, async () => (await reading()).runs)
}

function run(): Command {
  const command = new Command('run')
    .description('Show a run, step by step, and what it asks.')
    .argument('<run>', 'id (run_…) of the run')
  withExamples(
    command,
    'inthub automation run run_0199…',
    'inthub automation run run_0199… --json state,reason,steps',
    'inthub automation run run_0199… -o yaml',
  )
  return does(command, async () => (await reading()).run)
}

const answers = {
  approve: 'Let a run go on that asked for it.',
  reject: 'Refuse what a run asked for: it fails.',
} as const

function answer(verb: keyof typeof answers): Command {
  const command = new Command(verb)
    .description(answers[verb])
    .argument('<approval>', 'id (apr_…) of what was asked; the run shows it')
    .option('--comment <text>', 'why')
  withExamples(
    command,
    `inthub automation ${verb} apr_0199…`,
    `inthub automation ${verb} apr_0199… --comment "${verb === 'approve' ? 'Looks good' : 'Not on a Friday'}"`,
    `inthub automation ${verb} apr_0199… -o json`,
  )
  return does(command, async () => (await changes())[verb])
}

export function automationCommand(): Command {
  const noun = new Command('automation').description('Rules over events: what is done when something happens.')
  withExamples(
    noun,
    'inthub automation apply --recipe task-comment',
    'inthub automation dry-run -f automation.yaml',
    'inthub automation runs --state failed',
  )
  const made = [list(), show(), apply(), change('enable'), change('disable'), change('delete'), dryRun(), runs(), run()]
  for (const command of [...made, answer('approve'), answer('reject')]) noun.addCommand(command)
  return noun
}
