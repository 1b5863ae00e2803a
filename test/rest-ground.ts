import { flushCalls } from '@/server/domain/calls/service'
import { createProfile } from '@/server/domain/profiles/service'
import { aHub, type Hub } from './hub'
import { type RestReply, restAs } from './rest'
import { type Answer, type Asked, aCaller, aKey, aServer, type Caller } from './world'

/** A tenant in which every route of the REST API has something to find. */
const secret = 'canary-token-0123456789'

const pullRequest = { number: 7, title: 'One', state: 'open', html_url: 'https://github.example/o/r/pull/7' }
const repository = { full_name: 'octo/web', html_url: 'https://github.example/octo/web', private: false }

/** A service of any kind, and as much of GitHub as is asked for. */
function answerAs({ method, url, headers }: Asked): Answer {
  const path = url.split('?', 1)[0] ?? ''
  if (path === '/me') return { status: headers.authorization === `Bearer ${secret}` ? 200 : 401, body: { ok: true } }
  if (path === '/api/v3/user/repos') return { status: 200, body: [repository] }
  if (path.endsWith('/pulls') && method === 'POST') return { status: 201, body: pullRequest }
  return { status: 200, body: { echo: path } }
}

export type RestGround = {
  hub: Hub
  ctx: Caller
  ask: (line: string, options?: Parameters<ReturnType<typeof restAs>>[1]) => Promise<RestReply>
  url: string
  service: { type: string; method: string; config: Record<string, unknown>; secrets: Record<string, string> }
  ids: {
    integration: string
    github: string
    profile: string
    call: string
    report: string
    project: string
    member: string
    key: string
  }
}

export async function aRestGround(): Promise<RestGround> {
  const hub = await aHub()
  const ctx = await aCaller()
  const { url } = await aServer(answerAs)
  const ask = restAs(hub, { key: await aKey(ctx) })
  const service = {
    type: 'custom.http',
    method: 'bearer',
    config: { baseUrl: url, probePath: '/me' },
    secrets: { token: secret },
  }
  const post = async (path: string, body: unknown) => {
    const reply = await ask(`POST ${path}`, { body })
    if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${reply.text}`)
    return reply.body
  }
  const integration = (await post('/api/v1/integrations', { ...service, name: 'code' })).id
  const github = await post('/api/v1/integrations', {
    ...{ type: 'scm.github', instance: 'enterpriseServer', method: 'token', skipTest: true },
    ...{ config: { server: url }, secrets: { token: `ghp_${'a'.repeat(36)}` } },
  })
  const profile = await createProfile(ctx, { name: 'usual', type: 'custom.http', config: { baseUrl: url } })
  const call = await post(`/api/v1/integrations/${integration}/execute`, { path: '/me' })
  // The log is written in batches.
  await flushCalls()
  const report = await post(`/api/v1/integrations/${integration}/doctor`, {})
  const key = await post('/api/v1/keys', { name: 'other', scopes: [{ permission: 'integrations:read' }] })
  const { items } = (await ask('GET /api/v1/projects')).body
  return {
    ...{ hub, ctx, ask, url, service },
    ids: {
      ...{ integration, github: github.id, profile: profile.id, call: String(call.callId), report: report.id },
      ...{ project: items[0]?.id ?? '', member: ctx.actor.id, key: key.id },
    },
  }
}
