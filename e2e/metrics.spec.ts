import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { examine } from './examine'
import { type Hub, startHub } from './hub'
import { tabTo } from './keyboard'
import { anIntegration, setUp, told } from './people'
import { mark, watch } from './screens'
import { aService, type Service, serviceInput } from './services'

/** Calls as the screens tell them: figures, the breaker that opens and closes before one's eyes, and one call. */
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
})

test.afterAll(async () => {
  await context?.close()
  service?.close()
  await hub?.end()
})

const executeDocument = `
  mutation ($input: ExecuteCallInput!) { executeCall(input: $input) { call { callId outcome attempts { number } } } }
`
type Made = { callId: string; outcome: string; attempts: unknown[] }

async function execute(more: Record<string, unknown> = {}): Promise<Made> {
  const input = { integration: 'orders', path: '/me', ...more }
  const { executeCall } = await told(page, hub, executeDocument, { variables: { input } })
  return (executeCall as { call: Made }).call
}

const openMs = 5_000
const setPolicy = (windowMs = 30_000) =>
  told(
    page,
    hub,
    'mutation ($policy: JSONObject!) { setCallPolicy(input: { integration: "orders", policy: $policy }) { integration { id } } }',
    {
      variables: {
        policy: {
          retry: { attempts: 3, baseMs: 100, maxMs: 300 },
          breaker: { failurePercent: 50, minimum: 5, windowMs, openMs },
        },
      },
    },
  )

const metrics = () => `${hub.url}/acme/integrations/orders/metrics`
const breaker = (state: string) => page.locator(`[data-circuit="${state}"]`)
const figure = (word: string) => page.locator(`[data-figure="${word}"] dd`)

test('before the first call the tab says how to make one', async () => {
  await page.goto(`${hub.url}/acme/integrations/orders`)
  await page.getByRole('link', { name: 'Metrics', exact: true }).click()
  await expect(page.getByText('No calls yet')).toBeVisible()
  await expect(page.getByText('inthub integration execute orders --path /…')).toBeVisible()
  await expect(page.getByText('/api/v1/proxy/orders/')).toBeVisible()
  await expect(breaker('CLOSED')).toContainText('Calls go out.')
  await examine(page, 'metrics-empty')
})

let tried = ''

test('a breaker that opens is on the screen with its reason, and closes there when the service heals', async () => {
  test.setTimeout(150_000)
  const watched = watch(page)
  await setPolicy()
  for (let at = 0; at < 4; at += 1) expect((await execute()).outcome).toBe('SUCCESS')
  await page.goto(`${metrics()}?window=1h`)
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('banner').getByRole('status')).toContainText('Live')
  const isSame = await mark(page)
  service.fail(true)
  await expect
    .poll(async () => {
      const made = await execute()
      if (made.outcome === 'FAILURE') tried ||= made.callId
      return made.outcome
    })
    .toBe('REFUSED')
  await expect(breaker('OPEN')).toBeVisible()
  await expect(breaker('OPEN')).toContainText(/of the last \d+ calls failed/)
  await expect(breaker('OPEN')).toContainText('The cause is the service itself')
  await expect(page.getByRole('table', { name: 'Last calls' }).getByText('not sent').first()).toBeVisible()
  await examine(page, 'metrics-open')

  service.fail(false)
  await expect.poll(async () => (await execute()).outcome, { timeout: 30_000, intervals: [1_000] }).toBe('SUCCESS')
  await expect(breaker('CLOSED')).toContainText('It closed last')
  await isSame()
  await expect(page).toHaveURL(/window=1h/)
  expect(watched.troubles()).toEqual([])
})

/** More calls than the page lists, by somebody whom none of the listed ones names. */
async function callsOfKey(): Promise<void> {
  const made = await told(
    page,
    hub,
    'mutation { createApiKey(input: { name: "nightly", scopes: [{ permission: "integrations:execute" }, { permission: "integrations:read" }] }) { secret } }',
  )
  const { secret } = (made as { createApiKey: { secret: string } }).createApiKey
  const one = () =>
    fetch(`${hub.url}/api/v1/proxy/orders/me`, { headers: { authorization: `Bearer ${secret}` } }).then((answer) =>
      answer.arrayBuffer(),
    )
  for (let at = 0; at < 90; at += 1) await one()
  for (let at = 0; at < 50; at += 1) await execute()
  const read = '{ callMetrics(input: { integration: "orders" }) { topCallers { figures { calls } } } }'
  type Read = { callMetrics: { topCallers: { figures: { calls: number } }[] } }
  const counts = async () =>
    ((await told(page, hub, read)) as Read).callMetrics.topCallers.map(({ figures }) => figures.calls)
  await expect.poll(async () => Math.min(...(await counts()))).toBeGreaterThan(50)
}

test('figures, charts with their table, and filters that stay in the address', async () => {
  await callsOfKey()
  await page.goto(`${metrics()}?window=1h`)
  await expect(figure('Calls')).not.toHaveText('0')
  await expect(figure('Second tries')).not.toHaveText('0')
  await expect(figure('p95')).toHaveText(/ms|s/)
  await expect(page.getByRole('img', { name: /\d+ calls, \d+ of them failed or not sent/ })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Latency p95 per minute/ })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Failed or not sent, by cause' })).toContainText('the service itself')
  await expect(page.getByRole('table', { name: 'Last calls' }).getByText('nightly')).toHaveCount(0)
  const callers = page.getByRole('table', { name: 'Top callers' }).getByRole('row')
  await expect(callers.nth(1)).toContainText('nightly')
  await expect(callers.nth(1)).toContainText('API key')
  await expect(callers.nth(2)).toContainText('Ada Byron')
  await expect(callers.nth(2)).toContainText('person')
  await expect(page.getByRole('table', { name: 'By operation' })).toContainText('by path')
  // What is called failed counts the same in every place.
  const failed = await figure('Failed').textContent()
  await expect(
    page.getByRole('table', { name: 'By operation' }).getByRole('row').nth(1).getByRole('cell').nth(2),
  ).toHaveText(failed ?? '')
  await examine(page, 'metrics')
  await page.getByRole('switch', { name: 'Show as table' }).click()
  await expect(page.getByRole('table', { name: 'Calls and latency over the window' })).toBeVisible()
  await page.getByRole('button', { name: '7 d' }).click()
  await expect(page).toHaveURL(/window=7d/)
  await page.getByLabel('Kind').selectOption('batch')
  await expect(page.getByText('No call fits these filters')).toBeVisible()
  await examine(page, 'metrics-table')
  await page.getByRole('button', { name: 'Show all calls' }).click()
  await page.getByLabel('Outcome').selectOption('failure')
  await expect(page).toHaveURL(/outcome=failure/)
  const rows = page.locator('[data-call]')
  await expect(rows.locator('[data-outcome="SUCCESS"]')).toHaveCount(0)
  await expect(rows.locator('[data-outcome="FAILURE"]').first()).toBeVisible()
})

test('on a narrow screen a call shows how it ended without scrolling', async () => {
  await execute()
  await page.setViewportSize({ width: 375, height: 760 })
  await page.goto(metrics())
  const row = page.locator('[data-call]').first()
  await expect(row.locator('[data-outcome]')).toBeVisible()
  const box = await row.locator('[data-outcome]').boundingBox()
  expect((box?.x ?? 375) + (box?.width ?? 0)).toBeLessThanOrEqual(375)
  await page.setViewportSize({ width: 1280, height: 900 })
  await expect(page.getByRole('columnheader', { name: 'Outcome' })).toBeVisible()
})

test('one call shows each attempt, reached by keyboard alone', async () => {
  await page.goto(`${metrics()}?outcome=failure`)
  await page.waitForLoadState('networkidle')
  await page.getByLabel('Kind').focus()
  await tabTo(page, /^GET \/me$/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/metrics\/cal_/)
  await expect(page.getByRole('link', { name: 'Metrics', exact: true })).toHaveAttribute('aria-current', 'page')
  await page.goto(`${metrics()}/${tried}`)
  const attempts = page.getByRole('table', { name: 'Attempts' })
  await expect(attempts.locator('[data-attempt]').nth(1)).toContainText('HTTP 503')
  await expect(attempts.locator('[data-attempt="2"]')).toContainText('ms')
  await expect(page.getByText('What to do:')).toBeVisible()
  await expect(page.getByText(tried, { exact: true })).toBeVisible()
  await expect(page.getByText('Bodies are not kept.')).toBeVisible()
  await examine(page, 'metrics-call')
})

test('an open breaker is closed by hand', async () => {
  // The many good calls of before count no more.
  await setPolicy(1_000)
  service.fail(true)
  await page.goto(metrics())
  await page.waitForLoadState('networkidle')
  await expect.poll(async () => (await execute()).outcome).toBe('REFUSED')
  await expect(breaker('OPEN')).toBeVisible()
  await page.getByRole('button', { name: 'Let calls through' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Let calls through' }).click()
  await expect(dialog).toBeHidden()
  await expect(breaker('CLOSED')).toBeVisible()
})
