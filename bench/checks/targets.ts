import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * The services that a bench checks, as a process of their own: every address of 127/8 is one of them. Below /slow they
 * accept a connection and never answer. Notes when each was first asked for each path, in milliseconds of the system's
 * clock, and tells it when asked for /arrivals.
 */
const [delayMs = '50', notes = 'off'] = process.argv.slice(2)
const body = Buffer.from('{"ok":true}')
const headers = { 'content-type': 'application/json', 'content-length': String(body.length) }
const arrivals = new Map<string, number[]>()

const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
  const path = request.url ?? '/'
  if (path === '/arrivals') {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(Object.fromEntries(arrivals)))
    return
  }
  if (notes === 'notes') {
    const times = arrivals.get(path)
    if (times) times.push(Date.now())
    else arrivals.set(path, [Date.now()])
  }
  if (path.startsWith('/slow')) return
  setTimeout(() => response.writeHead(200, headers).end(body), Number(delayMs))
})
server.listen(0, '0.0.0.0')
await once(server, 'listening')
process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
