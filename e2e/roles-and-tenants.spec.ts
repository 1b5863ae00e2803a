import { type APIResponse, type BrowserContext, expect, type Page, test } from '@playwright/test'
import WebSocket from 'ws'
import { type Hub, startHub } from './hub'
import { type Answer, aColleague, anIntegration, ask, connectDocument, setUp, signIn, told } from './people'
import { aService, type Service, serviceInput } from './services'

/** Who may only look changes nothing, and who is in another tenant does not even learn what there is. */
let hub: Hub
let service: Service
let owner: BrowserContext
let page: Page
let orders: { id: string; slug: string }

test.beforeAll(async ({ browser }) => {
  hub = await startHub()
  service = await aService()
  owner = await browser.newContext()
  page = await owner.newPage()
  await setUp(page, hub)
  orders = await anIntegration(
    page,
    hub,
    serviceInput(service, { name: 'Orders', slug: 'orders', owner: 'Payments team' }),
  )
})

test.afterAll(async () => {
  await owner?.close()
  service?.close()
  await hub?.end()
})

const codeOf = ({ errors }: Answer) => errors[0]?.extensions?.code

test.describe('a viewer', () => {
  let viewer: BrowserContext
  let view: Page

  test.beforeAll(async ({ browser }) => {
    viewer = await aColleague(browser, hub, { email: 'vera@acme.test', role: 'VIEWER', by: page })
    view = viewer.pages()[0] ?? (await viewer.newPage())
  })
  test.afterAll(() => viewer?.close())

  test('sees everything and finds nothing to change it with', async () => {
    await view.goto(`${hub.url}/acme`)
    await expect(view.locator('[data-integration="orders"]')).toBeVisible()
    await expect(view.getByRole('link', { name: /^Connect/ })).toHaveCount(0)
    await expect(view.getByRole('button', { name: /^Test/ })).toHaveCount(0)

    await view.goto(`${hub.url}/acme/integrations/new`)
    await expect(view.getByText('Connecting needs the role operator')).toBeVisible()
    await expect(view.locator('[data-type]')).toHaveCount(0)

    await view.goto(`${hub.url}/acme/integrations/orders`)
    await expect(view.getByText('Changing needs the role operator')).toBeVisible()
    for (const act of [/^Test/, /^Disable/, /^Delete/]) {
      await expect(view.getByRole('button', { name: act })).toHaveCount(0)
    }
    for (const act of ['Reconnect', 'Replace']) await expect(view.getByRole('link', { name: act })).toHaveCount(0)

    for (const address of ['settings', 'settings?reconnect']) {
      await view.goto(`${hub.url}/acme/integrations/orders/${address}`)
      await expect(view.getByText('You may look at these settings.')).toBeVisible()
      await expect(view.getByLabel('Base URL')).toBeDisabled()
      const controls = view.locator('main form').locator('input, select, textarea')
      expect(await controls.evaluateAll((all) => all.filter((each) => !each.matches(':disabled')).length)).toBe(0)
      await expect(view.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
    }

    await view.goto(`${hub.url}/acme/settings/members`)
    await expect(view.getByText('vera@acme.test')).toBeVisible()
    await expect(view.getByRole('button', { name: /Add member|Remove/ })).toHaveCount(0)
    await expect(view.getByRole('main').getByRole('combobox')).toHaveCount(0)
    await expect(view.getByRole('link', { name: 'API keys' })).toHaveCount(0)
    await view.goto(`${hub.url}/acme/settings/keys`)
    await expect(view.getByRole('button', { name: 'Create API key' })).toHaveCount(0)
  })

  test('is refused every change past the screens', async () => {
    const members = (await told(page, hub, '{ members { id email } }')) as { members: { id: string; email: string }[] }
    const self = members.members.find(({ email }) => email.startsWith('vera'))?.id ?? ''
    const { id } = orders
    const changes: [string, string][] = [
      ['TestIntegrationInput', `testIntegration(input: $input) { integration { id } }`],
      ['EnableIntegrationInput', `enableIntegration(input: $input) { integration { id } }`],
      ['DisableIntegrationInput', `disableIntegration(input: $input) { integration { id } }`],
      ['DeleteIntegrationInput', `deleteIntegration(input: $input) { secretDestroyed }`],
      ['PingIntegrationInput', `pingIntegration(input: $input) { __typename }`],
      ['UpdateIntegrationInput', `updateIntegration(input: $input) { integration { id } }`],
      ['ConnectIntegrationInput', `connectIntegration(input: $input) { integration { id } }`],
      ['TestIntegrationDraftInput', `testIntegrationDraft(input: $input) { result { success } }`],
      ['CreateApiKeyInput', `createApiKey(input: $input) { secret }`],
      ['AddMemberInput', `addMember(input: $input) { member { id } }`],
      ['ChangeMemberRoleInput', `changeMemberRole(input: $input) { member { id } }`],
      ['RemoveMemberInput', `removeMember(input: $input) { __typename }`],
      ['CreateProjectInput', `createProject(input: $input) { project { id } }`],
      ['CreateTenantInput', `createTenant(input: $input) { tenant { id } }`],
      ['GrantEgressInput', `grantEgress(input: $input) { grant { id } }`],
    ]
    const inputs: Record<string, Record<string, unknown>> = {
      UpdateIntegrationInput: { id, version: 1, name: 'Mine' },
      ConnectIntegrationInput: serviceInput(service, { name: 'Mine' }),
      TestIntegrationDraftInput: serviceInput(service),
      CreateApiKeyInput: { name: 'mine', scopes: [{ permission: 'integrations:write' }] },
      AddMemberInput: { email: 'friend@acme.test', role: 'VIEWER' },
      ChangeMemberRoleInput: { id: self, role: 'OWNER' },
      RemoveMemberInput: { id: members.members.find((each) => each.id !== self)?.id },
      CreateProjectInput: { name: 'Mine' },
      CreateTenantInput: { name: 'Mine' },
      GrantEgressInput: { tenant: 'acme', rule: '10.0.0.0/8' },
    }
    const before = await told(
      page,
      hub,
      '{ integrations { edges { node { id name version enabled } } } members { id bindings { role } } }',
    )
    for (const [input, field] of changes) {
      const variables = { input: inputs[input] ?? { id } }
      const answer = await ask(view, hub, `mutation ($input: ${input}!) { ${field} }`, { variables })
      expect.soft({ input, code: codeOf(answer), data: answer.data }).toEqual({ input, code: 'FORBIDDEN', data: null })
    }
    expect(
      await told(
        page,
        hub,
        '{ integrations { edges { node { id name version enabled } } } members { id bindings { role } } }',
      ),
    ).toEqual(before)
  })
})

type Heard = { messages: string[]; closed: number | null; close(): void }

/** A socket with the cookies of a browser that asks for everything of a tenant. */
async function listen(context: BrowserContext, tenant: string): Promise<Heard> {
  const cookies = await context.cookies(hub.url)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie },
  })
  const heard: Heard = { messages: [], closed: null, close: () => socket.terminate() }
  socket.on('message', (data) => {
    heard.messages.push(String(data))
    if (!String(data).includes('connection_ack')) return
    const documents = [
      'subscription { events(after: "0") { type summary } }',
      'subscription { activityAdded(after: "0") { entry { summary } } }',
      'subscription { integrationStatusChanged(after: "0") { slug } }',
      `subscription { integrationStatusChanged(integrationId: "${orders.id}", after: "0") { slug } }`,
    ]
    for (const [id, query] of documents.entries()) {
      socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: { query } }))
    }
  })
  socket.on('close', (code) => {
    heard.closed = code
  })
  socket.on('error', () => {})
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { tenant } })))
  await expect.poll(() => heard.closed !== null || heard.messages.length > 0).toBe(true)
  return heard
}

test.describe('the owner of another tenant', () => {
  let other: BrowserContext
  let there: Page

  test.beforeAll(async ({ browser }) => {
    // On the hub, and in no way in the tenant acme.
    await told(
      page,
      hub,
      'mutation { createTenant(input: { name: "Globex", ownerEmail: "gus@globex.test" }) { tenant { id } } }',
    )
    other = await browser.newContext()
    there = await other.newPage()
    await signIn(there, hub, 'gus@globex.test')
  })
  test.afterAll(() => other?.close())

  /** What a page says apart from what differs with every request. */
  const essence = async (answer: APIResponse | null) => ({
    status: answer?.status(),
    text: (await there.locator('body').innerText()).replaceAll(/\s+/g, ' '),
  })

  test('gets the same pages as for what does not exist', async () => {
    await there.goto(`${hub.url}/globex`)
    await expect(there.getByRole('navigation', { name: 'Main' })).toBeVisible()
    for (const path of ['', '/integrations/orders', `/integrations/${orders.id}`, '/activity', '/settings/members']) {
      const real = await essence((await there.goto(`${hub.url}/acme${path}`)) as unknown as APIResponse)
      const unreal = await essence((await there.goto(`${hub.url}/nobody${path}`)) as unknown as APIResponse)
      expect(real).toEqual(unreal)
      expect(real.status).toBe(404)
      expect(real.text).not.toContain('Payments team')
    }
    for (const name of [orders.id, 'orders']) {
      const answer = await there.goto(`${hub.url}/globex/integrations/${name}`)
      expect(answer?.status()).toBe(404)
      await expect(there.getByText('There is no such page')).toBeVisible()
    }
  })

  test('gets nothing over GraphQL', async () => {
    const questions = [
      `{ integration(id: "${orders.id}") { name } }`,
      '{ integration(id: "orders") { name } }',
      '{ integrations { totalCount edges { node { name } } } }',
      '{ activity { edges { node { summary } } } }',
      '{ members { email } }',
      '{ tenant { name } }',
    ]
    for (const question of questions) {
      const asIfInside = await ask(there, hub, question, { tenant: 'acme' })
      const nowhere = await ask(there, hub, question, { tenant: 'nobody' })
      expect
        .soft({ question, ...asIfInside, errors: codeOf(asIfInside) })
        .toEqual({ question, ...nowhere, errors: codeOf(nowhere) })
      expect(JSON.stringify(asIfInside.data ?? {})).not.toMatch(/Orders|ada@acme/)
    }
    expect(codeOf(await ask(there, hub, `{ integration(id: "${orders.id}") { name } }`, { tenant: 'globex' }))).toBe(
      'NOT_FOUND',
    )
    expect(await told(there, hub, '{ integrations { totalCount } members { email } }', { tenant: 'globex' })).toEqual({
      integrations: { totalCount: 0 },
      members: [{ email: 'gus@globex.test' }],
    })
    const change = 'mutation ($input: DeleteIntegrationInput!) { deleteIntegration(input: $input) { secretDestroyed } }'
    for (const tenant of ['acme', 'globex']) {
      const refused = await ask(there, hub, change, { variables: { input: { id: orders.id } }, tenant })
      expect(refused.errors.length).toBe(1)
    }
    expect(await told(page, hub, '{ integration(id: "orders") { deletedAt } }')).toEqual({
      integration: { deletedAt: null },
    })
  })

  test('hears nothing over sockets', async () => {
    const [inside, own, member] = await Promise.all([
      listen(other, 'acme'),
      listen(other, 'globex'),
      listen(owner, 'acme'),
    ])
    const late = await anIntegration(page, hub, serviceInput(service, { name: 'Late', slug: 'late' }))
    expect(late.slug).toBe('late')
    const input = { ...serviceInput(service, { name: 'Theirs', slug: 'theirs' }) }
    await told(there, hub, connectDocument, { variables: { input }, tenant: 'globex' })
    await expect.poll(() => member.messages.join('\n')).toContain('late connected')
    await expect.poll(() => own.messages.join('\n')).toContain('theirs connected')
    expect(member.messages.join('\n')).not.toContain('theirs')
    for (const line of [inside, own]) expect(line.messages.join('\n')).not.toMatch(/late|orders|ada@acme/i)
    expect(inside.messages.filter((message) => message.includes('"next"'))).toEqual([])
    for (const line of [inside, own, member]) line.close()
  })
})
