import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { buildServer } from './build-server.mjs'
import { binOf, buildStamp, inRoot, install, requireNode, runNode } from './project.mjs'

/** `npm run build`: the screens with Next, then the server and the CLI as one bundle each. */
requireNode()
install()
const began = new Date()
const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
const status = runNode([binOf('next'), 'build'], { env })
if (status !== 0) process.exit(status)
await buildServer()
mkdirSync(inRoot('dist'), { recursive: true })
writeFileSync(buildStamp(), '')
utimesSync(buildStamp(), began, began)
