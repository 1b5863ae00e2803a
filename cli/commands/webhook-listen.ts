import { createSecretKey, randomBytes } from 'node:crypto'
import { envelopeText, secretPrefix, signatureOf } from '@/server/kernel/envelope'
import { request } from '../client'
import { readVariable } from '../environment'
import { usageError } from '../errors'
import type { WebhookListenSubscription } from '../generated/graphql'
import type { Io } from '../io'
import { follow } from '../live'
import { rememberSecret } from '../redaction'
import { plainText } from '../terminal'
import { readText } from './api-fields'
import type { Run } from './command'
import { tailStartQuery } from './integration-queries'
import { findEndpoint, listenSubscription } from './webhook-queries'

/**
 * `inthub webhook listen`: hears events over a subscription and forwards them to this machine, signed as the hub signs
 * its deliveries. Nothing is registered at the hub, so that nothing is left behind however it ends; and the hub needs
 * no way to this machine.
 */
type Options = { events?: string[]; loadFrom?: string; printSecret?: boolean; secret?: string }
type Heard = WebhookListenSubscription['events']

const timeLimitMs = 15_000
const secretForm = /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/

function readSecret(source: string | undefined): string {
  if (source === undefined) return `${secretPrefix}${randomBytes(32).toString('base64')}`
  const [, file] = /^@(.+)$/.exec(source) ?? []
  const [, variable] = /^env:(.+)$/.exec(source) ?? []
  if (!file && !variable) throw usageError('--secret takes env:VARIABLE or @file, never the secret itself.')
  const text = file ? readText(file).trim() : readVariable(variable ?? '')
  if (text && secretForm.test(text)) return rememberSecret(text)
  throw usageError('What --secret names is no secret of a webhook: it has to begin with whsec_.')
}

function addressOf(text: string): URL {
  const given = /^https?:\/\//.test(text) ? text : `http://${text}`
  if (URL.canParse(given)) return new URL(given)
  throw usageError('This is not an address to forward to.', 'Such as http://localhost:3000/hooks')
}

type Sent = { status: number | null; ms: number; failure: string | null }

async function forward(to: URL, secret: string, event: Heard): Promise<Sent> {
  const body = envelopeText(event)
  const timestamp = Math.floor(Date.now() / 1_000)
  const key = createSecretKey(Buffer.from(secret.slice(secretPrefix.length), 'base64'))
  const began = performance.now()
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'inthub-webhooks/1',
    'webhook-id': event.id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatureOf({ id: event.id, timestamp, body }, [key]),
  }
  try {
    const signal = AbortSignal.timeout(timeLimitMs)
    const response = await fetch(to, { method: 'POST', headers, body, redirect: 'manual', signal })
    await response.body?.cancel()
    return { status: response.status, ms: performance.now() - began, failure: null }
  } catch (error) {
    const { cause, name } = error as Error & { cause?: { code?: string } }
    const failure = name === 'TimeoutError' ? 'no answer in 15 s' : (cause?.code ?? 'no connection')
    return { status: null, ms: performance.now() - began, failure }
  }
}

function lineOf(io: Io, event: Heard, sent: Sent | null): string {
  if (io.format === 'json' || io.format === 'ndjson') {
    return JSON.stringify({ ...JSON.parse(envelopeText(event)), forwarded: sent })
  }
  const time = new Date(event.time).toTimeString().slice(0, 8)
  const heard = `${io.colors.dim(time)} -> ${plainText(event.type)} [${event.id}]`
  if (!sent) return heard
  const isGood = sent.status !== null && sent.status >= 200 && sent.status < 300
  const answer = sent.failure ?? `${sent.status} (${Math.round(sent.ms)} ms)`
  return `${heard}  <- ${isGood ? io.colors.green(answer) : io.colors.red(answer)}`
}

export async function listen({ io, session, args, options }: Run<Options>): Promise<void> {
  const secret = readSecret(options.secret)
  if (options.printSecret) return io.result(secret)
  const to = args[0] ? addressOf(args[0]) : null
  const loaded = options.loadFrom ? (await findEndpoint(session, options.loadFrom)).events : null
  const types = options.events ?? loaded ?? ['*']
  const start = async () => (await request(session, tailStartQuery, {})).lastSequence
  const after = await start()
  io.note(`listening to ${types.join(', ')}${to ? `, forwarding to ${to.href}` : ''}; Ctrl C ends it`)
  if (to && !options.secret) io.note(`signing secret of this run: ${secret}`)
  // One after the other, so that what is forwarded comes in its order.
  let last: Promise<void> = Promise.resolve()
  await follow(session, {
    document: listenSubscription,
    variables: { types },
    after,
    sequenceOf: ({ events }) => events.sequence,
    onMessage: ({ events }) => {
      last = last.then(async () => io.result(lineOf(io, events, to && (await forward(to, secret, events)))))
    },
    onResync: start,
  })
}
