import { readdirSync } from 'node:fs'

/** `npm run bench`, or `npm run bench -- start`: each file here is one figure and prints ours, the limit and the ratio. */
const wanted = process.argv.slice(2)
const names = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.ts') && name !== 'run.ts')
  .map((name) => name.replace(/\.ts$/, ''))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
if (names.length === 0) throw new Error(`There is no bench named ${wanted.join(' or ')}.`)

for (const name of names) {
  process.stdout.write(`\n${name}\n`)
  await import(new URL(`${name}.ts`, import.meta.url).href)
}
