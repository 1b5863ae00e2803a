import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { onTestFinished } from 'vitest'

/** The program `inthub` as people run it: the bundle, as a process of its own, in a folder of its own. */
const root = fileURLToPath(new URL('..', import.meta.url))

type Told = { code: number | null; out: string; err: string }
type Started = ChildProcessByStdio<Writable, Readable, Readable> & { told: Promise<Told> }
export type How = { key?: string | undefined; input?: string; env?: Record<string, string>; folder?: string }
export type Inthub = {
  program: string
  environment(folder: string): NodeJS.ProcessEnv
  start(args: readonly string[], how?: How): Started
  remove(): void
}

/** Built once per file of tests. */
export async function buildInthub(hubUrl: () => string): Promise<Inthub> {
  const bundle = join(root, 'node_modules', '.cache', `inthub-cli-test-${process.pid}`)
  await build({
    absWorkingDir: root,
    entryPoints: { cli: 'cli/main.ts' },
    outdir: bundle,
    chunkNames: 'chunks/[name]-[hash]',
    ...{ bundle: true, splitting: true, packages: 'external', format: 'esm', platform: 'node', target: 'node20' },
  })
  const program = join(bundle, 'cli.js')
  const environment = (folder: string): NodeJS.ProcessEnv => ({
    ...{ NODE_ENV: 'test', PATH: process.env.PATH, HOME: folder, INTHUB_CONFIG_DIR: folder, LANG: 'C.UTF-8' },
    ...{ INTHUB_URL: hubUrl(), INTHUB_MODE: 'test', LOG_LEVEL: 'info' },
  })
  const start = (args: readonly string[], { key, input, env = {}, folder }: How = {}): Started => {
    const configFolder = folder ?? aFolder()
    const child = spawn(process.execPath, [program, ...args], {
      cwd: tmpdir(),
      env: { ...environment(configFolder), ...(key && { INTHUB_TOKEN: key }), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.stdin.end(input ?? '')
    const told = new Promise<Told>((resolve) => child.once('close', (code) => resolve({ code, out, err })))
    return Object.assign(child, { told })
  }
  return { program, environment, start, remove: () => rmSync(bundle, { recursive: true, force: true }) }
}

/** Gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inthub-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
