import { createHmac, randomBytes } from 'node:crypto'
import { request as send } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import {
  createHook,
  listInboundDeliveries,
  readInboundDelivery,
  updateHook,
  waiveVerification,
} from '@/server/domain/inbound/service'
import { connectIntegration } from '@/server/domain/integrations/service'
import { shownPath } from '@/server/http-access'
import type { Context } from '@/server/kernel/context'
import { overrideEnv } from '@/server/platform/env'
import { aHub } from '@/test/hub'
import { aGitHub, aGitHubHook, githubHeaders, issued, processAll } from '@/test/inbound'
import { aCaller, aServer, eventTypesOf } from '@/test/world'

async function ground() {
  const hub = await aHub()
  const ctx = await aCaller()
  const hook = await aGitHubHook(ctx)
  const path = new URL(hook.url).pathname
  return { hub, ctx, hook, path, url: `${hub.url}${path}` }
}

const post = async (url: string, body: Buffer | string, headers: Record<string, string>, method = 'POST') => {
  const response = await fetch(url, {
    method,
    headers,
    ...(method === 'POST' && { body: new Uint8Array(Buffer.from(body)) }),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const codeOf = ({ text }: { text: string }) => (text.startsWith('{') ? JSON.parse(text).code : undefined)
const list = async (ctx: Context) => (await listInboundDeliveries(ctx)).items.map(({ node }) => node)

describe('/hooks/{token}', () => {
  it('takes a webhook, says nothing, and knows one that comes twice', async () => {
    const { ctx, hook, url } = await ground()
    const body = Buffer.from('{"zen":"Speak like a human."}')
    const headers = githubHeaders(body, { event: 'ping', id: 'g-1', secret: hook.secret })
    const first = await post(url, body, headers)
    expect([first.status, first.text]).toEqual([200, ''])
    expect(first.headers.get('x-inthub-delivery')).toMatch(/^inb_/)
    const again = await post(url, body, headers)
    expect([again.status, again.headers.get('x-inthub-delivery')]).toEqual([200, null])
    expect(await list(ctx)).toHaveLength(1)
  })

  it('refuses what is not proven, not known, not sent by POST, or switched off', async () => {
    const { hub, ctx, hook, url } = await ground()
    const body = Buffer.from('{}')
    const right = githubHeaders(body, { secret: hook.secret })
    const unsigned = await post(url, body, { 'x-github-event': 'push' })
    expect([unsigned.status, codeOf(unsigned)]).toEqual([401, 'inbound_hook.unproven'])
    expect(unsigned.text).not.toContain(hook.token)
    for (const token of ['x', randomBytes(32).toString('base64url'), '..%2f..', `${hook.token}/`, '']) {
      const unknown = await post(`${hub.url}/hooks/${token}`, body, right)
      expect([unknown.status, codeOf(unknown)], token).toEqual([404, 'inbound_hook.not_found'])
    }
    const got = await post(url, body, right, 'GET')
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST'])
    await updateHook(ctx, { id: hook.hook.id, enabled: false })
    expect((await post(url, body, right)).status).toBe(422)
  })

  it('takes 20 MB byte for byte, and no more than 25 MB', { timeout: 60_000 }, async () => {
    const { ctx, hook, url } = await ground()
    const body = randomBytes(20 * 1024 * 1024)
    const taken = await post(url, body, githubHeaders(body, { secret: hook.secret }))
    expect(taken.status).toBe(200)
    const content = await readInboundDelivery(ctx, taken.headers.get('x-inthub-delivery') ?? '')
    expect(content.body.equals(body)).toBe(true)
    const tooMuch = Buffer.alloc(50 * 1024 * 1024)
    const told = await post(url, tooMuch, githubHeaders(tooMuch, { secret: hook.secret }))
    expect([told.status, codeOf(told)]).toEqual([413, 'request.too_large'])
    // Without a length, the bytes are counted as they come.
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = send(url, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      request.on('error', reject)
      const piece = Buffer.alloc(1024 * 1024)
      let left = 30
      const write = () => {
        while (left-- > 0) if (!request.write(piece)) return request.once('drain', write)
        return request.end()
      }
      write()
    })
    expect(status).toBe(413)
  })

  it('has an answer to anything malformed, and never one of its own fault', { timeout: 60_000 }, async () => {
    const { ctx, hook, url, hub, path } = await ground()
    const bodies = {
      'no bytes': Buffer.alloc(0),
      'bad UTF-8': Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0x00, 0xed, 0xa0, 0x80]),
      'open braces': Buffer.from('{'.repeat(20_000)),
      'open lists': Buffer.from('['.repeat(200_000)),
      'a NUL in a key': Buffer.from('{"action":"\\u0000","a\\u0000b":1}'),
      'half a surrogate': Buffer.from('{"action":"\\ud800"}'),
      'a prototype': Buffer.from('{"__proto__":{"action":"x"},"constructor":1}'),
      'no object': Buffer.from('null'),
    }
    for (const [what, body] of Object.entries(bodies)) {
      for (const event of ['push', 'pull_request', '', '\u00ff', 'x'.repeat(500)]) {
        const reply = await post(url, body, githubHeaders(body, { event, secret: hook.secret }))
        expect(reply.status, `${what}, ${event}`).toBe(200)
        const forged = await post(url, body, githubHeaders(body, { event, secret: 'wrong' }))
        expect(forged.status, `${what}, ${event}`).toBe(401)
      }
    }
    const body = Buffer.from('{}')
    const headers: Record<string, string> = githubHeaders(body, { secret: hook.secret })
    for (const missing of Object.keys(headers)) {
      const { [missing]: _gone, ...rest } = headers
      const reply = await post(url, body, { ...rest, ...(missing !== 'x-hub-signature-256' && { [missing]: '' }) })
      expect([200, 401], missing).toContain(reply.status)
    }
    const raw = (head: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(new URL(hub.url).port), '127.0.0.1', () => socket.end(head))
        let text = ''
        socket.on('data', (chunk) => {
          text += chunk
        })
        socket.on('close', () => resolve(text.split('\r\n', 1)[0] ?? ''))
        socket.on('error', () => {})
      })
    const begin = `POST ${path} HTTP/1.1\r\nHost: x\r\n`
    for (const rest of [
      'Content-Length: 10\r\n\r\nabc',
      'Transfer-Encoding: chunked\r\n\r\nzz\r\n',
      'Content-Length: x\r\n\r\n',
    ]) {
      expect(await raw(begin + rest), rest).not.toMatch(/ 5\d\d /)
    }
    await processAll()
    expect((await list(ctx)).filter(({ state }) => state === 'failed' || state === 'received')).toEqual([])
  })

  it('lets one hook have its rate, and takes nothing from the others', async () => {
    const { hub, ctx, hook, url } = await ground()
    overrideEnv({ RATE_LIMIT_HOOK: { limit: 5, windowSeconds: 60 } })
    try {
      const body = Buffer.from('{}')
      const replies = await Promise.all(
        Array.from({ length: 12 }, () => post(url, body, githubHeaders(body, { secret: hook.secret }))),
      )
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(5)
      const limited = replies.find(({ status }) => status === 429)
      expect(Number(limited?.headers.get('retry-after'))).toBeGreaterThan(0)
      const other = issued(await createHook(ctx, { integration: 'code', name: 'other' }))
      const at = `${hub.url}/hooks/${other.token}`
      expect((await post(at, body, githubHeaders(body, { secret: other.secret }))).status).toBe(200)
    } finally {
      overrideEnv({ RATE_LIMIT_HOOK: { limit: 500, windowSeconds: 1 } })
    }
  })

  it('is not found in a log', () => {
    expect(shownPath('/hooks/abc')).toBe('/hooks/…')
    expect(shownPath('/hooks/abc/def')).toBe('/hooks/…')
  })

  it('refuses a waived hook nothing but what is too much', async () => {
    const { ctx, hook, url } = await ground()
    await waiveVerification(ctx, { id: hook.hook.id, waived: true, reason: 'a proxy in front proves it' })
    expect((await post(url, 'anything', {})).status).toBe(200)
    expect((await list(ctx))[0]).toMatchObject({ scheme: 'waived', verified: false })
  })
})

const slackSecret = '8f742231b10e8888abcd99yyyzzz85a5'

async function aSlack(ctx: Context, slug: string, route: string) {
  const { url } = await aServer(() => ({ status: 200, body: { ok: true } }))
  await connectIntegration(ctx, {
    ...{ type: 'communication.slack', instance: 'custom', method: 'bot', name: slug, slug, skipTest: true },
    ...{ config: { baseUrl: url }, secrets: { token: `xoxb-${'1'.repeat(20)}` } },
  })
  return createHook(ctx, { integration: slug, kind: 'app', route, secret: slackSecret })
}

function slackHeaders(body: string, contentType = 'application/json', at = Math.floor(Date.now() / 1000)) {
  const digest = createHmac('sha256', slackSecret).update(`v0:${at}:${body}`).digest('hex')
  return { 'content-type': contentType, 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${digest}` }
}

describe('/api/v1/webhooks/{name}', () => {
  it('gives what comes for an app of GitHub to the hook of its repository', async () => {
    const hub = await aHub()
    const [a, b] = [await aCaller(), await aCaller()]
    await aGitHub(a)
    await aGitHub(b)
    const secret = 'the secret of the app'
    const ours = await createHook(a, { integration: 'code', kind: 'app', route: 'Octo/Web', secret })
    await createHook(b, { integration: 'code', kind: 'app', route: 'octo/other', secret })
    expect(new URL(ours.url).pathname).toBe('/api/v1/webhooks/github')
    const to = async (repository: string, signedWith = secret) => {
      const body = Buffer.from(JSON.stringify({ action: 'opened', repository: { full_name: repository } }))
      return post(
        `${hub.url}/api/v1/webhooks/github`,
        body,
        githubHeaders(body, { event: 'issues', secret: signedWith }),
      )
    }
    expect((await to('octo/web')).status).toBe(200)
    expect((await to('octo/other')).status).toBe(200)
    expect(codeOf(await to('octo/nobody'))).toBe('inbound_hook.not_found')
    expect(codeOf(await to('octo/web', 'wrong'))).toBe('inbound_hook.unproven')
    expect([(await list(a)).filter(({ verified }) => verified).length, (await list(b)).length]).toEqual([1, 1])
    const token = issued(ours).token
    expect((await post(`${hub.url}/hooks/${token}`, '{}', {})).status).toBe(404)
  })

  it('speaks with Slack: the challenge, events, commands and buttons', async () => {
    const hub = await aHub()
    const ctx = await aCaller()
    const team = `T${randomBytes(5).toString('hex').toUpperCase()}`
    await aSlack(ctx, 'chat', team)
    const url = `${hub.url}/api/v1/webhooks/slack`
    const form = 'application/x-www-form-urlencoded'
    const challenge = JSON.stringify({ type: 'url_verification', token: 't', challenge: '3eZbrw1aBm2rZgRNFdxV2595' })
    // Slack proves the address before any workspace is known: nothing of it is kept.
    const event = JSON.stringify({
      type: 'event_callback',
      team_id: team,
      event_id: 'Ev1',
      event: { type: 'app_mention' },
    })
    const command = `command=%2Finthub&text=status&team_id=${team}&response_url=https%3A%2F%2Fhooks.slack.com%2Fx`
    const pressed = { type: 'block_actions', team: { id: team }, actions: [{ action_id: 'approve' }] }
    const button = `payload=${encodeURIComponent(JSON.stringify(pressed))}`
    const echoed = await post(url, challenge, slackHeaders(challenge))
    expect([echoed.status, echoed.text]).toEqual([200, '3eZbrw1aBm2rZgRNFdxV2595'])
    for (const [body, type] of [[event], [command, form], [button, form]] as const) {
      expect(await post(url, body, slackHeaders(body, type))).toMatchObject({ status: 200, text: '' })
    }
    // Slack sends again what it believes lost, signed anew.
    const later = slackHeaders(event, 'application/json', Math.floor(Date.now() / 1000) - 30)
    expect((await post(url, event, { ...later, 'x-slack-retry-num': '1' })).status).toBe(200)
    const stale = slackHeaders(event, 'application/json', Math.floor(Date.now() / 1000) - 600)
    expect(codeOf(await post(url, event, stale))).toBe('inbound_hook.unproven')
    await processAll()
    const types = (await eventTypesOf(ctx)).filter((type) => type.startsWith('slack.'))
    expect(types.sort()).toEqual(['slack.command.inthub', 'slack.event.app_mention', 'slack.interaction.block_actions'])
  })
})
