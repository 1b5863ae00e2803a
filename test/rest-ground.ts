import { flushCalls } from '@/server/domain/calls/service'
import { createHook, registerHook } from '@/server/domain/inbound/service'
import { createProfile } from '@/server/domain/profiles/service'
import { aHub, type Hub } from './hub'
import { sha } from './images'
import { aReceived } from './inbound'
import { type RestReply, restAs } from './rest'
import { type Answer, type Asked, aCaller, aKey, aServer, type Caller } from './world'

/** A tenant in which every route of the REST API has something to find. */
const secret = 'canary-token-0123456789'

const pullRequest = { number: 7, title: 'One', state: 'open', html_url: 'https://github.example/o/r/pull/7' }
const repository = { full_name: 'octo/web', html_url: 'https://github.example/octo/web', private: false }

const manifestType = 'application/vnd.oci.image.manifest.v1+json'
const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: sha('layer'), size: 5 }
const config = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: sha('config'), size: 6 }
const manifest = JSON.stringify({ schemaVersion: 2, mediaType: manifestType, config, layers: [layer] })
const image = { repository: 'team/app', digest: sha(manifest) }

function hookAs(path: string, method: string): Answer {
  if (path.endsWith('/deliveries')) return { status: 200, body: [] }
  return { status: method === 'POST' ? 201 : 200, body: { id: 7, active: true, events: ['push'] } }
}

/** A service of any kind, and as much of GitHub and of a registry as is asked for. */
function answerAs({ method, url, headers }: Asked): Answer {
  const path = url.split('?', 1)[0] ?? ''
  if (path === '/me') return { status: headers.authorization === `Bearer ${secret}` ? 200 : 401, body: { ok: true } }
  if (path === '/down') return { status: 503, body: { error: 'down' } }
  if (path === '/api/v3/user/repos') return { status: 200, body: [repository] }
  if (path.startsWith('/api/v3/repos/octo/web/hooks')) return hookAs(path, method)
  if (path.endsWith('/pulls') && method === 'POST') return { status: 201, body: pullRequest }
  if (decodeURIComponent(path).startsWith('/v2/team/app/manifests/'))
    return {
      status: 200,
      headers: { 'content-type': manifestType, 'docker-content-digest': image.digest },
      body: manifest,
    }
  if (path.startsWith('/v2/team/')) return { status: 404, body: { errors: [{ code: 'MANIFEST_UNKNOWN' }] } }
  return { status: 200, body: { echo: path } }
}

export type RestGround = {
  hub: Hub
  ctx: Caller
  ask: (line: string, options?: Parameters<ReturnType<typeof restAs>>[1]) => Promise<RestReply>
  url: string
  service: { type: string; method: string; config: Record<string, unknown>; secrets: Record<string, string> }
  image: { repository: string; digest: string }
  /** An app of GitHub, whose webhooks come to an address that is shared. */
  app: { repository: string; secret: string }
  ids: {
    integration: string
    github: string
    registry: string
    profile: string
    call: string
    report: string
    inboundHook: string
    inboundDelivery: string
    project: string
    member: string
    key: string
    task: string
    endpoint: string
    delivery: string
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
  const registry = await post('/api/v1/integrations', {
    ...{ type: 'registry.oci', instance: 'custom', method: 'none', skipTest: true },
    ...{ config: { baseUrl: url }, secrets: {} },
  })
  const profile = await createProfile(ctx, { name: 'usual', type: 'custom.http', config: { baseUrl: url } })
  const call = await post(`/api/v1/integrations/${integration}/execute`, { path: '/me' })
  // The log is written in batches.
  await flushCalls()
  const inbound = await aReceived(ctx, github.id)
  const app = { repository: `octo/r${Date.now()}-${Math.random()}`.slice(0, 60), secret: 'the secret of the app' }
  await createHook(ctx, { integration: github.id, kind: 'app', route: app.repository, secret: app.secret })
  await registerHook(ctx, { id: inbound.inboundHook, target: 'octo/web' })
  const report = await post(`/api/v1/integrations/${integration}/doctor`, {})
  const key = await post('/api/v1/keys', { name: 'other', scopes: [{ permission: 'integrations:read' }] })
  const task = await post('/api/v1/tasks', { title: 'Try it' })
  const endpoint = await post('/api/v1/webhook-endpoints', { url, events: ['custom.*'], name: 'ci' })
  const delivery = await post(`/api/v1/webhook-endpoints/${endpoint.id}/test`, undefined)
  const { items } = (await ask('GET /api/v1/projects')).body
  return {
    ...{ hub, ctx, ask, url, service, image, app },
    ids: {
      ...{
        integration,
        github: github.id,
        registry: registry.id,
        profile: profile.id,
        call: String(call.callId),
        report: report.id,
        ...inbound,
      },
      ...{ project: items[0]?.id ?? '', member: ctx.actor.id, key: key.id, task: task.id },
      ...{ project: items[0]?.id ?? '', member: ctx.actor.id, key: key.id },
      ...{ endpoint: endpoint.id, delivery: delivery.id },
    },
  }
}
