import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { asc } from 'drizzle-orm'
import { inject, onTestFinished } from 'vitest'
import { events, roleBindings } from '@/db/schema'
import { acrossTenants, inTenant } from '@/db/tenant'
import { hear, liveTopic, startHearing } from '@/server/domain/events/hear'
import { relayEvents } from '@/server/domain/events/relay'
import { createApiKey } from '@/server/domain/keys/service'
import { createSession } from '@/server/domain/sessions/service'
import { insertTenant } from '@/server/domain/tenants/service'
import { findOrCreateUser } from '@/server/domain/users/service'
import type { Context, InstanceContext } from '@/server/kernel/context'
import { newId } from '@/server/kernel/ids'
import { type Permission, type Role, rolePermissions } from '@/server/kernel/permissions'
import { postgresBus } from '@/server/platform/bus'

/** The small world all tests stand on: a tenant per test, people in it, services on loopback. */
export const testMasterKey = Buffer.alloc(32, 7).toString('base64')

export type Caller = Context & { actor: Extract<Context['actor'], { kind: 'user' }> }

let count = 0
const unique = () => `${process.pid}-${Date.now().toString(36)}-${++count}`

/** A person with a role in a fresh tenant. */
export async function aCaller(role: Role = 'owner'): Promise<Caller> {
  return acrossTenants('test', async (tx) => {
    const tenant = await insertTenant(tx, { name: 'Test', slug: `t-${unique()}` })
    const user = await findOrCreateUser(tx, `${role}-${unique()}@example.test`)
    await tx.insert(roleBindings).values({ id: newId('roleBinding'), tenantId: tenant.id, userId: user.id, role })
    return callerOf(tenant.id, { id: user.id, name: user.name }, role)
  })
}

/** Somebody else in the tenant of a caller. */
export async function aColleague(of: Caller, role: Role): Promise<Caller> {
  return acrossTenants('test', async (tx) => {
    const user = await findOrCreateUser(tx, `${role}-${unique()}@example.test`)
    await tx.insert(roleBindings).values({ id: newId('roleBinding'), tenantId: of.tenantId, userId: user.id, role })
    return callerOf(of.tenantId, { id: user.id, name: user.name }, role)
  })
}

function callerOf(tenantId: Context['tenantId'], who: Pick<Caller['actor'], 'id' | 'name'>, role: Role): Caller {
  const requestId = newId('request')
  return {
    tenantId,
    actor: { kind: 'user', ...who },
    grants: rolePermissions[role].map((permission) => ({ permission })),
    requestId,
    correlationId: requestId,
  }
}

/** The same caller with just these permissions. */
export function holding(ctx: Context, ...held: Permission[]): Context {
  return { ...ctx, grants: held.map((permission) => ({ permission })) }
}

export const instanceAdmin = (ctx: Caller): InstanceContext => ({
  actor: ctx.actor,
  isInstanceAdmin: true,
  requestId: ctx.requestId,
})

/** A signed-in browser of the caller: its session token. */
export async function aSession(ctx: Caller): Promise<string> {
  return (await createSession({ userId: ctx.actor.id })).token
}

/** A key of the caller's tenant with the caller's own permissions. */
export async function aKey(ctx: Caller, expiresAt?: Date): Promise<string> {
  const scopes = ctx.grants.map(({ permission }) => ({ permission }))
  return (await createApiKey(ctx, { name: 'test', scopes, expiresAt })).secret
}

export type Answer = { status: number; headers?: Record<string, string>; body?: unknown }
export type Asked = { method: string; url: string; headers: IncomingMessage['headers']; body: string }

/** A service on loopback that answers as told, and remembers what it was asked. Gone when the test is over. */
export async function aServer(
  answer: (asked: Asked) => Answer | Promise<Answer>,
): Promise<{ url: string; asked: Asked[]; server: Server }> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method = '', url = '', headers } = request
    const one = { method, url, headers, body: Buffer.concat(chunks).toString() }
    asked.push(one)
    const { status, headers: given, body } = await answer(one)
    const isText = typeof body === 'string'
    response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...given })
    response.end(body === undefined ? undefined : isText ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server }
}

/** The types of what happened in the caller's tenant, in the order it happened. */
export async function eventTypesOf(ctx: Context): Promise<string[]> {
  const rows = await inTenant(ctx, (tx) =>
    tx.select({ type: events.type }).from(events).orderBy(asc(events.time), asc(events.id)),
  )
  return rows.map((row) => row.type)
}

/** Publishes everything that is committed. Other tests' events go along; only the own tenant's may be looked at. */
export async function relayAll(): Promise<void> {
  for (;;) {
    const published = await relayEvents()
    if (published.length === 0 && (await unpublished()) === 0) return
  }
}

async function unpublished(): Promise<number> {
  const rows = await acrossTenants('test', (tx) => tx.select({ sequence: events.sequence }).from(events))
  return rows.filter((row) => row.sequence === null).length
}

/** A running relay and reader, as in a process of the hub. Gone when the test is over. */
export async function aLiveHub(): Promise<typeof hear> {
  const bus = postgresBus(inject('databaseUrl'))
  const stopHearing = await startHearing(bus)
  let running: Promise<void> | null = null
  const publish = async () => {
    const last = (await relayEvents()).at(-1)
    if (last) await bus.publish(liveTopic, last.sequence)
  }
  const timer = setInterval(() => {
    // The database may be closed under the last one, at the end of a file.
    running ??= publish()
      .catch(() => {})
      .finally(() => {
        running = null
      })
  }, 20)
  onTestFinished(async () => {
    clearInterval(timer)
    await running
    await stopHearing()
    await bus.close()
  })
  return hear
}
