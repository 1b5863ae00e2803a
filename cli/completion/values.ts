import type { Argument, Command, Option } from 'commander'
import { healthStates } from '@/server/kernel/health'
import { permissions, roles } from '@/server/kernel/permissions'
import { formats } from '../formats'
import { topics } from '../help'
import { filesSign } from './scripts'

/** Where the values of flags and arguments come from: fixed words, files, this machine, or the hub. */
export type Suggestion = readonly [value: string, description: string]
export type Remote =
  | 'slugs'
  | 'operations'
  | 'types'
  | 'lists'
  | 'projects'
  | 'environments'
  | 'keys'
  | 'members'
  | 'profiles'
  | 'connectionProfiles'
  | 'endpoints'
export type Source = readonly string[] | typeof filesSign | { from: Remote } | undefined

const ofOption: Record<string, Source> = {
  '--output': formats,
  '--state': healthStates,
  '--scope': permissions,
  '--role': roles,
  '--type': { from: 'types' },
  '--type <list>': { from: 'lists' },
  '--input <key=value>': [],
  '--project': { from: 'projects' },
  '--environment': { from: 'environments' },
  '--integration': { from: 'slugs' },
  '--integration-id': { from: 'slugs' },
  '--from-integration': { from: 'slugs' },
  '--reuse-secret': { from: 'slugs' },
  '--profile': { from: 'connectionProfiles' },
  '--from-profile': { from: 'connectionProfiles' },
  '--endpoint': { from: 'endpoints' },
  '--load-from': { from: 'endpoints' },
  '--config': filesSign,
  '--input': filesSign,
  '--input-file': filesSign,
  '--body-file': filesSign,
}

/** By command and name of the argument: an id is not the same thing everywhere. */
const ofArgument: Record<string, Source> = {
  'integration id': { from: 'slugs' },
  'integration ids': { from: 'slugs' },
  'integration operation': { from: 'operations' },
  'integration type': { from: 'types' },
  'api-key key': { from: 'keys' },
  'member member': { from: 'members' },
  'profile profile': { from: 'connectionProfiles' },
  'webhook endpoint': { from: 'endpoints' },
  'auth profile': { from: 'profiles' },
  'config profile': { from: 'profiles' },
  'config key': ['url', 'tenant', 'output'],
  'api path': ['graphql'],
}

/** Flags whose values are lists: `a,b`. */
const lists = new Set(['--state', '--type', '--scope'])
export const isList = (option: Option) => lists.has(option.long ?? '')

export const sourceOfOption = (option: Option): Source =>
  option.argChoices ?? ofOption[option.flags] ?? ofOption[option.long ?? '']

function nounOf(command: Command): string {
  let noun = command
  while (noun.parent?.parent) noun = noun.parent
  return noun.name()
}

export function sourceOfArgument(command: Command, argument: Argument, root: Command): Source {
  if (argument.argChoices) return argument.argChoices
  const noun = nounOf(command)
  if (noun === 'help') return [...topics, ...root.commands.map((one) => one.name())]
  return ofArgument[`${noun} ${argument.name()}`]
}
