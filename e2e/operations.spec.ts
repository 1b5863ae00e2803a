import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { examine } from './examine'
import { type Hub, startHub } from './hub'
import { tabTo, typeInto } from './keyboard'
import { aColleague, anIntegration, setUp } from './people'
import { watch } from './screens'

/** Operations of a connector, from the integration's page: found, filled in, done, and told; nothing destroyed unasked. */
let hub: Hub
let github: Server
let context: BrowserContext
let page: Page
let asked: { line: string; body: string }[] = []

const issue = (number: number) => ({
  ...{ number, title: `Issue ${number}`, state: 'open' },
  html_url: `https://github.test/octocat/web/issues/${number}`,
})

/** As much of a GitHub as these operations ask. */
function answerTo(line: string): { status: number; body?: unknown } {
  if (line.startsWith('GET /api/v3/repos/octocat/web/branches'))
    return { status: 200, body: ['main', 'one'].map((name) => ({ name, protected: name === 'main' })) }
  if (line.startsWith('GET /api/v3/user/repos'))
    return {
      status: 200,
      body: [{ name: 'web', full_name: 'octocat/web', html_url: 'https://github.test/octocat/web' }],
    }
  if (line === 'POST /api/v3/repos/octocat/web/issues') return { status: 201, body: issue(7) }
  if (line === 'POST /api/v3/repos/octocat/closed/issues')
    return { status: 410, body: { message: 'Issues are disabled for this repo' } }
  if (line.startsWith('DELETE ')) return { status: 204 }
  return { status: 200, body: { login: 'octocat' } }
}

function aGithub(): Server {
  return createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const line = `${request.method} ${request.url}`
    asked.push({ line, body: Buffer.concat(chunks).toString() })
    const { status, body } = answerTo(line)
    response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body))
  })
}

const changes = () => asked.filter(({ line }) => !line.startsWith('GET '))
const operations = (query = '') => `${hub.url}/acme/integrations/code/operations${query}`
const run = (outcome: string) => page.locator(`[data-run="${outcome}"]`)

async function open(operation: string): Promise<void> {
  await page.goto(operations(`?operation=${operation}`))
  await page.waitForLoadState('networkidle')
  asked = []
}

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  github = aGithub()
  await new Promise<void>((resolve) => github.listen(0, '127.0.0.1', resolve))
  hub = await startHub()
  context = await browser.newContext()
  page = await context.newPage()
  await setUp(page, hub)
  await anIntegration(page, hub, {
    ...{ type: 'scm.github', instance: 'enterpriseServer', name: 'Code', slug: 'code', skipTest: true },
    config: { server: `http://127.0.0.1:${(github.address() as AddressInfo).port}` },
    secrets: { token: 'ghp_canary0123456789' },
  })
})

test.afterAll(async () => {
  await context?.close()
  github?.closeAllConnections()
  github?.close()
  await hub?.end()
})

test('an operation is found in the palette, filled in and run by keyboard alone', async () => {
  const watched = watch(page)
  await page.goto(`${hub.url}/acme/integrations/code`)
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toBeFocused()
  await page.keyboard.type('open an issue')
  await expect(page.getByRole('option', { name: /^Open an issue/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/operations\?operation=createIssue/)
  await expect(page.getByRole('heading', { name: 'Open an issue' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  asked = []

  await tabTo(page, /^Run$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Title is required.')).toBeVisible()
  await expect(page.getByLabel('Repository')).toBeFocused()
  await page.keyboard.type('nonsense')
  await typeInto(page, /^Title/, 'Deploy failed')
  await typeInto(page, /^Labels/, 'bug')
  await page.keyboard.press('Enter')
  await page.keyboard.type('urgent')
  await tabTo(page, /^Run$/)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Repository')).toHaveAttribute('aria-invalid', 'true')
  expect(changes()).toEqual([])
  await examine(page, 'operations-problem')

  await page.getByLabel('Repository').focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('octocat/web')
  await page.keyboard.press('Enter')
  await expect(run('SUCCESS')).toContainText('1 request')
  await expect(run('SUCCESS').locator('[data-output="number"]')).toHaveText('7')
  expect(changes().map(({ body }) => JSON.parse(body))).toEqual([{ title: 'Deploy failed', labels: ['bug', 'urgent'] }])
  await examine(page, 'operations-done')
  await run('SUCCESS').getByRole('link', { name: 'The logged call' }).click()
  await expect(page.getByText('POST /repos/octocat/web/issues').first()).toBeVisible()
  expect(watched.troubles()).toEqual([])
})

test('a list is a table', async () => {
  await open('createIssue')
  await page.getByRole('navigation', { name: 'Operations' }).getByRole('link', { name: 'List branches' }).click()
  await expect(page).toHaveURL(/operation=listBranches/)
  await expect(page.getByRole('heading', { name: 'List branches' })).toBeVisible()
  const offered = page.getByLabel('Repository').locator('xpath=following-sibling::datalist').locator('option')
  await expect(offered).toHaveAttribute('value', 'octocat/web')
  await page.getByLabel('Repository').fill('octocat/web')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByRole('table', { name: 'List branches' })).toContainText('main')
  await expect(run('SUCCESS')).toContainText('2 items')
  await examine(page, 'operations-list')
  await page.setViewportSize({ width: 375, height: 760 })
  await page.goto(`${hub.url}/acme/integrations/code/metrics`)
  // Of the row of tabs only a part is in sight on a narrow screen: that of the current one.
  await expect(page.getByRole('link', { name: 'Metrics', exact: true })).toBeInViewport({ ratio: 0.9 })
  await page.setViewportSize({ width: 1280, height: 900 })
})

test('a refusal of the service says its cause and what to do', async () => {
  await open('createIssue')
  await page.getByLabel('Repository').fill('octocat/closed')
  await page.getByLabel('Title').fill('Deploy failed')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(run('FAILURE')).toContainText('The cause is the request')
  await expect(run('FAILURE')).toContainText('What to do: Issues are switched off in this repository')
  await examine(page, 'operations-failed')
})

test('what destroys something names it and is done only when the slug is typed', async () => {
  await open('deleteBranch')
  await page.getByLabel('Repository').fill('octocat/web')
  await page.getByRole('textbox', { name: 'Branch' }).fill('one')
  await page.getByRole('button', { name: /^Run/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Commits that no other branch has are lost')
  await expect(dialog).toContainText('octocat/web')
  await expect(dialog.getByRole('button', { name: 'Delete a branch' })).toBeDisabled()
  await examine(page, 'operations-confirm')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(changes()).toEqual([])

  await page.getByRole('button', { name: /^Run/ }).click()
  await dialog.getByLabel(/to confirm/).fill('code')
  await dialog.getByRole('button', { name: 'Delete a branch' }).click()
  await expect(run('SUCCESS')).toContainText('nothing but that it is done')
  expect(changes().map(({ line }) => line)).toEqual(['DELETE /api/v3/repos/octocat/web/git/refs/heads/one'])
})

test('a viewer sees what there is, and no way to run it', async ({ browser }) => {
  const viewer = await aColleague(browser, hub, { email: 'vera@acme.test', role: 'VIEWER', by: page })
  const view = viewer.pages()[0] ?? (await viewer.newPage())
  await view.goto(operations('?operation=deleteBranch'))
  await expect(view.getByText('Running an operation needs the role operator')).toBeVisible()
  await expect(view.getByRole('heading', { name: 'Delete a branch' })).toBeVisible()
  await expect(view.getByText('What it asks for')).toBeVisible()
  await expect(view.getByRole('button', { name: /^Run/ })).toHaveCount(0)
  await expect(view.getByRole('main').getByRole('textbox', { name: /Repository/ })).toHaveCount(0)
  await examine(view, 'operations-viewer')
  await viewer.close()
})
