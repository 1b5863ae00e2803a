// npm run new:connector -- <name> [family]: a folder in connectors/ from the template, and its line in registry.ts.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = process.env.INTHUB_ROOT ?? fileURLToPath(new URL('..', import.meta.url))
const connectors = join(root, 'connectors')
const [name = '', family = 'custom'] = process.argv.slice(2)

function refuse(message) {
  console.error(`${message}\nUsage: npm run new:connector -- <name> [family], such as "sentry monitoring"`)
  process.exit(2)
}

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name === 'kit') refuse('The name has to be in kebab-case.')
if (!/^[a-z][a-z0-9_]*$/.test(family)) refuse('The family has to be one word in lower case.')
const folder = join(connectors, name)
if (existsSync(folder)) refuse(`connectors/${name} exists already.`)

const camelName = name.replace(/-(\w)/g, (_all, letter) => letter.toUpperCase())
const words = {
  '__kebab-name__': name,
  __camelName__: camelName,
  __snake_name__: name.replaceAll('-', '_'),
  __Name__: name.replace(/(^|-)(\w)/g, (_all, dash, letter) => (dash ? ' ' : '') + letter.toUpperCase()),
  __family__: family,
}
const filled = (text) => Object.entries(words).reduce((result, [word, value]) => result.replaceAll(word, value), text)

mkdirSync(folder)
for (const file of readdirSync(join(connectors, '_template'))) {
  writeFileSync(join(folder, filled(file)), filled(readFileSync(join(connectors, '_template', file), 'utf8')))
}

const registry = join(connectors, 'registry.ts')
const lines = readFileSync(registry, 'utf8').split('\n')

// Each line keeps the order of the folders, which is what registry.test.ts compares.
function insertSorted(line, pattern, nameOf) {
  const known = lines.flatMap((one, index) => (pattern.test(one) ? [{ index, name: nameOf(one) }] : []))
  const after = known.filter((one) => one.name < nameOf(line)).at(-1)
  lines.splice(after ? after.index + 1 : known[0].index, 0, line)
}

const importPattern = /^import .* from '\.\/[a-z0-9-]+'$/
const folderOf = (line) => /'\.\/([a-z0-9-]+)'/.exec(line)?.[1] ?? ''
insertSorted(`import { ${camelName} } from './${name}'`, importPattern, folderOf)
const kebab = (line) =>
  line
    .trim()
    .replace(',', '')
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
insertSorted(`  ${camelName},`, /^ {2}\w+,$/, kebab)
writeFileSync(registry, lines.join('\n'))

console.log(`Made connectors/${name} and its line in connectors/registry.ts.
Next: fill connectors/${name}/index.ts and README.md, then run
  npx vitest run connectors
See docs/add-a-connector.md.`)
