import { createHmac, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { examine } from './examine'
import { type Hub, startHub } from './hub'
import { anIntegration, setUp } from './people'
import { type Watch, watch } from './screens'
import { aService, type Service } from './services'

/**
 * What a provider sends comes in through a hook, and goes out to an endpoint: proven, signed, tried again after an
 * outage, and stopped when somebody has had enough.
 */
type Received = { headers: Record<string, string>; body: string }
type Receiver = { url: string; received: Received[]; fail(isFailing: boolean): void; close(): void }

let hub: Hub
let service: Service
let receiver: Receiver
let context: BrowserContext
let page: Page
let watched: Watch
let secret = ''

test.describe.configure({ mode: 'serial' })

async function aReceiver(): Promise<Receiver> {
  const received: Received[] = []
  let isFailing = false
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body })
      response.writeHead(isFailing ? 503 : 204).end(isFailing ? 'closed for today' : undefined)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    fail: (next) => {
      isFailing = next
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

test.beforeAll(async ({ browser }) => {
  hub = await startHub()
  service = await aService()
  receiver = await aReceiver()
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  watched = watch(page)
  await setUp(page, hub)
  await anIntegration(page, hub, {
    ...{ type: 'scm.github', instance: 'enterpriseServer', name: 'Code', slug: 'code', skipTest: true },
    ...{ config: { server: service.url }, secrets: { token: 'ghp_canary0123456789' } },
  })
})

test.afterAll(async () => {
  await context?.close()
  service?.close()
  receiver?.close()
  await hub?.end()
})

const dialog = () => page.getByRole('dialog')
const shownSecrets = () => dialog().locator('[data-secret]').allTextContents()

test('before there is anything, each page says how to begin', async () => {
  await page.goto(`${hub.url}/acme/webhooks`)
  await expect(page.getByText('No endpoints yet')).toBeVisible()
  await examine(page, 'webhooks-empty')
  await page.getByRole('link', { name: 'Deliveries', exact: true }).click()
  await expect(page.getByText('Nothing was sent yet')).toBeVisible()
  await page.getByRole('link', { name: 'Inbound', exact: true }).click()
  await expect(page.getByText('No hooks yet')).toBeVisible()
  await examine(page, 'inbound-empty')
})

test('an endpoint is added, refused while it makes no sense, and its secret is shown once', async () => {
  await page.goto(`${hub.url}/acme/webhooks`)
  await page.getByRole('button', { name: 'Add endpoint' }).click()
  await dialog().getByRole('button', { name: 'Add endpoint' }).click()
  await expect(dialog().getByText('Enter the address to send to')).toBeVisible()
  await dialog().getByLabel('URL').fill(receiver.url)
  await dialog().getByLabel('Events').fill('github.*')
  await dialog().getByLabel('Name').fill('ci-bridge')
  await dialog().getByRole('button', { name: 'Add endpoint' }).click()
  await expect(dialog().getByText('It is shown this once')).toBeVisible()
  secret = (await shownSecrets())[0] ?? ''
  expect(secret).toMatch(/^whsec_/)
  await dialog().getByRole('button', { name: 'I have copied it' }).click()
  await expect(page.getByRole('link', { name: 'Deliveries to ci-bridge' })).toBeVisible()
  expect(await page.content()).not.toContain(secret)
  await examine(page, 'webhooks')
})

test('a test event arrives, signed, and the inspector shows how', async () => {
  await page.getByRole('button', { name: 'Send ci-bridge a test event' }).click()
  await expect(page).toHaveURL(/\/webhooks\/deliveries\/dlv_/)
  await expect(page.getByText('delivered').first()).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText('204').first()).toBeVisible()
  const [{ headers, body } = { headers: {}, body: '' }] = receiver.received
  expect(() => new Webhook(secret).verify(body, headers)).not.toThrow()
  await page.getByRole('button', { name: 'Request' }).click()
  await expect(page.getByText('webhook-timestamp')).toBeVisible()
  expect(await page.content()).not.toContain(headers['webhook-signature'] ?? 'v1,')
  await examine(page, 'delivery')
})

let address = ''
let hookSecret = ''

async function aPush(signedWith: string): Promise<{ status: number; id: string }> {
  const id = randomUUID()
  const body = JSON.stringify({ ref: 'refs/heads/main', repository: { full_name: 'acme/api' } })
  const signature = createHmac('sha256', signedWith).update(body).digest('hex')
  const answer = await fetch(address, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'x-github-event': 'push', 'x-github-delivery': id },
      'x-hub-signature-256': `sha256=${signature}`,
    },
    body,
  })
  return { status: answer.status, id }
}

test('a hook is added, and what the provider sends through it is told to the endpoint', async () => {
  await page.goto(`${hub.url}/acme/webhooks/inbound`)
  await page.getByRole('button', { name: 'Add hook' }).click()
  await dialog().getByLabel('Integration').selectOption({ label: 'Code (code)' })
  await dialog().getByRole('button', { name: 'Add hook' }).click()
  await expect(dialog().getByText('It is shown this once')).toBeVisible()
  const [shownAddress = '', shownSecret = ''] = await shownSecrets()
  address = new URL(new URL(shownAddress).pathname, hub.url).href
  hookSecret = shownSecret
  await dialog().getByRole('button', { name: 'I have copied it' }).click()
  const before = receiver.received.length
  const push = await aPush(hookSecret)
  expect(push.status).toBeLessThan(300)
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(before + 1)
  const told = receiver.received.at(-1) ?? { headers: {}, body: '{}' }
  expect(() => new Webhook(secret).verify(told.body, told.headers)).not.toThrow()
  expect(JSON.parse(told.body)).toMatchObject({ type: 'github.push', data: { deliveryId: push.id } })
  expect((await aPush('of-somebody-else')).status).toBe(401)
  await page.reload()
  await expect(page.getByRole('button', { name: 'github.push' })).toBeVisible()
  await expect(page.getByText('refused').first()).toBeVisible()
  await examine(page, 'inbound')
  await page.getByRole('button', { name: 'github.push' }).first().click()
  await expect(dialog().getByText('refs/heads/main')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('after an outage of the receiver what failed is sent again, under the same id', async () => {
  receiver.fail(true)
  const before = receiver.received.length
  await aPush(hookSecret)
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(before + 1)
  await page.goto(`${hub.url}/acme/webhooks/deliveries?state=retrying`)
  await page.getByRole('link', { name: 'github.push' }).first().click()
  await expect(page.getByText('closed for today')).toBeVisible()
  receiver.fail(false)
  await page.getByRole('button', { name: 'Replay now' }).click()
  await expect(page.getByText('delivered').first()).toBeVisible({ timeout: 20_000 })
  const [first, again] = [receiver.received[before], receiver.received.at(-1)]
  expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  expect(again?.headers['webhook-id']).toBeTruthy()
})

test('somebody disables a noisy endpoint, and nothing more comes', async () => {
  await page.goto(`${hub.url}/acme/webhooks`)
  await page.getByRole('button', { name: 'Disable ci-bridge' }).click()
  await expect(page.getByRole('button', { name: 'Enable ci-bridge' })).toBeVisible()
  const before = receiver.received.length
  expect((await aPush(hookSecret)).status).toBeLessThan(300)
  await page.goto(`${hub.url}/acme/webhooks/inbound`)
  await expect(page.getByRole('button', { name: 'github.push' })).toHaveCount(3, { timeout: 20_000 })
  expect(receiver.received.length).toBe(before)
})

test('a hook and an endpoint are deleted, and their address is dead', async () => {
  await page.getByRole('button', { name: 'Delete default' }).click()
  await dialog().getByRole('button', { name: 'Delete hook' }).click()
  await expect(page.getByText('No hooks yet')).toBeVisible()
  expect((await aPush(hookSecret)).status).toBe(404)
  await page.goto(`${hub.url}/acme/webhooks`)
  await page.getByRole('button', { name: 'Delete ci-bridge' }).click()
  await dialog().getByRole('button', { name: 'Delete endpoint' }).click()
  await expect(page.getByText('No endpoints yet')).toBeVisible()
  expect(watched.troubles()).toEqual([])
})
