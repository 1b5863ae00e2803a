import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type Hub, startHub } from './hub'
import { anIntegration, ask, setUp, setUpLink, told } from './people'
import { type Watch, watch } from './screens'
import { aService, type Service, serviceInput, token } from './services'
import { next } from './wizard'

/**
 * Every screen, empty and filled, light and dark, wide and narrow: axe finds nothing, nothing is loaded from elsewhere,
 * and the content policy is kept. SCREENSHOTS names a folder for a picture of each.
 */
let hub: Hub
let service: Service
let broken: Service
let context: BrowserContext
let page: Page
let watched: Watch

test.describe.configure({ mode: 'serial' })

const wide = { width: 1280, height: 900 }
const narrow = { width: 360, height: 760 }
const schemes = ['light', 'dark'] as const
const { SCREENSHOTS } = process.env
const colourRules = ['color-contrast', 'link-in-text-block']
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function newPage(browser: Browser): Promise<void> {
  context = await browser.newContext({ viewport: wide })
  page = await context.newPage()
  watched = watch(page)
}

test.beforeAll(async ({ browser }) => {
  hub = await startHub()
  service = await aService()
  broken = await aService()
  broken.fail(true)
  await newPage(browser)
})

test.afterAll(async () => {
  await context?.close()
  service?.close()
  broken?.close()
  await hub?.end()
})

/** Nothing may stand wider than the window but what scrolls by itself. */
async function expectNoSideways(where: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(over, `${where} scrolls sideways at ${narrow.width}`).toBeLessThanOrEqual(0)
}

/** Looks at what is shown now, in both colour schemes and at both widths. */
async function examine(name: string): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const axe = new AxeBuilder({ page })
    // The dark page is the same document in other colours.
    const { violations } = await (colorScheme === 'light' ? axe.withTags(rules) : axe.withRules(colourRules)).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
    expect.soft(found, `${name}, ${colorScheme}`).toEqual([])
    if (SCREENSHOTS) await page.screenshot({ path: `${SCREENSHOTS}/${name}-${colorScheme}-1280.png`, fullPage: true })
    if (SCREENSHOTS) {
      await page.setViewportSize(narrow)
      await page.screenshot({ path: `${SCREENSHOTS}/${name}-${colorScheme}-360.png`, fullPage: true })
      await page.setViewportSize(wide)
    }
  }
  await page.setViewportSize(narrow)
  await expectNoSideways(name)
  await page.setViewportSize(wide)
}

type Screen = { name: string; path: string; shows: string | RegExp }

async function open({ name, path, shows }: Screen): Promise<void> {
  const answer = await page.goto(`${hub.url}${path}`)
  await expect(page.getByText(shows).first(), name).toBeVisible()
  const policy = answer?.headers()['content-security-policy'] ?? ''
  const scripts = policy.split(';').find((part) => part.trim().startsWith('script-src')) ?? ''
  expect.soft(scripts, name).toMatch(/'nonce-[^']+'/)
  expect.soft(scripts, name).not.toMatch(/unsafe-inline|unsafe-eval|\*|http/)
  expect.soft(policy, name).toContain("object-src 'none'")
  expect.soft(policy, name).toContain("frame-ancestors 'none'")
  expect.soft(answer?.headers()['x-content-type-options'], name).toBe('nosniff')
  expect.soft(answer?.headers()['referrer-policy'], name).toMatch(/same-origin|no-referrer/)
}

test('before anybody has signed in', async () => {
  test.setTimeout(150_000)
  await open({ name: 'sign-in', path: '/sign-in', shows: 'You get a link that signs you in' })
  await examine('sign-in')
  await open({ name: 'sign-in-sent', path: '/sign-in?sent=1', shows: 'Look for your link' })
  await examine('sign-in-sent')
  await open({ name: 'sign-in-continue', path: '/sign-in?token=abc&email=a@b.test', shows: 'This link works once.' })
  await examine('sign-in-continue')
  await open({
    name: 'set-up',
    path: new URL(await setUpLink(hub)).pathname + new URL(await setUpLink(hub)).search,
    shows: 'Set up this hub',
  })
  await page.getByRole('button', { name: 'Set up and sign in' }).click()
  await expect(page.getByText('Enter your name.')).toBeVisible()
  await examine('set-up')
  await open({ name: 'not-found-outside', path: '/nobody', shows: /sign/i })
})

test('an empty tenant', async () => {
  test.setTimeout(150_000)
  await setUp(page, hub)
  for (const screen of [
    { name: 'overview-empty', path: '/acme', shows: /Docker Hub|HTTP service/ },
    { name: 'integrations-empty', path: '/acme/integrations', shows: /connect/i },
    { name: 'keys-empty', path: '/acme/settings/keys', shows: 'No API keys yet' },
  ]) {
    await open(screen)
    await examine(screen.name)
  }
})

test('the steps of the wizard', async () => {
  test.setTimeout(150_000)
  await open({ name: 'wizard-1-type', path: '/acme/integrations/new', shows: 'Which service?' })
  await examine('wizard-1-type')
  await page.locator('[data-type="custom.http"]').click()
  await expect(page.getByText('Settings are reused.')).toBeVisible()
  await examine('wizard-2-start')
  await next(page)
  await next(page)
  await expect(page.getByLabel('Base URL')).toHaveAttribute('aria-invalid', 'true')
  await examine('wizard-3-settings')
  await page.getByLabel('Base URL').fill(service.url)
  await next(page)
  await page.getByRole('radio', { name: 'Bearer token' }).check()
  await page.getByLabel('Token', { exact: true }).fill('a-wrong-token')
  await examine('wizard-4-credentials')
  await next(page)
  await expect(page.getByText('The test did not pass.')).toBeVisible()
  await examine('wizard-5-test-failed')
  await page.getByRole('button', { name: 'Change the credentials' }).click()
  await page.getByLabel('Token', { exact: true }).fill(token)
  await next(page)
  await expect(page.getByText('It works.')).toBeVisible()
  await examine('wizard-5-test')
  await next(page)
  await expect(page.getByLabel('Slug')).not.toHaveValue('')
  await examine('wizard-6-name')
  await page.getByRole('button', { name: /^Save ?(Ctrl Enter)?$/ }).click()
  await expect(page.getByRole('heading', { name: /is connected/ })).toBeVisible()
  await examine('wizard-7-done')
})

/** A call that is logged, an examination, a profile, and a connector that has operations. @returns the call's id */
async function use(): Promise<string> {
  await anIntegration(page, hub, {
    ...{ type: 'scm.github', instance: 'enterpriseServer', name: 'Code', slug: 'code', skipTest: true },
    ...{ config: { server: service.url }, secrets: { token: 'ghp_canary0123456789' } },
  })
  await told(
    page,
    hub,
    `mutation { createConnectionProfile(input: { name: "Shops", fromIntegration: "orders", isDefault: true }) {
      connectionProfile { id } } }`,
  )
  await told(page, hub, 'mutation { runDoctor(input: { integration: "orders" }) { report { overall } } }')
  await told(
    page,
    hub,
    `mutation { setCallPolicy(input: { integration: "orders", policy: { keepBodies: true, retry: { attempts: 2 } } }) {
      integration { id } } }`,
  )
  const call = (path: string) =>
    told(page, hub, `mutation { executeCall(input: { integration: "orders", path: "${path}" }) { call { callId } } }`)
  const { executeCall } = await call('/me')
  const { callId } = (executeCall as { call: { callId: string } }).call
  const logged = async () => ((await ask(page, hub, `{ call(id: "${callId}") { id } }`)).data ? 'logged' : 'not yet')
  await expect.poll(logged).toBe('logged')
  return callId
}

async function fill(): Promise<void> {
  await anIntegration(
    page,
    hub,
    serviceInput(service, { name: 'Orders', slug: 'orders', owner: 'Payments', environment: 'prod' }),
  )
  await anIntegration(page, hub, serviceInput(broken, { name: 'Payments', slug: 'payments', skipTest: true }))
  await anIntegration(page, hub, serviceInput(service, { name: 'Old shop', slug: 'old-shop', saveDisabled: true }))
  await told(
    page,
    hub,
    'mutation { createApiKey(input: { name: "ci", scopes: [{ permission: "integrations:read" }] }) { secret } }',
  )
  await told(
    page,
    hub,
    'mutation { addMember(input: { email: "olga@acme.test", role: OPERATOR, name: "Olga" }) { member { id } } }',
  )
  const health = async () =>
    ((await told(page, hub, '{ integration(id: "payments") { health } }')) as { integration: { health: string } })
      .integration.health
  await expect.poll(health, { timeout: 30_000 }).toBe('UNHEALTHY')
}

const filled: Screen[] = [
  { name: 'overview-cards', path: '/acme', shows: 'Attention' },
  { name: 'overview-table', path: '/acme?view=table', shows: 'Uptime 24 h' },
  { name: 'overview-no-match', path: '/acme?q=zzzz', shows: 'No integration fits these filters' },
  { name: 'integrations', path: '/acme/integrations', shows: 'Orders' },
  { name: 'detail-overview', path: '/acme/integrations/orders', shows: 'Credentials' },
  { name: 'detail-unhealthy', path: '/acme/integrations/payments', shows: 'Unhealthy' },
  { name: 'detail-disabled', path: '/acme/integrations/old-shop', shows: 'Disabled' },
  { name: 'detail-activity', path: '/acme/integrations/orders/activity', shows: 'What happened' },
  { name: 'detail-settings', path: '/acme/integrations/orders/settings', shows: 'Everything is saved.' },
  { name: 'detail-reconnect', path: '/acme/integrations/orders/settings?reconnect', shows: 'Test and reconnect' },
  { name: 'activity', path: '/acme/activity', shows: 'What happened' },
  { name: 'activity-no-match', path: '/acme/activity?q=zzzz', shows: 'Nothing fits these filters' },
  { name: 'settings-profile', path: '/acme/settings', shows: 'this session' },
  { name: 'settings-members', path: '/acme/settings/members', shows: 'olga@acme.test' },
  { name: 'settings-keys', path: '/acme/settings/keys', shows: 'integrations:read' },
  { name: 'not-found', path: '/acme/no/such/page', shows: 'There is no such page' },
  { name: 'not-found-integration', path: '/acme/integrations/nothing', shows: 'There is no such page' },
  { name: 'not-found-outside', path: '/nobody', shows: 'There is no such page' },
]

test('a tenant that is used', async () => {
  test.setTimeout(180_000)
  await fill()
  for (const screen of filled) {
    await open(screen)
    await examine(screen.name)
  }
})

test('an integration that is called through', async () => {
  test.setTimeout(240_000)
  const callId = await use()
  const orders = '/acme/integrations/orders'
  for (const screen of [
    { name: 'detail-doctor', path: `${orders}/doctor`, shows: 'Run doctor' },
    { name: 'detail-doctor-empty', path: '/acme/integrations/code/doctor', shows: 'Not examined yet' },
    { name: 'detail-resources', path: '/acme/integrations/code/resources', shows: 'Nothing discovered yet' },
    { name: 'detail-resources-none', path: `${orders}/resources`, shows: 'Nothing to list' },
    { name: 'detail-operations', path: '/acme/integrations/code/operations', shows: 'List repositories' },
    { name: 'detail-operations-none', path: `${orders}/operations`, shows: 'No operations' },
    { name: 'detail-metrics', path: `${orders}/metrics`, shows: 'Top callers' },
    { name: 'detail-metrics-empty', path: '/acme/integrations/code/metrics', shows: 'No calls yet' },
    { name: 'detail-call', path: `${orders}/metrics/${callId}`, shows: 'Attempts' },
    { name: 'detail-settings-calls', path: `${orders}/settings/calls`, shows: '2 values set here' },
    { name: 'profiles', path: '/acme/profiles', shows: 'Shops' },
    { name: 'profile-new', path: '/acme/profiles/new', shows: 'New profile' },
    { name: 'catalog-type', path: '/acme/catalog/scm.github', shows: 'Operations' },
  ]) {
    await open(screen)
    await examine(screen.name)
  }
  await page.goto(`${hub.url}/acme/profiles`)
  await page.getByRole('link', { name: 'Default: Shops' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Shops/ })).toBeVisible()
  await examine('profile')
  await page.goto(`${hub.url}/acme/integrations/code/operations?operation=deleteBranch`)
  await page.getByRole('textbox', { name: 'Repository' }).fill('octocat/web')
  await page.getByRole('textbox', { name: 'Branch' }).fill('one')
  await page.getByRole('button', { name: /^Run/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await examine('dialog-destroy')
})

test('what opens over a screen', async () => {
  test.setTimeout(150_000)
  await page.goto(`${hub.url}/acme/integrations/orders`)
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await examine('dialog-delete')
  await page.goto(`${hub.url}/acme/settings/keys`)
  await page.getByRole('button', { name: 'Create API key' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await examine('dialog-create-key')
  await page.goto(`${hub.url}/acme/activity`)
  await page.getByRole('row').nth(1).getByRole('button').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await examine('panel-activity')
  await page.goto(`${hub.url}/acme/activity`)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('switch', { name: /^Live/ }).click()
  await examine('activity-filter-live')
})

test('no screen loaded anything from elsewhere, broke its policy or threw', () => {
  expect(watched.origins()).toEqual([hub.url])
  expect(watched.troubles()).toEqual([])
})
