import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, stopWith } from './project.mjs'

/** Files stay readable in one sitting: 400 lines, tests 600. Generated files, schemas and catalogues are exempt. */
const folders = ['app', 'bench', 'cli', 'connectors', 'db', 'e2e', 'graphql', 'scripts', 'server', 'test', 'workers']
const exempt =
  /\/generated\/|\/migrations\/|schema\.graphql$|server\/kernel\/(?:errors|events)\.ts$|env-variables\.ts$|\/icons\//
const limitOf = (path) => (/\.test\.tsx?$|^e2e\//.test(path) ? 600 : 400)

function* filesIn(folder) {
  for (const entry of readdirSync(inRoot(folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* filesIn(path)
    else if (/\.(?:tsx?|mjs|cjs)$/.test(entry.name)) yield path
  }
}

const tooLong = []
for (const path of folders.flatMap((folder) => [...filesIn(folder)])) {
  if (exempt.test(path)) continue
  const lines = readFileSync(join(inRoot(), path), 'utf8').split('\n').length - 1
  if (lines > limitOf(path)) tooLong.push(`${path}: ${lines} lines, ${limitOf(path)} allowed`)
}
if (tooLong.length > 0) stopWith(`Split these by noun or by verb:\n${tooLong.join('\n')}`)
