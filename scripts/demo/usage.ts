import pLimit from 'p-limit'
import { type CallRequest, executeCall } from '@/server/domain/calls/service'
import { listApiKeys } from '@/server/domain/keys/service'
import { type RunOperationInput, runOperation } from '@/server/domain/operations/service'
import { createProfile, listProfiles } from '@/server/domain/profiles/service'
import { findUserByEmail } from '@/server/domain/users/service'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { demoPeople, demoPipelineKey, demoProfiles } from './story'

/**
 * That the demo is in use: profiles which integrations start from, and calls that were really made through the hub, by
 * people and by a key, to the demo's own services. One of them takes no credential of ours, so that failures show.
 */
export async function settleProfiles(ctx: Context): Promise<void> {
  const { items } = await listProfiles(ctx, { first: 200 })
  const known = new Set(items.map(({ node }) => node.name))
  for (const profile of demoProfiles) if (!known.has(profile.name)) await createProfile(ctx, profile)
}

type Caller = 'admin' | 'operator' | 'pipeline'
type Call = Pick<CallRequest, 'method' | 'path' | 'query'> & { integration: string }
type Act = { by: Caller; times?: number } & ({ call: Call } | { operation: RunOperationInput })

const get = (integration: string, path: string, query?: Record<string, string>): { call: Call } => ({
  call: { integration, method: 'GET', path, ...(query && { query }) },
})
const repositories = { operation: { integration: 'github-1', operation: 'listRepositories', input: { limit: 20 } } }

const acts: readonly Act[] = [
  { by: 'pipeline', times: 4, ...repositories },
  { by: 'operator', times: 2, ...repositories },
  { by: 'pipeline', times: 5, ...get('gitlab-1', '/projects') },
  { by: 'operator', ...get('gitlab-1', '/projects/1/pipelines') },
  { by: 'operator', ...get('gitlab-1', '/projects/404/issues') },
  { by: 'pipeline', times: 3, ...get('registry-1', '/v2/') },
  { by: 'admin', times: 2, ...get('grafana-1', '/api/org') },
  { by: 'admin', ...get('prometheus-1', '/api/v1/query', { query: 'up' }) },
  { by: 'pipeline', times: 2, ...get('jenkins-1', '/api/json') },
]
const atOnce = 6

async function callersOf(ctx: Context): Promise<Record<Caller, Context>> {
  const operator = await findUserByEmail(demoPeople[1].email)
  const key = (await listApiKeys(ctx)).find(({ name }) => name === demoPipelineKey.name)
  return {
    admin: ctx,
    operator: operator ? { ...ctx, actor: { kind: 'user', id: operator.id, name: operator.name } } : ctx,
    pipeline: key ? { ...ctx, actor: { kind: 'api_key', id: key.id, name: key.name } } : ctx,
  }
}

/** Somebody may have switched off, renamed or deleted what is called. */
async function tolerant(made: Promise<unknown>): Promise<void> {
  try {
    await made
  } catch (error) {
    if (!(error instanceof HubError)) throw error
  }
}

export async function makeCalls(ctx: Context): Promise<void> {
  const callers = await callersOf(ctx)
  const limit = pLimit(atOnce)
  const make = (act: Act) =>
    'call' in act ? executeCall(callers[act.by], act.call) : runOperation(callers[act.by], act.operation)
  const all = acts.flatMap((act) => Array.from({ length: act.times ?? 1 }, () => act))
  await Promise.all(all.map((act) => limit(() => tolerant(make(act)))))
}
