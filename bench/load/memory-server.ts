import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'

/** Answers one route with a list kept in memory, which each answer turns into text: plain node:http, or hono on it. */
const [kind = '', file = ''] = process.argv.slice(2)
const list = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
const path = '/api/v1/integrations'

const app = new Hono()
app.get(path, (context) => context.json(list))

const server =
  kind === 'hono'
    ? createServer(getRequestListener(app.fetch))
    : createServer((request, response) => {
        if (!request.url?.startsWith(path)) return response.writeHead(404).end()
        const body = JSON.stringify(list)
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
        return response.writeHead(200, headers).end(body)
      })

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
process.on('message', () => process.send?.(process.cpuUsage()))
process.on('SIGTERM', () => process.exit(0))
process.send?.({ port: (server.address() as AddressInfo).port })
