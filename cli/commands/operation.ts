import { Command, Option } from 'commander'
import { withExamples } from '../help'
import { collect, parseDuration } from '../options'
import { does } from './command'

/** `inthub integration operations` and `run`: what an integration can do, and doing it. */
const id = ['<id>', 'slug, id (int_…) or UUID of the integration'] as const

/** Kept apart from the global --no-input, which commander would file under the same name. */
const input = () =>
  Object.assign(
    new Option(
      '--input <name=value>',
      'a value of the input; @file and @- read it; name.key=value for objects; again for lists; may be repeated',
    ).argParser(collect),
    { attributeName: () => 'given' },
  )

export function operations(): Command {
  const command = new Command('operations')
    .description('List what can be done through an integration, or show what one operation takes.')
    .argument(...id)
    .argument('[operation]', 'such as createPullRequest')
  withExamples(
    command,
    'inthub integration operations github-1',
    'inthub integration operations github-1 createPullRequest',
    'inthub integration operations slack-1 --json operation,effect,needs',
  )
  return does(command, async () => (await import('./operation-actions')).operations)
}

export function run(): Command {
  const command = new Command('run')
    .description('Do an operation of an integration, with the credential the hub keeps.')
    .argument(...id)
    .argument('<operation>', 'such as createPullRequest; "integration operations" lists them')
    .addOption(input())
    .option('--input-file <file>', 'the input as JSON or YAML; - is stdin')
    .option('--confirm', 'do not ask before something is destroyed')
    .addOption(
      new Option('--priority <priority>', 'who goes first when a quota runs low').choices([
        'interactive',
        'deploy',
        'sync',
        'probe',
      ]),
    )
    .option('--idempotency-key <key>', 'the same key again is answered as the first time')
    .option('--deadline <duration>', 'how long the service has, with every second try', parseDuration)
  withExamples(
    command,
    'inthub integration run slack-1 postMessage --input channel=#deploys --input text="Deploy of web is done."',
    'inthub integration run github-1 mergePullRequest --input repository=octocat/web --input number=7 -o json',
    'inthub integration run jenkins-1 startBuild --input job=platform/web --input parameters.BRANCH=main',
    'inthub integration run gitlab-1 deleteBranch --input-file branch.json --confirm',
  )
  return does(command, async () => (await import('./operation-actions')).run)
}
