import { expect, type Page, test } from '@playwright/test'
import { type Hub, startHub } from './hub'
import { anIntegration, setUp, told } from './people'
import { aService, type Service, serviceInput, token } from './services'
import { next, openWizard, step, toCredentials } from './wizard'

/** Wrong input is answered where it stands, nothing typed is lost, and a secret stays where it was typed. */
let hub: Hub
let service: Service
let page: Page

const wrongToken = 'wrong-token-9876543210fedcba'

test.beforeAll(async ({ browser }) => {
  hub = await startHub()
  service = await aService()
  page = await (await browser.newContext()).newPage()
  await setUp(page, hub)
  await anIntegration(page, hub, serviceInput(service, { name: 'Orders', slug: 'orders' }))
})

test.afterAll(async () => {
  await page?.context().close()
  service?.close()
  await hub?.end()
})

/** Wherever a browser keeps things, and its address. */
const kept = () =>
  page.evaluate(() =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      window.location.href,
      document.cookie,
      window.history.state,
    ]),
  )

test('a field that does not fit says so itself', async () => {
  await openWizard(page, hub)
  await page.locator('[data-type="custom.http"]').click()
  await expect(page.getByRole('radio', { name: /Last used settings/ })).toBeChecked()
  await next(page)
  await expect(page.getByLabel('Base URL')).toHaveValue(service.url)
  await expect(page.getByText('from last use').first()).toBeVisible()
  await page.getByLabel('Base URL').fill('ftp://files')
  await page.getByLabel('Path to check').fill('me')
  await next(page)
  await expect(page.getByLabel('Base URL')).toHaveAccessibleDescription(
    /Base URL has to be a URL that begins with https:/,
  )
  await expect(page.getByLabel('Path to check')).toHaveAccessibleDescription(
    /Path to check has to be a path that begins with/,
  )
  await expect(page.getByLabel('Base URL')).toHaveAttribute('aria-invalid', 'true')
  await expect(step(page, 'Settings')).toHaveAttribute('aria-current', 'step')
  await page.getByLabel('Base URL').fill(service.url)
  await page.getByLabel('Path to check').fill('/me')
  await expect(page.getByLabel('Base URL')).not.toHaveAttribute('aria-invalid', 'true')
  await next(page)
  await next(page)
  // Settings are reused, secrets are not.
  await expect(page.getByLabel('Token', { exact: true })).toHaveValue('')
  await expect(page.getByLabel('Token', { exact: true })).toHaveAccessibleDescription(/required/)
})

test('a refused token shows the failing probe and what to do, and can be saved disabled', async () => {
  await openWizard(page, hub)
  await toCredentials(page, service.url)
  await page.getByLabel('Token', { exact: true }).fill(wrongToken)
  await next(page)
  await expect(page.getByText('The test did not pass.')).toBeVisible()
  const failed = page.getByRole('listitem').filter({ has: page.getByText('Authentication', { exact: true }) })
  await expect(failed).toContainText('fail')
  await expect(failed).toContainText('401')
  await expect(failed).toContainText('What to do:')
  await expect(
    page.getByRole('listitem').filter({ has: page.getByText('Connectivity', { exact: true }) }),
  ).toContainText('pass')
  expect(await kept()).not.toContain(wrongToken)
  await expect(page.locator('body')).not.toContainText(wrongToken)

  await failed.getByRole('button', { name: 'Change the credentials' }).click()
  await expect(page.getByLabel('Token', { exact: true })).toBeVisible()
  await next(page)
  await page.getByRole('button', { name: 'Go on, save disabled' }).click()
  await page.getByLabel('Name').fill('Broken')
  await expect(page.getByText('it can only be saved disabled')).toBeVisible()
  await page.getByRole('button', { name: 'Save disabled' }).click()
  await expect(page.getByRole('heading', { name: 'Broken is saved, disabled' })).toBeVisible()
  expect(await told(page, hub, '{ integration(id: "broken") { health enabled } }')).toEqual({
    integration: { health: 'DISABLED', enabled: false },
  })
})

test('a taken name is told at the name, and nothing else is lost', async () => {
  await openWizard(page, hub)
  await toCredentials(page, service.url)
  await page.getByLabel('Token', { exact: true }).fill(token)
  await next(page)
  await expect(page.getByText('It works.')).toBeVisible()
  await next(page)
  await page.getByLabel('Name').fill('Orders')
  await page.getByLabel('Owner').fill('Payments team')
  await page.getByRole('button', { name: /^Save ?(Ctrl Enter)?$/ }).click()
  await expect(page.getByRole('main').getByText(/taken/i).first()).toBeVisible()
  await expect(page.locator('input[aria-invalid="true"]')).toHaveCount(1)
  await expect(page.getByLabel('Owner')).toHaveValue('Payments team')
  await page.getByLabel('Name').fill('Orders two')
  await page.getByRole('button', { name: /^Save ?(Ctrl Enter)?$/ }).click()
  await expect(page.getByRole('heading', { name: 'Orders two is connected' })).toBeVisible()
  expect(await kept()).not.toContain(token)
})

test('who saves over a newer version is told, and keeps what was typed', async () => {
  const first = page
  const second = await page.context().newPage()
  for (const tab of [first, second]) {
    await tab.goto(`${hub.url}/acme/integrations/orders/settings`)
    await expect(tab.getByLabel('Owner')).toBeEnabled()
    await expect(tab.locator('[data-live="live"]')).toBeVisible()
  }
  await second.getByLabel('Owner').fill('Team of the second tab')
  await first.getByLabel('Name', { exact: true }).fill('Orders, renamed')
  await first.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(first.getByText('orders is saved')).toBeVisible()
  await second.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(second.getByText('Somebody changed it in the meantime.')).toBeVisible()
  await expect(second.getByLabel('Owner')).toHaveValue('Team of the second tab')
  await second.getByRole('button', { name: 'Reload, keep what I typed' }).click()
  await expect(second.getByLabel('Name', { exact: true })).toHaveValue('Orders, renamed')
  await expect(second.getByLabel('Owner')).toHaveValue('Team of the second tab')
  await second.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(second.getByText('orders is saved')).toBeVisible()
  expect(await told(page, hub, '{ integration(id: "orders") { name owner } }')).toEqual({
    integration: { name: 'Orders, renamed', owner: 'Team of the second tab' },
  })
  await second.close()
})

test('leaving with a typed secret asks first, and the draft comes back without it', async () => {
  await openWizard(page, hub)
  await toCredentials(page, service.url)
  await page.getByLabel('Token', { exact: true }).fill(token)
  expect(await kept()).not.toContain(token)
  const main = page.getByRole('navigation', { name: 'Main' })
  await main.getByRole('link', { name: 'Activity' }).click()
  const question = page.getByRole('dialog', { name: 'Leave without the secret?' })
  await expect(question).toBeVisible()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByLabel('Token', { exact: true })).toHaveValue(token)
  await page.goBack().catch(() => null)
  await expect(question).toBeVisible()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByLabel('Token', { exact: true })).toHaveValue(token)
  await main.getByRole('link', { name: 'Activity' }).click()
  await question.getByRole('button', { name: 'Leave' }).click()
  await page.waitForURL(`${hub.url}/acme/activity`)
  await page.goto(`${hub.url}/acme/integrations/new`)
  await expect(page.getByText('Your draft is back')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Bearer token' })).toBeChecked()
  await expect(page.getByLabel('Token', { exact: true })).toHaveValue('')
  await step(page, 'Settings').click()
  await expect(page.getByLabel('Base URL')).toHaveValue(service.url)
  expect(await kept()).not.toContain(token)
})

test('no secret was written to the console', () => {
  expect(hub.output()).not.toContain(token)
  expect(hub.output()).not.toContain(wrongToken)
})
