import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listAccounts } from '@/server/domain/accounts/service'
import { addMember } from '@/server/domain/members/service'
import { findSession } from '@/server/domain/sessions/service'
import { Browser, type Page } from '@/test/browser'
import { type Bend, type HostileIssuer, startHostileIssuer } from '@/test/hostile-issuer'
import { begin, offerIssuer, type SignInHub, type Start, startSignInHub } from '@/test/sign-in-hub'
import { aCaller, aSession } from '@/test/world'

/** What a provider, a man in the middle or another browser may try. Nothing of it may sign anybody in. */
let hub: SignInHub
let issuer: HostileIssuer
let email = ''

beforeAll(async () => {
  hub = await startSignInHub()
  issuer = await startHostileIssuer()
  offerIssuer(issuer)
})
afterAll(async () => {
  for (const each of [hub, issuer]) await each.close()
})

/** Somebody who was added and would be let in by an honest answer. */
beforeEach(async () => {
  email = `victim-${Date.now()}-${Math.random()}@example.test`
  issuer.person = { sub: email, email, email_verified: true }
  issuer.bend = {}
  issuer.exchanges.length = 0
  await addMember(await aCaller(), { email, role: 'owner' })
})

const isCallback = (url: URL) => url.origin === hub.url && url.pathname === '/api/auth/callback/oidc'

/** To the provider and up to the way back: the address that carries its answer. */
async function answerFor(browser: Browser, options?: Start): Promise<URL> {
  return (await browser.open(await begin(hub, browser, 'oidc', options), isCallback)).url
}

async function signIn(browser: Browser, options?: Start): Promise<Page> {
  return browser.open(await answerFor(browser, options))
}

async function isIn(browser: Browser): Promise<boolean> {
  const token = browser.cookie(hub.url, 'inthub.session')
  return token !== undefined && (await findSession(token)) !== null
}

async function expectRefusal(browser: Browser, page: Page, code = 'OAuthCallback'): Promise<void> {
  expect([page.url.origin, page.url.pathname, page.url.searchParams.get('error')]).toEqual([hub.url, '/sign-in', code])
  expect(await isIn(browser)).toBe(false)
}

it('an honest answer signs in, with PKCE, and is asked for with state, nonce and our own address', async () => {
  const browser = new Browser()
  const asked = (await begin(hub, browser, 'oidc')).searchParams
  expect(Object.fromEntries(asked)).toMatchObject({
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^.{43}$/),
    state: expect.stringMatching(/^.{40,}$/),
    nonce: expect.stringMatching(/^.{40,}$/),
    redirect_uri: `${hub.url}/api/auth/callback/oidc`,
    scope: 'openid email profile',
  })
  const page = await signIn(browser)
  expect(page.url.pathname).toBe('/acme')
  expect(await isIn(browser)).toBe(true)
  expect(issuer.exchanges[0]?.get('code_verifier')).toMatch(/^.{43}$/)
})

describe('an ID token is refused', () => {
  const hour = 3_600
  const cases: [string, Bend][] = [
    ['with another nonce', { claims: (claims) => ({ ...claims, nonce: 'another' }) }],
    ['without a nonce', { claims: ({ nonce: _gone, ...claims }) => claims }],
    ['of another issuer', { claims: (claims) => ({ ...claims, iss: 'https://evil.example' }) }],
    ['for another client', { claims: (claims) => ({ ...claims, aud: 'another-app' }) }],
    ['that has expired', { claims: (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - hour }) }],
    ['that is not signed', { signing: 'none' }],
    ['that another key signed', { signing: 'another key' }],
    ['without a subject', { claims: ({ sub: _gone, ...claims }) => claims }],
  ]
  it.each(cases)('%s', async (_name, bend) => {
    issuer.bend = bend
    const browser = new Browser()
    await expectRefusal(browser, await signIn(browser))
  })

  it('of an issuer that calls itself by another name than it is asked under', async () => {
    issuer.bend = {
      discovery: (document) => ({ ...document, issuer: 'https://evil.example' }),
      claims: (claims) => ({ ...claims, iss: 'https://evil.example' }),
    }
    const browser = new Browser()
    await expectRefusal(browser, await signIn(browser))
  })
})

describe('an address is no proof', () => {
  it.each([false, undefined, null, 1, 'yes'])(
    'when the issuer says %j of it being verified',
    async (email_verified) => {
      issuer.person = { ...issuer.person, email_verified }
      const browser = new Browser()
      await expectRefusal(browser, await signIn(browser), 'ProviderEmailUnverified')
    },
  )

  it.each(['no address', 'a@b\u0000', `${'x'.repeat(300)}@example.test`, 7, ['a@b.c']])(
    'when it is none: %j',
    async (it) => {
      issuer.person = { ...issuer.person, email: it }
      const browser = new Browser()
      await expectRefusal(browser, await signIn(browser), 'ProviderEmailUnverified')
    },
  )
})

describe('an answer is refused', () => {
  it('that comes a second time, with all the cookies of the first, and from an issuer that takes codes again', async () => {
    issuer.bend = { keepsCodes: true }
    const browser = new Browser()
    const answer = await answerFor(browser)
    const before = new Map(browser.jar(answer.host))
    await browser.open(answer)
    expect(await isIn(browser)).toBe(true)
    const replay = new Browser()
    replay.cookies.set(answer.host, before)
    await expectRefusal(replay, await replay.open(answer))
    const bare = new Browser()
    await expectRefusal(bare, await bare.open(answer))
  })

  it('whose state belongs to another browser', async () => {
    const [mine, theirs] = [new Browser(), new Browser()]
    const answer = await answerFor(mine)
    await begin(hub, theirs, 'oidc')
    await expectRefusal(theirs, await theirs.open(answer))
  })

  it('whose code was given in another session', async () => {
    const [mine, theirs] = [new Browser(), new Browser()]
    const [attackers, victims] = [await answerFor(mine), await answerFor(theirs)]
    victims.searchParams.set('code', attackers.searchParams.get('code') ?? '')
    await expectRefusal(theirs, await theirs.open(victims))
    // The issuer saw the code, but the proof did not fit it.
    expect(issuer.exchanges).toHaveLength(1)
  })

  it.each(['state', 'pkce', 'nonce'])('when the cookie with the %s is gone or made up', async (name) => {
    for (const value of [undefined, 'made-up']) {
      const browser = new Browser()
      const answer = await answerFor(browser)
      const jar = browser.jar(answer.host)
      if (value) jar.set(`inthub.${name}`, value)
      else jar.delete(`inthub.${name}`)
      await expectRefusal(browser, await browser.open(answer))
    }
    expect(issuer.exchanges).toEqual([])
  })

  it('without a state, or with another one', async () => {
    for (const state of [null, 'another']) {
      const browser = new Browser()
      const answer = await answerFor(browser)
      if (state) answer.searchParams.set('state', state)
      else answer.searchParams.delete('state')
      await expectRefusal(browser, await browser.open(answer))
    }
    expect(issuer.exchanges).toEqual([])
  })

  it('that says the person said no', async () => {
    issuer.bend = { refuses: true }
    const browser = new Browser()
    await expectRefusal(browser, await signIn(browser), 'AccessDenied')
  })
})

describe('the way back', () => {
  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to %s',
    async (callbackUrl) => {
      const page = await signIn(new Browser(), { callbackUrl })
      expect(page.url.origin).toBe(hub.url)
    },
  )

  it('is ours, whatever host the request names and whatever stands in its address', async () => {
    const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    const query = `?redirect_uri=${encodeURIComponent('https://evil.example/')}&scope=everything&prompt=none`
    const asked = (await begin(hub, new Browser(), 'oidc', { headers, query })).searchParams
    expect(asked.get('redirect_uri')).toBe(`${hub.url}/api/auth/callback/oidc`)
    expect(asked.get('scope')).toBe('openid email profile')
    expect(asked.has('prompt')).toBe(false)
  })
})

describe('connecting an account', () => {
  async function somebody() {
    const caller = await aCaller()
    const browser = new Browser()
    browser.jar(new URL(hub.url).host).set('inthub.session', await aSession(caller))
    return { caller, browser }
  }

  it('is refused when the session ends at the provider, or is another by then', async () => {
    for (const session of [undefined, await aSession(await aCaller())]) {
      const { caller, browser } = await somebody()
      const answer = await answerFor(browser, { connect: true, callbackUrl: '/acme/settings/profile' })
      const jar = browser.jar(answer.host)
      if (session) jar.set('inthub.session', session)
      else jar.delete('inthub.session')
      const page = await browser.open(answer)
      expect([page.url.pathname, page.url.searchParams.get('error')]).toEqual([
        '/acme/settings/profile',
        'ProviderConnectExpired',
      ])
      expect(await listAccounts(caller.actor.id)).toEqual([])
    }
  })

  it('is not begun by nobody', async () => {
    const page = await begin(hub, new Browser(), 'oidc', { connect: true })
    expect([page.origin, page.searchParams.get('error')]).toEqual([hub.url, 'SessionRequired'])
  })

  it('is forgotten when the person signs in instead', async () => {
    const { caller, browser } = await somebody()
    await begin(hub, browser, 'oidc', { connect: true })
    issuer.person = { sub: 'a stranger', email: 'stranger@example.test', email_verified: true }
    await browser.open(await answerFor(browser))
    expect(await listAccounts(caller.actor.id)).toEqual([])
  })
})
