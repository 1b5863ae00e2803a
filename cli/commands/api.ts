import { Command, Option } from 'commander'
import { withExamples } from '../help'
import { collect } from '../options'
import { does } from './command'

/** Kept apart from the global --no-input, which commander would file under the same name. */
const input = () =>
  Object.assign(
    new Option(
      '--input <file>',
      'the document from a .graphql file or a JSON body with query and variables; - is stdin',
    ),
    { attributeName: () => 'inputFile' },
  )

/** `inthub api graphql`: any operation of the hub's API, as it is. */
export function apiCommand(): Command {
  const command = new Command('api')
    .description('Send a GraphQL operation of your own to the hub and print the answer as it is.')
    .argument('<path>', '"graphql"')
    .option('-f, --raw-field <key=value>', 'a variable as text; query=… is the document; may be repeated', collect)
    .option('-F, --field <key=value>', 'a typed variable: true, null, 1, {…}, […], @file, @-; may be repeated', collect)
    .addOption(input())
    .option('--operation <name>', 'which operation of a document with several')
    .option('--paginate', 'every page of the first connection; the document takes the cursor as after: $variable')
  withExamples(
    command,
    `inthub api graphql -f query='{ viewer { name } }'`,
    `inthub api graphql -f id=docker-hub-1 -f query='query ($id: ID!) { integration(id: $id) { health } }'`,
    'inthub api graphql --input integrations.graphql -F first=50 --paginate -o ndjson',
    'inthub api graphql --input change.graphql -F input[id]=docker-hub-1 -F input[version]=3',
    `inthub api graphql -f query='subscription { events { sequence type data } }'`,
  )
  return does(command, async () => (await import('./api-actions')).api)
}
