import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { binOf, run, runNode, tell } from './project.mjs'

/**
 * The programs that tests use as real peers. A missing one is fetched where that is possible without asking anybody:
 * from apt as root; a browser else from Playwright.
 */
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin', '/snap/bin']

export const findProgram = (...names) =>
  names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))

const canInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && findProgram('apt-get')
let updated = false

function aptInstall(name) {
  if (!canInstall()) return
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  if (!updated) updated = run('apt-get', ['update', '-qq'], { quiet: true, env, timeoutMs: 180_000 }) === 0
  tell(`Installing ${name} with apt`)
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { quiet: true, env, timeoutMs: 600_000 })
}

function findOrInstall(name, programs = [name]) {
  const found = findProgram(...programs)
  if (found) return found
  aptInstall(name)
  return findProgram(...programs)
}

/** Where Playwright keeps the browsers it fetched. */
function playwrightChromium() {
  const homes = {
    darwin: 'Library/Caches/ms-playwright',
    linux: '.cache/ms-playwright',
    win32: 'AppData/Local/ms-playwright',
  }
  const programs = ['chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-win64/chrome.exe', 'chrome-win/chrome.exe']
  const apps = ['chrome-mac', 'chrome-mac-arm64', 'chrome-mac-x64'].flatMap((folder) => [
    `${folder}/Chromium.app/Contents/MacOS/Chromium`,
    `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
  ])
  const home = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), homes[process.platform] ?? homes.linux)
  if (!existsSync(home)) return undefined
  const versions = readdirSync(home).filter((name) => /^chromium-\d+$/.test(name))
  return versions
    .flatMap((name) => [...programs, ...apps].map((path) => join(home, name, path)))
    .find((path) => existsSync(path))
}

const macChromes = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export function findChromium() {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH) return existsSync(CHROMIUM_PATH) ? CHROMIUM_PATH : undefined
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const present = findProgram(...names) ?? macChromes.find((path) => existsSync(path)) ?? playwrightChromium()
  if (present) return present
  aptInstall('chromium')
  const installed = findProgram(...names)
  if (installed) return installed
  tell('Fetching Chromium with Playwright (up to a minute)')
  runNode([binOf('@playwright/test', 'playwright'), 'install', 'chromium'], { quiet: true, timeoutMs: 60_000 })
  return playwrightChromium()
}

/** Paths by the variable that tells the tests of them; undefined where there is none. */
export const findPeers = () => ({
  REDIS_SERVER_PATH: findOrInstall('redis-server', ['redis-server', 'valkey-server']),
  DOCKER_REGISTRY_PATH: findOrInstall('docker-registry'),
  PROMETHEUS_PATH: findOrInstall('prometheus'),
})
