import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, tell } from './project-root.mjs'
import { inTurn } from './turn.mjs'

/**
 * What the scripts know of the project: its folders, whether it is installed and built. Plain Node, for it runs
 * before there is a node_modules.
 */
export { root, tell }
export const inRoot = (...parts) => join(root, ...parts)
export const packageJson = () => JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))

/** Ends the script with a sentence that says what to do. */
export function stopWith(sentence, code = 1) {
  process.stderr.write(`\n  ${sentence.replaceAll('\n', '\n  ')}\n\n`)
  process.exit(code)
}

const numbers = (version) => version.split('.').map(Number)

/** One part of an engines range: `^20.19.0` or `>=24.0.0`. */
function fits(version, range) {
  const [major, minor = 0] = numbers(version)
  const [wantedMajor, wantedMinor = 0] = numbers(range.replace(/^\D+/, ''))
  if (range.startsWith('>=')) return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
  return major === wantedMajor && minor >= wantedMinor
}

export function nodeFits(version, engines) {
  return engines.split('||').some((range) => fits(version, range.trim()))
}

export function requireNode() {
  const { engines } = packageJson()
  if (nodeFits(process.versions.node, engines.node)) return
  stopWith(
    `Integration Hub needs Node ${engines.node}; this is ${process.versions.node}.\nInstall a current Node from https://nodejs.org and try again.`,
  )
}

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** npm writes node_modules/.package-lock.json last, so an interrupted install counts as none. */
export function isInstalled(needed = 'next') {
  const stamp = modified(inRoot('node_modules', '.package-lock.json'))
  return stamp > 0 && stamp >= modified(inRoot('package-lock.json')) && existsSync(inRoot('node_modules', needed))
}

function npmCommand(args) {
  const cli = process.env.npm_execpath
  if (cli && /\.c?js$/.test(cli)) return [process.execPath, [cli, ...args]]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args]
}

/** Runs to the end; the output of a quiet run is shown only when it failed. */
export function run(command, args, { quiet = false, env = {}, timeoutMs } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    timeout: timeoutMs,
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32' && command.endsWith('.cmd'),
  })
  if (quiet && result.status !== 0) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  return result.status ?? 1
}

export const runNode = (args, options) => run(process.execPath, args, options)

/** The path of a program that a package in node_modules brings. */
export function binOf(packageName, program = packageName) {
  const { bin } = JSON.parse(readFileSync(inRoot('node_modules', packageName, 'package.json'), 'utf8'))
  return inRoot('node_modules', packageName, typeof bin === 'string' ? bin : bin[program])
}

export function install({ dev = false, needed } = {}) {
  if (!isInstalled(needed)) inTurn(() => isInstalled(needed) || installNow(dev))
}

function installNow(dev) {
  tell('Installing packages (once; about two minutes)')
  const [command, args] = npmCommand(['ci', '--no-audit', '--no-fund', ...(dev ? ['--include=dev'] : [])])
  if (run(command, args, { quiet: true }) === 0) return
  stopWith('The packages could not be installed. npm needs its registry once; the reason is above.\nTry: npm ci')
}

const sourceFolders = ['app', 'cli', 'connectors', 'db', 'graphql', 'public', 'scripts/demo', 'server', 'workers']
const sourceFiles = [
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
  'scripts/build-server.mjs',
]

function newest(folder) {
  let latest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (/\.test\.tsx?$|^_template$/.test(entry.name)) continue
    const path = join(folder, entry.name)
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : modified(path))
  }
  return latest
}

export const buildStamp = () => inRoot('dist', '.built')

/** The stamp bears the time the build began, so that what changed meanwhile is built again. */
export function isBuilt() {
  const stamp = modified(buildStamp())
  if (stamp === 0 || !existsSync(inRoot('.next', 'BUILD_ID'))) return false
  const folders = sourceFolders.map((name) => inRoot(name)).filter((path) => existsSync(path))
  return folders.every((path) => newest(path) <= stamp) && sourceFiles.every((name) => modified(inRoot(name)) <= stamp)
}

export function build({ quiet = true } = {}) {
  if (!isBuilt()) inTurn(() => isBuilt() || buildNow(quiet))
}

function buildNow(quiet) {
  tell('Building (about a minute)')
  if (runNode([inRoot('scripts', 'build.mjs')], { quiet, env: { NODE_ENV: 'production' } }) === 0) return
  stopWith('The build failed; the reason is above.')
}

/** Runs a program in the foreground, hands signals on, and ends as it ends. */
export function become(command, args, env = {}) {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}
