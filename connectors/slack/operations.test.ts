import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from 'emulate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type OperationInput, parseConnectorSettings } from '@/connectors/kit'
import { operating } from '@/test/operations'
import { aServer } from '@/test/world'
import { slack } from './index'

const token = 'xoxb-1234567890-abcdefghij'
const runAt = (url: string) => {
  const given = { instance: 'custom', method: 'bot', config: { baseUrl: `${url}/api` }, secrets: { token } }
  return operating(slack, parseConnectorSettings(slack, given))
}
async function saying(body: unknown, status = 200, headers: Record<string, string> = {}) {
  const { url, asked } = await aServer(() => ({ status, body, headers }))
  return { run: runAt(url), asked }
}
const refusing = (error: string, more: object = {}) => saying({ ok: false, error, ...more })
const sent = (one: { body: string } | undefined) => JSON.parse(one?.body ?? '{}') as Record<string, unknown>

const post = { channel: 'C123ABC456', text: 'Deploy of web is done.' }
const message = { channel: 'C123ABC456', ts: '1503435956.000247' }

const refusals: [code: string, operation: string, OperationInput, failureClass: string, remedy: string][] = [
  ['channel_not_found', 'postMessage', post, 'request', '/invite'],
  ['not_in_channel', 'postMessage', post, 'permission', '/invite'],
  ['is_archived', 'postMessage', post, 'request', 'unarchive'],
  ['restricted_action', 'postMessage', post, 'permission', 'admin'],
  ['msg_too_long', 'postMessage', post, 'request', '40,000'],
  ['no_text', 'postMessage', post, 'request', '"text"'],
  ['invalid_blocks', 'postMessage', post, 'request', 'Block Kit'],
  ['invalid_auth', 'postMessage', post, 'credential', 'token'],
  ['token_revoked', 'postMessage', post, 'credential', 'revoked'],
  ['ratelimited', 'postMessage', post, 'provider_limit', 'wait'],
  ['fatal_error', 'postMessage', post, 'provider_incident', 'slack-status'],
  ['brand_new_error', 'postMessage', post, 'request', 'errors'],
  ['cant_update_message', 'updateMessage', { ...message, text: 'x' }, 'permission', 'somebody else'],
  ['edit_window_closed', 'updateMessage', { ...message, text: 'x' }, 'request', 'new one'],
  ['message_not_found', 'deleteMessage', message, 'request', 'deleted already'],
  ['cant_delete_message', 'deleteMessage', message, 'permission', 'its own'],
]

describe('a refusal of Slack', () => {
  it.each(refusals.map(([code, operation, ...rest]) => [code, operation, rest] as const))(
    'as %s (%s) is none of its 200s, and tells what helps',
    async (code, operation, [input, failureClass, remedy]) => {
      const { run } = await refusing(code)
      const { failure, output } = await run(operation, input)
      expect(output).toBeNull()
      expect(failure).toMatchObject({ failureClass, reason: 'status' })
      expect(failure?.remedy).toContain(remedy)
    },
  )

  it('names the scope that is missing', async () => {
    const { run } = await refusing('missing_scope', { needed: 'channels:read', provided: 'chat:write' })
    const { failure } = await run('listChannels')
    expect(failure).toMatchObject({ failureClass: 'permission' })
    expect(failure?.remedy).toContain('channels:read')
  })

  it('of the pace tells how long to wait', async () => {
    const { run } = await saying({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '30' })
    const { failure } = await run('postMessage', post)
    expect(failure).toMatchObject({ failureClass: 'provider_limit', retryAfterMs: 30_000 })
  })

  it('is assumed of the JSON of somebody else', async () => {
    const { run } = await saying({ status: 'fine' })
    expect((await run('postMessage', post)).failure).toMatchObject({ failureClass: 'request', reason: 'bad_answer' })
  })
})

describe('an operation of Slack', () => {
  it('posts text, blocks and replies', async () => {
    const { run, asked } = await saying({ ok: true, channel: 'C123ABC456', ts: '1.2', message: {} })
    expect(await run('postMessage', post)).toEqual({ failure: null, output: { channel: 'C123ABC456', ts: '1.2' } })
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*done*' } }]
    await run('postMessage', { ...post, blocks, thread: message.ts, alsoInChannel: true })
    expect(asked[0]).toMatchObject({ method: 'POST', url: '/api/chat.postMessage' })
    expect(asked[0]?.headers).toMatchObject({
      authorization: `Bearer ${token}`,
      'content-type': 'application/json; charset=utf-8',
    })
    expect(sent(asked[0])).toEqual(post)
    expect(sent(asked[1])).toEqual({ ...post, blocks, thread_ts: message.ts, reply_broadcast: true })
  })

  it('changes and deletes a message', async () => {
    const { run, asked } = await saying({ ok: true, channel: 'C1', ts: message.ts, text: 'better' })
    expect(await run('updateMessage', { ...message, text: 'better' })).toMatchObject({ output: { text: 'better' } })
    expect(await run('deleteMessage', message)).toMatchObject({ output: { ts: message.ts } })
    expect(asked.map(({ url }) => url)).toEqual(['/api/chat.update', '/api/chat.delete'])
  })

  it('lists channels by cursor, public or private', async () => {
    const { url, asked } = await aServer((one) => {
      const isFirst = !one.url.includes('cursor')
      const channel = { id: isFirst ? 'C1' : 'C2', name: 'x', topic: { value: 'deploys' }, num_members: 3 }
      return {
        status: 200,
        body: { ok: true, channels: [channel], response_metadata: { next_cursor: isFirst ? 'dGVhbQ==' : '' } },
      }
    })
    const { output } = await runAt(url)('listChannels', { kind: 'private', limit: 5 })
    expect(output).toMatchObject({ items: [{ id: 'C1', topic: 'deploys', members: 3 }, { id: 'C2' }], hasMore: false })
    expect(asked[0]?.url).toBe('/api/conversations.list?types=private_channel&exclude_archived=true&limit=5')
  })

  it.each([{ channel: 'general; drop', text: 'x' }, { channel: 'C1' }, { ...post, thread: 'yesterday' }])(
    'refuses %o before anything is sent',
    async (input) => {
      const { run, asked } = await saying({ ok: true })
      await expect(run('postMessage', input)).rejects.toMatchObject({ code: 'request.invalid' })
      expect(asked).toEqual([])
    },
  )
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('the Slack of emulate', () => {
  it('takes a message, changes it, and deletes it', async () => {
    const port = await freePort()
    const seed = {
      team: { name: 'Acme' },
      users: [{ name: 'hub' }],
      channels: [{ name: 'deploys' }],
      tokens: [{ token, user: 'hub', scopes: ['chat:write', 'channels:read'] }],
    }
    const emulator = await createEmulator({ service: 'slack', port, seed: { slack: seed } })
    onTestFinished(() => emulator.close())
    const run = runAt(`http://127.0.0.1:${port}`)
    // The emulator lists channels for POST only.
    const asked = { method: 'POST', headers: { authorization: `Bearer ${token}` } }
    const listed = await fetch(`http://127.0.0.1:${port}/api/conversations.list`, asked)
    const { channels } = (await listed.json()) as { channels: { id: string; name: string }[] }
    const channel = channels.find(({ name }) => name === 'deploys')?.id
    const { failure, output } = await run('postMessage', { channel, text: 'one' })
    expect(failure).toBeNull()
    const posted = { channel, ts: output?.ts }
    expect(await run('updateMessage', { ...posted, text: 'two' })).toMatchObject({ output: { text: 'two' } })
    expect(await run('deleteMessage', posted)).toMatchObject({ failure: null })
    expect((await run('deleteMessage', posted)).failure?.remedy).toContain('deleted already')
    expect((await run('postMessage', { channel: 'C999ABC999', text: 'x' })).failure?.remedy).toContain('/invite')
  })
})
