import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { examine } from './examine'
import { type Hub, startHub } from './hub'
import { expectFocus, tabTo, typeInto } from './keyboard'
import { aColleague, anIntegration, ask, owner, setUp, signIn, told } from './people'
import { aService, type Service, serviceInput } from './services'

/** How people come in and what they may change: invitations, roles, sessions and themselves. */
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
