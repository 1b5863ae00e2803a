import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { examine } from './examine'
import { type Hub, startHub } from './hub'
import { setUp } from './people'
import { type Watch, watch } from './screens'
import { aService, type Service, token } from './services'
import { next, openWizard, toCredentials } from './wizard'

/** Settings are saved as a profile, the next integration starts from it, and the profile is starred, changed and deleted. */
let hub: Hub
let service: Service
let context: BrowserContext
let page: Page
let watched: Watch

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  hub = await startHub()
  service = await aService()
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  watched = watch(page)
  await setUp(page, hub)
})

test.afterAll(async () => {
  await context?.close()
  service?.close()
  await hub?.end()
})

async function fromCredentialsToName(): Promise<void> {
  await page.getByLabel('Token', { exact: true }).fill(token)
  await next(page)
  await expect(page.getByText('It works')).toBeVisible()
  await next(page)
}

test('before there is one, the page says where profiles come from', async () => {
  await page.goto(`${hub.url}/acme/profiles`)
  await expect(page.getByText('Profiles appear when you save one in the wizard')).toBeVisible()
  await examine(page, 'profiles-empty')
})

test('the wizard saves the settings as a profile, without the secret', async () => {
  await openWizard(page, hub)
  await toCredentials(page, service.url)
  await fromCredentialsToName()
  const wanted = page.getByRole('checkbox', { name: /Save these settings as a profile/ })
  await expect(wanted).not.toBeChecked()
  await wanted.check()
  await page.getByLabel('Name of the profile').fill('Our tool')
  await examine(page, 'wizard-save-as-profile')
  await page.getByRole('button', { name: 'Save', exact: false }).last().click()
  await expect(page.getByRole('heading', { name: /is connected/ })).toBeVisible()
  await page.goto(`${hub.url}/acme/profiles`)
  const row = page.getByRole('row', { name: /Our tool/ })
  await expect(row).toContainText(service.url)
  await expect(row).toContainText('1 integration')
  expect(await page.content()).not.toContain(token)
})

test('the default is starred, and chosen first in the wizard; values say where they come from', async () => {
  await page.getByRole('button', { name: 'Make Our tool the default' }).click()
  await expect(page.getByRole('button', { name: 'Our tool: default no more' })).toBeVisible()
  await examine(page, 'profiles')
  await openWizard(page, hub)
  await page.locator('[data-type="custom.http"]').click()
  await expect(page.getByRole('radio', { name: /Our tool/ })).toBeChecked()
  await expect(page.getByText('Settings are reused. Secrets are not.')).toBeVisible()
  await examine(page, 'wizard-start-from')
  await next(page)
  await expect(page.getByLabel('Base URL')).toHaveValue(service.url)
  await expect(page.getByText('from profile Our tool').first()).toBeVisible()
  await next(page)
  await expect(page.getByRole('radio', { name: 'Bearer token' })).toBeChecked()
  await expect(page.getByLabel('Token', { exact: true })).toHaveValue('')
  await fromCredentialsToName()
  await page.getByRole('button', { name: 'Save', exact: false }).last().click()
  await expect(page.getByRole('heading', { name: /is connected/ })).toBeVisible()
  await page.goto(`${hub.url}/acme/profiles`)
  await expect(page.getByRole('row', { name: /Our tool/ })).toContainText('2 integrations')
  await page.goto(`${hub.url}/acme/integrations/http-2`)
  await expect(page.locator('[data-profile]')).toHaveText('from the profile Our tool')
  await page.locator('[data-profile]').getByRole('link', { name: 'Our tool' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Our tool/ })).toBeVisible()
  await page.goto(`${hub.url}/acme/profiles`)
})

test('a profile is changed on its page, and by somebody else meanwhile', async () => {
  await page
    .getByRole('link', { name: /Our tool/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /Our tool/ })).toBeVisible()
  await examine(page, 'profile')
  await page.getByLabel('Description').fill('For the tool of the team')
  await page.getByLabel('Attempts').fill('5')
  const other = await context.newPage()
  await other.goto(page.url())
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Our tool is saved')).toBeVisible()
  await other.getByLabel('Description').fill('Late')
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(other.getByText('Somebody else changed the profile')).toBeVisible()
  await other.getByRole('button', { name: 'Take the newer version' }).click()
  await expect(other.getByLabel('Description')).toHaveValue('For the tool of the team')
  await other.close()
})

test('an integration’s settings are saved as another one, which is deleted after being asked', async () => {
  await page.goto(`${hub.url}/acme/integrations/http-1/settings`)
  await page.getByRole('button', { name: 'Save as profile' }).click()
  await page.getByLabel('Name of the profile').fill('our TOOL')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expect(page.getByText(/is taken/)).toBeVisible()
  await page.getByLabel('Name of the profile').fill('A copy')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expect(page.getByText('The profile "A copy" is saved')).toBeVisible()
  await page.goto(`${hub.url}/acme/profiles`)
  await page.getByRole('button', { name: 'Delete A copy' }).click()
  await page.getByRole('button', { name: 'Delete profile' }).click()
  await expect(page.getByRole('row', { name: /A copy/ })).toHaveCount(0)
  await expect(page.getByRole('row', { name: /Our tool/ })).toBeVisible()
  expect(watched.troubles()).toEqual([])
})
