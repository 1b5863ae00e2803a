import { Command, Option } from 'commander'
import { withExamples } from '../help'
import { collect, parseCount } from '../options'
import { does } from './command'

/** `inthub events …`: what happens, told live, and what you publish yourself. */
const actions = () => import('./events-actions')

function tail(): Command {
  const command = new Command('tail')
    .description('Show the newest events, and with --follow what happens from now on.')
    .option('--topic <pattern>', 'of these types; * stands for anything; may be repeated', collect)
    .option('-f, --follow', 'go on until interrupted; nothing is missed after a lost connection')
    .option('--after <sequence>', 'with --follow: everything after this sequence first')
    .option('--limit <count>', 'how many of the past (default: 20)', parseCount(1, 200))
  withExamples(
    command,
    'inthub events tail',
    "inthub events tail --topic 'integration.*' --follow",
    "inthub events tail --topic 'github.*' --topic 'task.*' --follow -o ndjson",
  )
  return does(command, async () => (await actions()).tail)
}

function publish(): Command {
  const command = new Command('publish')
    .description('Publish an event of your own, or what an outside system reports.')
    .argument('<type>', 'custom. and a name, such as custom.build.finished; or task.*, vm.*, deployment.*')
    .option('--data <json>', 'its data as JSON; @file and @- read it')
    .option('--subject <text>', 'what it is about')
    .option('--summary <text>', 'the sentence people read')
    .addOption(new Option('--level <level>', 'how it is told').choices(['info', 'warning', 'error']))
    .option('--idempotency-key <key>', 'publishes once, however often it is run within 24 hours')
  withExamples(
    command,
    'inthub events publish custom.build.finished --data \'{"ok":true}\' --summary "Build 7 is green"',
    'inthub events publish custom.report.ready --data @report.json --subject report-7',
    'inthub events publish vm.created --data \'{"vmId":"i-0abc","vmName":"web-1"}\'',
  )
  return does(command, async () => (await actions()).publish)
}

function types(): Command {
  const command = new Command('types').description('List every type of event the hub can tell.')
  withExamples(
    command,
    'inthub events types',
    'inthub events types -o name',
    'inthub events types --json type,dataSchema',
  )
  return does(command, async () => (await actions()).types)
}

export function eventsCommand(): Command {
  const noun = new Command('events').description('What happens, told live, and what you publish yourself.')
  withExamples(
    noun,
    "inthub events tail --topic 'integration.*' --follow",
    'inthub events publish custom.build.finished',
    'inthub events types',
  )
  for (const verb of [tail, publish, types]) noun.addCommand(verb())
  return noun
}
