import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { binOf, inRoot, install, requireNode, runNode, stopWith, tell } from './project.mjs'

/**
 * `npm run check`: the lock is complete, generated files are current, then Biome, types, layers, sizes, dead code.
 * Every step runs, so that one look shows all there is to mend.
 */
requireNode()
install({ dev: true, needed: 'knip' })

function* filesIn(path) {
  if (!existsSync(path)) return
  if (statSync(path).isFile()) yield path
  else for (const name of readdirSync(path)) yield* filesIn(join(path, name))
}

const contentsOf = (paths) =>
  new Map(paths.flatMap((path) => [...filesIn(inRoot(path))].map((file) => [file, readFileSync(file, 'utf8')])))

/** Generates anew and says what that changed. What changed stays changed: it only needs to be committed. */
function current(paths, generate) {
  const before = contentsOf(paths)
  const status = generate()
  if (status !== 0) return status
  const after = contentsOf(paths)
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  )
  for (const file of changed) tell(`was not current, is now: ${file.slice(inRoot().length + 1)}`)
  return changed.length === 0 ? 0 : 1
}

const script = (name, ...args) => runNode([inRoot('scripts', name), ...args])
const generated = ['graphql/generated', 'app/generated', 'cli/generated', 'docs/schema.graphql']
const codegen = () => runNode([binOf('@graphql-codegen/cli', 'graphql-codegen'), '--config', 'codegen.ts', '--silent'])
const docsOpenApi = () => runNode([binOf('tsx'), 'scripts/docs-openapi.ts'])
const docsEnv = () => runNode([binOf('tsx'), 'scripts/docs-env.ts'])

const steps = {
  'the lock is complete': () => script('fix-lock.mjs', '--check'),
  'generated code is current': () => current(generated, codegen),
  'the environment docs are current': () => current(['docs/environment.md', '.env.example'], docsEnv),
  'the OpenAPI document is current': () => current(['docs/openapi.json'], docsOpenApi),
  'format and lint': () => runNode([binOf('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.']),
  types: () => runNode([binOf('typescript', 'tsc'), '--noEmit', '-p', '.']),
  layers: () => script('arch.mjs'),
  sizes: () => script('sizes.mjs'),
  'dead code': () => runNode([binOf('knip')]),
}

const failed = []
for (const [name, step] of Object.entries(steps)) {
  const began = Date.now()
  const status = step()
  tell(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  if (status !== 0) failed.push(name)
}
if (failed.length > 0) stopWith(`Not kept: ${failed.join(', ')}.`)
