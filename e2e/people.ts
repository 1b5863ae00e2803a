import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import type { Hub } from './hub'

/** People of a hub, and what they ask it past the screens with the session of their browser. */
export const owner = { name: 'Ada Byron', email: 'ada@acme.test' }

export type Answer = {
  status: number
  // What a journey looks into is whatever its document asked for.
  data: Record<string, unknown> | null
  errors: { message: string; extensions?: Record<string, unknown> }[]
}

/** One GraphQL document with the cookies of the page's browser. */
export async function ask(
  page: Page,
  { url }: Hub,
  query: string,
  { variables = {}, tenant = 'acme' }: { variables?: Record<string, unknown>; tenant?: string } = {},
): Promise<Answer> {
  const response = await page.request.post(`${url}/graphql`, {
    data: { query, variables },
    headers: { 'x-inthub-tenant': tenant },
  })
  const { data = null, errors = [] } = (await response.json()) as Partial<Answer>
  return { status: response.status(), data, errors }
}

/** The same, for what has to work. */
export async function told(...args: Parameters<typeof ask>): Promise<Record<string, unknown>> {
  const { data, errors } = await ask(...args)
  expect(errors).toEqual([])
  return data ?? {}
}

export async function setUpLink(hub: Hub): Promise<string> {
  const [link] = await hub.told(/http\S+\/setup\?token=\S+/)
  return link
}

/** Uses the one-time link: the page is signed in as the owner of the tenant acme afterwards. */
export async function setUp(page: Page, hub: Hub): Promise<void> {
  await page.goto(await setUpLink(hub))
  await page.getByLabel('Your name').fill(owner.name)
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByLabel('Organisation').fill('Acme')
  await page.getByRole('button', { name: 'Set up and sign in' }).click()
  await page.waitForURL(`${hub.url}/acme`)
}

/** Asks for a link as a person does, and opens the one the console shows. */
export async function signIn(page: Page, hub: Hub, email: string, path = '/sign-in'): Promise<void> {
  await page.goto(`${hub.url}${path}`)
  await page.getByLabel('E-mail').fill(email)
  const seen = hub.output().length
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Look for your link' })).toBeVisible()
  await expect.poll(() => hub.output().slice(seen)).toContain(`Sign-in link for ${email}`)
  const [link] = /http\S+\/sign-in\?token=\S+/.exec(hub.output().slice(seen)) ?? []
  await page.goto(link ?? '')
  await page.getByRole('button', { name: `Continue as ${email}` }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  // The page is there before its script is: what is pressed earlier does nothing.
  await expect(page.getByRole('banner').getByRole('status')).toContainText('Live')
}

type Somebody = { email: string; role: 'VIEWER' | 'OPERATOR' | 'ADMIN' | 'OWNER'; by: Page }

/** A colleague in the tenant acme, in a browser of their own. */
export async function aColleague(browser: Browser, hub: Hub, { email, role, by }: Somebody): Promise<BrowserContext> {
  await told(by, hub, 'mutation ($input: AddMemberInput!) { addMember(input: $input) { member { id } } }', {
    variables: { input: { email, role, name: email.split('@')[0] } },
  })
  const context = await browser.newContext()
  await signIn(await context.newPage(), hub, email)
  return context
}

export const connectDocument = `
  mutation ($input: ConnectIntegrationInput!) {
    connectIntegration(input: $input) { integration { id slug health version } test { success } }
  }
`

/** An integration, connected past the screens. */
export async function anIntegration(
  page: Page,
  hub: Hub,
  input: Record<string, unknown>,
  tenant = 'acme',
): Promise<{ id: string; slug: string }> {
  const { connectIntegration } = await told(page, hub, connectDocument, { variables: { input }, tenant })
  return (connectIntegration as { integration: { id: string; slug: string } }).integration
}

/** What a program gets that sends this key. */
export async function askWithKey({ url }: Hub, key: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: '{ tenant { slug } integrations { totalCount } }' }),
  })
  return { status: response.status, text: await response.text() }
}
