import { Command, Option } from 'commander'
import { inboundStates } from '@/server/kernel/inbound'
import { withExamples } from '../help'
import { collect, collectList, parseCount, parseSince } from '../options'
import { does } from './command'

/** The part of `inthub webhook` that is about webhooks of providers: hooks, what came through them, what was missed. */
const hookActions = () => import('./webhook-inbound-hooks')
const deliveryActions = () => import('./webhook-inbound-deliveries')
const hook = ['<hook>', 'id (hok_…) of the hook'] as const

function listHooks(): Command {
  const command = new Command('list')
    .description('List the hooks providers send to, and how they prove themselves.')
    .option('--integration <id>', 'only those of this integration')
  withExamples(
    command,
    'inthub webhook hooks list',
    'inthub webhook hooks list --integration github-1 --wide',
    'inthub webhook hooks list --json id,registration',
  )
  return does(command, async () => (await hookActions()).list)
}

function createHook(): Command {
  const command = new Command('create')
    .description('Make a hook and print its address and its secret, once.')
    .argument('<integration>', 'slug, id (int_…) or UUID')
    .option('--name <name>', 'what it is for (default: default)')
    .option('--app', 'at the address all hooks of the type share; the body says whose it is')
    .option('--route <value>', 'with --app: the repository, project or workspace that is meant')
    .option('--secret-stdin', 'what the provider signs with comes through stdin, where it is not for the hub to choose')
    .option('--scheme <json>', 'how a sender is proven, where the connector does not say; may be repeated', collect)
  withExamples(
    command,
    'inthub webhook hooks create github-1 -o json > hook.json',
    'inthub webhook hooks create slack-1 --app --route T0123456 --secret-stdin < signing-secret.txt',
    `inthub webhook hooks create tool --scheme '{"scheme":"shared_token","header":"X-Token"}'`,
  )
  return does(command, async () => (await hookActions()).create)
}

function rotateHook(): Command {
  const command = new Command('rotate')
    .description('Give a hook a new secret. The old one is valid until the first webhook with the new one.')
    .argument(...hook)
    .option('--address', 'a new address as well; the old one is dead at once')
    .option('--secret-stdin', 'the new secret comes through stdin')
  withExamples(
    command,
    'inthub webhook hooks rotate hok_0199… -o json > hook.json',
    'inthub webhook hooks rotate hok_0199… --address',
    'inthub webhook hooks rotate hok_0199… --secret-stdin < signing-secret.txt',
  )
  return does(command, async () => (await hookActions()).rotate)
}

function deleteHook(): Command {
  const command = new Command('delete')
    .description('Delete a hook; its address is dead and its secrets are destroyed.')
    .argument(...hook)
    .option('--yes', 'do not ask')
  withExamples(
    command,
    'inthub webhook hooks delete hok_0199…',
    'inthub webhook hooks delete hok_0199… --yes',
    'inthub webhook hooks delete hok_0199… --yes -o json',
  )
  return does(command, async () => (await hookActions()).remove)
}

function registerHook(): Command {
  const command = new Command('register')
    .description('Make the hook known to the provider, or tell it the current address, secret and events.')
    .argument(...hook)
    .option('--target <name>', 'the repository (owner/name) or project')
    .option('--events <names>', 'what is to be sent, by the names of the provider', collectList)
  withExamples(
    command,
    'inthub webhook hooks register hok_0199… --target octocat/web',
    'inthub webhook hooks register hok_0199… --target octocat/web --events push,pull_request',
    'inthub webhook hooks register hok_0199…',
  )
  return does(command, async () => (await hookActions()).register)
}

/** Verbs that take a hook and nothing else. */
function plainVerb(name: 'enable' | 'disable' | 'unregister' | 'check', description: string): Command {
  const command = new Command(name).description(description).argument(...hook)
  withExamples(
    command,
    `inthub webhook hooks ${name} hok_0199…`,
    `inthub webhook hooks ${name} hok_0199… -o json`,
    `inthub webhook hooks ${name} hok_0199… --json id,registration`,
  )
  return does(command, async () => (await hookActions())[name])
}

function hooksCommand(): Command {
  const noun = new Command('hooks').description('Hooks: the addresses providers send their webhooks to.')
  withExamples(
    noun,
    'inthub webhook hooks list',
    'inthub webhook hooks create github-1',
    'inthub webhook hooks register hok_0199… --target octocat/web',
  )
  const verbs = [listHooks(), createHook(), rotateHook(), registerHook()]
  const others = [
    plainVerb('check', 'Look how the provider has the hook: switched off, failing, or gone.'),
    plainVerb('unregister', 'Remove the hook at the provider.'),
    plainVerb('enable', 'Switch a hook on.'),
    plainVerb('disable', 'Switch a hook off; it refuses what comes.'),
  ]
  for (const verb of [...verbs, ...others, deleteHook()]) noun.addCommand(verb)
  return noun
}

function filtered(command: Command): Command {
  return command
    .option('--hook <id>', 'only through this hook')
    .option('--integration <id>', 'only of this integration')
    .option('--topic <pattern>', "only these, such as 'github.pull_request.*'")
    .addOption(new Option('--state <state>', 'only these').choices(inboundStates))
    .option('--since <time>', 'since then: 1h, 2d or an instant', parseSince)
}

function listDeliveries(): Command {
  const command = filtered(new Command('list').description('List what came in, refused deliveries among it.')).option(
    '--limit <count>',
    'how many at most (default: 50)',
    parseCount(1, 1_000),
  )
  withExamples(
    command,
    'inthub webhook inbound list --since 1h',
    "inthub webhook inbound list --integration github-1 --topic 'github.pull_request.*'",
    'inthub webhook inbound list --state refused -o json',
  )
  return does(command, async () => (await deliveryActions()).list)
}

function showDelivery(): Command {
  const command = new Command('show')
    .description('Show one delivery: who proved it, its headers and its body.')
    .argument('<delivery>', 'id (inb_…)')
    .option('--body', 'only the body, byte for byte')
  withExamples(
    command,
    'inthub webhook inbound show inb_0199…',
    'inthub webhook inbound show inb_0199… --body > payload.json',
    'inthub webhook inbound show inb_0199… --json topic,content',
  )
  return does(command, async () => (await deliveryActions()).show)
}

function replayDeliveries(): Command {
  const command = filtered(
    new Command('replay')
      .description('Tell again of deliveries: these, or all that fits since a time.')
      .argument('[deliveries...]', 'ids (inb_…)'),
  ).option('--preview', 'only say how many')
  withExamples(
    command,
    'inthub webhook inbound replay inb_0199…',
    'inthub webhook inbound replay --since 2h --integration github-1 --preview',
    "inthub webhook inbound replay --since 2h --topic 'github.push'",
  )
  return does(command, async () => (await deliveryActions()).replay)
}

function inboundCommand(): Command {
  const noun = new Command('inbound').description('Webhooks that came in.')
  withExamples(noun, 'inthub webhook inbound list', 'inthub webhook inbound replay --since 1h --preview')
  for (const verb of [listDeliveries, showDelivery, replayDeliveries]) noun.addCommand(verb())
  return noun
}

function recoverCommand(): Command {
  const command = new Command('recover')
    .description('Fetch deliveries from the provider that missed the hub.')
    .argument(...hook)
    .option('--since <time>', 'since then: 1h, 2d or an instant', parseSince)
    .option('--preview', 'only say how many')
  withExamples(
    command,
    'inthub webhook recover hok_0199…',
    'inthub webhook recover hok_0199… --since 2d --preview',
    'inthub webhook recover hok_0199… -o json',
  )
  return does(command, async () => (await hookActions()).recover)
}

/** Joins `hooks`, `inbound` and `recover` to the noun. */
export function addInbound(webhook: Command): void {
  for (const part of [hooksCommand, inboundCommand, recoverCommand]) webhook.addCommand(part())
}
