import { Command, Option } from 'commander'
import { callKinds, callMethods, callOutcomes, callPriorities } from '@/server/kernel/calls'
import { withExamples } from '../help'
import { collect, parseCount, parseDuration, parseSince } from '../options'
import { does } from './command'

/** `inthub integration execute`, `calls` and `metrics`: calls through an integration, and how they went. */
const id = ['<id>', 'slug, id (int_…) or UUID of the integration'] as const

/** Kept apart from the global --no-header, which commander would file under the same name. */
const header = () =>
  Object.assign(new Option('--header <name: value>', 'one header; may be repeated').argParser(collect), {
    attributeName: () => 'headers',
  })

export function execute(): Command {
  const command = new Command('execute')
    .description('Call a service through an integration, with the credential the hub keeps. The answer goes to stdout.')
    .argument(...id)
    .addOption(
      new Option('-X, --method <method>', 'GET, or POST with --data')
        .choices(callMethods)
        .argParser((text) => text.toUpperCase()),
    )
    .option('--path <path>', 'below the base URL, such as /user; what follows ? is the query')
    .option('--query <name=value>', 'one parameter of the query; may be repeated', collect)
    .addOption(header())
    .option('--data <body>', 'the body; @file and @- read it')
    .option('-i, --include', 'status and headers first')
    .addOption(new Option('--priority <priority>', 'who goes first when a quota runs low').choices(callPriorities))
    .option('--deadline <duration>', 'how long it may take, with every second try and wait', parseDuration)
    .option('--attempts <count>', 'how often it is tried at most; 1 never repeats', parseCount(1, 10))
    .option('--idempotency-key <key>', 'the same key again is answered as the first time, and nothing is sent')
    .option('--batch <file>', 'many calls: a JSON object per line with method, path, body …; @- or - is stdin')
    .option('--concurrency <count>', 'with --batch: how many at a time', parseCount(1, 32))
    .option('--stop-on-error', 'with --batch: begin no further call after one that failed')
  withExamples(
    command,
    'inthub integration execute github-1 --path /user',
    'inthub integration execute github-1 --path /repos/octocat/web/issues --query state=open --json status,json',
    'inthub integration execute gitlab-1 -X POST --path /projects/7/issues --data \'{"title":"Broken"}\'',
    'inthub integration execute jenkins-1 --batch calls.ndjson -o ndjson',
  )
  return does(command, async () => (await import('./call-execute')).execute)
}

export function calls(): Command {
  const command = new Command('calls')
    .description('List the calls made through an integration, the newest first, or show one with its attempts.')
    .argument(...id)
    .argument('[call]', 'id of a call (cal_…)')
    .addOption(new Option('--outcome <outcome>', 'only with this outcome').choices(callOutcomes))
    .addOption(new Option('--kind <kind>', 'only of this kind').choices(callKinds))
    .option('--operation <name>', 'only this operation of the connector')
    .option('--caller <id>', 'only of this person (usr_…) or key (key_…)')
    .option('--status <status>', 'only with this status; 5 stands for 500 to 599', parseCount(1, 599))
    .option('--since <time>', 'only since then: 1h, 7d or an instant', parseSince)
    .option('--text <text>', 'only with this in the path or in what the hub said')
    .option('--limit <count>', 'how many at most (default: 50)', parseCount(1, 10_000))
  withExamples(
    command,
    'inthub integration calls github-1',
    'inthub integration calls github-1 --outcome failure --since 1h',
    'inthub integration calls github-1 cal_0199…',
    'inthub integration calls github-1 --json id,path,status,durationMs --limit 500',
  )
  return does(command, async () => (await import('./call-read')).calls)
}

export function metrics(): Command {
  const command = new Command('metrics')
    .description('Show how calls through an integration went: how many, how quickly, and who made them.')
    .argument(...id)
    .option('--range <duration>', 'the time that ends now (default: 24h)', parseDuration)
    .addOption(new Option('--by <part>', 'divided by').choices(['caller', 'operation']))
    .addOption(new Option('--step <step>', 'with -o json: one figure per').choices(['minute', 'hour']))
  withExamples(
    command,
    'inthub integration metrics github-1',
    'inthub integration metrics github-1 --range 7d --by operation',
    'inthub integration metrics github-1 --range 1h --step minute --json series',
  )
  return does(command, async () => (await import('./call-metrics')).metrics)
}
