import { Command, Option } from 'commander'
import { withExamples } from '../help'
import { collect } from '../options'
import { does } from './command'

/** Kept apart from the global --no-input, which commander would file under the same name. */
const input = () =>
  Object.assign(
    new Option(
      '--input <file>',
      'the body from a file; for graphql a document, or JSON with query and variables; - is stdin',
    ),
    { attributeName: () => 'inputFile' },
  )

/** Kept apart from the global --no-header in the same way. */
const header = () =>
  Object.assign(
    new Option('-H, --header <name:value>', 'a header of the request; may be repeated').argParser(collect),
    { attributeName: () => 'headers' },
  )

/** `inthub api`: any path of the hub's REST API, and any operation of its GraphQL API, as it is. */
export function apiCommand(): Command {
  const command = new Command('api')
    .description('Ask the hub over REST or GraphQL in your own words, and print the answer as it is.')
    .argument('<path>', 'such as /api/v1/integrations, integrations for short, or "graphql"')
    .option('-X, --method <method>', 'GET; POST when there are fields or a body')
    .option(
      '-f, --raw-field <key=value>',
      'a field as text; with GET a parameter of the query; may be repeated',
      collect,
    )
    .option('-F, --field <key=value>', 'a typed field: true, null, 1, {…}, […], @file, @-; may be repeated', collect)
    .addOption(input())
    .addOption(header())
    .option('-i, --include', 'print status and headers before the body')
    .option('--paginate', 'every page: by the header Link, or of a first connection that takes after: $variable')
    .option('--operation <name>', 'which operation of a GraphQL document with several')
  withExamples(
    command,
    'inthub api integrations -f status=unhealthy -f fields=slug,healthMessage --paginate -o ndjson',
    'inthub api -X POST integrations/docker-hub-1/test',
    'inthub api -X PATCH integrations/docker-hub-1 -H "If-Match: *" -f owner=platform',
    'inthub api integrations/github-1/execute -f method=POST -f path=/repos/o/r/issues -F body={"title":"Broken"}',
    'inthub api proxy/github-1/user',
    `inthub api graphql -f query='{ viewer { name } }'`,
    'inthub api graphql --input integrations.graphql -F first=50 --paginate -o ndjson',
  )
  return does(command, async () => (await import('./api-actions')).api)
}
