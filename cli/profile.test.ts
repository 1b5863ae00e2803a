import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import { createApiKey } from '@/server/domain/keys/service'
import { aFolder, buildInthub, type How, type Inthub } from '@/test/inthub'
import { aFreePort, aHubProcess, type HubProcess } from '@/test/processes'
import { aCaller, aKey, aServer } from '@/test/world'

const canary = 'canary-profile-very-secret'

// A process per command, many commands per test, on machines with little to spare.
vi.setConfig({ testTimeout: 120_000 })

let hub: HubProcess
let port: number
let built: Inthub

beforeAll(async () => {
  built = await buildInthub(() => `http://localhost:${port}`)
  port = await aFreePort()
  const INTHUB_URL = `http://localhost:${port}`
  hub = await aHubProcess({ DATABASE_URL: inject('databaseUrl'), PORT: String(port), INTHUB_URL })
})

afterAll(async () => {
  await hub?.kill('SIGTERM')
  built?.remove()
})

const inthub = (args: string, how: How) => built.start(args.split(' '), how).told

const guarded = () =>
  aServer(({ headers }) => ({ status: headers.authorization === `Bearer ${canary}` ? 200 : 401, body: { fine: true } }))

it('keeps settings as a profile, starts from it, changes it and deletes it', async () => {
  const how = { key: await aKey(await aCaller()), folder: aFolder() }
  const { url } = await guarded()
  const made = await inthub(
    `profile create tool --type custom.http --method bearer --set baseUrl=${url} --calls retry.attempts=5 --default -o json`,
    how,
  )
  expect(made).toMatchObject({ code: 0 })
  expect(JSON.parse(made.out)).toMatchObject({ isDefault: true, callPolicy: { retry: { attempts: 5 } }, problems: [] })
  const connected = await inthub('integration connect --profile tool --secret token=- --no-input -o name', {
    ...how,
    input: canary,
  })
  expect(connected).toMatchObject({ code: 0 })
  const changed = await inthub('profile update TOOL --interval 1m --set probePath=/me -o json', how)
  expect(JSON.parse(changed.out)).toMatchObject({ intervalSeconds: 60, integrationCount: 1, version: 2 })
  expect(JSON.parse(changed.out).config).toMatchObject({ baseUrl: url, probePath: '/me' })
  const copied = await inthub(`profile create copy --from-integration ${connected.out.trim()}`, how)
  expect(copied).toMatchObject({ code: 0 })
  expect((await inthub('profile default copy', how)).code).toBe(0)
  const listed = JSON.parse((await inthub('profile list --json name,isDefault', how)).out)
  expect(listed).toMatchObject([
    { name: 'copy', isDefault: true },
    { name: 'tool', isDefault: false },
  ])
  expect(await inthub('profile delete tool', how)).toMatchObject({ code: 2 })
  expect((await inthub('profile delete tool --yes', how)).code).toBe(0)
  expect((await inthub('profile show tool', how)).code).toBe(3)
  expect(JSON.stringify([made, connected, changed, copied, listed])).not.toContain(canary)
})

it('refuses a secret before anything is sent', async () => {
  const how = { key: await aKey(await aCaller()), folder: aFolder() }
  const refused = await inthub(`profile create tool --type custom.http --method bearer --set token=${canary}`, how)
  expect(refused.code).toBe(2)
  expect(refused.err).toContain('is a secret')
  expect(refused.err + refused.out).not.toContain(canary)
  expect((await inthub('profile list -o name', how)).out.trim()).toBe('')
})

it('uses a stored secret only when it is confirmed, with a key for everything', async () => {
  const ctx = await aCaller()
  const how = { key: await aKey(ctx), folder: aFolder() }
  const { url } = await guarded()
  const source = await inthub(
    `integration connect custom.http --method bearer --set baseUrl=${url} --secret token=- -o name`,
    { ...how, input: canary },
  )
  const id = source.out.trim()
  const reuse = `integration connect custom.http --method bearer --set baseUrl=${url}/v2 --reuse-secret ${id} -o name`
  expect(await inthub(reuse, how)).toMatchObject({ code: 2 })
  const narrow = await createApiKey(ctx, {
    name: 'narrow',
    scopes: [{ permission: 'integrations:read' }, { permission: 'integrations:write', project: 'default' }],
  })
  const refused = await inthub(`${reuse} --yes`, { ...how, key: narrow.secret })
  expect(refused.err).toContain('permission.denied')
  expect(await inthub(`${reuse} --yes`, how)).toMatchObject({ code: 0 })
})
