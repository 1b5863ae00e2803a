import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listHooks, openHook, receiveDelivery } from '@/server/domain/inbound/service'
import { aHub } from '@/test/hub'
import { aGitHub, githubRequest, processAll } from '@/test/inbound'
import { buildInthub, type How, type Inthub } from '@/test/inthub'
import { aHookProvider } from '@/test/repository-hooks'
import { aCaller, aKey } from '@/test/world'
import { exitCodes } from '../exit-codes'

vi.setConfig({ testTimeout: 180_000 })

let url = ''
let built: Inthub
beforeAll(async () => {
  built = await buildInthub(() => url)
})
afterAll(() => built?.remove())

async function ground() {
  url = (await aHub()).url
  const ctx = await aCaller()
  const provider = await aHookProvider()
  await aGitHub(ctx, 'code', provider.url)
  const key = await aKey(ctx)
  const inthub = (args: string, how: How = {}) => built.start(args.split(' '), { key, ...how }).told
  return { ctx, provider, inthub }
}

describe('inthub webhook', () => {
  it('makes, registers, rotates and deletes hooks, and shows a secret once', async () => {
    const { ctx, provider, inthub } = await ground()
    const made = JSON.parse((await inthub('webhook hooks create code --name deploys -o json')).out)
    expect(made).toMatchObject({
      name: 'deploys',
      kind: 'path',
      isWeak: false,
      url: expect.stringContaining('/hooks/'),
    })
    const registered = await inthub(`webhook hooks register ${made.id} --target octo/web --events push,issues`)
    expect(registered).toMatchObject({ code: 0, out: expect.stringContaining('octo/web active') })
    expect(provider.hooks.get(1000)).toMatchObject({ events: ['push', 'issues'], config: { secret: made.secret } })
    const listed = await inthub('webhook hooks list')
    expect(listed.out).toContain('deploys\tcode\ton\thmac\tocto/web active\tnever')
    expect(listed.out + registered.out).not.toContain(made.secret)
    const given = await inthub(`webhook hooks rotate ${made.id} --secret-stdin -o json`, {
      input: 'a secret of theirs\n',
    })
    expect(JSON.parse(given.out)).toMatchObject({ secret: 'a secret of theirs', url: made.url })
    expect((await inthub(`webhook hooks disable ${made.id}`)).out).toContain('State\toff')
    expect((await inthub(`webhook hooks delete ${made.id} --yes`)).code).toBe(0)
    expect((await listHooks(ctx)).items).toEqual([])
    expect((await inthub(`webhook hooks check ${made.id}`)).code).toBe(exitCodes.notFound)
  })

  it('shows what came in, replays it, and recovers what was missed', async () => {
    const { provider, inthub } = await ground()
    const made = JSON.parse((await inthub('webhook hooks create code -o json')).out)
    await inthub(`webhook hooks register ${made.id} --target octo/web`)
    const hook = await openHook(made.url.split('/').at(-1))
    const body = Buffer.from('{"ref":"refs/heads/main","x":"\u00e9"}')
    await receiveDelivery(hook, githubRequest(body, { id: 'g-1', secret: made.secret }))
    await receiveDelivery(hook, githubRequest(body, { id: 'g-2', secret: 'wrong' })).catch(() => {})
    await processAll()
    const { out } = await inthub('webhook inbound list --state processed -o json')
    const [delivery] = JSON.parse(out)
    expect(delivery).toMatchObject({ topic: 'github.push', deliveryId: 'g-1', verified: true, scheme: 'hmac' })
    const shown = await inthub(`webhook inbound show ${delivery.id}`)
    expect(shown.out).toContain('Proven\tby hmac')
    expect(shown.out).toContain('x-github-event: push')
    expect((await inthub(`webhook inbound show ${delivery.id} --body`)).out).toBe(body.toString())
    expect((await inthub('webhook inbound replay --since 1h --preview -o json')).out).toContain('"count": 1')
    expect((await inthub(`webhook inbound replay ${delivery.id}`)).out).toContain('Replayed\t1')
    expect((await inthub('webhook inbound replay')).code).toBe(2)
    const at = new Date().toISOString()
    provider.kept.push({ id: 1, guid: 'g-3', delivered_at: at, event: 'push', payload: { a: 1 }, status_code: 502 })
    const recovered = await inthub(`webhook recover ${made.id} --since 1h -o json`)
    expect(JSON.parse(recovered.out)).toMatchObject({ found: 1, recovered: 1, preview: false })
  })
})
