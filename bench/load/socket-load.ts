import { WebSocket } from 'ws'

/** Many sockets that subscribed to the same thing, and a count of what they are told. */
export type SocketOrder =
  | { open: { url: string; count: number; authorization: string; document: string } }
  /** Answered when every socket was told this many more things. */
  | { expect: number }
export type Arrived = { messages: number; sample: string }

const sockets: WebSocket[] = []
let sample = ''
let messages = 0
let target = Number.POSITIVE_INFINITY
let onTarget = (): void => {}

function take(text: string): void {
  messages += 1
  if (sample === '') sample = text
  if (messages >= target) onTarget()
}

function openOne(url: string, authorization: string, query: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false })
    sockets.push(socket)
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })))
    socket.once('message', () => {
      socket.send(JSON.stringify({ id: crypto.randomUUID(), type: 'subscribe', payload: { query } }))
      socket.on('message', (data: Buffer) => take(data.toString()))
      resolve()
    })
    socket.once('error', reject)
    socket.once('close', (code, reason) => {
      process.stderr.write(`a socket was closed: ${code} ${reason}\n`)
      process.exit(1)
    })
  })
}

async function handle(order: SocketOrder): Promise<unknown> {
  if ('open' in order) {
    const { url, count, authorization, document } = order.open
    for (let at = 0; at < count; at += 50) {
      const some = Array.from({ length: Math.min(50, count - at) }, () => openOne(url, authorization, document))
      await Promise.all(some)
    }
    return 'open'
  }
  messages = 0
  await new Promise<void>((resolve) => {
    target = order.expect * sockets.length
    onTarget = resolve
  })
  return { messages, sample }
}

process.on('message', (order: SocketOrder) => {
  void handle(order).then((answer) => process.send?.(answer))
})
process.on('SIGTERM', () => process.exit(0))
process.send?.('ready')
