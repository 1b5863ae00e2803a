import { createHmac, randomUUID } from 'node:crypto'
import type { InboundRequest } from '@/connectors/kit'
import {
  createHook,
  type IssuedHook,
  openHook,
  processDeliveries,
  receiveDelivery,
} from '@/server/domain/inbound/service'
import { connectIntegration, getIntegration } from '@/server/domain/integrations/service'
import type { Context } from '@/server/kernel/context'
import { parseRef } from '@/server/kernel/ids'
import { aServer } from './world'

/** Integrations with hooks, and webhooks as their providers sign them. */
export async function aGitHub(ctx: Context, slug = 'code', url?: string) {
  const server = url ?? (await aServer(() => ({ status: 404, body: {} }))).url
  return connectIntegration(ctx, {
    ...{ type: 'scm.github', instance: 'enterpriseServer', method: 'token', skipTest: true, name: slug, slug },
    ...{ config: { server }, secrets: { token: `ghp_${'a'.repeat(36)}` } },
  })
}

export async function aGitHubHook(
  ctx: Context,
  slug = 'code',
): Promise<IssuedHook & { token: string; secret: string }> {
  await aGitHub(ctx, slug)
  return issued(await createHook(ctx, { integration: slug }))
}

export function issued(hook: IssuedHook): IssuedHook & { token: string; secret: string } {
  return { ...hook, token: hook.url.split('/').at(-1) ?? '', secret: hook.secret ?? '' }
}

export const tokenOf = (hook: IssuedHook): string => hook.url.split('/').at(-1) ?? ''

type Sent = { event?: string; id?: string; secret: string; headers?: Record<string, string> }

export function githubHeaders(body: Buffer, { event = 'push', id = randomUUID(), secret, headers }: Sent) {
  return {
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/044aadd',
    'x-github-delivery': id,
    'x-github-event': event,
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    ...headers,
  }
}

export function githubRequest(payload: object | Buffer, sent: Sent): InboundRequest {
  const body = Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload))
  return { method: 'POST', url: 'https://hub.example/hooks/t', query: '', headers: githubHeaders(body, sent), body }
}

export const opened = (hook: IssuedHook) => openHook(tokenOf(hook))

/** A hook of an integration of any kind, and one webhook that came through it and was told of. */
export async function aReceived(ctx: Context, integration: string) {
  const hook = issued(await createHook(ctx, await hookFor(ctx, integration)))
  const body = Buffer.from('{"of":"theirs"}')
  const headers = { ...githubHeaders(body, { secret: hook.secret }), 'x-token': hook.secret }
  const request = { method: 'POST', url: hook.url, query: '', headers, body }
  const received = await receiveDelivery(await openHook(hook.token), request)
  await processAll()
  return { inboundHook: hook.hook.id, inboundDelivery: 'id' in received ? received.id : '' }
}

/** Where the connector does not know how a sender is proven, a token does. */
async function hookFor(ctx: Context, integration: string) {
  const { type } = await getIntegration(ctx, parseRef('integration', integration))
  const schemes = [{ scheme: 'shared_token', header: 'X-Token' }]
  return { integration, ...(type === 'custom.http' && { schemes }) }
}

/** Tells of everything that came in; other tests' deliveries go along. */
export async function processAll(): Promise<void> {
  while ((await processDeliveries()) > 0) {
    // Until nothing is due.
  }
}
