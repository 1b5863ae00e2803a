import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import postgres from 'postgres'
import { connectDatabase } from '@/db/tenant'
import { makeGraphqlHandler } from '@/graphql/http'
import { makeSockets } from '@/graphql/ws'
import { openKeyring } from '@/server/domain/credentials/service'
import { startHearing } from '@/server/domain/events/hear'
import { startHttp } from '@/server/http'
import { postgresBus } from '@/server/platform/bus'
import { ReadinessBoard } from '@/server/readiness'

/**
 * One of the programs that take a webhook: the hub; one that only verifies it; or one that verifies it and writes a row
 * for each, as is usual.
 */
const [kind = '', databaseUrl = '', masterKey = '', secret = ''] = process.argv.slice(2)

async function hub(): Promise<number> {
  connectDatabase({ ownerUrl: databaseUrl, appConnections: 10, systemConnections: 4 })
  await openKeyring(masterKey)
  await startHearing(postgresBus(databaseUrl))
  const readiness = new ReadinessBoard({ nothing: async () => ({ ok: true }) })
  const parts = { graphql: await makeGraphqlHandler(), sockets: makeSockets(), readiness, screens: () => undefined }
  return (await startHttp(parts, 0, '127.0.0.1')).port
}

function isProven({ headers }: IncomingMessage, body: Buffer): boolean {
  const given = Buffer.from(String(headers['x-hub-signature-256']).slice('sha256='.length), 'hex')
  const digest = createHmac('sha256', secret).update(body).digest()
  return given.length === digest.length && timingSafeEqual(given, digest)
}

async function taking(store: (request: IncomingMessage, body: Buffer) => Promise<unknown> | undefined) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const body = Buffer.concat(chunks)
      const status = isProven(request, body) ? 200 : 401
      if (status === 200) await store(request, body)
      response.writeHead(status, { 'content-length': 0 })
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function insert(): Promise<number> {
  const sql = postgres(databaseUrl, { max: 10, onnotice: () => {} })
  await sql`create table if not exists peer_deliveries (id uuid primary key, delivery_id text unique,
    received_at timestamptz not null default now(), headers jsonb not null, body bytea not null)`
  return taking(({ headers }, body) =>
    sql`insert into peer_deliveries (id, delivery_id, headers, body) values (${randomUUID()},
      ${String(headers['x-github-delivery'])}, ${sql.json(headers as Record<string, string>)}, ${body})
      on conflict do nothing`.then(() => undefined),
  )
}

const kinds: Record<string, () => Promise<number>> = { hub, insert, verify: () => taking(() => undefined) }
const port = await kinds[kind]?.()
process.on('message', () => process.send?.(process.cpuUsage()))
process.on('SIGTERM', () => process.exit(0))
process.send?.({ port })
