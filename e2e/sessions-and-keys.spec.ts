import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type Hub, startHub } from './hub'
import { askWithKey, owner, setUp, signIn } from './people'

/** The ways in: a key that is shown once and ends when it is revoked, and a session that is ended from elsewhere. */
let hub: Hub
let context: BrowserContext
let page: Page

test.beforeAll(async ({ browser }) => {
  hub = await startHub()
  context = await browser.newContext()
  page = await context.newPage()
  await setUp(page, hub)
})

test.afterAll(async () => {
  await context?.close()
  await hub?.end()
})

test('an API key is shown once, works, and is refused within a second of being revoked', async () => {
  await page.goto(`${hub.url}/acme/settings/keys`)
  await page.getByRole('button', { name: 'Create API key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Create key' }).click()
  await expect(dialog.getByLabel('Name')).toHaveAccessibleDescription(/Enter a name/)
  await dialog.getByLabel('Name').fill('deploy job')
  await dialog.getByRole('button', { name: 'Create key' }).click()
  const key = (await page.locator('[data-secret]').innerText()).trim()
  expect(key).toMatch(/^ihk_\S{20,}$/)
  await page.getByRole('button', { name: 'I have copied it' }).click()
  await expect(page.getByRole('row', { name: /deploy job/ })).toContainText('active')
  await expect(page.locator('body')).not.toContainText(key)
  await page.reload()
  await expect(page.getByRole('row', { name: /deploy job/ })).toBeVisible()
  expect(await page.content()).not.toContain(key)

  const works = await askWithKey(hub, key)
  expect(works.status).toBe(200)
  expect(JSON.parse(works.text).data).toEqual({ tenant: { slug: 'acme' }, integrations: { totalCount: 0 } })

  await page.getByRole('button', { name: 'Revoke deploy job' }).click()
  const revoked = page.waitForResponse(
    (response) => response.url().endsWith('/graphql') && (response.request().postData() ?? '').includes('revokeApiKey'),
  )
  await page.getByRole('button', { name: 'Revoke key' }).click()
  await revoked
  const since = Date.now()
  const isRefused = async () => /UNAUTHENTICATED/.test((await askWithKey(hub, key)).text)
  while (!(await isRefused())) expect(Date.now() - since).toBeLessThan(1_000)
  expect(Date.now() - since).toBeLessThan(1_500)
  await expect(page.getByRole('row', { name: /deploy job/ })).toContainText('revoked')
  expect(hub.output()).not.toContain(key)
})

test('ending another session signs that browser out', async ({ browser }) => {
  const elsewhere = await browser.newContext({
    userAgent: 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0',
  })
  const other = await elsewhere.newPage()
  await signIn(other, hub, owner.email)
  await expect(other.locator('[data-live="live"]')).toBeVisible()

  await page.goto(`${hub.url}/acme/settings`)
  await expect(page.getByText('this session')).toHaveCount(1)
  await page.getByRole('button', { name: 'End the session in Firefox on Windows' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click()
  await expect(page.getByRole('button', { name: 'End the session in Firefox on Windows' })).toHaveCount(0)

  // What it has open is closed within five seconds, and says so; anything it asks is refused.
  await expect(other.getByText('You are signed out.')).toBeVisible({ timeout: 6_000 })
  await other.goto(`${hub.url}/acme/activity`)
  await other.waitForURL(/\/sign-in/)
  await expect(other.getByRole('button', { name: 'Send me a link' })).toBeVisible()
  await page.reload()
  await expect(page.getByText('this session')).toBeVisible()
  await elsewhere.close()
})

test('signing out ends the session everywhere it was used', async ({ browser }) => {
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await signIn(other, hub, owner.email)
  const cookies = await elsewhere.cookies()
  await other.getByRole('button', { name: /^Account/ }).click()
  await other.getByRole('menuitem', { name: 'Sign out' }).click()
  await other.waitForURL(/\/sign-in/)
  await elsewhere.addCookies(cookies)
  await other.goto(`${hub.url}/acme`)
  await other.waitForURL(/\/sign-in/)
  await elsewhere.close()
})

test('whoever was asked to sign in comes to the page they wanted', async ({ browser }) => {
  const guest = await (await browser.newContext()).newPage()
  await signIn(guest, hub, owner.email, '/acme/activity?q=signed')
  await expect(guest).toHaveURL(`${hub.url}/acme/activity?q=signed`)
  await guest.context().close()
})
