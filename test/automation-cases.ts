import { createAutomation, listApprovals, listRuns } from '@/server/domain/automations/service'
import { publishEvents } from '@/server/domain/events/publish'
import { onCustom, workAll } from './automations'
import type { Caller } from './world'

/** What a tenant has of automations that another could name, and every way to name it over GraphQL. */
export type AutomatedThings = { automation: string; automationName: string; run: string; approval: string }

export async function automatedThings(ctx: Caller, project: string): Promise<AutomatedThings> {
  const { id, name } = await createAutomation(ctx, {
    name: 'automation-of-theirs',
    project,
    definition: onCustom([{ type: 'approval', message: 'of-theirs?' }]),
  })
  await publishEvents(ctx, { events: [{ type: 'custom.go' }] })
  await workAll(ctx)
  const [run] = (await listRuns(ctx)).items
  const [approval] = (await listApprovals(ctx)).items
  if (!run || !approval) throw new Error('The automation has no run that asks.')
  return { automation: id, automationName: name, run: run.node.id, approval: approval.node.id }
}

type Kind = keyof AutomatedThings | 'project' | 'projectSlug' | 'integration' | 'integrationSlug'
type Builders<Case> = {
  byId(document: string, kinds: Kind[]): Case
  change(name: string, selection: string, kinds: Kind[], more?: Record<string, unknown>): Case
  put(name: string, selection: string, kinds: Kind[], input: (ref: string) => Record<string, unknown>): Case
}

const automationKinds: Kind[] = ['automation', 'automationName']
const projectKinds: Kind[] = ['project', 'projectSlug']
const integrationKinds: Kind[] = ['integration', 'integrationSlug']

type Own = { document: string; kinds: Kind[]; variables(ref: string): Record<string, unknown> }

export const automationCases = <Case>({ byId, change, put }: Builders<Case>): Record<string, (Case | Own)[]> => ({
  'Query.automation': [byId('query ($id: ID!) { automation(id: $id) { id name definition } }', automationKinds)],
  'Query.automations': [
    {
      document: 'query ($project: String!) { automations(project: $project) { edges { node { id name } } } }',
      kinds: projectKinds,
      variables: (project) => ({ project }),
    },
  ],
  'Query.automationRuns': [
    {
      document: 'query ($ref: String!) { automationRuns(automation: $ref) { edges { node { id reason } } } }',
      kinds: automationKinds,
      variables: (ref) => ({ ref }),
    },
  ],
  'Query.automationRun': [
    byId('query ($id: ID!) { automationRun(id: $id) { id steps { input } approvals { id } } }', ['run']),
  ],
  'Query.dryRunAutomation': [
    {
      document: 'query ($ref: String!) { dryRunAutomation(automation: $ref) { eventId } }',
      kinds: automationKinds,
      variables: (ref) => ({ ref }),
    },
    {
      document:
        'query ($ref: String!, $d: JSONObject!) { dryRunAutomation(project: $ref, definition: $d) { eventId summary } }',
      kinds: projectKinds,
      variables: (ref) => ({ ref, d: onCustom([{ type: 'wait', seconds: 1 }]) }),
    },
  ],
  'Mutation.createAutomation': [
    put('createAutomation', 'automation { id }', projectKinds, (project) => ({
      name: 'x',
      project,
      definition: onCustom([{ type: 'wait', seconds: 1 }]),
    })),
    put('createAutomation', 'automation { id }', integrationKinds, (integration) => ({
      name: 'x',
      definition: onCustom([{ type: 'call', integration, path: '/' }]),
    })),
    put('createAutomation', 'automation { id }', integrationKinds, (integration) => ({
      name: 'x',
      definition: { ...onCustom([{ type: 'wait', seconds: 1 }]), trigger: { events: ['custom.go'], integration } },
    })),
  ],
  'Mutation.updateAutomation': [change('updateAutomation', 'automation { id }', automationKinds, { name: 'x' })],
  'Mutation.enableAutomation': [change('enableAutomation', 'automation { id }', automationKinds)],
  'Mutation.disableAutomation': [change('disableAutomation', 'automation { id }', automationKinds)],
  'Mutation.deleteAutomation': [change('deleteAutomation', 'automation { id }', automationKinds)],
  'Mutation.approveRun': [change('approveRun', 'approval { id message }', ['approval'])],
  'Mutation.rejectRun': [change('rejectRun', 'approval { id message }', ['approval'])],
})
