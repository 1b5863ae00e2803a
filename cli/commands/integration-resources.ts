import { Command, Option } from 'commander'
import { withExamples } from '../help'
import { collectPairs, parseCount } from '../options'
import { does } from './command'

/** `inthub integration resources|resolve|manifest|verify`: what lies behind an integration. */
const actions = () => import('./integration-resources-actions')
const id = ['<id>', 'slug, id (int_…) or UUID of the integration'] as const
const refresh = ['--refresh', 'ask the service, whatever the hub remembers'] as const

/** Kept apart from the global --no-input, which commander would file under the same name. */
const inputs = () =>
  Object.assign(
    new Option('--input <key=value>', 'what the list wants to know, such as repository=acme/api; may be repeated'),
    { attributeName: () => 'inputs' },
  ).argParser(collectPairs)

export function resources(): Command {
  const command = new Command('resources')
    .description(
      'List what a service has: repositories, branches, tags, jobs, channels. Without --type: what it can list.',
    )
    .argument(...id)
    .option('--type <list>', 'the list, such as repos, branches, tags or jobs')
    .addOption(inputs())
    .option('--filter <text>', 'only with this in the name')
    .option(...refresh)
    .option('--limit <count>', 'how many at most (default: 100)', parseCount(1, 100_000))
    .option('--all', 'every one, page after page')
    .option('--after <cursor>', 'go on after the endCursor of an earlier list')
  withExamples(
    command,
    'inthub integration resources github-1',
    'inthub integration resources github-1 --type repos --filter api',
    'inthub integration resources registry-1 --type tags --input repository=team/app --all -o name',
    'inthub integration resources jenkins-1 --type jobs --refresh -o json',
  )
  return does(command, async () => (await actions()).resources)
}

export function resolve(): Command {
  const command = new Command('resolve')
    .description('Print the digest an image’s tag stands for, alone, for scripts; with -o json everything about it.')
    .argument(...id)
    .argument('<image>', 'such as team/app:v2.3.1; a tag that is left out is latest')
    .option(...refresh)
  withExamples(
    command,
    'inthub integration resolve registry-1 team/app:v2.3.1',
    'docker pull "registry.example.org/team/app@$(inthub integration resolve registry-1 team/app:v2.3.1)"',
    'inthub integration resolve docker-hub-1 alpine --refresh -o json',
  )
  return does(command, async () => (await actions()).resolve)
}

export function manifest(): Command {
  const command = new Command('manifest')
    .description('Print the manifest of an image as the registry serves it, byte for byte.')
    .argument(...id)
    .argument('<repository>', 'such as team/app')
    .argument('<reference>', 'tag or digest')
    .option(...refresh)
  withExamples(
    command,
    'inthub integration manifest registry-1 team/app v2.3.1',
    'inthub integration manifest registry-1 team/app v2.3.1 | sha256sum',
    'inthub integration manifest registry-1 team/app v2.3.1 -o json',
  )
  return does(command, async () => (await actions()).manifest)
}

export function verify(): Command {
  const command = new Command('verify')
    .description('Ask the registry now for the bytes of a digest, hash them and compare. Fails when they differ.')
    .argument(...id)
    .argument('<image>', 'repository and digest, such as team/app@sha256:…')
    .option('--expected <digest>', 'a second digest the bytes have to hash to, perhaps by sha512')
  withExamples(
    command,
    'inthub integration verify registry-1 team/app@sha256:9f86d0…',
    'inthub integration verify registry-1 team/app@sha256:9f86d0… --expected sha512:ee26b0…',
    'inthub integration verify registry-1 "team/app@$(inthub integration resolve registry-1 team/app)" -o json',
  )
  return does(command, async () => (await actions()).verify)
}
