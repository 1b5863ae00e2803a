import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A real docker-registry for one test, of the Debian package of this name. */
const binary = ['/usr/bin/docker-registry', '/usr/local/bin/docker-registry'].find((path) => existsSync(path))
export const hasDockerRegistry = binary !== undefined
if (!binary) console.warn('Skipped: the tests against a real registry need the Debian package docker-registry.')

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

const configOf = (folder: string, port: number, hasLogin: boolean) => `version: 0.1
log:
  level: error
storage:
  filesystem:
    rootdirectory: ${folder}
  delete:
    enabled: true
http:
  addr: 127.0.0.1:${port}
${hasLogin ? `auth:\n  htpasswd:\n    realm: test\n    path: ${join(folder, 'htpasswd')}\n` : ''}`

export type DockerRegistry = { url: string; stop(): Promise<void> }

/** @param htpasswd lines of user names with bcrypt hashes; without it everybody may push and pull */
export async function aDockerRegistry(htpasswd?: string): Promise<DockerRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'inthub-registry-'))
  const port = await freePort()
  if (htpasswd) writeFileSync(join(folder, 'htpasswd'), htpasswd)
  writeFileSync(join(folder, 'config.yml'), configOf(folder, port, htpasswd !== undefined))
  const child = spawn(binary ?? '', ['serve', join(folder, 'config.yml')], { stdio: 'ignore' })
  onTestFinished(async () => {
    await killed(child)
    rmSync(folder, { recursive: true, force: true })
  })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 200; tries += 1) {
    const isUp = await fetch(`${url}/v2/`).then(
      () => true,
      () => false,
    )
    if (isUp) return { url, stop: () => killed(child) }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('docker-registry did not start')
}
