import { Command } from 'commander'
import { withExamples } from '../help'
import { collectList, parseDuration, parseUntil } from '../options'
import { does } from './command'

/** `inthub api-key …`: keys for programs. */
const actions = () => import('./api-key-actions')
const key = ['<key>', 'id (key_…), name or prefix of the key'] as const

function list(): Command {
  const command = new Command('list')
    .description('List the API keys of the tenant. No secret can be read again.')
    .option('--all', 'also those that are revoked')
  withExamples(
    command,
    'inthub api-key list',
    'inthub api-key list --all --wide',
    'inthub api-key list --json name,lastUsedAt',
  )
  return does(command, async () => (await actions()).list)
}

function create(): Command {
  const command = new Command('create')
    .description('Make an API key and print its secret, once.')
    .argument('<name>', 'what it is for')
    .option('--scope <permissions>', 'what it may do, such as integrations:read; may be repeated', collectList)
    .option('--project <slug>', 'only in this project')
    .option('--integration <id>', 'only for this integration')
    .option('--expires <time>', 'when it ends: 90d, 12h or an instant; never when absent', parseUntil)
  withExamples(
    command,
    'inthub api-key create deploys --scope integrations:read,integrations:test --expires 90d > key.txt',
    'inthub api-key create board --scope integrations:read --project web',
    'inthub api-key create probe --scope integrations:test --integration docker-hub-1 -o json',
  )
  return does(command, async () => (await actions()).create)
}

function rotate(): Command {
  const command = new Command('rotate')
    .description('Give an API key a new secret and print it, once. The old one works on for a day.')
    .argument(...key)
    .option('--overlap <duration>', 'how long the old secret still works: 0s to 7d', parseDuration)
    .option('--expires <time>', 'a new end for the key: 90d, 12h or an instant', parseUntil)
  withExamples(
    command,
    'inthub api-key rotate deploys > key.txt',
    'inthub api-key rotate deploys --overlap 1h',
    'inthub api-key rotate key_0199… --overlap 0s -o json',
  )
  return does(command, async () => (await actions()).rotate)
}

function revoke(): Command {
  const command = new Command('revoke')
    .description('End an API key at once.')
    .argument(...key)
    .option('--yes', 'do not ask')
  withExamples(
    command,
    'inthub api-key revoke deploys',
    'inthub api-key revoke key_0199… --yes',
    'inthub api-key revoke deploys --yes -o json',
  )
  return does(command, async () => (await actions()).revoke)
}

export function apiKeyCommand(): Command {
  const noun = new Command('api-key').description('API keys for programs and for this CLI.')
  withExamples(
    noun,
    'inthub api-key list',
    'inthub api-key create deploys --scope integrations:read > key.txt',
    'inthub api-key rotate deploys --overlap 1h',
  )
  for (const verb of [list, create, rotate, revoke]) noun.addCommand(verb())
  return noun
}
