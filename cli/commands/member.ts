import { Command, Option } from 'commander'
import { roles } from '@/server/kernel/permissions'
import { withExamples } from '../help'
import { parseCount } from '../options'
import { does } from './command'

/** `inthub member …`: people of the tenant. */
const actions = () => import('./member-actions')

function list(): Command {
  const command = new Command('list').description('List the members of the tenant and their roles.')
  withExamples(command, 'inthub member list', 'inthub member list -o json', 'inthub member list --columns email,roles')
  return does(command, async () => (await actions()).list)
}

function invite(): Command {
  const command = new Command('invite')
    .description('Make a link with which one person joins, and print it, once.')
    .argument('<email>', 'address of the person')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
    .option('--project <slug>', 'only in this project; the whole tenant when absent')
    .option('--days <count>', 'how long the link works: 1 to 30, 7 by default', parseCount(1, 30))
  withExamples(
    command,
    'inthub member invite ada@example.com --role operator',
    'inthub member invite ada@example.com --role viewer --project web --days 2',
    'inthub member invite ada@example.com --role admin -o json',
  )
  return does(command, async () => (await actions()).invite)
}

function remove(): Command {
  const command = new Command('remove')
    .description('Take every role in the tenant away from somebody.')
    .argument('<member>', 'e-mail address or id')
    .option('--yes', 'do not ask')
  withExamples(
    command,
    'inthub member remove ada@example.com',
    'inthub member remove ada@example.com --yes',
    'inthub member remove usr_0199… --yes -o json',
  )
  return does(command, async () => (await actions()).remove)
}

export function memberCommand(): Command {
  const noun = new Command('member').description('The people of the tenant.')
  withExamples(
    noun,
    'inthub member list',
    'inthub member invite ada@example.com --role operator',
    'inthub member remove ada@example.com',
  )
  for (const verb of [list, invite, remove]) noun.addCommand(verb())
  return noun
}
