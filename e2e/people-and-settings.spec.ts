import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { examine } from './examine'
import { type Hub, startHub } from './hub'
import { expectFocus, tabTo, typeInto } from './keyboard'
import { aColleague, anIntegration, ask, askWithKey, owner, setUp, signIn, told } from './people'
import { aService, type Service, serviceInput } from './services'

/** How people come in and what they may change: invitations, roles, keys, sessions, the workspace and its parts. */
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

type Wanted = { email: string; role?: string; project?: string; tenant?: string }

async function invite({ email, role = 'VIEWER', project, tenant = 'acme' }: Wanted): Promise<string> {
  const document = 'mutation ($input: CreateInvitationInput!) { createInvitation(input: $input) { url } }'
  const variables = { input: { email, role, ...(project && { project }) } }
  const { createInvitation } = await told(page, hub, document, { variables, tenant })
  return (createInvitation as { url: string }).url
}

/** A dialog that follows another must not lose the focus to what opened the first. */
async function expectFocusInDialog(): Promise<void> {
  const isInside = () => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)
  await expect.poll(isInside).toBe(true)
}

async function inOwnBrowser(browser: Browser, act: (guest: Page) => Promise<void>): Promise<void> {
  const own = await browser.newContext()
  await act(await own.newPage())
  await own.close()
}

async function expectDead(guest: Page, link: string): Promise<void> {
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible()
  await expect(guest.locator('form')).toHaveCount(0)
}

test('a set-up link that leads nowhere says so and shows no form', async () => {
  await page.goto(`${hub.url}/setup?token=never-was-a-link`)
  await expect(page.getByRole('heading', { name: 'This set-up link cannot be used' })).toBeVisible()
  await expect(page.locator('form')).toHaveCount(0)
  await examine(page, 'setup-dead')
  await setUp(page, hub)
})

test('every reason why a sign-in failed is told with what to do', async ({ browser }) => {
  await inOwnBrowser(browser, async (guest) => {
    const seen = new Set<string>()
    const codes = ['AccessDenied', 'OAuthSignin', 'OAuthCallback', 'Verification', 'EmailSignin', 'Configuration']
    const ours = ['ProviderUnknownPerson', 'ProviderEmailUnverified', 'ProviderConnectFirst', 'NobodyKnowsThis']
    for (const code of [...codes, ...ours]) {
      await guest.goto(`${hub.url}/sign-in?error=${code}`)
      const alert = guest.getByRole('main').getByRole('alert')
      await expect(alert).toBeVisible()
      seen.add(await alert.innerText())
      await expect(guest.getByRole('button', { name: 'Send me a link' })).toBeVisible()
    }
    expect(seen.size).toBe(codes.length + ours.length)
    await examine(guest, 'sign-in-error')
  })
})

test.describe('an invitation', () => {
  const newcomer = 'nora@acme.test'
  let link = ''

  test('is made by keyboard alone, and its link is shown once', async () => {
    await settings('/members')
    await expect(page.getByRole('button', { name: 'Invite', exact: true })).toBeVisible()
    await expect(page.getByRole('banner').getByRole('status')).toContainText('Live')
    await examine(page, 'members-empty')
    await tabTo(page, /^Invite$/)
    await page.keyboard.press('Enter')
    await expectFocus(page, /^E-mail/)
    await page.keyboard.type('nobody')
    await page.keyboard.press('Enter')
    await expect(dialog().getByLabel('E-mail')).toHaveAccessibleDescription(/Enter an e-mail address/)
    await expectFocus(page, /^E-mail/)
    await examine(page, 'dialog-invite-problem')
    await typeInto(page, /^E-mail/, newcomer)
    await tabTo(page, /^Viewer/)
    await page.keyboard.press('ArrowDown')
    await expect(dialog().getByRole('radio', { name: /^Operator/ })).toBeChecked()
    await page.keyboard.press('Enter')
    await expect(dialog()).toContainText(`Invitation for ${newcomer}`)
    link = (await page.locator('[data-secret]').innerText()).trim()
    expect(new URL(link).pathname).toMatch(/^\/invite\/\S{20,}$/)
    await expectFocusInDialog()
    await examine(page, 'dialog-invite-link')
    await page.keyboard.press('Escape')
    await expect(dialog()).toHaveCount(0)
    await expectFocus(page, /^Invite$/)
    await expect(page.getByRole('row', { name: new RegExp(newcomer) })).toContainText('Operator')
    await page.reload()
    expect(await page.content()).not.toContain(link.split('/invite/')[1])
    await examine(page, 'members-invited')
  })

  test('tells what it offers, and opening it burns nothing', async ({ browser }) => {
    for (const name of ['a scanner', 'another']) {
      await inOwnBrowser(browser, async (guest) => {
        const answer = await guest.goto(link)
        expect(answer?.status(), name).toBe(200)
        await expect(guest.getByRole('heading', { name: 'Join Acme' })).toBeVisible()
        await expect(guest.getByText(newcomer)).toBeVisible()
        await expect(guest.getByText(`${owner.name} invites you.`)).toBeVisible()
        await expect(guest.getByText(/^Operator/)).toBeVisible()
        await expect(guest.locator('meta[name="referrer"]')).toHaveAttribute('content', 'no-referrer')
        await examine(guest, 'invite-new')
      })
    }
  })

  test('is nobody else’s: who is signed in as another cannot join with it', async ({ browser }) => {
    const other = await aColleague(browser, hub, { email: 'vera@acme.test', role: 'VIEWER', by: page })
    const view = await other.newPage()
    await view.goto(link)
    await expect(view.getByText('You are signed in as')).toContainText('vera@acme.test')
    await expect(view.getByRole('button', { name: /^Join/ })).toHaveCount(0)
    await examine(view, 'invite-other')
    const token = link.split('/invite/')[1]
    const document = 'mutation ($token: String!) { acceptInvitation(input: { token: $token }) { tenant { id } } }'
    const { errors } = await ask(view, hub, document, { variables: { token } })
    expect(errors[0]?.extensions?.type).toBe('invitation.other_person')
    await view.getByRole('button', { name: 'Sign out and continue' }).click()
    await expect(view.getByRole('button', { name: 'Join Acme' })).toBeVisible()
    await other.close()
  })

  test('lets a new person join with a name, lands in the tenant, and is used up', async ({ browser }) => {
    const own = await browser.newContext()
    const guest = await own.newPage()
    await guest.goto(link)
    await guest.getByRole('button', { name: 'Join Acme' }).click()
    await expect(guest.getByLabel('Your name')).toHaveAccessibleDescription(/Enter your name/)
    await guest.getByLabel('Your name').fill('Nora')
    await guest.getByRole('button', { name: 'Join Acme' }).click()
    await guest.waitForURL(`${hub.url}/acme`)
    await expect(guest.getByRole('navigation', { name: 'Main' })).toBeVisible()
    await expectDead(guest, link)
    await examine(guest, 'invite-dead')
    await own.close()
    await settings('/members')
    await expect(page.getByRole('row', { name: /Nora/ })).toContainText(newcomer)
    await expect(page.getByRole('button', { name: `New link for ${newcomer}` })).toHaveCount(0)
    expect(hub.output()).not.toContain(link)
  })

  test('for who has an account asks to sign in first, and leads back', async ({ browser }) => {
    await told(page, hub, 'mutation { createTenant(input: { name: "Beta" }) { tenant { id } } }')
    const toBeta = await invite({ email: newcomer, tenant: 'beta' })
    await inOwnBrowser(browser, async (guest) => {
      await guest.goto(toBeta)
      await expect(guest.getByText('You have an account here.')).toBeVisible()
      await expect(guest.getByLabel('E-mail')).toHaveValue(newcomer)
      await examine(guest, 'invite-account')
      const seen = hub.output().length
      await guest.getByRole('button', { name: 'Send me a link' }).click()
      await expect(guest.getByRole('heading', { name: 'Look for your link' })).toBeVisible()
      await expect.poll(() => hub.output().slice(seen)).toContain(`Sign-in link for ${newcomer}`)
      const [signInLink] = /http\S+\/sign-in\?token=\S+/.exec(hub.output().slice(seen)) ?? []
      await guest.goto(signInLink ?? '')
      await guest.getByRole('button', { name: `Continue as ${newcomer}` }).click()
      await guest.getByRole('button', { name: 'Join Beta' }).click()
      await guest.waitForURL(`${hub.url}/beta`)
    })
  })

  test('that is replaced or revoked is dead', async ({ browser }) => {
    const first = await invite({ email: 'late@acme.test' })
    await settings('/members')
    await page.getByRole('button', { name: 'New link for late@acme.test' }).click()
    await dialog().getByRole('button', { name: 'Create new link' }).click()
    await expect(page.locator('[data-secret]')).toBeVisible()
    const second = (await page.locator('[data-secret]').innerText()).trim()
    await confirm('I have copied it')
    await inOwnBrowser(browser, async (guest) => {
      await expectDead(guest, first)
      await guest.goto(second)
      await expect(guest.getByRole('heading', { name: 'Join Acme' })).toBeVisible()
      await page.getByRole('button', { name: 'Revoke the invitation for late@acme.test' }).click()
      await confirm('Revoke invitation')
      await expectDead(guest, second)
    })
    await expect(page.getByRole('row', { name: /late@acme/ })).toHaveCount(0)
  })
})

test.describe('members', () => {
  const row = (name: RegExp) => page.getByRole('row', { name })

  test('the last owner cannot step down or leave, and is told why', async () => {
    await settings('/members')
    await page.getByLabel(`Role of ${owner.email}`).selectOption('VIEWER')
    const news = page.getByRole('region', { name: 'Notifications' })
    await expect(news).toContainText('A tenant needs an owner')
    await expect(news).toContainText('Make somebody else owner first.')
    await expect(page.getByLabel(`Role of ${owner.email}`)).toHaveValue('OWNER')
    await page.getByRole('button', { name: 'Leave Acme' }).click()
    await dialog().getByRole('button', { name: 'Leave Acme' }).click()
    await expect(dialog().getByRole('alert')).toContainText('A tenant needs an owner')
    await examine(page, 'dialog-leave-refused')
    await page.keyboard.press('Escape')
    await expectFocus(page, /^Leave Acme$/)
  })

  test('somebody gets a role in one project and loses it again', async () => {
    await told(page, hub, 'mutation { createProject(input: { name: "Payments" }) { project { id } } }')
    await settings('/members')
    await page.getByRole('button', { name: 'Add a role for vera@acme.test' }).click()
    await dialog().getByLabel('Where').selectOption({ label: 'Only the project Payments' })
    await dialog()
      .getByRole('radio', { name: /^Admin/ })
      .check()
    await confirm('Add role')
    await expect(row(/vera@acme/)).toContainText('in Payments')
    await examine(page, 'members')
    await page.getByRole('button', { name: 'Take the role in Payments from vera@acme.test' }).click()
    await confirm('Take role away')
    await expect(row(/vera@acme/)).not.toContainText('in Payments')
  })

  test('a role in one project shows that project and nothing else', async ({ browser }) => {
    await anIntegration(page, hub, serviceInput(service, { name: 'Orders', slug: 'orders' }))
    await anIntegration(page, hub, serviceInput(service, { name: 'Cards', slug: 'cards', project: 'payments' }))
    const link = await invite({ email: 'paul@acme.test', project: 'payments' })
    await inOwnBrowser(browser, async (guest) => {
      await guest.goto(link)
      await expect(guest.getByText('Only the project Payments')).toBeVisible()
      await guest.getByLabel('Your name').fill('Paul')
      await guest.getByRole('button', { name: 'Join Acme' }).click()
      await guest.waitForURL(`${hub.url}/acme`)
      await guest.goto(`${hub.url}/acme/integrations`)
      await expect(guest.getByText('Cards').first()).toBeVisible()
      await expect(guest.getByText('Orders')).toHaveCount(0)
      await guest.goto(`${hub.url}/acme/settings`)
      await expect(guest.getByText('only in single projects')).toBeVisible()
      await examine(guest, 'profile-project-only')
      await guest.goto(`${hub.url}/acme/settings/keys`)
      await expect(guest.getByText('keys:read')).toBeVisible()
      await examine(guest, 'keys-refused')
      for (const place of ['workspace', 'projects', 'environments']) {
        await guest.goto(`${hub.url}/acme/settings/${place}`)
        await expect(guest.getByText('tenant:write')).toBeVisible()
        await expect(guest.getByRole('main').getByRole('button', { name: /Create|Save|Delete|Rename/ })).toHaveCount(0)
        await examine(guest, `${place}-read-only`)
      }
      for (const place of ['sign-in', 'network']) {
        await guest.goto(`${hub.url}/acme/settings/${place}`)
        await expect(guest.getByRole('heading', { name: 'You may not see this' })).toBeVisible()
      }
      await examine(guest, 'network-refused')
    })
  })

  test('somebody who is removed is gone, and the keyboard is not lost', async () => {
    await settings('/members')
    await page.getByRole('button', { name: 'Remove paul@acme.test' }).click()
    await expect(dialog()).toContainText('Remove paul@acme.test?')
    await confirm('Remove member')
    await expect(row(/paul@acme/)).toHaveCount(0)
    await expectFocus(page, /^Invite$/)
  })
})

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

test('signing out everywhere else ends the other browsers and keeps this one', async ({ browser }) => {
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await signIn(other, hub, owner.email)
  await settings('')
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await confirm('End the others')
  await expect(page.getByRole('button', { name: /^End the session/ })).toHaveCount(0)
  await expect(other.getByText('You are signed out.')).toBeVisible({ timeout: 6_000 })
  await other.goto(`${hub.url}/acme`)
  await other.waitForURL(/\/sign-in/)
  await elsewhere.close()
})

test('a profile is renamed and looks as its owner wants', async () => {
  await settings('')
  await expect(page.getByText('verified', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Change name' }).click()
  await dialog().getByLabel('Name').fill('')
  await dialog().getByRole('button', { name: 'Save name' }).click()
  await expect(dialog().getByLabel('Name')).toHaveAccessibleDescription(/Enter your name/)
  await dialog().getByLabel('Name').fill('Ada L. Byron')
  await confirm('Save name')
  await expect(page.getByRole('definition').getByText('Ada L. Byron')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Account: Ada L. Byron' })).toBeVisible()
  await page.getByRole('radio', { name: /^Dark/ }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('button', { name: 'Theme: Dark' })).toBeVisible()
  await page.getByRole('radio', { name: /^System/ }).check()
  await examine(page, 'profile')
  await settings('?error=ProviderAccountTaken')
  await expect(page.getByText('This account belongs to somebody else here')).toBeVisible()
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
