import { Command } from 'commander'
import { withExamples } from '../help'
import { does, doesLocally } from './command'

/** `inthub auth …`: who the CLI is at the hub. */
function login(): Command {
  const command = new Command('login')
    .description('Store an API key for a hub, read from stdin or a hidden question.')
    .option('--with-token', 'read the API key from stdin')
  withExamples(
    command,
    'inthub auth login --with-token < key.txt',
    'inthub auth login --url https://hub.example.com --with-token < key.txt',
    'INTHUB_PROFILE=work inthub auth login --url https://hub.example.com --with-token < key.txt',
  )
  return does(command, async () => (await import('./auth-actions')).login, { mayBeNew: true })
}

function status(): Command {
  const command = new Command('status').description(
    'Show who you are at the hub; ends with 4 when the key is not valid.',
  )
  withExamples(
    command,
    'inthub auth status',
    'inthub auth status --json tenant,permissions',
    'INTHUB_PROFILE=work inthub auth status',
  )
  return does(command, async () => (await import('./auth-actions')).status)
}

function logout(): Command {
  const command = new Command('logout').description(
    'Forget the stored API key. The key itself stays valid until it is revoked.',
  )
  withExamples(command, 'inthub auth logout', 'INTHUB_PROFILE=work inthub auth logout', 'inthub auth logout --quiet')
  return does(command, async () => (await import('./auth-actions')).logout)
}

function token(): Command {
  const command = new Command('token').description(
    'Print the API key in use, for scripts; ends with 4 when there is none.',
  )
  withExamples(
    command,
    'inthub auth token',
    'curl -H "authorization: Bearer $(inthub auth token)" https://hub.example.com/graphql',
    'INTHUB_PROFILE=work inthub auth token',
  )
  return does(command, async () => (await import('./auth-actions')).token)
}

function switchProfile(): Command {
  const command = new Command('switch')
    .description('Make a profile the current one: another hub, or another key.')
    .argument('<profile>', 'its name; see inthub config list')
  withExamples(
    command,
    'inthub auth switch work',
    'inthub auth switch local',
    'inthub auth switch work && inthub auth status',
  )
  return doesLocally(command, async () => (await import('./config-actions')).use)
}

export function authCommand(): Command {
  const noun = new Command('auth').description('Log in to a hub with an API key.')
  withExamples(noun, 'inthub auth login --with-token < key.txt', 'inthub auth status', 'inthub auth logout')
  for (const verb of [login, status, logout, token, switchProfile]) noun.addCommand(verb())
  return noun
}
