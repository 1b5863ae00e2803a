import { Pool } from 'undici'

/** Posts one body over and over, 32 at a time on connections that stay open, and says how many answers came. */
export type LoadOrder = { origin: string; body: string; headers: Record<string, string>; ms: number }
export type LoadReport = { perSecond: number; answers: number; p50: number; p99: number; bytes: number }

const connections = 32

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0

async function load({ origin, body, headers, ms }: LoadOrder): Promise<LoadReport> {
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const times: number[] = []
  let bytes = 0
  const until = performance.now() + ms
  const startedAt = performance.now()
  const work = async () => {
    while (performance.now() < until) {
      const askedAt = performance.now()
      const answer = await pool.request({ path: '/graphql', method: 'POST', body, headers })
      const text = await answer.body.text()
      if (answer.statusCode !== 200 || text.includes('"errors"')) throw new Error(`${answer.statusCode}: ${text}`)
      // What is answered is the same each time, so a server that leaves something out is noticed.
      if (bytes !== 0 && text.length !== bytes)
        throw new Error(`An answer of ${text.length} bytes after one of ${bytes}`)
      bytes = text.length
      times.push(performance.now() - askedAt)
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  const seconds = (performance.now() - startedAt) / 1000
  await pool.close()
  times.sort((a, b) => a - b)
  return { perSecond: times.length / seconds, answers: times.length, p50: at(times, 0.5), p99: at(times, 0.99), bytes }
}

process.on('message', (order: LoadOrder) => {
  load(order).then(
    (report) => process.send?.(report),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      process.exit(1)
    },
  )
})
process.send?.('ready')
