import { expect, test } from '@playwright/test'
import { type Hub, startHub } from './hub'
import { expectFocus, tabTo, typeInto } from './keyboard'
import { owner, setUpLink } from './people'
import { aService, type Service, token } from './services'

/** From the first start to the first integration, by keyboard alone. */
let hub: Hub
let service: Service

test.beforeAll(async () => {
  hub = await startHub()
  service = await aService()
})

test.afterAll(async () => {
  service?.close()
  await hub?.end()
})

test('a stranger sets the hub up and connects a service without a mouse', async ({ page }) => {
  await test.step('without the link nobody sets it up', async () => {
    await page.goto(`${hub.url}/setup`)
    await expect(page.getByText('Open the set-up link that the hub printed on its console')).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
  })

  await test.step('wrong input is answered at its field', async () => {
    await page.goto(await setUpLink(hub))
    await expectFocus(page, /Your name/)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Enter your name.')).toBeVisible()
    await expect(page.getByText('Enter your e-mail address.')).toBeVisible()
    await expect(page.getByText('Enter the name of your organisation or team.')).toBeVisible()
    await expect(page.getByLabel('Your name')).toHaveAttribute('aria-invalid', 'true')
    await typeInto(page, /Your name/, owner.name)
    await typeInto(page, /E-mail/, 'not an address')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Enter your name.')).toBeHidden()
    await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/Enter your e-mail address/)
  })

  await test.step('the link makes the first tenant and signs in', async () => {
    await page.getByLabel('Your name').focus()
    await typeInto(page, /E-mail/, owner.email)
    await typeInto(page, /Organisation/, 'Acme')
    await expect(page.getByText('Its address will be /acme')).toBeVisible()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${hub.url}/acme`)
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeAttached()
  })

  await test.step('the wizard connects an HTTP service', async () => {
    await page.goto(`${hub.url}/acme/integrations/new`)
    await expectFocus(page, /Search services/)
    await page.keyboard.type('http service')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Settings are reused. Secrets are not.')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await typeInto(page, /Base URL/, service.url)
    await typeInto(page, /Path to check/, '/me')
    await page.keyboard.press('Control+Enter')
    await tabTo(page, /API key in a header/)
    await page.keyboard.press('ArrowDown')
    await typeInto(page, /^Token/, token)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('It works.')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await typeInto(page, /^Name/, 'Orders API')
    await expect(page.getByLabel('Slug')).toHaveValue('orders-api')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Orders API is connected' })).toBeFocused()
  })

  await test.step('it stands on the overview, healthy', async () => {
    await tabTo(page, /^Open orders-api/)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${hub.url}/acme/integrations/orders-api`)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${hub.url}/acme`)
    const card = page.locator('[data-integration="orders-api"]')
    await expect(card).toHaveAttribute('data-state', 'HEALTHY')
    await expect(card.getByText('Healthy')).toBeVisible()
  })

  await test.step('the link works once', async () => {
    await page.goto(await setUpLink(hub))
    await expect(page.getByRole('heading', { name: 'This hub is set up already' })).toBeVisible()
  })
})
