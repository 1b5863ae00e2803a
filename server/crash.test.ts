import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { aHubProcess, type HubProcess, until } from '@/test/processes'

/** A hub on its embedded database, killed without warning. */
const folder = mkdtempSync(join(tmpdir(), 'inthub-crash-'))
const hubs: HubProcess[] = []
const start = async () => {
  const hub = await aHubProcess({ INTHUB_DATA_DIR: join(folder, 'data'), INTHUB_MASTER_KEY: '', AUTH_SECRET: '' })
  hubs.push(hub)
  return hub
}

afterAll(async () => {
  await Promise.all(hubs.map((hub) => hub.kill('SIGTERM')))
  rmSync(folder, { recursive: true, force: true })
})

async function ask(hub: HubProcess, query: string, variables: object) {
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as {
    data: Record<string, unknown> | null
    errors?: { extensions: { type: string } }[]
  }
}

/** The process ids of the database servers on this folder. */
function postmasters(): number[] {
  const isOurs = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
    } catch {
      return false
    }
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isOurs(name))
    .map(Number)
}

describe('kill -9 of the hub and its database', () => {
  it('loses no committed row, and the next start cleans up by itself', { timeout: 120_000 }, async () => {
    const first = await start()
    const token = await until(
      'a set-up link on the console',
      async () => /setup\?token=([\w-]+)/.exec(first.output())?.[1],
    )
    const setUp =
      'mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { tenant { slug } signInToken } }'
    const input = { token, email: 'first@example.test', name: 'First', tenantName: 'Acme' }
    expect((await ask(first, setUp, { input })).data).toMatchObject({ completeSetup: { tenant: { slug: 'acme' } } })

    await first.kill('SIGKILL')
    for (const pid of postmasters()) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // Gone already, with the postmaster it belonged to.
      }
    }
    const second = await start()
    expect((await ask(second, '{ setupPending }', {})).data).toEqual({ setupPending: false })
    expect((await ask(second, setUp, { input })).errors?.[0]?.extensions.type).toBe('setup.done')
    expect((await second.kill('SIGTERM')).code).toBe(0)
    expect(postmasters()).toEqual([])
  })
})
