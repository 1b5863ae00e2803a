import { Command, Option } from 'commander'
import { healthStates } from '@/server/kernel/health'
import { withExamples } from '../help'
import { collect, collectList, collectPairs, parseCount, parseDuration, parseSince } from '../options'
import { calls, execute, metrics } from './call'
import { does } from './command'
import { manifest, resolve, resources, verify } from './integration-resources'
import { operations, run } from './operation'

/** `inthub integration …`: the flags of every verb. What a verb does is loaded when it runs. */
const id = ['<id>', 'slug, id (int_…) or UUID of the integration'] as const
const failOn = () =>
  new Option(
    '--fail-on <state>',
    'end with 10 when unhealthy (default), with degraded also with 11 when degraded',
  ).choices(['degraded', 'unhealthy'])

const sortOrders = ['name', 'created', 'severity', 'type', 'owner', 'latency', 'checked']

function list(): Command {
  const command = new Command('list')
    .description('List the integrations with their state.')
    .option('--type <types>', 'only these types, such as registry.oci', collectList)
    .option('--state <states>', `only in these states: ${healthStates.join(', ')}`, collectList)
    .option('--label <key=value>', 'only with this label; may be repeated', collectPairs)
    .option('--text <text>', 'only with this in the name or the slug')
    .option('--project <slug>', 'only of this project')
    .option('--environment <slug>', 'only of this environment; an empty text for those without one')
    .option('--owner <name>', 'only what this person or team looks after; an empty text for nobody')
    .option('--deleted', 'the deleted ones that can still be restored, in place of the living')
    .addOption(new Option('--sort <order>', 'by name when absent').choices(sortOrders))
    .option('--limit <count>', 'how many at most (default: 100)', parseCount(1, 100_000))
    .option('--all', 'every one, page after page')
    .option('--after <cursor>', 'go on after the endCursor of an earlier list')
  withExamples(
    command,
    'inthub integration list',
    'inthub integration list --state unhealthy,degraded --sort severity',
    'inthub integration list --type registry.oci --json slug,health',
    'inthub integration list --label env=prod --owner core --all -o ndjson',
  )
  return does(command, async () => (await import('./integration-read')).list)
}

function show(): Command {
  const command = new Command('show')
    .description('Show everything about one integration but its secrets.')
    .argument(...id)
  withExamples(
    command,
    'inthub integration show docker-hub-1',
    'inthub integration show docker-hub-1 -o yaml',
    'inthub integration show docker-hub-1 --json config',
  )
  return does(command, async () => (await import('./integration-read')).show)
}

function status(): Command {
  const command = new Command('status').description('Show the state of one integration and why.').argument(...id)
  withExamples(
    command,
    'inthub integration status docker-hub-1',
    'inthub integration status docker-hub-1 --json health,message',
    'inthub integration status int_0199… -o yaml',
  )
  return does(command, async () => (await import('./integration-read')).status)
}

function types(): Command {
  const command = new Command('types')
    .description('List the types that can be connected, or show what one needs.')
    .argument('[type]', 'type or alias, such as docker-hub')
  withExamples(
    command,
    'inthub integration types',
    'inthub integration types docker-hub',
    'inthub integration types registry.oci -o json',
  )
  return does(command, async () => (await import('./integration-types')).types)
}

function connect(): Command {
  const command = new Command('connect')
    .description('Connect a service: its settings are tested first and saved after. Asks for what is missing.')
    .argument('[type]', 'type or alias, such as docker-hub, ghcr or custom.http')
    .option('--profile <name>', 'connection profile of the hub to start from; see inthub profile list')
    .option('--name <name>', 'name; made from the type when absent')
    .option('--slug <slug>', 'slug; made from the type when absent')
    .option('--config <file>', 'settings from a YAML or JSON file')
    .option('--set <key=value>', 'one setting; may be repeated', collectPairs)
    .option('--secret <name=source>', 'a secret from - (stdin), @file or env:VARIABLE; may be repeated', collect)
    .option('--method <method>', 'how the hub signs in, such as basic, bearer or none')
    .option('--instance <instance>', 'where the service lives, such as dockerHub, ghcr or custom')
    .option('--reuse-secret <id>', 'use the stored secret of this integration, by reference; asks for confirmation')
    .option('--yes', 'confirm --reuse-secret')
    .option('--save-as-profile <name>', 'keep the settings, without secrets, as a connection profile')
    .option('--project <slug>', 'project; the default one when absent')
    .option('--environment <slug>', 'environment, such as prod')
    .option('--label <key=value>', 'label; may be repeated', collectPairs)
    .option('--owner <name>', 'who looks after it')
    .option('--interval <duration>', 'time between checks, 10s to 1d', parseDuration)
    .option('--no-test', 'save without testing')
    .option('--save-disabled', 'save disabled even when the test fails')
  withExamples(
    command,
    'inthub integration connect',
    'inthub integration connect docker-hub --set username=acme-bot --secret password=- < token.txt',
    'inthub integration connect custom.http --method bearer --set baseUrl=https://api.example.org --secret token=env:API_TOKEN',
    'inthub integration connect github --profile "Production GitHub" --secret token=@token.txt',
  )
  return does(command, async () => (await import('./integration-connect')).connect)
}

function test(): Command {
  const command = new Command('test')
    .description('Check one integration now and show what each probe found.')
    .argument(...id)
    .addOption(failOn())
  withExamples(
    command,
    'inthub integration test docker-hub-1',
    'inthub integration test docker-hub-1 --fail-on degraded',
    'inthub integration test docker-hub-1 --json health,probes',
  )
  return does(command, async () => (await import('./integration-check')).test)
}

function doctor(): Command {
  const command = new Command('doctor')
    .description('Examine one integration: eight checks with what they found and what to do, told as they end.')
    .argument(...id)
    .option('--check <checks>', 'only these, such as tls,authentication; nothing is kept then', collectList)
    .addOption(failOn())
  withExamples(
    command,
    'inthub integration doctor docker-hub-1',
    'inthub integration doctor docker-hub-1 --check tls,authentication',
    'inthub integration doctor docker-hub-1 --fail-on degraded -o ndjson',
    'inthub integration doctor docker-hub-1 --json overall,checks',
  )
  return does(command, async () => (await import('./doctor')).doctor)
}

function ping(): Command {
  const command = new Command('ping')
    .description('Measure reach and latency without using the credential.')
    .argument(...id)
    .option('--count <count>', 'how often', parseCount(1, 1_000), 4)
    .option('--interval <duration>', 'time between two', parseDuration, 1)
  withExamples(
    command,
    'inthub integration ping docker-hub-1',
    'inthub integration ping docker-hub-1 --count 1',
    'inthub integration ping docker-hub-1 --count 10 --interval 500ms -o ndjson',
  )
  return does(command, async () => (await import('./integration-check')).ping)
}

function logs(): Command {
  const command = new Command('logs')
    .description('Show what happened to an integration, the oldest first.')
    .argument('[id]', 'slug, id (int_…) or UUID; the whole tenant when absent')
    .option('--follow', 'go on with what comes, also across a restart of the hub')
    .option('--since <time>', 'from then on: 1h, 7d or an instant', parseSince)
    .addOption(new Option('--level <level>', 'this level and what is worse').choices(['info', 'warning', 'error']))
    .option('--limit <count>', 'how many of the past', parseCount(0, 10_000), 100)
  withExamples(
    command,
    'inthub integration logs docker-hub-1',
    'inthub integration logs docker-hub-1 --follow --level warning',
    'inthub integration logs --since 1h -o ndjson',
  )
  return does(command, async () => (await import('./integration-logs')).logs)
}

function health(): Command {
  const command = new Command('health')
    .description('Show the health of one integration over time, or of all; fails when one is unhealthy.')
    .argument('[id]', id[1])
    .option('--all', 'every integration, worst first')
    .option('--watch', 'live: a table redrawn in place, or one JSON line per change off a terminal')
    .addOption(failOn())
  withExamples(
    command,
    'inthub integration health docker-hub-1',
    'inthub integration health --all --fail-on degraded --quiet',
    'inthub integration health --all --watch',
    'inthub integration health docker-hub-1 --watch --fail-on unhealthy --timeout 10m',
  )
  return does(command, async () => (await import('./integration-health')).health)
}

const ids = ['<ids...>', 'slugs, ids (int_…) or UUIDs; what fails is told, the rest is done'] as const

const enable = () =>
  does(
    withExamples(
      new Command('enable').description('Check integrations again from now on.').argument(...ids),
      'inthub integration enable docker-hub-1',
      'inthub integration enable docker-hub-1 jenkins-1',
      'inthub integration enable docker-hub-1 -o json',
    ),
    async () => (await import('./integration-change')).enable,
  )

const disable = () =>
  does(
    withExamples(
      new Command('disable')
        .description('Stop checking integrations; their settings and secrets stay.')
        .argument(...ids),
      'inthub integration disable docker-hub-1',
      'inthub integration disable $(inthub integration list --label env=dev -o name)',
      'inthub integration disable docker-hub-1 -o json',
    ),
    async () => (await import('./integration-change')).disable,
  )

function disconnect(): Command {
  const command = new Command('disconnect')
    .description('Delete integrations. Their secrets are destroyed at once; the rest can be restored for 7 days.')
    .argument(...ids)
    .option('--yes', 'do not ask')
  withExamples(
    command,
    'inthub integration disconnect docker-hub-1',
    'inthub integration disconnect docker-hub-1 jenkins-1 --yes',
    'inthub integration disconnect docker-hub-1 --yes -o json',
  )
  return does(command, async () => (await import('./integration-change')).disconnect)
}

const restore = () =>
  does(
    withExamples(
      new Command('restore')
        .description('Bring deleted integrations back. One whose secret was destroyed waits for a new one.')
        .argument(...ids),
      'inthub integration restore docker-hub-1',
      'inthub integration list --deleted',
      'inthub integration restore int_0199… -o json',
    ),
    async () => (await import('./integration-change')).restore,
  )

const changeFlags = (command: Command) =>
  command
    .option('--secret <name=source>', 'a secret from - (stdin), @file or env:VARIABLE; may be repeated', collect)
    .option('--method <method>', 'how the hub signs in from now on')
    .option('--no-test', 'save without testing')
    .option('--save-disabled', 'save disabled even when the test fails')

function update(): Command {
  const command = new Command('update')
    .description('Change an integration: what touches the service is tested first and saved after.')
    .argument(...id)
    .option('--name <name>', 'another name')
    .option('--slug <slug>', 'another slug')
    .option('--set <key=value>', 'one setting; may be repeated', collectPairs)
    .option('--config <file>', 'settings from a YAML or JSON file')
    .option('--environment <slug>', 'environment; an empty text takes it out of its own')
    .option('--label <key=value>', 'labels in place of the present ones; may be repeated', collectPairs)
    .option('--owner <name>', 'who looks after it; an empty text for nobody')
    .option('--interval <duration>', 'time between checks, 10s to 1d', parseDuration)
  withExamples(
    changeFlags(command),
    'inthub integration update docker-hub-1 --interval 1m',
    'inthub integration update tool --set baseUrl=https://api.example.org --secret token=env:API_TOKEN',
    'inthub integration update docker-hub-1 --label env=prod --label team=core --owner core',
  )
  return does(command, async () => (await import('./integration-update')).update)
}

function reconnect(): Command {
  const command = new Command('reconnect')
    .description('Give an integration a new secret: it is tested first, saved after, and the old one destroyed.')
    .argument(...id)
  withExamples(
    changeFlags(command),
    'inthub integration reconnect docker-hub-1',
    'inthub integration reconnect docker-hub-1 --secret password=- < token.txt',
    'inthub integration reconnect tool --secret token=env:API_TOKEN -o json',
  )
  return does(command, async () => (await import('./integration-update')).reconnect)
}

export function integrationCommand(): Command {
  const noun = new Command('integration').description('Connect services and see how they are.')
  withExamples(
    noun,
    'inthub integration list',
    'inthub integration connect docker-hub',
    'inthub integration logs docker-hub-1 --follow',
  )
  const verbs = [list, show, status, connect, update, reconnect, test, doctor, ping, logs, health]
  const behind = [execute, calls, metrics, operations, run, resources, resolve, manifest, verify]
  for (const verb of [...verbs, ...behind, enable, disable, disconnect, restore, types]) noun.addCommand(verb())
  return noun
}
