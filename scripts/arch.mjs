import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { binOf, inRoot, stopWith } from './project.mjs'

/** The layers, checked. dependency-cruiser calls a run that saw nothing a success, and that must not pass. */
const folders = ['app', 'bench', 'cli', 'connectors', 'db', 'e2e', 'graphql', 'server', 'test', 'workers']
const present = folders.filter((name) => existsSync(inRoot(name)))
const args = [
  binOf('dependency-cruiser', 'depcruise'),
  '--config',
  '.dependency-cruiser.cjs',
  '--output-type',
  'err-long',
]
const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...present], {
  cwd: inRoot(),
  encoding: 'utf8',
})
process.stdout.write(stdout)
process.stderr.write(stderr)
const cruised = Number(/\((\d+) modules/.exec(stdout)?.[1] ?? 0)
if (status === 0 && cruised === 0) stopWith('The layer check looked at 0 modules: it proves nothing.')
process.exit(status ?? 1)
