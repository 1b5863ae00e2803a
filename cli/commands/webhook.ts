import { Command, InvalidArgumentError, Option } from 'commander'
import { failureClasses } from '@/server/kernel/health'
import { deliveryStates } from '@/server/kernel/webhooks'
import { withExamples } from '../help'
import { collectList, collectPairs, parseCount, parseDuration, parseSince } from '../options'
import { does } from './command'
import { addInbound } from './webhook-inbound'

/** `inthub webhook …`: endpoints that are told of events, and what they are sent. */
const endpoints = () => import('./webhook-endpoints')
const deliveries = () => import('./webhook-deliveries')
const endpoint = ['<endpoint>', 'name or id (wep_…) of the endpoint'] as const
const delivery = ['<delivery>', 'id (dlv_…) of the delivery'] as const

/** `0s,5s,1m`: waits before each try. */
const parseSchedule = (text: string) => text.split(',').map((one) => Math.round(parseDuration(one)))

/** `none` takes a limit away. */
function parseRate(text: string): number | 'none' {
  if (text === 'none') return 'none'
  const found = /^(\d{1,4})(?:\/s)?$/.exec(text)
  if (found) return Number(found[1])
  throw new InvalidArgumentError('A rate is a whole number per second, such as 50, or none.')
}

function list(): Command {
  const command = new Command('list').description('List the webhook endpoints, with how they did in the last day.')
  withExamples(
    command,
    'inthub webhook list',
    'inthub webhook list --wide',
    'inthub webhook list --json name,state,statistics',
  )
  return does(command, async () => (await endpoints()).list)
}

function show(): Command {
  const command = new Command('show').description('Show a webhook endpoint.').argument(...endpoint)
  withExamples(command, 'inthub webhook show ci', 'inthub webhook show ci -o yaml', 'inthub webhook show wep_0199…')
  return does(command, async () => (await endpoints()).show)
}

const settingFlags = (command: Command) =>
  command
    .option('--events <patterns>', 'names or patterns, such as github.*,task.completed; may be repeated', collectList)
    .option('--integration <ids>', 'only events about these integrations; may be repeated', collectList)
    .option('--project <slugs>', 'only events of these projects; may be repeated', collectList)
    .option('--request-header <name=value>', 'sent with each delivery, never a secret; may be repeated', collectPairs)
    .option('--rate <number>', 'deliveries per second at most; "none" takes the limit away', parseRate)
    .option('--concurrency <number>', 'under way at the same time (default: 16)', parseCount(1, 64))
    .option('--schedule <waits>', 'waits before each try, such as 0s,5s,1m,10m', parseSchedule)
    .option('--description <text>', 'what it is for')
    .option('--name <name>', 'what it is called')

function create(): Command {
  const command = new Command('create')
    .description('Tell an address of events; the secret that signs them is printed once.')
    .argument('<url>', 'where deliveries are sent')
    .option('--disabled', 'made, and not switched on yet')
  withExamples(
    settingFlags(command),
    'inthub webhook create https://ci.example.org/hooks --events "github.*" --name ci',
    'inthub webhook create https://ops.example.org/in --events integration.health_changed,task.* --rate 10',
    'inthub webhook create https://ci.example.org/hooks --events "*" -o name',
  )
  return does(command, async () => (await endpoints()).create)
}

function update(): Command {
  const command = new Command('update')
    .description('Change a webhook endpoint; another host gets another secret.')
    .argument(...endpoint)
    .option('--to <url>', 'another address')
  withExamples(
    settingFlags(command),
    'inthub webhook update ci --events "github.pull_request.*"',
    'inthub webhook update ci --rate none --concurrency 4',
    'inthub webhook update ci --to https://new.example.org/hooks -o json',
  )
  return does(command, async () => (await endpoints()).update)
}

function enable(): Command {
  const command = new Command('enable').description('Switch an endpoint on; what waits is sent.').argument(...endpoint)
  withExamples(
    command,
    'inthub webhook enable ci',
    'inthub webhook enable wep_0199…',
    'inthub webhook enable ci -o json',
  )
  return does(command, async () => (await endpoints()).enable)
}

function disable(): Command {
  const command = new Command('disable')
    .description('Switch an endpoint off; events from now on are not for it.')
    .argument(...endpoint)
  withExamples(
    command,
    'inthub webhook disable ci',
    'inthub webhook disable wep_0199…',
    'inthub webhook disable ci -o json',
  )
  return does(command, async () => (await endpoints()).disable)
}

function remove(): Command {
  const command = new Command('delete')
    .description('Delete an endpoint; what was not delivered yet is not delivered any more.')
    .argument(...endpoint)
    .option('--yes', 'do not ask')
  withExamples(
    command,
    'inthub webhook delete ci',
    'inthub webhook delete ci --yes',
    'inthub webhook delete wep_0199… --yes --quiet',
  )
  return does(command, async () => (await endpoints()).remove)
}

function rotate(): Command {
  const command = new Command('rotate')
    .description('Give an endpoint a new secret; the one before signs, too, for a while.')
    .argument(...endpoint)
    .option('--overlap <duration>', 'how long both sign (default: 1d); 0s: not at all', parseDuration)
    .option('--yes', 'do not ask')
  withExamples(
    command,
    'inthub webhook rotate ci',
    'inthub webhook rotate ci --overlap 2h',
    'inthub webhook rotate ci --overlap 0s --yes -o name',
  )
  return does(command, async () => (await endpoints()).rotate)
}

function test(): Command {
  const command = new Command('test')
    .description('Send an endpoint an event that says it is a test, and wait for what comes of it.')
    .argument(...endpoint)
    .option('--no-wait', 'do not wait')
  withExamples(command, 'inthub webhook test ci', 'inthub webhook test ci --no-wait', 'inthub webhook test ci -o json')
  return does(command, async () => (await deliveries()).test)
}

const stateFlag = () => new Option('--state <state>', 'in this state').choices(deliveryStates)
const filterFlags = (command: Command) =>
  command
    .option('--endpoint <endpoint>', 'to this endpoint, by name or id')
    .option('--events <patterns>', 'of these events; may be repeated', collectList)
    .addOption(new Option('--class <class>', 'whose trouble the last failure was').choices(failureClasses))
    .option('--since <time>', 'of events since then: 2h, 7d or an instant', parseSince)
    .option('--until <time>', 'of events before then', parseSince)
    .option('--text <text>', 'with this in the type, the failure or the answer')

function listDeliveries(): Command {
  const command = new Command('deliveries')
    .description('List what was and is sent, that of the newest events first.')
    .option('--limit <count>', 'how many at most (default: 50)', parseCount(1, 10_000))
  withExamples(
    filterFlags(command).addOption(stateFlag()),
    'inthub webhook deliveries --endpoint ci',
    'inthub webhook deliveries --state failed --since 2h',
    'inthub webhook deliveries --events "github.*" -o ndjson',
  )
  return does(command, async () => (await deliveries()).list)
}

function inspect(): Command {
  const command = new Command('inspect')
    .description('Show a delivery with each of its tries, what was sent and what was answered.')
    .argument(...delivery)
    .option('--body', 'only the body that is sent')
  withExamples(
    command,
    'inthub webhook inspect dlv_0199…',
    'inthub webhook inspect dlv_0199… --body',
    'inthub webhook inspect dlv_0199… -o json',
  )
  return does(command, async () => (await deliveries()).inspect)
}

function replay(): Command {
  const command = new Command('replay')
    .description('Send a delivery again, or all that failed; the webhook-id stays.')
    .argument('[delivery]', 'id (dlv_…) of one delivery')
    .option('--dry-run', 'only say how many')
    .option('--yes', 'do not ask')
  withExamples(
    filterFlags(command).addOption(stateFlag()),
    'inthub webhook replay dlv_0199…',
    'inthub webhook replay --endpoint ci --since 6h',
    'inthub webhook replay --endpoint ci --state delivered --since 1h --dry-run',
  )
  return does(command, async () => (await deliveries()).replay)
}

function skip(): Command {
  const command = new Command('skip')
    .description('Leave out everything that waits for an endpoint.')
    .argument(...endpoint)
    .option('--yes', 'do not ask')
  withExamples(
    command,
    'inthub webhook skip ci',
    'inthub webhook skip ci --yes',
    'inthub webhook skip ci --yes -o json',
  )
  return does(command, async () => (await deliveries()).skip)
}

function listen(): Command {
  const command = new Command('listen')
    .description('Forward events to an address of this machine, signed as the hub signs them; ends with Ctrl C.')
    .argument('[url]', 'where to forward; without it events are only shown')
    .option('--events <patterns>', 'names or patterns (default: all); may be repeated', collectList)
    .option('--load-from <endpoint>', 'the events this endpoint hears')
    .option('--print-secret', 'print the secret that signs, and end')
    .option('--secret <source>', 'sign with this one: env:VARIABLE or @file; a new one otherwise')
  withExamples(
    command,
    'inthub webhook listen http://localhost:3000/hooks --events "github.*"',
    'inthub webhook listen http://localhost:3000/hooks --load-from ci --secret env:WEBHOOK_SECRET',
    'inthub webhook listen --print-secret',
  )
  return does(command, async () => (await import('./webhook-listen')).listen)
}

export function webhookCommand(): Command {
  const noun = new Command('webhook').description(
    'Webhooks of providers that come in, and the endpoints that are told of events.',
  )
  withExamples(
    noun,
    'inthub webhook create https://ci.example.org/hooks --events "github.*" --name ci',
    'inthub webhook deliveries --state failed',
    'inthub webhook listen http://localhost:3000/hooks',
    'inthub webhook hooks create github-1',
    'inthub webhook inbound list --since 1h',
  )
  const verbs = [list, show, create, update, enable, disable, remove, rotate, test]
  for (const verb of [...verbs, listDeliveries, inspect, replay, skip, listen]) noun.addCommand(verb())
  addInbound(noun)
  return noun
}
