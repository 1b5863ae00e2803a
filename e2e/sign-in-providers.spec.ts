import { type Browser, expect, type Page, test } from '@playwright/test'
import { freePort, type SignInProvider, startGithub, startIssuer } from '@/test/sign-in-provider'
import { type Hub, startHub } from './hub'
import { owner, setUp, told } from './people'

/** Signing in with GitHub and with an OpenID Connect issuer, at real ones on loopback, as a person does it. */
let hub: Hub
let github: SignInProvider
let issuer: SignInProvider
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  // The providers have to know the hub's address before it is up, and the hub theirs.
  const port = await freePort()
  const hubUrl = `http://localhost:${port}`
  github = await startGithub({
    hubUrl,
    users: [
      { login: 'grace', name: 'Grace Hopper', email: 'grace@acme.test' },
      { login: 'ada-at-github', name: 'Ada Byron', email: 'ada@elsewhere.test' },
      { login: 'mallory', name: 'Mallory', email: 'victim@acme.test', isVerified: false },
      { login: 'stranger', name: 'Stranger', email: 'stranger@elsewhere.test' },
      { login: 'ada-lookalike', name: 'Ada', email: owner.email },
    ],
  })
  const edsger = { login: 'edsger@acme.test', email: 'edsger@acme.test', firstName: 'Edsger', lastName: 'Dijkstra' }
  issuer = await startIssuer({ hubUrl, users: [edsger] })
  hub = await startHub({
    ...{ PORT: String(port), AUTH_GITHUB_URL: github.url },
    ...{ AUTH_GITHUB_ID: github.clientId, AUTH_GITHUB_SECRET: github.clientSecret },
    ...{ AUTH_OIDC_ISSUER: issuer.url, AUTH_OIDC_ID: issuer.clientId, AUTH_OIDC_SECRET: issuer.clientSecret },
    AUTH_OIDC_NAME: 'Acme SSO',
  })
  page = await (await browser.newContext()).newPage()
  await setUp(page, hub)
})

test.afterAll(async () => {
  await page?.context().close()
  await hub?.end()
  for (const each of [github, issuer]) await each?.close()
})

async function inOwnBrowser(browser: Browser, act: (guest: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext()
  await act(await context.newPage())
  await context.close()
}

async function add(email: string): Promise<void> {
  const document = 'mutation ($input: AddMemberInput!) { addMember(input: $input) { member { id } } }'
  await told(page, hub, document, { variables: { input: { email, role: 'VIEWER' } } })
}

/** Presses the provider's button and chooses whom to be there. */
async function continueWith(guest: Page, button: string, who: string): Promise<void> {
  await guest.getByRole('button', { name: button }).click()
  await guest.locator('form').filter({ hasText: who }).getByRole('button').first().click()
}

const signInPage = (guest: Page) => guest.goto(`${hub.url}/sign-in`)
const complaint = (guest: Page) => guest.getByRole('main').getByRole('alert')

test('GitHub lets somebody in who was added, and again the next day', async ({ browser }) => {
  await add('grace@acme.test')
  for (const _day of ['first', 'next']) {
    await inOwnBrowser(browser, async (guest) => {
      await signInPage(guest)
      await continueWith(guest, 'Continue with GitHub', 'grace')
      await expect(guest).toHaveURL(`${hub.url}/acme`)
      await expect(guest.getByRole('navigation', { name: 'Main' })).toBeVisible()
    })
  }
})

test('an invitation is accepted by way of an issuer that vouches for the address', async ({ browser }) => {
  const document = 'mutation ($input: CreateInvitationInput!) { createInvitation(input: $input) { url } }'
  const variables = { input: { email: 'edsger@acme.test', role: 'OPERATOR' } }
  const { createInvitation } = await told(page, hub, document, { variables })
  const { url } = createInvitation as { url: string }
  await inOwnBrowser(browser, async (guest) => {
    await guest.goto(url)
    await continueWith(guest, 'Continue with Acme SSO', 'edsger@acme.test')
    await expect(guest).toHaveURL(url)
    await guest.getByRole('button', { name: 'Join Acme' }).click()
    await expect(guest).toHaveURL(`${hub.url}/acme`)
    await guest.goto(url)
    await expect(guest.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible()
  })
})

test('an account is connected from the profile, and signs in from then on', async ({ browser }) => {
  await page.goto(`${hub.url}/acme/settings`)
  await page.getByRole('button', { name: 'Connect GitHub' }).click()
  await page.locator('form').filter({ hasText: 'ada-at-github' }).getByRole('button').first().click()
  await expect(page).toHaveURL(new RegExp(`^${hub.url}/acme/settings`))
  await expect(page.getByRole('button', { name: 'Disconnect GitHub' })).toBeVisible()
  await expect(page.getByText('ada-at-github')).toBeVisible()
  await inOwnBrowser(browser, async (guest) => {
    await signInPage(guest)
    await continueWith(guest, 'Continue with GitHub', 'ada-at-github')
    await expect(guest).toHaveURL(`${hub.url}/acme`)
    const { viewer } = await told(guest, hub, '{ viewer { email } }')
    expect(viewer).toEqual({ email: owner.email })
  })
  await page.getByRole('button', { name: 'Disconnect GitHub' }).click()
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Disconnect GitHub' })
    .click()
  await expect(page.getByRole('button', { name: 'Connect GitHub' })).toBeVisible()
})

test.describe('nobody is let in', () => {
  const refused: [string, string, RegExp][] = [
    ['with an address that GitHub has not verified', 'mallory', /verified/],
    ['whom nobody invited', 'stranger', /invitation/i],
    ['by having the address of somebody who is here', 'ada-lookalike', /link/i],
  ]
  for (const [name, who, words] of refused) {
    test(name, async ({ browser }) => {
      if (who === 'mallory') await add('victim@acme.test')
      await inOwnBrowser(browser, async (guest) => {
        await signInPage(guest)
        await continueWith(guest, 'Continue with GitHub', who)
        await expect(guest).toHaveURL(new RegExp(`^${hub.url}/sign-in\\?error=Provider`))
        await expect(complaint(guest)).toContainText(words)
        const cookies = await guest.context().cookies()
        expect(cookies.map((cookie) => cookie.name)).not.toContain('inthub.session')
      })
    })
  }
})
