import { Agent, createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connectDatabase } from '@/db/tenant'
import { makeGraphqlHandler } from '@/graphql/http'
import { makeSockets } from '@/graphql/ws'
import { flushCalls } from '@/server/domain/calls/service'
import { openKeyring } from '@/server/domain/credentials/service'
import { startHearing } from '@/server/domain/events/hear'
import { startHttp } from '@/server/http'
import { postgresBus } from '@/server/platform/bus'
import { ReadinessBoard } from '@/server/readiness'

/**
 * One of the programs that stand before a service: the hub, with its key, its rate limit, its breaker and its log; or
 * the plainest proxy that node:http allows; or the service itself.
 */
const [kind = '', upstreamPort = '', databaseUrl = '', masterKey = ''] = process.argv.slice(2)

async function hub(): Promise<number> {
  connectDatabase({ ownerUrl: databaseUrl, appConnections: 10, systemConnections: 4 })
  await openKeyring(masterKey)
  await startHearing(postgresBus(databaseUrl))
  const readiness = new ReadinessBoard({ nothing: async () => ({ ok: true }) })
  const parts = { graphql: await makeGraphqlHandler(), sockets: makeSockets(), readiness, screens: () => undefined }
  return (await startHttp(parts, 0, '127.0.0.1')).port
}

const listening = async (server: ReturnType<typeof createServer>) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

function plain(): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const server = createServer((request, response) => {
    const { host: _host, connection: _connection, ...headers } = request.headers
    const path = (request.url ?? '/').replace(/^\/api\/v1\/proxy\/[^/]+/, '')
    const up = httpRequest(
      { ...{ agent, host: '127.0.0.1', port: Number(upstreamPort), method: request.method, path } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) up.setHeader(name, value)
    up.setHeader('authorization', 'Bearer a-token-of-the-service')
    up.on('error', () => response.destroy())
    request.pipe(up)
  })
  return listening(server)
}

const kinds: Record<string, () => Promise<number>> = { hub, plain }
const port = await kinds[kind]?.()
process.on('message', async (order: 'cpu' | 'flush') => {
  if (order === 'flush') await flushCalls()
  process.send?.(process.cpuUsage())
})
process.on('SIGTERM', () => process.exit(0))
process.send?.({ port })
