import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { insertIntegrations } from '@/test/many-integrations'
import { type Hub, startHub } from './hub'
import { focusedName, tabTo } from './keyboard'
import { anIntegration, setUp } from './people'
import { type Watch, watch } from './screens'
import { aService, type Service, serviceInput } from './services'

/**
 * Five thousand integrations on one screen, the catalog, the command palette and the sheet of keys: by mouse and by
 * keyboard alone, in both colour schemes and at both widths.
 */
let hub: Hub
let service: Service
let context: BrowserContext
let page: Page
let watched: Watch

test.describe.configure({ mode: 'serial' })

const many = 5_000
const wide = { width: 1440, height: 1000 }
const narrow = { width: 375, height: 760 }
const { SCREENSHOTS } = process.env
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

test.beforeAll(async ({ browser }) => {
  hub = await startHub()
  service = await aService()
  context = await browser.newContext({ viewport: wide, permissions: ['clipboard-read', 'clipboard-write'] })
  page = await context.newPage()
  watched = watch(page)
  await setUp(page, hub)
})

test.afterAll(async () => {
  await context?.close()
  service?.close()
  await hub?.end()
})

async function examine(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(rules)
      // Marks of the component library around an open menu; they send the focus on and are never left focused.
      .exclude('[data-base-ui-focus-guard]')
      .analyze()
    expect
      .soft(
        violations.map(
          ({ id, nodes }) => `${name} ${colorScheme}: ${id} ${nodes[0]?.target} ${nodes[0]?.failureSummary}`,
        ),
      )
      .toEqual([])
    if (SCREENSHOTS) await page.screenshot({ path: `${SCREENSHOTS}/${name}-${colorScheme}.png` })
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize(narrow)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(over, `${name} scrolls sideways at ${narrow.width}`).toBeLessThanOrEqual(0)
  if (SCREENSHOTS) await page.screenshot({ path: `${SCREENSHOTS}/${name}-375.png` })
  await page.setViewportSize(wide)
}

const rows = () => page.locator('tr[data-integration]')
const frame = () => page.locator('[data-list]')
const rowsInPage = () => page.locator('tbody tr[data-index]').count()
const live = () => expect(page.getByRole('banner').getByRole('status')).toContainText('Live')

async function open(path: string): Promise<void> {
  await page.goto(`${hub.url}/acme${path}`)
  await live()
}

test('the screens of a tenant without anything', async () => {
  await open('/integrations')
  await expect(page.getByText('Nothing is connected yet')).toBeVisible()
  await examine('list-empty')
  await open('/catalog')
  await expect(page.getByRole('link', { name: 'HTTP service', exact: true })).toBeVisible()
  await examine('catalog-empty')
  await open('/catalog?q=zzzz')
  await expect(page.getByText('No type fits these words')).toBeVisible()
  await examine('catalog-no-match')
})

test('five thousand rows scroll to the end with few of them in the page', async () => {
  test.setTimeout(180_000)
  await insertIntegrations(await hub.databaseUrl(), 'acme', many)
  await anIntegration(page, hub, serviceInput(service, { name: 'Aardvark', slug: 'aardvark', owner: 'Zoo' }))
  await open('/integrations')
  await expect(page.getByText('5,001 integrations')).toBeVisible()
  await expect(rows().first()).toHaveAttribute('data-integration', 'aardvark')
  await expect(page.getByRole('table', { name: 'Integrations' })).toHaveAttribute('aria-rowcount', String(many + 2))
  const counts: number[] = []
  for (const share of [0.1, 0.35, 0.6, 0.85, 1]) {
    await frame().evaluate((it, at) => it.scrollTo({ top: it.scrollHeight * at }), share)
    await expect(page.getByText('Loading', { exact: true })).toHaveCount(0)
    await expect.poll(rowsInPage).toBeGreaterThan(5)
    counts.push(await rowsInPage())
  }
  expect(Math.max(...counts)).toBeLessThanOrEqual(80)
  await expect(rows().last()).toHaveAttribute('data-integration', 'many-05000')
  await expect(rows().last()).toHaveAttribute('aria-rowindex', String(many + 2))
  // Between two rows, for half a row under the head is no target that could be too small.
  await frame().evaluate((it) => it.scrollTo({ top: 44 * 2_000 }))
  await expect(page.getByRole('link', { name: 'Many 02005' })).toBeVisible()
  await examine('list-middle')
})

test('filters, order, groups, columns and density are in the address, and survive a reload', async () => {
  test.setTimeout(120_000)
  await open('/integrations')
  await page.getByRole('searchbox', { name: 'Filter by name' }).fill('many-000')
  await expect(page.getByText('99 integrations')).toBeVisible()
  await page.getByLabel('Type').selectOption('registry.oci')
  await expect(page.getByText('19 integrations')).toBeVisible()
  await page.getByRole('button', { name: 'State' }).click()
  await page.getByLabel('Group').selectOption('owner')
  await expect(page.getByRole('button', { name: /^Team \d+/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Dense rows' }).click()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Quota' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Quota' })).toHaveCount(0)
  await expect(page).toHaveURL(/q=many-000.*type=registry\.oci.*sort=severity.*group=owner/)
  const [first] = await page.locator('tr[data-group]').allTextContents()
  await page.locator('tr[data-group] button').first().click()
  await expect(page).toHaveURL(/folded=/)
  await examine('list-grouped')
  const told = () =>
    page.locator('tr[data-index]').evaluateAll((all) => all.map((row) => row.textContent?.slice(0, 24)))
  const before = await told()
  await page.reload()
  await live()
  await expect.poll(told).toEqual(before)
  expect((await page.locator('tr[data-group]').allTextContents())[0]).toBe(first)
  await expect(page.getByRole('columnheader', { name: 'Quota' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Dense rows' })).toHaveAttribute('aria-pressed', 'true')
})

test('a named view is a link to all of this', async () => {
  await open('/integrations?state=disabled&sort=owner')
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Save or remove views' }).click()
  await page.getByLabel('Name of this view').fill('Switched off')
  await examine('list-views')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await open('/integrations')
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Switched off' }).click()
  await expect(page).toHaveURL(/state=disabled&sort=owner/)
  await expect(page.getByText('200 integrations')).toBeVisible()
  await page.getByRole('button', { name: 'Show query' }).click()
  await expect(page.getByRole('dialog')).toContainText('query ListRows')
  await examine('list-query')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Export CSV' }).click()
  expect((await download).suggestedFilename()).toBe('integrations.csv')
  await expect(page.getByText('200 integrations exported')).toBeVisible()
})

test('many are enabled, and tested, at once; what fails for some is told for each', async () => {
  test.setTimeout(120_000)
  await open('/integrations?q=many-0002&state=disabled')
  await expect(page.getByText('1 integration', { exact: true })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select all that fit the filters' }).check()
  await page.getByRole('button', { name: 'Enable', exact: true }).click()
  await expect(page.getByText('1 of 1 integration enabled')).toBeVisible()
  await open('/integrations?q=a&sort=name')
  await page.getByRole('checkbox', { name: 'Select Aardvark' }).check()
  await page.getByRole('checkbox', { name: 'Select Many 00001' }).check()
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(page.getByText('1 of 2 integrations passed, 1 failed')).toBeVisible()
  await page.getByRole('button', { name: 'Show what failed' }).click()
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Many 00001' })).toBeVisible()
  await examine('list-bulk-failed')
  await page.keyboard.press('Escape')
})

test('the list by keyboard: walk, select, act, open', async () => {
  await open('/integrations')
  await page.keyboard.press('j')
  await expect.poll(() => focusedName(page)).toBe('Aardvark')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText('1 selected')).toBeVisible()
  await page.keyboard.press('k')
  await page.keyboard.press(' ')
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.keyboard.press('.')
  await expect(page.getByRole('menuitem', { name: 'Copy slug' })).toBeVisible()
  await examine('list-row-menu')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('f')
  await expect.poll(() => focusedName(page)).toBe('State')
  await page.getByRole('link', { name: 'Aardvark' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`${hub.url}/acme/integrations/aardvark`)
})

test('the palette by keyboard alone: go, act on this page, ask in place, change, look up', async () => {
  test.setTimeout(120_000)
  await open('/integrations/aardvark')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option', { name: /Test Aardvark/ })).toBeVisible()
  await examine('palette')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Aardvark passed its test')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Search or jump to')).toBeFocused()
  await page.keyboard.type('many 04999')
  await expect(page.getByRole('option', { name: /Many 04999/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.waitForURL(`${hub.url}/acme/integrations/many-04999`)
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Search or jump to')).toBeFocused()
  await page.keyboard.type('disable which')
  await page.keyboard.press('Enter')
  await expect(page.getByPlaceholder('Disable which integration?')).toBeFocused()
  await page.keyboard.type('aardvark')
  await expect(page.getByRole('option')).toHaveCount(1)
  await examine('palette-asks')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Aardvark is disabled')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Search or jump to')).toBeFocused()
  await page.keyboard.type('error code')
  await page.keyboard.press('Enter')
  await expect(page.getByPlaceholder('Which error code?')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByPlaceholder('Search or jump to')).toBeFocused()
  await page.keyboard.type('theme: dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Search or jump to')).toBeFocused()
  await page.keyboard.type('theme: system')
  await page.keyboard.press('Enter')
  await page.goto(`${hub.url}/docs/errors/integration.probe_failed`)
  await expect(page.getByRole('heading', { name: 'The service did not pass its test' })).toBeVisible()
  await examine('error-code')
})

test('the sheet of keys, and the switch that silences them', async () => {
  await open('')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Select or unselect the row')
  await examine('sheet')
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('?')
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.reload()
  await live()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Help' }).click()
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click()
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.waitForURL(`${hub.url}/acme/catalog`)
})

test('from the catalog to the wizard by keyboard', async () => {
  test.setTimeout(120_000)
  await open('/catalog')
  await expect(page.getByText('used by 1,000').or(page.getByText('used by 4,001')).first()).toBeVisible()
  await examine('catalog')
  await page.keyboard.press('/')
  await page.keyboard.type('docker-hub')
  await expect(page.getByRole('link', { name: 'HTTP service', exact: true })).toHaveCount(0)
  await tabTo(page, /^Container registry$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${hub.url}/acme/catalog/registry.oci`)
  await expect(page.getByRole('heading', { name: 'What a check proves' })).toBeVisible()
  await examine('catalog-type')
  await tabTo(page, /^Connect Container registry$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/integrations\/new\?type=registry\.oci/)
  await expect(page.getByText('Settings are reused.')).toBeVisible()
})

test('on a narrow screen the parts of a type are folded, and open when asked', async () => {
  await page.setViewportSize(narrow)
  await open('/catalog/scm.github')
  const operations = page.getByRole('button', { name: 'Operations', exact: true })
  await expect(page.getByText('mergePullRequest')).toBeHidden()
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(3_000)
  await operations.click()
  await expect(operations).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByText('mergePullRequest')).toBeVisible()
  await page.setViewportSize(wide)
  await expect(page.getByRole('heading', { name: 'What a check proves' })).toBeVisible()
})

test('a page that does not exist offers the search', async () => {
  await page.goto(`${hub.url}/acme/catalog/no.such`)
  await expect(page.getByText('There is no such page')).toBeVisible()
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page.getByPlaceholder('Search or jump to')).toBeFocused()
})

test('no screen loaded anything from elsewhere, broke its policy or threw', () => {
  expect(watched.origins()).toEqual([hub.url])
  expect(watched.troubles()).toEqual([])
})
