import { type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { beginConnecting, listAccounts, signInWithProvider } from '@/server/domain/accounts/service'
import { executeCall, flushCalls } from '@/server/domain/calls/service'
import { examineIntegration, listExaminations } from '@/server/domain/doctor/service'
import { grantEgress } from '@/server/domain/egress/service'
import { connectIntegration, getIntegration } from '@/server/domain/integrations/service'
import { createInvitation } from '@/server/domain/invitations/service'
import { listApiKeys } from '@/server/domain/keys/service'
import { createProfile } from '@/server/domain/profiles/service'
import { createSession, listSessions } from '@/server/domain/sessions/service'
import { createTask } from '@/server/domain/tasks/service'
import { createProject, getTenant, listEnvironments } from '@/server/domain/tenants/service'
import { toUuid } from '@/server/kernel/ids'
import { newToken } from '@/server/platform/tokens'
import { type AutomatedThings, automatedThings, automationCases } from '@/test/automation-cases'
import { aHub, anOpenLine, type Hub, type Reply } from '@/test/hub'
import { type WebhookThings, webhookCases, webhookThings } from '@/test/webhook-cases'
import { aCaller, aColleague, aKey, aServer, aSession, type Caller, eventTypesOf, instanceAdmin } from '@/test/world'
import { schema } from './schema'

/** What a tenant has that another could name. */
type Things = AutomatedThings &
  WebhookThings & {
    integration: string
    integrationSlug: string
    project: string
    projectSlug: string
    environment: string
    apiKey: string
    member: string
    account: string
    invitation: string
    session: string
    egressGrant: string
    call: string
    examination: string
    profile: string
    profileName: string
    task: string
    tenant: string
    tenantSlug: string
  }
type Kind = keyof Things

const owner = async (): Promise<Caller> => aCaller('owner')

async function anAccount({ actor }: Caller): Promise<string> {
  const { sessionId } = await createSession({ userId: actor.id })
  const { token } = await beginConnecting(sessionId)
  const person = { provider: 'github', accountId: `github.com ${sessionId}`, label: 'octocat-of-theirs', name: null }
  const way = { state: newToken(), connect: { token, sessionId, userId: actor.id } }
  await signInWithProvider({ ...person, verifiedEmail: null }, way)
  return (await listAccounts(actor.id))[0]?.id ?? ''
}

async function fill(ctx: Caller, baseUrl: string): Promise<Things> {
  const tenant = await getTenant(ctx)
  const project = await createProject(ctx, { name: 'Secret project', slug: `secret-${Date.now()}` })
  const [environment] = await listEnvironments(ctx)
  const { integration } = await connectIntegration(ctx, {
    type: 'custom.http',
    method: 'bearer',
    config: { baseUrl },
    secrets: { token: 'tok-of-the-other-tenant' },
    name: 'theirs-only',
    slug: 'theirs-only-1',
    project: project.id,
  })
  const profile = await createProfile(ctx, { name: 'profile-of-theirs', fromIntegration: integration.id })
  const task = await createTask(ctx, { title: 'task-of-theirs', project: project.id })
  const automated = await automatedThings(ctx, project.id)
  const call = await executeCall(ctx, { integration: integration.slug, method: 'GET', path: '/of-theirs' })
  await flushCalls()
  await examineIntegration(ctx, { integration: { id: integration.id }, source: 'person' })
  const [examination] = await listExaminations(ctx, { integration: { id: integration.id } })
  const webhooks = await webhookThings(ctx, { url: baseUrl, integration: integration.slug })
  await aKey(ctx)
  await aSession(ctx)
  const [apiKey] = await listApiKeys(ctx)
  const [session] = await listSessions(ctx.actor.id)
  const { invitation } = await createInvitation(ctx, { email: 'asked-by-them@example.test', role: 'viewer' })
  const account = await anAccount(ctx)
  const grant = await grantEgress(instanceAdmin(ctx), { tenant: tenant.id, rule: '10.9.8.0/24:443' })
  return {
    integration: integration.id,
    integrationSlug: integration.slug,
    project: project.id,
    projectSlug: project.slug,
    environment: environment?.id ?? '',
    apiKey: apiKey?.id ?? '',
    member: ctx.actor.id,
    account,
    invitation: invitation.id,
    session: session?.id ?? '',
    egressGrant: grant.id,
    call: call.callId,
    examination: examination?.id ?? '',
    ...webhooks,
    profile: profile.id,
    profileName: profile.name,
    task: task.id,
    ...automated,
    tenant: tenant.id,
    tenantSlug: tenant.slug,
  }
}

/** Something of the same form that nobody has. */
function nobodys(ref: string): string {
  if (/_[0-9a-f]{32}$/.test(ref)) return `${ref.slice(0, -8)}${'0'.repeat(8)}`
  if (/^[0-9a-f-]{36}$/.test(ref)) return `${ref.slice(0, -8)}${'0'.repeat(8)}`
  return 'nobody-has-this-9'
}

type Case = { document: string; kinds: Kind[]; variables(ref: string): Record<string, unknown> }
const integrationKinds: Kind[] = ['integration', 'integrationSlug']
const profileKinds: Kind[] = ['profile', 'profileName']
const projectKinds: Kind[] = ['project', 'projectSlug']
const byId = (document: string, kinds: Kind[]): Case => ({ document, kinds, variables: (id) => ({ id }) })

/** A mutation that takes `input: {id, …}`. */
const change = (name: string, selection: string, kinds: Kind[], more: Record<string, unknown> = {}): Case => ({
  document: `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`,
  kinds,
  variables: (id) => ({ input: { id, ...more } }),
})
const put = (
  name: string,
  selection: string,
  kinds: Kind[],
  input: (ref: string) => Record<string, unknown>,
): Case => ({
  ...change(name, selection, kinds),
  variables: (ref) => ({ input: input(ref) }),
})
const settings = { type: 'custom.http', method: 'none', config: { baseUrl: 'http://127.0.0.1:9' } }

/** Every root field that takes an id or a slug. A field may have several cases. */
const cases: Record<string, Case[]> = {
  'Query.integration': [byId('query ($id: ID!) { integration(id: $id) { id name } }', integrationKinds)],
  'Query.integrations': [
    byId(
      'query ($id: String) { integrations(filter: { project: $id }) { totalCount edges { node { id } } } }',
      projectKinds,
    ),
    byId('query ($id: String) { integrations(filter: { environment: $id }) { totalCount edges { node { id } } } }', [
      'environment',
    ]),
  ],
  'Query.integrationGroups': [
    byId('query ($id: String) { integrationGroups(by: TYPE, filter: { project: $id }) { key } }', projectKinds),
    byId('query ($id: String) { integrationGroups(by: TYPE, filter: { environment: $id }) { key } }', ['environment']),
  ],
  'Query.healthSummary': [
    byId('query ($id: String) { healthSummary(filter: { project: $id }) { total } }', projectKinds),
    byId('query ($id: String) { healthSummary(filter: { environment: $id }) { total } }', ['environment']),
  ],
  'Query.activity': [
    byId(
      'query ($id: String) { activity(filter: { integration: $id }) { edges { node { summary } } } }',
      integrationKinds,
    ),
  ],
  'Query.egressGrants': [byId('query ($id: String!) { egressGrants(tenant: $id) { cidr } }', ['tenant', 'tenantSlug'])],
  'Mutation.runOperation': [
    put('runOperation', 'run { outcome output }', integrationKinds, (integration) => ({
      integration,
      operation: 'postMessage',
    })),
  ],
  'Query.calls': [
    byId(
      'query ($id: String) { calls(filter: { integration: $id }) { edges { node { id path } } } }',
      integrationKinds,
    ),
    byId('query ($id: String) { calls(filter: { project: $id }) { edges { node { id path } } } }', projectKinds),
  ],
  'Query.call': [byId('query ($id: ID!) { call(id: $id) { id path } }', ['call'])],
  'Query.callMetrics': [
    byId('query ($id: String) { callMetrics(input: { integration: $id }) { totals { calls } } }', integrationKinds),
    byId('query ($id: String) { callMetrics(input: { project: $id }) { totals { calls } } }', projectKinds),
  ],
  ...webhookCases({ byId, change, put }),
  'Query.examination': [byId('query ($id: ID!) { examination(id: $id) { id message } }', ['examination'])],
  'Query.examinations': [byId('query ($id: ID!) { examinations(integration: $id) { id message } }', integrationKinds)],
  'Query.resourceLists': [byId('query ($id: ID!) { resourceLists(integration: $id) { name } }', integrationKinds)],
  'Query.discoverResources': [
    byId(
      'query ($id: ID!) { discoverResources(integration: $id, type: "repositories") { edges { node { id } } } }',
      integrationKinds,
    ),
  ],
  'Query.resolveTag': [
    byId(
      'query ($id: ID!) { resolveTag(integration: $id, reference: "app:v1") { failure { message } } }',
      integrationKinds,
    ),
  ],
  'Query.manifest': [
    byId(
      'query ($id: ID!) { manifest(integration: $id, repository: "app", reference: "v1") { failure { message } } }',
      integrationKinds,
    ),
  ],
  'Query.verifyDigest': [
    byId(
      'query ($id: ID!) { verifyDigest(integration: $id, repository: "app", digest: "sha256:x") { failure { message } } }',
      integrationKinds,
    ),
  ],
  'Mutation.executeCall': [
    put('executeCall', 'call { outcome }', integrationKinds, (integration) => ({ integration, path: '/x' })),
  ],
  'Mutation.executeBatch': [
    put(
      'executeBatch',
      'answers { call { outcome } error { code message remedy } }',
      integrationKinds,
      (integration) => ({ calls: [{ integration, path: '/x' }] }),
    ),
  ],
  'Mutation.setCallPolicy': [
    put('setCallPolicy', 'integration { id }', integrationKinds, (integration) => ({
      integration,
      policy: { keepBodies: true },
    })),
  ],
  'Mutation.resetCircuit': [
    put('resetCircuit', 'integration { id }', integrationKinds, (integration) => ({ integration })),
  ],
  'Mutation.runDoctor': [put('runDoctor', 'report { message }', integrationKinds, (integration) => ({ integration }))],
  'Mutation.setDoctorSchedule': [
    put('setDoctorSchedule', 'integration { id }', integrationKinds, (integration) => ({
      integration,
      everySeconds: 3_600,
    })),
  ],
  'Mutation.testIntegrationDraft': [
    put('testIntegrationDraft', 'result { success }', integrationKinds, (integrationId) => ({
      ...settings,
      integrationId,
    })),
  ],
  'Mutation.connectIntegration': [
    put('connectIntegration', 'integration { id }', projectKinds, (project) => ({
      ...settings,
      project,
      skipTest: true,
    })),
    put('connectIntegration', 'integration { id }', ['environment'], (environment) => ({
      ...settings,
      environment,
      skipTest: true,
    })),
    put('connectIntegration', 'integration { id }', profileKinds, (profile) => ({
      ...settings,
      profile,
      skipTest: true,
    })),
    put('connectIntegration', 'integration { id }', integrationKinds, (reuseSecretOf) => ({
      ...settings,
      reuseSecretOf,
      confirmReuse: true,
      skipTest: true,
    })),
  ],
  'Query.connectionProfile': [byId('query ($id: ID!) { connectionProfile(id: $id) { id name config } }', profileKinds)],
  'Mutation.createConnectionProfile': [
    put('createConnectionProfile', 'connectionProfile { id }', integrationKinds, (fromIntegration) => ({
      name: 'copied',
      fromIntegration,
    })),
    put('createConnectionProfile', 'connectionProfile { id }', profileKinds, (fromProfile) => ({
      name: 'copied',
      fromProfile,
    })),
  ],
  'Mutation.updateConnectionProfile': [
    change('updateConnectionProfile', 'connectionProfile { id }', profileKinds, { version: 1, name: 'x' }),
  ],
  'Mutation.deleteConnectionProfile': [change('deleteConnectionProfile', 'connectionProfile { id }', profileKinds)],
  'Mutation.setDefaultConnectionProfile': [
    change('setDefaultConnectionProfile', 'connectionProfile { id }', profileKinds),
  ],
  'Query.task': [byId('query ($id: ID!) { task(id: $id) { id title } }', ['task'])],
  'Query.tasks': [
    {
      document: 'query ($project: String!) { tasks(project: $project) { edges { node { id title } } } }',
      kinds: projectKinds,
      variables: (project) => ({ project }),
    },
  ],
  'Mutation.createTask': [put('createTask', 'task { id }', projectKinds, (project) => ({ title: 'x', project }))],
  'Mutation.startTask': [change('startTask', 'task { id title }', ['task'])],
  'Mutation.completeTask': [change('completeTask', 'task { id title }', ['task'])],
  'Mutation.failTask': [change('failTask', 'task { id title }', ['task'])],
  ...automationCases({ byId, change, put }),
  'Mutation.updateIntegration': [
    change('updateIntegration', 'integration { id }', integrationKinds, { version: 1, name: 'x' }),
  ],
  'Mutation.enableIntegration': [change('enableIntegration', 'integration { id }', integrationKinds)],
  'Mutation.disableIntegration': [change('disableIntegration', 'integration { id }', integrationKinds)],
  'Mutation.deleteIntegration': [change('deleteIntegration', 'integration { id }', integrationKinds)],
  'Mutation.restoreIntegration': [change('restoreIntegration', 'integration { id }', integrationKinds)],
  'Mutation.testIntegration': [change('testIntegration', 'result { success }', integrationKinds)],
  'Mutation.pingIntegration': [change('pingIntegration', 'reachable', integrationKinds)],
  'Mutation.createApiKey': [
    put('createApiKey', 'apiKey { id }', projectKinds, (project) => ({
      name: 'k',
      scopes: [{ permission: 'events:read', project }],
    })),
    put('createApiKey', 'apiKey { id }', integrationKinds, (integration) => ({
      name: 'k',
      scopes: [{ permission: 'integrations:read', integration }],
    })),
  ],
  'Mutation.rotateApiKey': [change('rotateApiKey', 'apiKey { id }', ['apiKey'])],
  'Mutation.revokeApiKey': [change('revokeApiKey', 'apiKey { id }', ['apiKey'])],
  'Mutation.addMember': [
    put('addMember', 'member { id }', projectKinds, (project) => ({
      email: 'new@example.test',
      role: 'VIEWER',
      project,
    })),
  ],
  'Mutation.changeMemberRole': [change('changeMemberRole', 'member { id }', ['member'], { role: 'VIEWER' })],
  'Mutation.removeMemberRole': [
    change('removeMemberRole', 'member { id }', ['member']),
    put('removeMemberRole', 'member { id }', projectKinds, (project) => ({ id: `usr_${'0'.repeat(32)}`, project })),
  ],
  'Mutation.createInvitation': [
    put('createInvitation', 'invitation { email }', projectKinds, (project) => ({
      email: 'new@example.test',
      role: 'VIEWER',
      project,
    })),
  ],
  'Mutation.revokeInvitation': [change('revokeInvitation', 'id', ['invitation'])],
  'Mutation.updateProject': [change('updateProject', 'project { id }', projectKinds, { name: 'x' })],
  'Mutation.deleteProject': [change('deleteProject', 'id', projectKinds)],
  'Mutation.updateEnvironment': [change('updateEnvironment', 'environment { id }', ['environment'], { name: 'x' })],
  'Mutation.deleteEnvironment': [change('deleteEnvironment', 'id', ['environment'])],
  'Mutation.unlinkAccount': [change('unlinkAccount', 'id', ['account'])],
  'Mutation.removeMember': [change('removeMember', 'id', ['member'])],
  'Mutation.revokeSession': [change('revokeSession', 'id', ['session'])],
  'Mutation.grantEgress': [
    put('grantEgress', 'grant { id }', ['tenant', 'tenantSlug'], (tenant) => ({ tenant, rule: '10.0.0.0/8' })),
  ],
  'Mutation.revokeEgress': [
    put('revokeEgress', 'id', ['tenant', 'tenantSlug'], (tenant) => ({ tenant, id: `egr_${'0'.repeat(32)}` })),
  ],
}

/** Root fields that take no id, but show what a tenant has. */
const lists: Record<string, string> = {
  'Query.integrations': '{ integrations(first: 200) { totalCount edges { node { id name slug } } } }',
  'Query.integrationGroups':
    '{ integrationGroups(by: PROJECT) { key title } environments: integrationGroups(by: ENVIRONMENT) { key title } }',
  'Query.healthSummary': '{ healthSummary { total } }',
  'Query.suggestIntegration': '{ suggestIntegration(type: "custom.http") { name slug lastUsed { config } } }',
  'Query.activity': '{ activity(first: 200) { edges { node { summary metadata } } } }',
  'Query.recentEvents': '{ recentEvents(last: 200) { id summary data } }',
  'Query.connectionProfiles': '{ connectionProfiles(first: 200) { totalCount edges { node { id name config } } } }',
  'Query.tasks': '{ tasks(first: 200) { totalCount edges { node { id title } } } }',
  'Query.automations': '{ automations(first: 200) { totalCount edges { node { id name } } } }',
  'Query.automationRuns': '{ automationRuns(first: 200) { totalCount edges { node { id reason } } } }',
  'Query.approvals': '{ approvals(first: 200) { totalCount edges { node { id message } } } }',
  'Query.lastUsedSettings': '{ lastUsedSettings(type: "custom.http") { config fromSlug } }',
  'Query.webhookEndpoints': '{ webhookEndpoints { id name url } }',
  'Query.inboundHooks': '{ inboundHooks { edges { node { id name } } } }',
  'Query.inboundDeliveries': '{ inboundDeliveries { edges { node { id deliveryId } } } }',
  'Query.apiKeys': '{ apiKeys { id name } }',
  'Query.members': '{ members { id email } }',
  'Query.invitations': '{ invitations { id email project { id } } }',
  'Query.tenant': '{ tenant { id slug projects { id slug } environments { id } } }',
  'Query.viewer':
    '{ viewer { id tenants { tenant { id slug projects { id slug } environments { id } } } sessions { id } accounts { id label } } }',
}

/** Root fields that neither take nor show anything of a tenant, each with its reason. */
const harmless: Record<string, string> = {
  'Query.version': 'the same for all',
  'Query.setupPending': 'the same for all',
  'Query.integrationTypes': 'the same for all, but for a count that listing.test.ts looks at',
  'Query.integrationType': 'takes the id of a connector',
  'Query.eventTypes': 'the same for all',
  'Query.lastSequence': 'a number that all tenants share',
  'Query.signInProviders': 'the same for all',
  'Query.setupLinkWorks': 'takes only a link, before there is a tenant',
  'Query.invitationOffer': 'takes only a link',
  'Mutation.ping': 'does nothing',
  'Mutation.acceptInvitation': 'takes only a link',
  'Mutation.updateTenant': 'only the tenant of the request',
  'Mutation.leaveTenant': 'only the tenant of the request',
  'Mutation.publishEvents': 'refers to nothing that exists',
  'Mutation.createEnvironment': 'refers to nothing that exists',
  'Mutation.revokeOtherSessions': 'only the own ones',
  'Mutation.updateProfile': 'only the own one',
  'Mutation.completeSetup': 'takes only a link, once in the life of a hub',
  'Mutation.createTenant': 'refers to nothing that exists',
  'Mutation.createProject': 'refers to nothing that exists',
  'Subscription.connected': 'tells nothing',
  'Subscription.events': 'takes no id; graphql/ws.test.ts has what it tells',
  'Subscription.activityAdded': 'a foreign integration in the filter means silence, as one that does not exist',
  'Subscription.integrationStatusChanged': 'below',
  'Subscription.rateLimitWarning': 'below',
  'Subscription.doctor': 'below',
  'Subscription.resources': 'below',
  'Subscription.webhookDeliveryChanged': 'graphql/webhook/webhook.test.ts',
  'Query.automationRecipes': 'the same for all',
  'Subscription.automationRunChanged': 'takes an id as Query.automation does, by the same function',
  'Subscription.doctorDraft': 'takes an id only as testIntegrationDraft does, by the same function',
}

/** Names under which an input refers to a thing of a tenant. */
const referring = new Set([
  ...['id', 'automation', 'integration', 'integrationId', 'project', 'environment', 'tenant'],
  ...['endpoint', 'endpointId'],
  ...['profile', 'hook', 'ids', 'reuseSecretOf', 'fromIntegration', 'fromProfile'],
])

function refersToThings(type: GraphQLInputType, name: string): boolean {
  const named = getNamedType(type)
  if (isInputObjectType(named))
    return Object.values(named.getFields()).some((field) => refersToThings(field.type, field.name))
  return referring.has(name)
}

const rootFields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((root) =>
  Object.values(root?.getFields() ?? {}).map((field) => ({ name: `${root?.name}.${field.name}`, field })),
)

/** An answer without what differs by itself: the request's id, and the reference that was sent. */
function told(reply: Reply, ref: string): unknown {
  const text = JSON.stringify({ status: reply.status, data: reply.data, errors: reply.errors })
  const hex = ref.replaceAll('-', '').slice(-32)
  return JSON.parse(
    text
      .replaceAll(ref, '<ref>')
      .replaceAll(new RegExp(`[a-z]{3}_${hex}`, 'g'), '<ref>')
      .replaceAll(/"requestId":"[^"]*"/g, '"requestId":"<id>"'),
  )
}

const aService = async () => aServer(() => ({ status: 200, body: { ok: true } }))

describe('every root field', () => {
  it('stands in a table here, and in the one with cases when it takes an id', () => {
    const missing = rootFields.filter(({ name }) => !(name in cases || name in lists || name in harmless))
    expect(missing.map(({ name }) => name)).toEqual([])
    const takingIds = rootFields.filter(({ field }) => field.args.some((arg) => refersToThings(arg.type, arg.name)))
    expect(takingIds.map(({ name }) => name).filter((name) => !(name in cases || name in harmless))).toEqual([])
  })
})

describe('an id or a slug of another tenant', () => {
  const all = Object.entries(cases).flatMap(([name, list]) =>
    list.map((one, index) => [`${name} ${index}`, one] as const),
  )

  it.each(all)('is answered like one that does not exist: %s', async (_name, { document, kinds, variables }) => {
    const hub = await aHub()
    const theirs = await fill(await owner(), (await aService()).url)
    const session = await aSession(await owner())
    const refs = kinds.flatMap((kind) =>
      kind in theirs && theirs[kind].includes('_') ? [theirs[kind], toUuid(theirs[kind])] : [theirs[kind]],
    )
    for (const ref of refs) {
      const foreign = await hub.ask(document, { session, variables: variables(ref) })
      const absent = await hub.ask(document, { session, variables: variables(nobodys(ref)) })
      expect(told(foreign, ref)).toEqual(told(absent, nobodys(ref)))
    }
  })

  const subscriptions = {
    integrationStatusChanged: 'integrationStatusChanged(integrationId: $id) { sequence }',
    rateLimitWarning: 'rateLimitWarning(integrationId: $id) { sequence }',
    doctor: 'doctor(integration: $id) { __typename }',
    resources: 'resources(integration: $id, type: "repositories") { __typename }',
  }
  it.each(Object.entries(subscriptions))('is an error for a subscription too: %s', async (_name, field) => {
    const hub = await aHub()
    const theirs = await fill(await owner(), (await aService()).url)
    const line = await anOpenLine(hub, { session: await aSession(await owner()) })
    const answers: string[] = []
    for (const ref of [theirs.integration, nobodys(theirs.integration), theirs.integrationSlug, 'nobody-1']) {
      line.subscribe(ref, `subscription ($id: ID!) { ${field} }`, { id: ref })
      const { payload } = await line.until((message) => message.id === ref)
      answers.push(
        JSON.stringify(payload)
          .replaceAll(/"requestId":"[^"]*"/g, '')
          .replaceAll(ref, '<ref>'),
      )
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('integration.not_found')
  })

  it('leaves what it names as it was', async () => {
    const hub = await aHub()
    const them = await owner()
    const theirs = await fill(them, (await aService()).url)
    const session = await aSession(await owner())
    const before = {
      events: await eventTypesOf(them),
      integration: await getIntegration(them, { slug: theirs.integrationSlug }),
    }
    for (const { document, kinds, variables } of Object.values(cases).flat()) {
      for (const kind of kinds) await hub.ask(document, { session, variables: variables(theirs[kind]) })
    }
    expect(await eventTypesOf(them)).toEqual(before.events)
    expect(await getIntegration(them, { slug: theirs.integrationSlug })).toEqual(before.integration)
    expect((await listSessions(them.actor.id)).map(({ id }) => id)).toContain(theirs.session)
  })
})

describe('a list', () => {
  it.each(Object.entries(lists))('shows nothing of another tenant: %s', async (_name, document) => {
    const hub = await aHub()
    const theirs = await fill(await owner(), (await aService()).url)
    const reply = await hub.ask(document, { session: await aSession(await owner()) })
    expect(reply.errors).toEqual([])
    for (const value of Object.values(theirs)) expect(reply.text).not.toContain(value)
  })
})

describe('a viewer', () => {
  const mutations = Object.entries(cases).filter(
    ([name]) => name.startsWith('Mutation.') && !['Mutation.revokeSession', 'Mutation.unlinkAccount'].includes(name),
  )

  async function denied(hub: Hub, session: string, tenant: string, things: Things): Promise<string[]> {
    const attempts = mutations.flatMap(([name, list]) =>
      list.flatMap(({ document, kinds, variables }) => kinds.map((kind) => ({ name, document, kind, variables }))),
    )
    const wrong: string[] = []
    for (const { name, document, kind, variables } of attempts) {
      const reply = await hub.ask(document, { session, tenant, variables: variables(things[kind]) })
      // What was never deleted cannot be restored by anybody; a viewer is told that, for a viewer may read it.
      const expected = name === 'Mutation.restoreIntegration' ? 'integration.not_restorable' : 'permission.denied'
      const refused = reply.errors[0]?.extensions.type ?? /"code":"([a-z_.]+)"/.exec(reply.text)?.[1]
      if (refused !== expected) wrong.push(`${name} (${kind}): ${reply.text}`)
    }
    return wrong
  }

  it('can cause no write and no call to the outside', { timeout: 60_000 }, async () => {
    const hub = await aHub()
    const service = await aService()
    const them = await owner()
    const things = await fill(them, service.url)
    const calls = service.asked.length
    const events = await eventTypesOf(them)
    const viewer = await aColleague(them, 'viewer')
    const session = await aSession(viewer)
    const started = await eventTypesOf(them)
    expect(await denied(hub, session, things.tenantSlug, things)).toEqual([])
    const project = await hub.ask('mutation { createProject(input: { name: "x" }) { project { id } } }', { session })
    expect(project.errors[0]?.extensions.type).toBe('permission.denied')
    const tenant = await hub.ask('mutation { createTenant(input: { name: "x" }) { tenant { id } } }', { session })
    expect(tenant.errors[0]?.extensions.type).toBe('permission.denied')
    expect(await eventTypesOf(them)).toEqual(started)
    expect(started).toEqual([...events, 'session.started'])
    expect(service.asked.length).toBe(calls)
  })
})
