import { pathToFileURL } from 'node:url'
import { become, binOf, build, inRoot, install, requireNode, stopWith } from './project.mjs'

/**
 * What `npm start`, `npm run demo` and `npm run dev` run: installs and builds what is missing, then becomes the server.
 * The built server is imported, not spawned, so that signals reach it.
 */
const modes = { start: 'production', demo: 'demo', dev: 'development' }
const [command = 'start', ...rest] = process.argv.slice(2)
const mode = modes[command]
if (!mode) stopWith(`Unknown: ${command}. There are start, demo and dev.`, 2)

requireNode()
process.chdir(inRoot())
process.env.INTHUB_MODE = mode
process.env.NODE_ENV = mode === 'development' ? 'development' : 'production'
process.env.NEXT_TELEMETRY_DISABLED ??= '1'

if (mode === 'development') {
  install({ dev: true, needed: 'tsx' })
  // A changed file of the server restarts it, so here it must be a process of its own.
  become(process.execPath, [
    binOf('tsx'),
    'watch',
    '--clear-screen=false',
    '--exclude',
    '.next/**',
    'server/main.ts',
    ...rest,
  ])
} else {
  install()
  build()
  const server = inRoot('dist', 'server.js')
  process.argv = [process.execPath, server, ...rest]
  await import(pathToFileURL(server).href)
}
