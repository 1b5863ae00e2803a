import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { examine } from './examine'
import { type Hub, startHub } from './hub'
import { tabTo, typeInto } from './keyboard'
import { aColleague, anIntegration, setUp, told } from './people'
import { watch } from './screens'
import { aService, type Service, serviceInput } from './services'

/** How calls through an integration are made: what is in force, changed by whoever may, seen by whoever may look. */
let hub: Hub
let service: Service
let context: BrowserContext
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  hub = await startHub()
  service = await aService()
  context = await browser.newContext()
  page = await context.newPage()
  await setUp(page, hub)
  await anIntegration(page, hub, serviceInput(service, { name: 'Orders', slug: 'orders' }))
  await anIntegration(page, hub, serviceInput(service, { name: 'Spare', slug: 'spare' }))
  await anIntegration(page, hub, {
    ...{ type: 'registry.oci', instance: 'custom', method: 'none', name: 'Images', slug: 'images' },
    ...{ config: { baseUrl: service.url }, saveDisabled: true },
  })
})

test.afterAll(async () => {
  await context?.close()
  service?.close()
  await hub?.end()
})

const policyDocument = '{ integration(id: "orders") { version callPolicy { changes } } }'
type Read = { integration: { version: number; callPolicy: { changes: Record<string, unknown> } } }
const kept = async () => ((await told(page, hub, policyDocument)) as Read).integration
const field = (label: string) => page.getByLabel(label, { exact: true })
const calls = () => `${hub.url}/acme/integrations/orders/settings/calls`

async function open(): Promise<void> {
  await page.goto(calls())
  await page.waitForLoadState('networkidle')
}

test('what is in force is shown, changed by keyboard alone, and holds', async () => {
  const watched = watch(page)
  await page.goto(`${hub.url}/acme/integrations/orders/settings`)
  await page.waitForLoadState('networkidle')
  await tabTo(page, /^Calls$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('everything is as usual')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Settings', exact: true }).last()).toHaveAttribute('aria-current', 'page')
  await expect(field('Attempts')).toHaveValue('3')
  await expect(field('Seconds for all of it')).toHaveValue('30')
  await examine(page, 'call-settings')

  await page.getByRole('heading', { name: 'Orders' }).click()
  await typeInto(page, /^Attempts/, '11')
  await typeInto(page, /^Seconds for one attempt/, '900')
  await tabTo(page, /^Repeat methods/)
  await page.keyboard.press('Space')
  await typeInto(page, /^Calls per second/, 'many')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Calls per second has to be a number.')).toBeVisible()
  await expect(field('Calls per second')).toBeFocused()
  await typeInto(page, /^Calls per second/, '2.5')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Attempts has to be 10 or less.')).toBeVisible()
  await expect(page.getByText('Seconds for one attempt has to be 600 or less.')).toBeVisible()
  expect((await kept()).callPolicy.changes).toEqual({})
  await examine(page, 'call-settings-problems')

  await page.getByRole('heading', { name: 'Orders' }).click()
  await typeInto(page, /^Attempts/, '5')
  await typeInto(page, /^Seconds for one attempt/, '4')
  await page.keyboard.press('Enter')
  await expect(page.getByText('4 values set here')).toBeVisible()
  await expect(page.getByText('Everything is saved.')).toBeVisible()
  expect((await kept()).callPolicy.changes).toEqual({
    ...{ timeoutMs: 4_000, retry: { attempts: 5, unsafe: true } },
    quota: { perSecond: 2.5 },
  })
  expect(watched.troubles()).toEqual([])
})

test('only another one of the same type may take over, and each value goes back to the usual', async () => {
  await open()
  const fallback = field('Takes over')
  await expect(fallback.getByRole('option')).toHaveText(['No other one', 'Spare (spare)'])
  await fallback.selectOption({ label: 'Spare (spare)' })
  await page.getByRole('radio', { name: 'Observe' }).check()
  await page.getByRole('checkbox', { name: /^Keep bodies/ }).check()
  await page.getByRole('button', { name: 'Reset Attempts to the usual' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Everything is saved.')).toBeVisible()
  const { changes } = (await kept()).callPolicy
  expect(changes).toMatchObject({ fallback: expect.stringMatching(/^int_/), keepBodies: true, retry: { unsafe: true } })
  expect(changes).toMatchObject({ quota: { mode: 'observe', perSecond: 2.5 } })
  await expect(field('Attempts')).toHaveValue('3')
  await examine(page, 'call-settings-changed')
})

test('what somebody else changed meanwhile is not written over', async () => {
  await open()
  await field('Calls at once').fill('7')
  await told(
    page,
    hub,
    'mutation { setCallPolicy(input: { integration: "orders", policy: { bulkhead: { queued: 9 } } }) { integration { id } } }',
  )
  await expect(page.getByText('Somebody changed it in the meantime.')).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Somebody changed it in the meantime.')).toBeVisible()
  expect((await kept()).callPolicy.changes).toEqual({ bulkhead: { queued: 9 } })
  await page.getByRole('button', { name: 'Reload, keep what I typed' }).click()
  await expect(field('Calls that may wait')).toHaveValue('9')
  await expect(field('Calls at once')).toHaveValue('7')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Everything is saved.')).toBeVisible()
  expect((await kept()).callPolicy.changes).toEqual({ bulkhead: { concurrent: 7, queued: 9 } })

  await page.getByRole('button', { name: 'Everything as usual' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('everything is as usual')).toBeVisible()
  expect((await kept()).callPolicy.changes).toEqual({})
})

test('a viewer sees what is in force and can change nothing', async ({ browser }) => {
  const viewer = await aColleague(browser, hub, { email: 'vera@acme.test', role: 'VIEWER', by: page })
  const view = viewer.pages()[0] ?? (await viewer.newPage())
  await view.goto(calls())
  await expect(view.getByText('everything is as usual')).toBeVisible()
  await expect(view.getByLabel('Attempts', { exact: true })).toBeDisabled()
  await expect(view.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
  await examine(view, 'call-settings-viewer')
  await viewer.close()
})
