import { connect, type Socket } from 'node:net'

/**
 * Sends the same signed webhook over and over, each under an id of its own, on connections that stay open: bytes that
 * were written once, but for the id, so that what is measured is the other side.
 */
export type HookOrder = {
  port: number
  path: string
  headers: Record<string, string>
  body: string
  connections: number
  ms: number
}
export type HookReport = { perSecond: number; answers: number; p50: number; p99: number }

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
const idLength = 16
let sent = Date.now() * 1_000

function requestOf({ port, path, headers, body }: HookOrder): { bytes: Buffer; idAt: number } {
  const all = { host: `127.0.0.1:${port}`, ...headers, 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  const mark = 'x-github-delivery: '
  const text = `POST ${path} HTTP/1.1\r\n${lines.join('')}${mark}${'0'.repeat(idLength)}\r\n\r\n${body}`
  return { bytes: Buffer.from(text), idAt: text.indexOf(mark) + mark.length }
}

function work(socket: Socket, order: HookOrder, times: number[], until: number): Promise<void> {
  const { bytes, idAt } = requestOf(order)
  const send = () => {
    sent += 1
    bytes.write(String(sent).padStart(idLength, '0').slice(-idLength), idAt, 'latin1')
    // A copy, for the socket may still hold the last one.
    socket.write(Buffer.from(bytes))
  }
  return new Promise((resolve, reject) => {
    let askedAt = performance.now()
    socket.on('data', (chunk) => {
      // An answer is its head, which comes in one piece.
      const head = chunk.toString('latin1')
      if (!head.startsWith('HTTP/1.1 200')) reject(new Error(head))
      if (!head.endsWith('\r\n\r\n')) return
      const now = performance.now()
      times.push(now - askedAt)
      if (now >= until) {
        socket.destroy()
        resolve()
        return
      }
      askedAt = now
      send()
    })
    socket.once('error', reject)
    socket.once('end', () => reject(new Error('The server closed a connection.')))
    send()
  })
}

async function load(order: HookOrder): Promise<HookReport> {
  const { port, connections, ms } = order
  const open = () =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket))
      socket.once('error', reject)
    })
  const sockets = await Promise.all(Array.from({ length: connections }, open))
  const times: number[] = []
  const startedAt = performance.now()
  await Promise.all(sockets.map((socket) => work(socket, order, times, startedAt + ms)))
  const seconds = (performance.now() - startedAt) / 1000
  times.sort((a, b) => a - b)
  return { perSecond: times.length / seconds, answers: times.length, p50: at(times, 0.5), p99: at(times, 0.99) }
}

process.on('message', (order: HookOrder) => {
  load(order).then(
    (report) => process.send?.(report),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      process.exit(1)
    },
  )
})
process.send?.('ready')
