import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ApolloServer } from '@apollo/server'
import { expressMiddleware } from '@as-integrations/express5'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { asc, eq } from 'drizzle-orm'
import { type DocumentNode, execute, type GraphQLSchema, parse, validate } from 'graphql'
import { createYoga } from 'graphql-yoga'
import { healthStates, integrations } from '@/db/schema'
import { connectDatabase, inTenant } from '@/db/tenant'
import { makeGraphqlHandler } from '@/graphql/http'
import { makeSockets } from '@/graphql/ws'
import { startHttp } from '@/server/http'
import type { Id } from '@/server/kernel/ids'
import { ReadinessBoard } from '@/server/readiness'

/**
 * One of the servers that list integrations: the hub itself, with its schema and its sign-in, or one with a tiny schema
 * of the same shape that asks PostgreSQL the same under the same policies, and nobody who they are.
 */
const [kind = '', databaseUrl = '', tenantId = ''] = process.argv.slice(2)

const rows = (first: number) =>
  inTenant({ tenantId: tenantId as Id<'tenant'> }, (tx) =>
    tx
      .select({
        id: integrations.id,
        slug: integrations.slug,
        name: integrations.name,
        type: integrations.typeId,
        health: healthStates.verdict,
        checkedAt: healthStates.checkedAt,
      })
      .from(integrations)
      .innerJoin(healthStates, eq(healthStates.integrationId, integrations.id))
      .orderBy(asc(integrations.name))
      .limit(first),
  )

function tinySchema(): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: `
      type Query { integrations(first: Int!): IntegrationConnection! }
      type IntegrationConnection { edges: [IntegrationEdge!]! }
      type IntegrationEdge { node: Integration! }
      type Integration { id: ID! slug: String! name: String! type: String! health: String! checkedAt: String }`,
    resolvers: {
      Query: {
        integrations: async (_root, { first }: { first: number }) => ({
          edges: (await rows(first)).map((node) => ({ node })),
        }),
      },
      Integration: { checkedAt: ({ checkedAt }: { checkedAt: Date | null }) => checkedAt?.toISOString() ?? null },
    },
  })
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

/** graphql-js and nothing around it; each document is parsed and validated once. */
function bare(): RequestListener {
  const schema = tinySchema()
  const known = new Map<string, DocumentNode>()
  const read = (query: string): DocumentNode => {
    const found = known.get(query)
    if (found) return found
    const document = parse(query)
    if (validate(schema, document).length > 0) throw new Error('The document does not fit.')
    known.set(query, document)
    return document
  }
  return async (request, response) => {
    const { query } = JSON.parse(await textOf(request)) as { query: string }
    const body = JSON.stringify(await execute({ schema, document: read(query) }))
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  }
}

type Express = (() => RequestListener & { use(path: string, ...handlers: unknown[]): void }) & { json(): unknown }

async function apolloOverExpress(): Promise<RequestListener> {
  const server = new ApolloServer({ schema: tinySchema() })
  await server.start()
  // Its types are not installed, and these two calls are all that is asked of it.
  const express = (await import('express' as string)).default as Express
  const app = express()
  app.use('/graphql', express.json(), expressMiddleware(server))
  return app
}

function yoga(): RequestListener {
  return createYoga({ schema: tinySchema(), logging: false }) as unknown as RequestListener
}

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function hub(): Promise<number> {
  const readiness = new ReadinessBoard({ nothing: async () => ({ ok: true }) })
  const parts = { graphql: await makeGraphqlHandler(), sockets: makeSockets(), readiness, screens: () => undefined }
  return (await startHttp(parts, 0, '127.0.0.1')).port
}

const servers: Record<string, () => Promise<number>> = {
  hub,
  bare: () => listen(bare()),
  apollo: async () => listen(await apolloOverExpress()),
  yoga: () => listen(yoga()),
}

connectDatabase({ ownerUrl: databaseUrl, appConnections: 10, systemConnections: 4 })
const port = await servers[kind]?.()
process.on('message', () => process.send?.(process.cpuUsage()))
process.on('SIGTERM', () => process.exit(0))
process.send?.({ port })
