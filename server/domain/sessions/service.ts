import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { roleBindings, sessions, users } from '@/db/schema'
import { acrossTenants, type SystemTx } from '@/db/tenant'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId } from '@/server/kernel/ids'
import { hashToken, newToken } from '@/server/platform/tokens'
import { emit } from '../events/emit'
import { toUser, type User } from '../users/service'

export type Session = {
  id: Id<'session'>
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  userAgent: string | null
}

const sessionDays = 30

/** Tells every tenant of the user; a session is for all of them. */
async function tellTenants(tx: SystemTx, user: User, type: 'session.started' | 'session.revoked', id: Id<'session'>) {
  const rows = await tx
    .selectDistinct({ tenantId: roleBindings.tenantId })
    .from(roleBindings)
    .where(eq(roleBindings.userId, user.id))
  const actor = { kind: 'user', id: user.id, name: user.name } as const
  for (const { tenantId } of rows) {
    const data = { sessionId: id, userId: user.id, email: user.email }
    await emit(tx, { tenantId, actor, correlationId: id }, type, { data })
  }
}

/**
 * Starts a session. The one way in, whoever proved the person: an e-mail link, OAuth, later SAML. The token is only
 * in this answer; a hash of it is kept.
 *
 * @emits session.started in each tenant of the user
 */
export async function createSession(input: { userId: Id<'user'>; expiresAt?: Date; userAgent?: string | null }) {
  const token = newToken()
  const expiresAt = input.expiresAt ?? new Date(Date.now() + sessionDays * 86_400_000)
  const id = newId('session')
  await acrossTenants('start session', async (tx) => {
    const [row] = await tx.select().from(users).where(eq(users.id, input.userId))
    if (!row) throw new Error('There is no such user.')
    const userAgent = input.userAgent?.slice(0, 200) ?? null
    await tx.insert(sessions).values({ id, tokenHash: hashToken(token), userId: row.id, userAgent, expiresAt })
    await tellTenants(tx, toUser(row), 'session.started', id)
  })
  return { sessionId: id, token, expiresAt }
}

/** The living session of this token, with its user. */
export async function findSession(token: string) {
  const [row] = await acrossTenants('find session', (tx) =>
    tx
      .select()
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(and(eq(sessions.tokenHash, hashToken(token)), gt(sessions.expiresAt, sql`now()`))),
  )
  if (!row) return null
  return { sessionId: row.sessions.id, user: toUser(row.users), expiresAt: row.sessions.expiresAt }
}

/** Notes that a session is used, at most once a minute. */
export async function touchSession(id: Id<'session'>): Promise<void> {
  await acrossTenants('touch session', (tx) =>
    tx
      .update(sessions)
      .set({ lastSeenAt: sql`now()` })
      .where(and(eq(sessions.id, id), sql`${sessions.lastSeenAt} < now() - interval '1 minute'`)),
  )
}

/** Moves the end of a session; next-auth does so while it is used. */
export async function extendSession(token: string, expiresAt: Date): Promise<void> {
  await acrossTenants('extend session', (tx) =>
    tx
      .update(sessions)
      .set({ expiresAt })
      .where(eq(sessions.tokenHash, hashToken(token))),
  )
}

/** Says whether there was such a session. */
function removeSession(where: ReturnType<typeof and>): Promise<boolean> {
  return acrossTenants('end session', async (tx) => {
    const [gone] = await tx.delete(sessions).where(where).returning()
    if (!gone) return false
    const [row] = await tx.select().from(users).where(eq(users.id, gone.userId))
    if (row) await tellTenants(tx, toUser(row), 'session.revoked', gone.id)
    return true
  })
}

/** Signs out; a session that has ended already is as good. @emits session.revoked */
export async function endSession(token: string): Promise<void> {
  await removeSession(eq(sessions.tokenHash, hashToken(token)))
}

/**
 * Ends one of a user's own sessions. Somebody else's is answered like one that never was.
 *
 * @throws {HubError} session.not_found
 * @emits session.revoked
 */
export async function revokeSession(userId: Id<'user'>, id: Id<'session'>): Promise<void> {
  const was = await removeSession(and(eq(sessions.id, id), eq(sessions.userId, userId)))
  if (!was) throw new HubError('session.not_found')
}

export async function listSessions(userId: Id<'user'>): Promise<Session[]> {
  return acrossTenants('list sessions', (tx) =>
    tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, sql`now()`)))
      .orderBy(desc(sessions.createdAt)),
  )
}
