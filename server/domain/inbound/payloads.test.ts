import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Context } from '@/server/kernel/context'
import { aGitHubHook, githubRequest, issued, opened, processAll } from '@/test/inbound'
import { githubEvents } from '@/test/provider-events'
import { aCaller, aServer, eventTypesOf } from '@/test/world'
import { connectIntegration } from '../integrations/service'
import { createHook, listInboundDeliveries, readInboundDelivery, receiveDelivery } from './service'

/** Webhooks in the shapes their providers document, from the bytes to the events. */
const sender = { login: 'octocat', id: 1, type: 'User', site_admin: false }
const repository = { id: 1_296_269, full_name: 'octo/web', private: false, owner: sender, default_branch: 'main' }

const all = async (ctx: Context) =>
  (await listInboundDeliveries(ctx, { first: 200 })).items.map(({ node }) => node).reverse()

describe('GitHub', () => {
  it('is understood in every event it documents, unknown fields and odd encodings included', {
    timeout: 60_000,
  }, async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    const open = await opened(hook)
    for (const line of githubEvents) {
      const [event = '', action] = line.split(':')
      const odd = { title: 'Zażółć 😀 \u0000 \ud800', 'of tomorrow': { deep: [[[{}]]] } }
      const payload = { ...(action && { action }), ...odd, repository, sender, installation: { id: 2 } }
      const text = JSON.stringify(payload)
      const body = Buffer.from(event === 'push' ? `\ufeff${text}` : ` ${text}\r\n`)
      const received = await receiveDelivery(open, githubRequest(body, { event, secret: hook.secret }))
      const kept = await readInboundDelivery(ctx, 'id' in received ? received.id : '')
      expect(kept.body.equals(body), line).toBe(true)
    }
    await processAll()
    const deliveries = await all(ctx)
    expect(deliveries.map(({ type }) => type)).toEqual(githubEvents.map((line) => line.split(':')[0]))
    expect(deliveries.filter(({ state, verified }) => state !== 'processed' || !verified)).toEqual([])
    const told = (await eventTypesOf(ctx)).filter((type) => type.startsWith('github.'))
    expect(told.sort()).toEqual(deliveries.map(({ topic }) => topic).sort())
  })

  it('may send a form, as its older hooks do', async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    const payload = JSON.stringify({ action: 'closed', pull_request: { merged: true }, repository })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = Buffer.from(`payload=${encodeURIComponent(payload)}`)
    const sent = { event: 'pull_request', secret: hook.secret, headers }
    await receiveDelivery(await opened(hook), githubRequest(body, sent))
    await processAll()
    expect(await all(ctx)).toMatchObject([{ topic: 'github.pull_request.merged' }])
  })
})

async function aGitLab(ctx: Context) {
  const { url } = await aServer(() => ({ status: 404 }))
  await connectIntegration(ctx, {
    ...{ type: 'scm.gitlab', instance: 'selfManaged', method: 'token', name: 'gl', slug: 'gl', skipTest: true },
    ...{ config: { server: url }, secrets: { token: `glpat-${'a'.repeat(20)}` } },
  })
  return issued(await createHook(ctx, { integration: 'gl' }))
}

const project = { id: 15, name: 'app', path_with_namespace: 'group/app', web_url: 'https://gitlab.example/group/app' }
const gitlabEvents: [event: string, payload: object, topic: string][] = [
  ['Push Hook', { object_kind: 'push', ref: 'refs/heads/main', commits: [] }, 'gitlab.push'],
  ['Tag Push Hook', { object_kind: 'tag_push', ref: 'refs/tags/v1' }, 'gitlab.tag_push'],
  ['Merge Request Hook', { object_attributes: { iid: 1, action: 'merge' } }, 'gitlab.merge_request.merged'],
  ['Issue Hook', { object_attributes: { iid: 2, action: 'open' } }, 'gitlab.issue.opened'],
  ['Note Hook', { object_attributes: { note: 'hi', noteable_type: 'MergeRequest' } }, 'gitlab.note.created'],
  ['Pipeline Hook', { object_attributes: { id: 3, status: 'failed' } }, 'gitlab.pipeline.failed'],
  ['Job Hook', { build_id: 4, build_status: 'success' }, 'gitlab.job.success'],
]

describe('GitLab', () => {
  it('proves itself by its signing token, or by the secret token of older hooks', async () => {
    const ctx = await aCaller()
    const hook = await aGitLab(ctx)
    const open = await opened(hook)
    const key = Buffer.from(hook.secret.replace('whsec_', ''), 'base64')
    for (const [at, [event, payload]] of gitlabEvents.entries()) {
      const body = Buffer.from(JSON.stringify({ ...payload, project }))
      const id = `msg-${at}`
      const time = String(Math.floor(Date.now() / 1000))
      const digest = createHmac('sha256', key).update(`${id}.${time}.`).update(body).digest('base64')
      const signed = { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': `v1,${digest}` }
      const proof: Record<string, string> = at % 2 === 0 ? signed : { 'x-gitlab-token': hook.secret }
      const headers = { 'content-type': 'application/json', 'x-gitlab-event': event, 'idempotency-key': id, ...proof }
      await receiveDelivery(open, { method: 'POST', url: hook.url, query: '', headers, body })
    }
    await processAll()
    const deliveries = await all(ctx)
    expect(deliveries.map(({ topic }) => topic)).toEqual(gitlabEvents.map(([, , topic]) => topic))
    expect(new Set(deliveries.map(({ scheme }) => scheme))).toEqual(new Set(['standard_webhooks', 'shared_token']))
    const second = await readInboundDelivery(ctx, deliveries[1]?.id ?? '')
    expect(second.headers).toContainEqual({ name: 'x-gitlab-token', value: '(not kept)' })
  })
})
