import { describe, expect, it } from 'vitest'
import { overrideEnv } from '@/server/platform/env'
import { aCaller, aSession } from '@/test/world'
import { authenticate } from './context'
import { sessionCookieName } from './cookies'
import { handleAuth } from './handler'

const home = 'http://localhost:3000'
overrideEnv({ AUTH_SECRET: 'a secret of thirty-two characters or more', INTHUB_URL: home, LOG_LEVEL: 'silent' })

const ask = (path: string, init: RequestInit = {}) => handleAuth(new Request(`${home}/api/auth/${path}`, init))

describe('below /api/auth', () => {
  it('nobody writes into the log', async () => {
    const body = JSON.stringify({ level: 'error', code: 'a line of my own' })
    const headers = { 'content-type': 'application/json' }
    expect((await ask('_log', { method: 'POST', headers, body })).status).toBe(404)
  })

  it.each(['cross-site', 'same-site', 'none'])(
    'a link used from elsewhere (%s) asks first, and burns nothing',
    async (site) => {
      const link = 'callback/email?token=a-link&email=kim%40example.org&callbackUrl=%2Facme%3Fx%3D1'
      const answer = await ask(link, { headers: { 'sec-fetch-site': site } })
      expect(answer.status).toBe(302)
      const page = `${home}/sign-in?token=a-link&email=kim%40example.org&callbackUrl=%2Facme%3Fx%3D1`
      expect(answer.headers.get('location')).toBe(page)
      const pressed = await ask(link, { headers: { 'sec-fetch-site': 'same-origin' } })
      expect(pressed.headers.get('location')).toContain('error=Verification')
    },
  )

  it('who comes back from a provider that was switched off is led to the sign-in page, the errand forgotten', async () => {
    const answer = await ask('callback/github?code=x&state=y', { headers: { cookie: 'inthub.callback=%2Facme' } })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(`${home}/sign-in?error=OAuthCallback&callbackUrl=%2Facme`)
    const cookies = answer.headers.getSetCookie().join('\n')
    for (const name of ['connect', 'state', 'pkce']) expect(cookies).toContain(`inthub.${name}=; Max-Age=0`)
  })

  it.each(['%E0%A4%A', 'javascript:alert(1)', 'http://[', '//evil.example'])(
    'no address to go on to is a fault of ours: %s',
    async (address) => {
      const cookie = `inthub.callback=${address}`
      for (const path of ['session', `session?callbackUrl=${encodeURIComponent(address)}`]) {
        expect((await ask(path, { headers: { cookie } })).status).toBe(200)
      }
    },
  )

  it('who signs out is nobody from the next request on', async () => {
    const session = `${sessionCookieName()}=${await aSession(await aCaller())}`
    expect(await authenticate({ cookie: session })).not.toBeNull()
    const asked = await ask('csrf')
    const { csrfToken } = (await asked.json()) as { csrfToken: string }
    const cookie = [session, ...asked.headers.getSetCookie().map((line) => line.split(';')[0])].join('; ')
    const body = new URLSearchParams({ csrfToken, callbackUrl: '/sign-in', json: 'true' })
    expect((await ask('signout', { method: 'POST', headers: { cookie }, body })).status).toBe(200)
    expect(await authenticate({ cookie: session })).toBeNull()
  })

  it('an endless body is not taken in', async () => {
    let taken = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        taken += 1
        controller.enqueue(new Uint8Array(16_384))
      },
    })
    const answer = await ask('signin/github', { method: 'POST', body, duplex: 'half' } as RequestInit)
    expect(answer.status).toBeLessThan(500)
    expect(taken).toBeLessThan(20)
  })
})
