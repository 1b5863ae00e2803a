import { Command, Option } from 'commander'
import { withExamples } from '../help'
import { parseCount } from '../options'
import { does } from './command'

/** `inthub github …`: the commands people know by heart. Each does one operation of a GitHub integration. */
const integrationId = () =>
  new Option('--integration-id <id>', 'slug, id (int_…) or UUID; may be left out when there is only one of GitHub')

function listRepos(): Command {
  const command = new Command('list-repos')
    .description('List the repositories a GitHub integration can see.')
    .addOption(integrationId())
    .addOption(new Option('--visibility <visibility>', 'only these').choices(['all', 'public', 'private']))
    .option('--limit <count>', 'how many at most (default: 100)', parseCount(1, 1_000))
  withExamples(
    command,
    'inthub github list-repos --integration-id github-1',
    'inthub github list-repos --visibility private --limit 20',
    'inthub github list-repos --integration-id github-1 --json id,defaultBranch',
  )
  return does(command, async () => (await import('./github-actions')).listRepos)
}

function createPr(): Command {
  const command = new Command('create-pr')
    .description('Open a pull request.')
    .addOption(integrationId())
    .requiredOption('--repo <owner/name>', 'the repository')
    .requiredOption('--title <title>', 'its title')
    .option('--body <text>', 'its description, in Markdown')
    .option('--body-file <file>', 'the description from a file; - is stdin')
    .requiredOption('--head-branch <branch>', 'where the changes are; owner:branch for a fork')
    .option('--base-branch <branch>', 'where they are to go (default: main)')
    .option('--draft', 'as a draft')
    .option('--idempotency-key <key>', 'the same key again is answered as the first time')
  withExamples(
    command,
    'inthub github create-pr --integration-id github-1 --repo owner/repository --title "Add new feature" --body "Description of changes" --head-branch feature-branch --base-branch main',
    'inthub github create-pr --repo octocat/web --title "Fix the build" --head-branch fix --body-file notes.md',
    'inthub github create-pr --repo octocat/web --title "Try it" --head-branch try --draft --json number,url',
  )
  return does(command, async () => (await import('./github-actions')).createPr)
}

export function githubCommand(): Command {
  const noun = new Command('github').description('Pull requests and repositories through a GitHub integration.')
  withExamples(
    noun,
    'inthub github list-repos --integration-id github-1',
    'inthub github create-pr --repo octocat/web --title "Add new feature" --head-branch feature-branch',
    'inthub integration operations github-1',
  )
  for (const verb of [listRepos, createPr]) noun.addCommand(verb())
  return noun
}
