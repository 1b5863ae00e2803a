import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { ageSessions } from '@/test/old-sessions'
import { examine } from './examine'
import { type Hub, startHub } from './hub'
import { anIntegration, owner, setUp, signIn, told } from './people'
import { watch } from './screens'
import { aService, type Service, serviceInput, token } from './services'
import { next, openWizard, toCredentials } from './wizard'

/** The wizard with a secret that is stored already: a reference, never a copy, confirmed by somebody who just signed in. */
let hub: Hub
let service: Service
let elsewhere: Service
let context: BrowserContext
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  hub = await startHub()
  service = await aService()
  elsewhere = await aService()
  context = await browser.newContext()
  page = await context.newPage()
  await setUp(page, hub)
  await anIntegration(page, hub, serviceInput(service, { name: 'Orders', slug: 'orders', owner: 'Payments' }))
  await anIntegration(page, hub, serviceInput(elsewhere, { name: 'Elsewhere', slug: 'elsewhere' }))
})

test.afterAll(async () => {
  await context?.close()
  service?.close()
  elsewhere?.close()
  await hub?.end()
})

const ask = () => page.getByRole('button', { name: 'Use a secret already stored' })
const dialog = () => page.getByRole('dialog')

test('whoever signed in too long ago proves who they are first, and comes back to the draft', async () => {
  await openWizard(page, hub)
  await toCredentials(page, service.url)
  await ageSessions(await hub.databaseUrl(), 11)
  await ask().click()
  await expect(dialog()).toContainText('You signed in too long ago for this.')
  await dialog()
    .getByRole('radio', { name: /Orders/ })
    .check()
  await dialog().getByRole('checkbox').check()
  await expect(dialog().getByRole('button', { name: 'Use this secret' })).toBeDisabled()
  await examine(page, 'stored-secret-sign-in-again')
  await dialog().getByRole('link', { name: 'Sign in again' }).click()
  await page.waitForURL(/\/sign-in\?callbackUrl=/)
  const path = new URL(page.url())
  await signIn(page, hub, owner.email, `${path.pathname}${path.search}`)
  await expect(page).toHaveURL(/\/acme\/integrations\/new$/)
  await expect(page.getByRole('heading', { name: /Credentials/ })).toBeVisible()
})

test('the secret of an integration at the same address is used after it is confirmed, and never shown', async () => {
  const watched = watch(page)
  await page.waitForLoadState('networkidle')
  await page.getByRole('radio', { name: 'Bearer token' }).check()
  await ask().click()
  await expect(dialog().getByRole('radio')).toHaveCount(1)
  await expect(dialog().getByRole('radio', { name: /Orders/ })).not.toBeChecked()
  await expect(dialog()).toContainText('owner Payments')
  await dialog()
    .getByRole('radio', { name: /Orders/ })
    .check()
  await expect(dialog().getByRole('button', { name: 'Use this secret' })).toBeDisabled()
  await dialog().getByText('This integration will act with the rights of orders').click()
  await examine(page, 'stored-secret-dialog')
  await dialog().getByRole('button', { name: 'Use this secret' }).click()
  await expect(dialog()).toBeHidden()
  await expect(page.locator('[data-reuse="orders"]')).toContainText('acts with the rights of it')
  await expect(page.getByLabel('Token', { exact: true })).toHaveCount(0)
  await examine(page, 'stored-secret-chosen')

  await page.getByRole('button', { name: 'Enter a secret instead' }).click()
  await expect(page.getByLabel('Token', { exact: true })).toHaveValue('')
  await ask().click()
  await dialog()
    .getByRole('radio', { name: /Orders/ })
    .check()
  await dialog().getByRole('checkbox').check()
  await dialog().getByRole('button', { name: 'Use this secret' }).click()
  await next(page)
  await expect(page.getByText('It works.')).toBeVisible()
  await next(page)
  await page.getByLabel('Name', { exact: true }).fill('Orders two')
  await page.getByRole('button', { name: /^Save ?(Ctrl Enter)?$/ }).click()
  await expect(page.getByRole('heading', { name: 'Orders two is connected' })).toBeVisible()
  const read = '{ integration(id: "orders-two") { storedSecrets } activity(first: 50) { edges { node { type } } } }'
  const answer = await told(page, hub, read)
  expect(answer.integration).toEqual({ storedSecrets: ['token'] })
  expect(JSON.stringify(answer.activity)).toContain('credential.reused')
  expect(await page.content()).not.toContain(token)
  expect(watched.troubles()).toEqual([])
})

test('where nothing fits, the dialog says so', async () => {
  await openWizard(page, hub)
  await toCredentials(page, 'http://127.0.0.1:9')
  await ask().click()
  await expect(dialog()).toContainText('No integration that you can see signs in to the same address')
  await examine(page, 'stored-secret-none')
})
