import { describe, expect, it } from 'vitest'
import { aRestGround, type RestGround } from '@/test/rest-ground'

const at = ({ ids }: RestGround) => `/api/v1/integrations/${ids.integration}/doctor/schedule`
const put = (ground: RestGround, body: unknown, ifMatch = '*') =>
  ground.ask(`PUT ${at(ground)}`, { body, headers: { 'if-match': ifMatch } })

describe('the doctor’s schedule over REST', () => {
  it('is as usual until something is said, and again when nothing is', async () => {
    const ground = await aRestGround()
    const usual = (await ground.ask(`GET ${at(ground)}`)).body
    expect(usual).toMatchObject({ isUsual: true, everySeconds: usual.usualSeconds, nextAt: expect.any(String) })
    expect((await put(ground, { everySeconds: 3_600 })).body).toMatchObject({ isUsual: false, everySeconds: 3_600 })
    expect((await put(ground, { everySeconds: 0 })).body).toMatchObject({ everySeconds: null, nextAt: null })
    expect((await put(ground, { everySeconds: null })).body).toMatchObject({ isUsual: true })
  })

  it('is set from the version that was read, within its bounds', async () => {
    const ground = await aRestGround()
    const etag = (await ground.ask(`GET ${at(ground)}`)).headers.get('etag') ?? ''
    expect((await put(ground, { everySeconds: 60 }, etag)).status).toBe(200)
    expect((await put(ground, { everySeconds: 60 }, etag)).body.code).toBe('integration.version_stale')
    const wrong = await put(ground, { everySeconds: 59 })
    expect([wrong.status, wrong.body.fields[0]?.path]).toEqual([400, 'everySeconds'])
    expect((await put(ground, {})).status).toBe(400)
  })
})
