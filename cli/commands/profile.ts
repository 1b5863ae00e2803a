import { Command } from 'commander'
import { withExamples } from '../help'
import { collect, collectPairs, parseCount, parseDuration } from '../options'
import { does } from './command'

/** `inthub profile …`: connection profiles of the hub. The profiles of this CLI are in `inthub config`. */
const actions = () => import('./profile-actions')
const changes = () => import('./profile-changes')
const profile = ['<profile>', 'name or id (prf_…) of the connection profile'] as const

function list(): Command {
  const command = new Command('list')
    .description('List the connection profiles of the tenant.')
    .option('--type <type>', 'of this type, such as scm.github')
    .option('--text <text>', 'part of the name or the description')
    .option('--templates', 'only templates')
    .option('--limit <count>', 'how many at most (default: 200)', parseCount(1, 200))
  withExamples(
    command,
    'inthub profile list',
    'inthub profile list --type scm.github --json name,isDefault',
    'inthub profile list --templates --wide',
  )
  return does(command, async () => (await actions()).list)
}

function show(): Command {
  const command = new Command('show')
    .description('Show a connection profile, and what of it does not fit any more.')
    .argument(...profile)
  withExamples(
    command,
    'inthub profile show "Production GitHub"',
    'inthub profile show "Production GitHub" --json config',
    'inthub profile show prf_0199… -o yaml',
  )
  return does(command, async () => (await actions()).show)
}

const settingFlags = (command: Command) =>
  command
    .option('--instance <instance>', 'where the service lives, such as selfManaged')
    .option('--method <method>', 'how the hub signs in')
    .option('--set <key=value>', 'one setting, never a secret; may be repeated', collectPairs)
    .option('--config <file>', 'settings from a YAML or JSON file')
    .option('--calls <key=value>', 'how calls are made, such as timeoutMs=5000; may be repeated', collectPairs)
    .option('--label <key=value>', 'labels of the integrations; may be repeated', collectPairs)
    .option('--interval <duration>', 'time between checks, 10s to 1d', parseDuration)
    .option('--description <text>', 'what it is for')

function create(): Command {
  const command = new Command('create')
    .description('Save settings as a connection profile. Secrets are never part of one.')
    .argument('<name>', 'its name, unique in the tenant')
    .option('--type <type>', 'type or alias, such as scm.github')
    .option('--from-integration <id>', 'copy the settings of this integration')
    .option('--from-profile <profile>', 'copy another profile, such as a template')
    .option('--default', 'the one its type starts from')
    .option('--template', 'meant to be copied')
  withExamples(
    settingFlags(command),
    'inthub profile create "Production GitHub" --from-integration github-1 --default',
    'inthub profile create "Own GitLab" --type scm.gitlab --instance selfManaged --set host=git.example.org',
    'inthub profile create "Team registry" --from-profile "Any registry" --calls retry.attempts=5',
  )
  return does(command, async () => (await changes()).create)
}

function update(): Command {
  const command = new Command('update')
    .description('Change a connection profile; integrations that were started from it stay as they are.')
    .argument(...profile)
    .option('--name <name>', 'another name')
    .option('--unset <key>', 'take a setting away; may be repeated', collect)
    .option('--template', 'meant to be copied')
    .option('--no-template', 'a profile like others again')
  withExamples(
    settingFlags(command),
    'inthub profile update "Production GitHub" --interval 1m',
    'inthub profile update "Own GitLab" --set host=code.example.org --unset caBundle',
    'inthub profile update "Own GitLab" --name "Our GitLab" -o json',
  )
  return does(command, async () => (await changes()).update)
}

function remove(): Command {
  const command = new Command('delete')
    .description('Delete a connection profile; integrations that were started from it stay.')
    .argument(...profile)
    .option('--yes', 'do not ask')
  withExamples(
    command,
    'inthub profile delete "Old GitHub"',
    'inthub profile delete "Old GitHub" --yes',
    'inthub profile delete prf_0199… --yes -o json',
  )
  return does(command, async () => (await changes()).remove)
}

function makeDefault(): Command {
  const command = new Command('default')
    .description('Make a connection profile the one its type starts from.')
    .argument(...profile)
    .option('--off', 'the default no more')
  withExamples(
    command,
    'inthub profile default "Production GitHub"',
    'inthub profile default "Production GitHub" --off',
    'inthub profile default prf_0199… -o json',
  )
  return does(command, async () => (await changes()).makeDefault)
}

export function profileCommand(): Command {
  const noun = new Command('profile').description(
    'Connection profiles of the hub, to start integrations from; profiles of this CLI are in "inthub config".',
  )
  withExamples(
    noun,
    'inthub profile list',
    'inthub profile create "Production GitHub" --from-integration github-1',
    'inthub integration connect github --profile "Production GitHub"',
  )
  for (const verb of [list, show, create, update, remove, makeDefault]) noun.addCommand(verb())
  return noun
}
