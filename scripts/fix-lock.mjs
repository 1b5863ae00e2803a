import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { inRoot, stopWith, tell } from './project.mjs'

/**
 * Completes package-lock.json. A registry mirror that lags makes npm leave out the optional packages of other
 * platforms, and `npm ci` then fails there. `--check` only says whether the lock is complete and names no host.
 */
const checkOnly = process.argv.includes('--check')
const file = inRoot('package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const rows = lock.packages

/** Where Node would find the package from that folder: beside it first, then further up. */
function findRow(folder, name) {
  for (let at = folder; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const path = `${at ? `${at}/` : ''}node_modules/${name}`
    if (rows[path]) return path
    if (!at) return undefined
  }
}

const missing = []
for (const [folder, row] of Object.entries(rows)) {
  for (const [name, version] of Object.entries(row.optionalDependencies ?? {})) {
    if (!findRow(folder, name)) missing.push({ name, version, from: folder, dev: row.dev === true })
  }
}
const withHost = Object.entries(rows).filter(([, row]) => /^https?:/.test(row.resolved ?? ''))

/** The platform a package's name tells, for when the registry does not have it yet. */
function fromName(name) {
  const os = ['linux', 'darwin', 'win32', 'freebsd', 'openbsd', 'netbsd', 'android', 'sunos', 'aix'].find((word) =>
    name.includes(word),
  )
  const cpu = ['arm64', 'x64', 'ia32', 'arm', 'riscv64', 'ppc64', 's390x', 'loong64'].find((word) =>
    name.includes(word),
  )
  const libc = name.includes('musl') ? ['musl'] : name.includes('gnu') && os === 'linux' ? ['glibc'] : undefined
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc }), ...(os && { os: [os] }) }
}

function describe({ name, version }) {
  try {
    const spec = `${name}@${version}`
    const out = execFileSync(
      'npm',
      ['view', spec, 'version', 'os', 'cpu', 'libc', 'engines', 'license', 'dist.integrity', '--json'],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
    const found = [JSON.parse(out)].flat().at(-1)
    const { 'dist.integrity': integrity, ...rest } = found
    return { ...rest, ...(integrity && { integrity }) }
  } catch {
    return { version: version.replace(/^[^\d]*/, ''), ...fromName(name) }
  }
}

if (checkOnly) {
  const problems = [
    ...missing.map(({ name, from }) => `${name}, wanted by ${from || 'the project'}, has no row`),
    ...withHost.map(([path]) => `${path} names a host`),
  ]
  if (problems.length > 0) stopWith(`package-lock.json:\n${problems.join('\n')}\nRun: node scripts/fix-lock.mjs`)
} else {
  for (const edge of missing) {
    rows[`node_modules/${edge.name}`] ??= { ...describe(edge), ...(edge.dev && { dev: true }), optional: true }
  }
  for (const [, row] of withHost) delete row.resolved
  const [root, ...others] = Object.entries(rows)
  lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))])
  if (missing.length > 0 || withHost.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  tell(`package-lock.json: ${missing.length} rows added, ${withHost.length} hosts removed`)
}
