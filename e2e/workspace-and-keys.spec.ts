import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { examine } from './examine'
import { type Hub, startHub } from './hub'
import { expectFocus, tabTo } from './keyboard'
import { anIntegration, ask, askWithKey, setUp, told } from './people'
import { aService, type Service, serviceInput } from './services'

/** The ways in for programs, and the parts of a workspace: keys, projects, environments, the network, its address. */
let hub: Hub
let service: Service
let context: BrowserContext
let page: Page

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test.beforeAll(async ({ browser }) => {
  hub = await startHub()
  service = await aService()
  context = await browser.newContext()
  page = await context.newPage()
  await setUp(page, hub)
  await told(page, hub, 'mutation { createProject(input: { name: "Payments" }) { project { id } } }')
  await told(page, hub, 'mutation { createTenant(input: { name: "Beta" }) { tenant { id } } }')
  await anIntegration(page, hub, serviceInput(service, { name: 'Orders', slug: 'orders' }))
  await anIntegration(page, hub, serviceInput(service, { name: 'Cards', slug: 'cards', project: 'payments' }))
})

test.afterAll(async () => {
  await context?.close()
  service?.close()
  await hub?.end()
})

const settings = (path: string) => page.goto(`${hub.url}/acme/settings${path}`)
/** Toasts are dialogs, too, for a screen reader. */
const dialog = () => page.getByRole('dialog').and(page.locator('[data-open]'))

/** What one press of the dialog's main button does, until the dialog is gone. */
async function confirm(name: string): Promise<void> {
  await dialog().getByRole('button', { name, exact: true }).click()
  await expect(dialog()).toHaveCount(0)
}

/** A dialog that follows another must not lose the focus to what opened the first. */
async function expectFocusInDialog(): Promise<void> {
  const isInside = () => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)
  await expect.poll(isInside).toBe(true)
}

test.describe('API keys', () => {
  let secret = ''

  const shownSecret = async () => (await page.locator('[data-secret]').innerText()).trim()
  const isRefused = async (key: string) => /UNAUTHENTICATED/.test((await askWithKey(hub, key)).text)

  test('one for a single project is made by keyboard alone', async () => {
    await settings('/keys')
    await expect(page.getByText('No API keys yet')).toBeVisible()
    await expect(page.getByRole('banner').getByRole('status')).toContainText('Live')
    await examine(page, 'keys-empty')
    await tabTo(page, /^Create API key$/)
    await page.keyboard.press('Enter')
    await expectFocus(page, /^Name/)
    await page.keyboard.type('billing')
    await tabTo(page, /^All of Acme/)
    await page.keyboard.press('ArrowDown')
    await tabTo(page, /^Project/)
    await page.keyboard.type('Pay')
    await expect(dialog().getByRole('checkbox', { name: /keys:read/ })).toBeDisabled()
    await expect(dialog().getByRole('status')).toHaveText(
      'It can read integrations and their health; and read the activity and follow events, only in the project Payments.',
    )
    await examine(page, 'dialog-create-key')
    await tabTo(page, /^Create key$/)
    await page.keyboard.press('Enter')
    await expect(dialog()).toContainText('created')
    secret = await shownSecret()
    await expectFocusInDialog()
    await examine(page, 'dialog-key-secret')
    await page.keyboard.press('Escape')
    await expect(dialog()).toHaveCount(0)
    await expect(page.getByRole('row', { name: /billing/ })).toContainText('only in Payments')
    const seen = await askWithKey(hub, secret)
    expect(JSON.parse(seen.text).data.integrations).toEqual({ totalCount: 1 })
  })

  test('is refused an integration that does not exist, at its field', async () => {
    await settings('/keys')
    await page.getByRole('button', { name: 'Create API key' }).click()
    await dialog().getByLabel('Name').fill('one')
    await dialog().getByRole('radio', { name: 'One integration' }).check()
    await dialog().getByRole('button', { name: 'Create key' }).click()
    await expect(dialog().getByLabel('Integration', { exact: true })).toHaveAccessibleDescription(
      /Name the integration/,
    )
    await dialog().getByLabel('Integration', { exact: true }).fill('nothing')
    await dialog().getByRole('button', { name: 'Create key' }).click()
    await expect(dialog().getByLabel('Integration', { exact: true })).toHaveAccessibleDescription(/no such integration/)
    await examine(page, 'dialog-create-key-problem')
    await dialog().getByLabel('Integration', { exact: true }).fill('orders')
    await dialog().getByRole('button', { name: 'Create key' }).click()
    await expect(page.locator('[data-secret]')).toBeVisible()
    await confirm('I have copied it')
    await expect(page.getByRole('row', { name: /^one/ })).toContainText('only for Orders')
  })

  test('is rotated: both secrets work for the overlap, then only the new one', async () => {
    await settings('/keys')
    await page.getByRole('button', { name: 'Rotate billing' }).click()
    await examine(page, 'dialog-rotate')
    await dialog().getByRole('button', { name: 'Rotate key' }).click()
    await expect(page.locator('[data-secret]')).toBeVisible()
    const second = await shownSecret()
    expect(second).not.toBe(secret)
    await expect(dialog()).toContainText('it ends')
    await confirm('I have copied it')
    await expectFocus(page, /^Rotate billing$/)
    await expect(page.getByRole('row', { name: /billing/ })).toContainText('old secret ends')
    await examine(page, 'keys')
    expect(await isRefused(secret)).toBe(false)
    expect(await isRefused(second)).toBe(false)

    await page.getByRole('button', { name: 'Rotate billing' }).click()
    await dialog()
      .getByRole('radio', { name: /at once/ })
      .check()
    await dialog().getByRole('button', { name: 'Rotate key' }).click()
    await expect(page.locator('[data-secret]')).toBeVisible()
    const third = await shownSecret()
    await confirm('I have copied it')
    await expect.poll(() => isRefused(second)).toBe(true)
    expect(await isRefused(third)).toBe(false)
    await expect(page.getByRole('row', { name: /billing/ })).not.toContainText('old secret ends')
    secret = third
  })

  test('is revoked, and says which', async () => {
    await settings('/keys')
    await page.getByRole('button', { name: 'Revoke billing' }).click()
    await expect(dialog()).toContainText('Revoke "billing"?')
    await confirm('Revoke key')
    await expect(page.getByRole('row', { name: /billing/ })).toContainText('revoked')
    await expect.poll(() => isRefused(secret)).toBe(true)
  })
})

test.describe('the parts of a workspace', () => {
  test('a project that holds integrations cannot be deleted, and says why', async () => {
    await settings('/projects')
    await page.getByRole('button', { name: 'Delete Payments' }).click()
    await expect(dialog()).toContainText('Payments cannot be deleted now')
    await expect(dialog()).toContainText('It holds 1 integration.')
    await expect(dialog().getByRole('button', { name: 'Delete project' })).toBeDisabled()
    await examine(page, 'dialog-delete-project-refused')
    await page.keyboard.press('Escape')
    await expectFocus(page, /^Delete Payments$/)
    const { errors } = await ask(page, hub, 'mutation { deleteProject(input: { id: "payments" }) { id } }')
    expect(errors[0]?.extensions?.type).toBe('project.not_empty')
  })

  test('a project is created, refused a slug that is taken, renamed, made default and deleted', async () => {
    await settings('/projects')
    await page.getByRole('button', { name: 'Create project' }).click()
    await dialog().getByLabel('Name').fill('Shop')
    await dialog().getByLabel(/^Slug/).fill('payments')
    await dialog().getByRole('button', { name: 'Create project' }).click()
    await expect(dialog().getByLabel(/^Slug/)).toHaveAttribute('aria-invalid', 'true')
    await expect(dialog().getByLabel('Name')).toHaveValue('Shop')
    await examine(page, 'dialog-create-project-problem')
    await dialog().getByLabel(/^Slug/).fill('')
    await confirm('Create project')
    await page.getByRole('button', { name: 'Rename Shop' }).click()
    await dialog().getByLabel('Name').fill('Store')
    await confirm('Save')
    const store = page.getByRole('row', { name: /Store/ })
    await expect(store).toContainText('shop')
    await page.getByRole('button', { name: 'Make Store the default project' }).click()
    await expect(store.getByText('default', { exact: true })).toBeVisible()
    await expect(page.getByText('default', { exact: true }).and(page.locator('span'))).toHaveCount(1)
    await examine(page, 'projects')
    await page.getByRole('button', { name: 'Delete Store' }).click()
    await expect(dialog()).toContainText('This is the default project')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Make (?!Payments).* the default project$/ }).click()
    await expect(store.getByText('default', { exact: true })).toHaveCount(0)
    await page.getByRole('button', { name: 'Delete Store' }).click()
    await confirm('Delete project')
    await expect(store).toHaveCount(0)
  })

  test('environments are created, ordered by keyboard and deleted', async () => {
    await settings('/environments')
    const names = () => page.getByRole('row').locator('td:first-child > span').allInnerTexts()
    await page.getByRole('button', { name: 'Create environment' }).click()
    await dialog().getByLabel('Name').fill('QA')
    await confirm('Create environment')
    await expect.poll(names).toHaveLength(4)
    await page.getByRole('button', { name: 'Move QA up' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await names()).indexOf('QA')).toBe(2)
    await expectFocus(page, /^Move QA up$/)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await names()).indexOf('QA')).toBe(1)
    await expect(page.getByRole('status').filter({ hasText: 'QA is now 2 of 4' })).toHaveCount(1)
    const [first = ''] = await names()
    await page.getByRole('button', { name: `Move ${first} down` }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await names())[0]).toBe('QA')
    await expectFocus(page, new RegExp(`^Move ${first} down$`))
    await examine(page, 'environments')
    await page.getByRole('button', { name: 'Delete QA' }).click()
    await confirm('Delete environment')
    await expect.poll(names).toHaveLength(3)
  })

  test('an address range is opened and closed by the instance admin', async () => {
    await settings('/network')
    await expect(page.getByText('No private address is open')).toBeVisible()
    await examine(page, 'network-empty')
    await page.getByRole('button', { name: 'Open an address range' }).click()
    await dialog().getByLabel('Range').fill('no address')
    await dialog().getByRole('button', { name: 'Open', exact: true }).click()
    await expect(dialog().getByLabel('Range')).toHaveAttribute('aria-invalid', 'true')
    await dialog().getByLabel('Range').fill('10.1.2.0/24:443')
    await dialog()
      .getByLabel(/^Reason/)
      .fill('the registry in the cellar')
    await confirm('Open')
    await expect(page.getByRole('row', { name: /10\.1\.2\.0\/24:443/ })).toContainText('the registry in the cellar')
    await examine(page, 'network')
    await page.getByRole('button', { name: 'Close 10.1.2.0/24:443' }).click()
    await confirm('Close range')
    await expect(page.getByText('No private address is open')).toBeVisible()
  })

  test('how people sign in is told to the instance admin, with what it takes to switch on the rest', async () => {
    await settings('/sign-in')
    await expect(page.getByText(`${hub.url}/api/auth/callback/github`)).toBeVisible()
    for (const variable of ['AUTH_GITHUB_ID', 'AUTH_GOOGLE_ID', 'AUTH_OIDC_ISSUER']) {
      await expect(page.getByText(variable)).toBeVisible()
    }
    await examine(page, 'sign-in-settings')
  })

  test('a new slug warns, is refused when taken, and leads to the new address', async () => {
    await settings('/workspace')
    await examine(page, 'workspace')
    await page.getByLabel('Slug').fill('beta')
    await expect(page.getByText('Every address changes')).toBeVisible()
    await page.getByRole('button', { name: 'Save and change addresses' }).click()
    await expect(page.getByLabel('Slug')).toHaveAccessibleDescription(/taken/)
    await expect(page.getByLabel('Slug')).toBeFocused()
    await examine(page, 'workspace-problem')
    await page.getByLabel('Name').fill('Acme Europe')
    await page.getByLabel('Slug').fill('acme-eu')
    await page.getByRole('button', { name: 'Save and change addresses' }).click()
    await page.waitForURL(`${hub.url}/acme-eu/settings/workspace`)
    await expect(page.getByLabel('Name')).toHaveValue('Acme Europe')
    await page.goto(`${hub.url}/acme`)
    await expect(page.getByText('There is no such page')).toBeVisible()
  })
})
