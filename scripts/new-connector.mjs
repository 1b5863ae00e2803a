import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, stopWith } from './project.mjs'

/** `npm run new:connector -- sentry`: copies connectors/_template and gives everything in it the connector's name. */
const [slug] = process.argv.slice(2)
const usage = 'npm run new:connector -- <name>, such as sentry or azure-repos'
if (!slug || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(slug)) stopWith(`A name in kebab-case is needed: ${usage}`, 2)

const target = inRoot('connectors', slug)
if (existsSync(target)) stopWith(`connectors/${slug} is there already.`, 2)

const words = slug.split('-')
const capital = (word) => word[0].toUpperCase() + word.slice(1)
const names = {
  __slug__: slug,
  __name__: words.map(capital).join(' '),
  __variable__: [words[0], ...words.slice(1).map(capital)].join(''),
}
const named = (text) => Object.entries(names).reduce((all, [mark, name]) => all.replaceAll(mark, name), text)

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path)
    else yield path
  }
}

cpSync(inRoot('connectors', '_template'), target, { recursive: true })
for (const path of [...filesIn(target)]) {
  writeFileSync(path, named(readFileSync(path, 'utf8')))
  // A template is no test and no module of the hub: its files end in .template until they are copied.
  const final = named(path).replace(/\.template$/, '')
  if (final !== path) renameSync(path, final)
}

process.stdout.write(`
  connectors/${slug} is made. What is left:
  1. Fill in connectors/${slug}/index.ts: where the service lives, how it signs in, what proves it works.
  2. Write the tests only this connector has; the contract is tested for every connector.
  3. Add its line to connectors/registry.ts.
  4. npm run check
`)
