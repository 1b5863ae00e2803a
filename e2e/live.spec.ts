import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type Hub, startHub } from './hub'
import { anIntegration, setUp, told } from './people'
import { mark } from './screens'
import { aService, type Service, serviceInput } from './services'

/** What happens in one page is seen in another, and a hub that went away and came back leaves no gap. */
let hub: Hub
let service: Service
let context: BrowserContext
let acting: Page
let watching: Page

test.beforeAll(async ({ browser }) => {
  hub = await startHub()
  service = await aService()
  context = await browser.newContext()
  acting = await context.newPage()
  await setUp(acting, hub)
  await anIntegration(acting, hub, serviceInput(service, { name: 'Orders', slug: 'orders' }))
  watching = await context.newPage()
})

test.afterAll(async () => {
  await context?.close()
  service?.close()
  await hub?.end()
})

const entries = () => watching.locator('tr[data-entry]')
const idsShown = () => entries().evaluateAll((rows) => rows.map((row) => row.getAttribute('data-entry') ?? ''))

/** The ids of everything that happened, the newest first, as the hub keeps them. */
async function idsKept(): Promise<string[]> {
  const { activity } = (await told(acting, hub, '{ activity(first: 50) { edges { node { id } } } }')) as {
    activity: { edges: { node: { id: string } }[] }
  }
  return activity.edges.map(({ node }) => node.id)
}

/** Checks and the doctor's visits go on meanwhile, so both are read until they agree. */
async function expectAllShown(): Promise<void> {
  await expect.poll(async () => JSON.stringify(await idsShown()) === JSON.stringify(await idsKept())).toBe(true)
}

test('an act in one page is a new entry in the live tail of the other', async () => {
  await watching.goto(`${hub.url}/acme/activity`)
  await watching.getByRole('switch', { name: /^Live/ }).click()
  await watching.mouse.move(0, 0)
  await watching.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const isSamePage = await mark(watching)
  const before = await idsShown()
  await acting.goto(`${hub.url}/acme/integrations/orders`)
  await acting.getByRole('button', { name: /^Disable/ }).click()
  await expect(
    watching
      .getByRole('button', { name: /orders|Orders/ })
      .filter({ hasText: /disabled/i })
      .first(),
  ).toBeVisible()
  const after = await idsShown()
  expect(after.length).toBeGreaterThan(before.length)
  expect(after.slice(-before.length)).toEqual(before)
  await acting.getByRole('button', { name: /^Enable/ }).click()
  await expectAllShown()
  await isSamePage()
})

test('a restarted hub is told, and everything since is there once', async () => {
  test.setTimeout(150_000)
  const isSamePage = await mark(watching)
  await hub.stop()
  await expect(watching.locator('[data-live="reconnecting"], [data-live="lost"]')).toBeVisible()
  await expect(watching.getByRole('alert').filter({ hasText: 'Live updates lost' })).toBeVisible({ timeout: 20_000 })
  await expect(entries().first()).toBeVisible()
  await hub.start()
  // While the page has not come back, something happens that it must not miss.
  for (const slug of ['while-away-1', 'while-away-2', 'while-away-3']) {
    await anIntegration(acting, hub, serviceInput(service, { name: slug, slug }))
  }
  await expect(watching.locator('[data-live="live"]')).toBeVisible({ timeout: 30_000 })
  await expect(watching.getByText('Live updates lost')).toBeHidden()
  await anIntegration(acting, hub, serviceInput(service, { name: 'after', slug: 'after' }))
  await expect(entries().filter({ hasText: 'after' }).first()).toBeVisible()
  await expectAllShown()
  const shown = await idsShown()
  expect(new Set(shown).size).toBe(shown.length)
  for (const slug of ['while-away-1', 'while-away-2', 'while-away-3']) {
    await expect(entries().filter({ hasText: slug }).first()).toBeVisible()
  }
  await isSamePage()
})
