import { connect, type Socket } from 'node:net'

/**
 * Asks for the same thing over and over on connections that stay open, as bytes that were written once, and says how
 * many answers came: as little work as can be, so that what is measured is the other side.
 */
export type RawOrder = { port: number; path: string; headers: Record<string, string>; connections: number; ms: number }
export type RawReport = { perSecond: number; answers: number; p50: number; p99: number }

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0

/** How long an answer is, head included; undefined while its head is not whole. */
function lengthOf(bytes: Buffer): number | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(head)
  const length = /content-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`An answer without a length: ${head}`)
  return end + 4 + Number(length)
}

function work(socket: Socket, request: Buffer, times: number[], until: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let got = Buffer.alloc(0)
    let askedAt = performance.now()
    socket.on('data', (chunk) => {
      got = got.length === 0 ? chunk : Buffer.concat([got, chunk])
      const length = lengthOf(got)
      if (length === undefined || got.length < length) return
      got = Buffer.alloc(0)
      const now = performance.now()
      times.push(now - askedAt)
      if (now >= until) {
        socket.destroy()
        resolve()
        return
      }
      askedAt = now
      socket.write(request)
    })
    socket.once('error', reject)
    socket.once('end', () => reject(new Error('The server closed a connection.')))
    socket.write(request)
  })
}

async function load({ port, path, headers, connections, ms }: RawOrder): Promise<RawReport> {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
  const sockets = await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<Socket>((resolve, reject) => {
          const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket)).once(
            'error',
            reject,
          )
        }),
    ),
  )
  const times: number[] = []
  const startedAt = performance.now()
  await Promise.all(sockets.map((socket) => work(socket, request, times, startedAt + ms)))
  const seconds = (performance.now() - startedAt) / 1000
  times.sort((a, b) => a - b)
  return { perSecond: times.length / seconds, answers: times.length, p50: at(times, 0.5), p99: at(times, 0.99) }
}

process.on('message', (order: RawOrder) => {
  load(order).then(
    (report) => process.send?.(report),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      process.exit(1)
    },
  )
})
process.send?.('ready')
