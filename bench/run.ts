import { readdirSync } from 'node:fs'
import { type Figure, toLine } from './figure'

/**
 * `npm run bench -- start --json`: each file here measures one figure. With `--json` a figure is one line of JSON on
 * stdout and nothing else is; what is for people goes to stderr.
 */
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isJson = process.argv.includes('--json')
const names = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.ts') && !['run.ts', 'figure.ts'].includes(name))
  .map((name) => name.replace(/\.ts$/, ''))
const wanted = asked.length > 0 ? asked : names
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) throw new Error(`There is no bench named ${unknown.join(', ')}; there are ${names.join(', ')}.`)

for (const name of wanted) {
  const { measure } = (await import(new URL(`${name}.ts`, import.meta.url).href)) as { measure: () => Promise<Figure> }
  const figure = await measure()
  for (const [note, value] of Object.entries(figure.notes ?? {})) process.stderr.write(`  ${note}: ${value}\n`)
  const { ours, limit, peer, unit } = figure
  const text = `${name}: ${ours.toFixed(1)} ${unit}, limit ${limit?.toFixed(1) ?? '-'}, peer ${peer?.toFixed(1) ?? '-'}`
  process.stdout.write(`${isJson ? toLine(figure) : text}\n`)
}
