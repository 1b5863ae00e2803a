import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findChromium, findPeers } from './peers.mjs'
import { binOf, build, inRoot, install, requireNode, runNode, tell } from './project.mjs'

/**
 * `npm test`: every test, browser included. Installs, builds and finds what is missing, then runs Vitest and
 * Playwright; the last line sums both. `npm test -- server/domain` runs what matches only.
 */
requireNode()
process.chdir(inRoot())
install({ dev: true, needed: 'vitest' })

const filters = process.argv.slice(2)
const unitFilters = filters.filter((filter) => !filter.startsWith('e2e'))
const browserFilters = filters.filter((filter) => filter.startsWith('e2e'))
const runsUnit = filters.length === 0 || unitFilters.length > 0
const runsBrowser = filters.length === 0 || browserFilters.length > 0

const peers = findPeers()
const names = {
  REDIS_SERVER_PATH: 'redis-server',
  DOCKER_REGISTRY_PATH: 'docker-registry',
  PROMETHEUS_PATH: 'prometheus',
}
const missing = Object.entries(peers).flatMap(([variable, path]) => (path ? [] : [names[variable]]))
for (const [variable, path] of Object.entries(peers)) if (path) process.env[variable] = path

const reports = inRoot('node_modules', '.cache', 'test-reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const sums = { passed: 0, failed: 0, skipped: 0 }
const troubles = []

function readReport(path, runner) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    troubles.push(`${runner} ended without a report`)
    return undefined
  }
}

function add({ passed = 0, failed = 0, skipped = 0 }) {
  sums.passed += passed
  sums.failed += failed
  sums.skipped += skipped
}

const testEnvironment = { NODE_ENV: 'test', INTHUB_MODE: 'test', FORCE_COLOR: process.env.FORCE_COLOR ?? '0' }

function runVitest() {
  const path = `${reports}/vitest.json`
  const flags = ['run', '--passWithNoTests=false', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
  const status = runNode([binOf('vitest'), ...flags, ...unitFilters], { env: testEnvironment })
  const report = readReport(path, 'Vitest')
  if (!report) return
  add({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  })
  // A file that cannot be loaded has no tests to fail.
  if (status !== 0 && report.numFailedTests === 0) troubles.push('Vitest failed outside a test')
}

function runPlaywright() {
  const chromium = findChromium()
  if (!chromium) {
    troubles.push('there is no Chromium: install it (apt-get install chromium), or set CHROMIUM_PATH')
    return
  }
  const path = `${reports}/playwright.json`
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: path }
  const status = runNode([binOf('@playwright/test', 'playwright'), 'test', ...browserFilters], { env })
  const stats = readReport(path, 'Playwright')?.stats
  if (!stats) return
  add({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped })
  if (status !== 0 && stats.unexpected === 0) troubles.push('Playwright failed outside a test')
}

build()
if (runsUnit) runVitest()
if (runsBrowser) runPlaywright()

if (sums.passed + sums.failed === 0) troubles.push('no test ran')
if (missing.length > 0) tell(`Not installed, so the tests that need them were skipped: ${missing.join(', ')}`)
for (const trouble of troubles) tell(`Trouble: ${trouble}`)
process.stdout.write(`\n${sums.passed} passed, ${sums.failed} failed, ${sums.skipped} skipped\n`)
process.exit(sums.failed > 0 || troubles.length > 0 ? 1 : 0)
