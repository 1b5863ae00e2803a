import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { examine } from './examine'
import { type Hub, startHub } from './hub'
import { aColleague, anIntegration, setUp, told } from './people'
import { watch } from './screens'

/** A wrong scope is diagnosed, repaired by what the doctor suggests, and found healthy again. */
const tokens: Record<string, string[]> = {
  'glpat-narrow-0123456789': ['read_user'],
  'glpat-right-01234567890': ['read_api'],
}
let hub: Hub
let gitlab: Server
let gitlabUrl: string
let context: BrowserContext
let page: Page

/** As much of a GitLab as the hub looks at. */
function aGitlab(): Server {
  return createServer((request, response) => {
    const scopes = tokens[String(request.headers['private-token'])]
    const bodies: Record<string, unknown> = {
      '/api/v4/version': { version: '18.2.0' },
      '/api/v4/user': { id: 1, username: 'alice' },
      '/api/v4/personal_access_tokens/self': { name: 'hub', scopes, expires_at: null },
      '/api/v4/projects': [{ id: 7, path_with_namespace: 'acme/site' }],
    }
    const body = bodies[new URL(request.url ?? '/', 'http://x').pathname]
    const status = scopes ? (body ? 200 : 404) : 401
    const answer = () =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? { message: 'no' }))
    // Long enough to see a line appear before the next.
    setTimeout(answer, 120)
  })
}

test.beforeAll(async ({ browser }) => {
  gitlab = aGitlab()
  await new Promise<void>((resolve) => gitlab.listen(0, '127.0.0.1', resolve))
  gitlabUrl = `http://127.0.0.1:${(gitlab.address() as AddressInfo).port}`
  hub = await startHub()
  context = await browser.newContext()
  page = await context.newPage()
  await setUp(page, hub)
  await anIntegration(page, hub, {
    type: 'scm.gitlab',
    instance: 'selfManaged',
    config: { server: gitlabUrl },
    secrets: { token: 'glpat-narrow-0123456789' },
    name: 'Code',
    slug: 'code',
  })
})

test.afterAll(async () => {
  await context?.close()
  gitlab?.closeAllConnections()
  gitlab?.close()
  await hub?.end()
})

const line = (name: string) => page.locator(`[data-check="${name}"]`)
const overall = (verdict: string) => page.locator(`[data-overall="${verdict}"]`)

test('a wrong scope is diagnosed, repaired as suggested, and healthy again', async () => {
  test.setTimeout(150_000)
  const watched = watch(page)
  await page.goto(`${hub.url}/acme/integrations/code`)
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('d')
  await expect(page).toHaveURL(/\/code\/doctor/)
  await expect(line('CONNECTIVITY')).toHaveAttribute('data-status', 'PASS')
  await expect(overall('DEGRADED')).toBeVisible()
  await expect(page).toHaveURL(/\/code\/doctor$/)
  await expect(line('AUTHORIZATION')).toHaveAttribute('data-status', 'WARN')
  await expect(line('AUTHORIZATION')).toContainText('lacks read_api')
  await expect(line('AUTHORIZATION')).toContainText('inthub integration reconnect code')
  await expect(line('RESOURCES')).toHaveAttribute('data-status', 'PASS')
  await examine(page, 'doctor-degraded')

  await line('AUTHORIZATION')
    .getByRole('link', { name: /credential: it is tested first/ })
    .click()
  await expect(page).toHaveURL(/settings\?reconnect/)
  await expect(page.getByRole('banner').getByRole('status')).toContainText('Live')
  await page.getByLabel('Access token', { exact: true }).fill('glpat-right-01234567890')
  await page.getByRole('button', { name: 'Test and reconnect' }).click()
  await expect(page).toHaveURL(/\/integrations\/code$/)

  await page.getByRole('link', { name: 'Doctor', exact: true }).click()
  await expect(overall('DEGRADED')).toBeVisible()
  await page.getByRole('button', { name: 'Examine again' }).click()
  await expect(overall('HEALTHY')).toBeVisible()
  await expect(line('AUTHORIZATION')).toHaveAttribute('data-status', 'PASS')
  await page.getByRole('button', { name: 'Compare with last good' }).click()
  await expect(page.getByText(/Nothing ended differently/)).toBeVisible()
  await examine(page, 'doctor-healthy')
  expect(watched.troubles()).toEqual([])
})

test('one check is run alone, and the verdict stays that of the whole', async () => {
  await page.goto(`${hub.url}/acme/integrations/code/doctor`)
  await page.waitForLoadState('networkidle')
  await expect(overall('HEALTHY')).toBeVisible()
  tokens['glpat-right-01234567890'] = ['read_user']
  await page.getByRole('button', { name: 'Run Authorization alone' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-part="done"]')).toContainText('Authorization was run alone just now')
  await expect(line('AUTHORIZATION')).toHaveAttribute('data-status', 'WARN')
  await expect(line('TLS')).toHaveAttribute('data-status', 'SKIPPED')
  await expect(line('RESOURCES')).toHaveAttribute('data-status', 'PASS')
  await expect(overall('HEALTHY')).toBeVisible()
  await examine(page, 'doctor-one')
  const { examinations } = (await told(page, hub, '{ examinations(integration: "code") { id } }')) as {
    examinations: unknown[]
  }
  await page.getByRole('button', { name: 'Examine again' }).click()
  await expect(overall('DEGRADED')).toBeVisible()
  await expect(page.locator('[data-part="done"]')).toHaveCount(0)
  const after = (await told(page, hub, '{ examinations(integration: "code") { id } }')) as { examinations: unknown[] }
  expect(after.examinations).toHaveLength(examinations.length + 1)
})

test('how often the doctor comes is said for each integration', async () => {
  const schedule = (every: string) => page.locator(`[data-every="${every}"]`)
  await page.goto(`${hub.url}/acme/integrations/code/doctor`)
  await page.waitForLoadState('networkidle')
  await expect(schedule('86400')).toContainText('The doctor comes every day. Its next visit is')
  await page.getByLabel('The doctor comes').selectOption({ label: 'every 1 h' })
  await page.getByRole('button', { name: 'Save the schedule' }).click()
  await expect(schedule('3600')).toContainText('The doctor comes every 1 h.')
  await page.getByLabel('The doctor comes').selectOption({ label: 'only when health turns bad' })
  await page.getByRole('button', { name: 'Save the schedule' }).click()
  await expect(schedule('never')).toContainText('does not come on a schedule')
  await page.reload()
  await expect(page.getByLabel('The doctor comes')).toHaveValue('0')
  await examine(page, 'doctor-schedule')
})

test('a viewer reads the report and the schedule, and finds nothing to change', async ({ browser }) => {
  const viewer = await aColleague(browser, hub, { email: 'vera@acme.test', role: 'VIEWER', by: page })
  const view = viewer.pages()[0] ?? (await viewer.newPage())
  await view.goto(`${hub.url}/acme/integrations/code/doctor`)
  await expect(view.getByText('Examining needs the role operator')).toBeVisible()
  await expect(view.locator('[data-check="AUTHORIZATION"]')).toBeVisible()
  await expect(view.locator('[data-every]')).toBeVisible()
  for (const act of [/alone$/, /^Examine/, 'Save the schedule']) {
    await expect(view.getByRole('button', { name: act })).toHaveCount(0)
  }
  await viewer.close()
})

test('a report that was never made says how to begin', async () => {
  await anIntegration(page, hub, {
    ...{ type: 'custom.http', method: 'none', config: { baseUrl: gitlabUrl }, name: 'New', slug: 'new-one' },
    saveDisabled: true,
  })
  await page.goto(`${hub.url}/acme/integrations/new-one/doctor`)
  await expect(page.getByText('Not examined yet')).toBeVisible()
  await examine(page, 'doctor-empty')
})
