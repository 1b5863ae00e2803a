import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAccounts } from '@/server/domain/accounts/service'
import { createInvitation } from '@/server/domain/invitations/service'
import { addMember } from '@/server/domain/members/service'
import { findSession } from '@/server/domain/sessions/service'
import { findUserByEmail } from '@/server/domain/users/service'
import { env, overrideEnv } from '@/server/platform/env'
import { Browser, type Page } from '@/test/browser'
import {
  offerGithub,
  offerIssuer,
  type SignInHub,
  type Start,
  signIn as signInAt,
  startSignInHub,
} from '@/test/sign-in-hub'
import { type SignInProvider, startGithub, startIssuer } from '@/test/sign-in-provider'
import { aCaller, aColleague, aSession, type Caller } from '@/test/world'
import { offeredProviders } from './providers'

/** Sign-in by provider over HTTP against real ones on loopback, as a browser does it but for the pages. */
const unique = Date.now().toString(36)
const address = (name: string) => `${name}-${unique}@example.test`
const people = ['invited', 'added', 'member', 'stranger', 'connecting', 'unverified', 'second']
const octo = people.map((name) => ({
  ...{ login: `${name}-${unique}`, name, email: address(name), isVerified: name !== 'unverified' },
}))

let hub: SignInHub
let github: SignInProvider
let issuer: SignInProvider

beforeAll(async () => {
  hub = await startSignInHub()
  github = await startGithub({ hubUrl: hub.url, users: octo })
  const logins = people.map((name) => address(`${name}-oidc`))
  const users = logins.map((login) => ({ login, email: login, firstName: 'Ada', lastName: 'Byron' }))
  issuer = await startIssuer({ hubUrl: hub.url, users })
  offerGithub(github)
  offerIssuer(issuer)
})
afterAll(async () => {
  for (const each of [hub, github, issuer]) await each.close()
})

const signIn = (browser: Browser, provider: string, who: string, options?: Start) =>
  signInAt(hub, browser, [provider, who], options)

const sessionOf = (browser: Browser) => browser.cookie(hub.url, 'inthub.session')
async function whoIsIn(browser: Browser): Promise<string | null> {
  const token = sessionOf(browser)
  return token ? ((await findSession(token))?.user.email ?? null) : null
}
const errorOf = ({ url }: Page) => url.searchParams.get('error')

async function signedIn(caller: Caller): Promise<Browser> {
  const browser = new Browser()
  browser.jar(new URL(hub.url).host).set('inthub.session', await aSession(caller))
  return browser
}

describe.each([
  ['github', (name: string) => `${name}-${unique}`, address],
  ['oidc', (name: string) => address(`${name}-oidc`), (name: string) => address(`${name}-oidc`)],
])('signing in with %s', (provider, loginOf, emailOf) => {
  it('lets in who was invited, and leads where they wanted', async () => {
    await createInvitation(await aCaller(), { email: emailOf('invited'), role: 'viewer' })
    const browser = new Browser()
    const page = await signIn(browser, provider, loginOf('invited'), { callbackUrl: '/invite/abc' })
    expect([page.url.pathname, errorOf(page)]).toEqual(['/invite/abc', null])
    expect(await whoIsIn(browser)).toBe(emailOf('invited'))
    const again = new Browser()
    await signIn(again, provider, loginOf('invited'))
    expect(await whoIsIn(again)).toBe(emailOf('invited'))
  })

  it('is the first way in of who was added', async () => {
    const { id } = await addMember(await aCaller(), { email: emailOf('added'), role: 'viewer' })
    const browser = new Browser()
    await signIn(browser, provider, loginOf('added'))
    expect(await whoIsIn(browser)).toBe(emailOf('added'))
    expect(await listAccounts(id)).toMatchObject([{ provider, lastUsedAt: expect.any(Date) }])
  })

  it('makes nobody of a stranger, and tells them to ask for an invitation', async () => {
    const browser = new Browser()
    const page = await signIn(browser, provider, loginOf('stranger'))
    expect([page.url.pathname, errorOf(page)]).toEqual(['/sign-in', 'ProviderUnknownPerson'])
    expect(sessionOf(browser)).toBeUndefined()
    expect(await findUserByEmail(emailOf('stranger'))).toBeNull()
  })

  it('never takes the account of somebody who is here by the address alone', async () => {
    const ctx = await aCaller()
    const { id } = await addMember(ctx, { email: emailOf('member'), role: 'viewer' })
    await aSession({ ...ctx, actor: { kind: 'user', id, name: 'x' } })
    const browser = new Browser()
    const page = await signIn(browser, provider, loginOf('member'))
    expect(errorOf(page)).toBe('ProviderConnectFirst')
    expect(page.url.searchParams.get('callbackUrl')).toBe('/acme')
    expect(sessionOf(browser)).toBeUndefined()
    expect(await listAccounts(id)).toEqual([])
  })

  it('connects the account to who is signed in and asks for it, and back on the page they came from', async () => {
    const caller = await aCaller()
    const browser = await signedIn(caller)
    const before = sessionOf(browser)
    const profile = '/acme/settings/profile'
    const page = await signIn(browser, provider, loginOf('connecting'), { connect: true, callbackUrl: profile })
    expect([page.url.pathname, errorOf(page)]).toEqual([profile, null])
    expect(sessionOf(browser)).toBe(before)
    expect(await listAccounts(caller.actor.id)).toMatchObject([{ provider }])
    const elsewhere = new Browser()
    await signIn(elsewhere, provider, loginOf('connecting'))
    expect((await findSession(sessionOf(elsewhere) ?? ''))?.user.id).toBe(caller.actor.id)
    const other = await signedIn(await aCaller())
    const refused = await signIn(other, provider, loginOf('connecting'), { connect: true, callbackUrl: profile })
    expect([refused.url.pathname, errorOf(refused)]).toEqual([profile, 'ProviderAccountTaken'])
  })

  it('connects nothing for who is signed in and did not ask for it', async () => {
    const caller = await aCaller()
    const page = await signIn(await signedIn(caller), provider, loginOf('second'))
    expect(errorOf(page)).toBe('ProviderUnknownPerson')
    expect(await listAccounts(caller.actor.id)).toEqual([])
  })
})

describe('one browser', () => {
  it('is one person: signing in as another ends the session before', async () => {
    const caller = await aCaller()
    const browser = await signedIn(caller)
    const before = sessionOf(browser) ?? ''
    await signIn(browser, 'github', `invited-${unique}`)
    expect(await whoIsIn(browser)).toBe(address('invited'))
    expect(await findSession(before)).toBeNull()
  })

  it('keeps nothing of the errand, and nothing of it is readable by scripts', async () => {
    const browser = new Browser()
    const { csrfToken } = JSON.parse((await browser.ask(`${hub.url}/api/auth/csrf`)).text) as { csrfToken: string }
    const set = (
      await browser.post(`${hub.url}/api/auth/signin/oidc`, { csrfToken, json: 'true' })
    ).headers.getSetCookie()
    for (const name of ['pkce', 'state', 'nonce']) {
      const line = set.find((each) => each.startsWith(`inthub.${name}=`)) ?? ''
      for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(line).toContain(attribute)
      expect(Date.parse(/Expires=([^;]+)/.exec(line)?.[1] ?? '') - Date.now()).toBeLessThanOrEqual(15 * 60_000)
    }
    await signIn(browser, 'github', `invited-${unique}`)
    const kept = [...browser.jar(new URL(hub.url).host)].flatMap(([name, value]) => (value === '' ? [] : [name]))
    expect(kept.sort()).toEqual(['inthub.callback', 'inthub.csrf', 'inthub.session'])
  })
})

describe('an address the provider has not verified', () => {
  it('signs nobody in, though somebody with it was added', async () => {
    await addMember(await aCaller(), { email: address('unverified'), role: 'owner' })
    const browser = new Browser()
    const page = await signIn(browser, 'github', `unverified-${unique}`)
    expect(errorOf(page)).toBe('ProviderEmailUnverified')
    expect(sessionOf(browser)).toBeUndefined()
  })

  it('does not stand in the way of connecting', async () => {
    const caller = await aColleague(await aCaller(), 'viewer')
    await signIn(await signedIn(caller), 'github', `unverified-${unique}`, { connect: true })
    expect(await listAccounts(caller.actor.id)).toMatchObject([{ label: `unverified-${unique}` }])
  })
})

describe('what is offered', () => {
  it('is what is set, by name and host', () => {
    expect(offeredProviders()).toEqual([
      { id: 'github', name: 'GitHub', host: new URL(github.url).host },
      { id: 'oidc', name: new URL(issuer.url).host, host: new URL(issuer.url).host },
    ])
    const before = env()
    overrideEnv({ AUTH_GITHUB_ID: undefined, AUTH_OIDC_NAME: 'Acme SSO' })
    expect(offeredProviders()).toMatchObject([{ id: 'oidc', name: 'Acme SSO' }])
    overrideEnv(before)
  })
})
