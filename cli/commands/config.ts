import { Command } from 'commander'
import { withExamples } from '../help'
import { doesLocally } from './command'

/** `inthub config …`: profiles and settings of this machine. */
const actions = () => import('./config-actions')
const key = ['<key>', 'url, tenant or output'] as const

const list = () =>
  doesLocally(
    withExamples(
      new Command('list').description('List the profiles and which one is in use.'),
      'inthub config list',
      'inthub config list -o json',
      'inthub config list -o name',
    ),
    async () => (await actions()).list,
  )

const get = () =>
  doesLocally(
    withExamples(
      new Command('get').description('Print one setting as it counts here and now.').argument(...key),
      'inthub config get url',
      'inthub config get tenant',
      'INTHUB_PROFILE=work inthub config get url',
    ),
    async () => (await actions()).get,
  )

const set = () =>
  doesLocally(
    withExamples(
      new Command('set')
        .description('Change a setting of the profile in use.')
        .argument(...key)
        .argument('<value>', 'its value; an empty text removes it'),
      'inthub config set output json',
      'inthub config set tenant acme',
      'INTHUB_PROFILE=work inthub config set url https://hub.example.com',
    ),
    async () => (await actions()).set,
  )

const use = () =>
  doesLocally(
    withExamples(
      new Command('use').description('Make a profile the current one.').argument('<profile>', 'its name'),
      'inthub config use work',
      'inthub config use local',
      'inthub config list && inthub config use work',
    ),
    async () => (await actions()).use,
  )

const explain = () =>
  doesLocally(
    withExamples(
      new Command('explain').description('Show each setting, its value, and who said it.'),
      'inthub config explain',
      'inthub config explain --url https://hub.example.com',
      'inthub config explain -o json',
    ),
    async () => (await actions()).explain,
  )

const path = () =>
  doesLocally(
    withExamples(
      new Command('path').description('Print where the configuration is kept.'),
      'inthub config path',
      'cat "$(inthub config path)"',
      'INTHUB_CONFIG_DIR=/tmp/try inthub config path',
    ),
    async () => (await actions()).path,
  )

export function configCommand(): Command {
  const noun = new Command('config').description('Profiles and settings of this machine. Keys are not among them.')
  withExamples(noun, 'inthub config explain', 'inthub config use work', 'inthub config set output json')
  for (const verb of [list, get, set, use, explain, path]) noun.addCommand(verb())
  return noun
}
