import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import { accounts, links, roleBindings, sessions, users } from '@/db/schema'
import { acrossTenants, type SystemTx } from '@/db/tenant'
import { HubError } from '@/server/kernel/errors'
import type { EventData } from '@/server/kernel/events'
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

type Told = 'session.started' | 'session.revoked' | 'account.linked' | 'account.unlinked'

/** Tells every tenant of a person what they did for all of them: signing in, out, connecting an account. */
export async function tellTenantsOf<T extends Told>(
  tx: SystemTx,
  user: User,
  type: T,
  { data, cause }: { data: EventData<T>; cause: string },
): Promise<void> {
  const rows = await tx
    .selectDistinct({ tenantId: roleBindings.tenantId })
    .from(roleBindings)
    .where(eq(roleBindings.userId, user.id))
  const actor = { kind: 'user', id: user.id, name: user.name } as const
  for (const { tenantId } of rows) await emit(tx, { tenantId, actor, correlationId: cause }, type, { data })
}

function tellOfSession(tx: SystemTx, user: User, type: 'session.started' | 'session.revoked', id: Id<'session'>) {
  return tellTenantsOf(tx, user, type, { data: { sessionId: id, userId: user.id, email: user.email }, cause: id })
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
    const [row] = await tx.update(users).set({ signedInAt: sql`now()` }).where(eq(users.id, input.userId)).returning()
    if (!row) throw new Error('There is no such user.')
    const userAgent = input.userAgent?.slice(0, 200) ?? null
    await tx.insert(sessions).values({ id, tokenHash: hashToken(token), userId: row.id, userAgent, expiresAt })
    await tellOfSession(tx, toUser(row), 'session.started', id)
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
  const { id: sessionId, createdAt, expiresAt } = row.sessions
  return { sessionId, user: toUser(row.users), createdAt, expiresAt }
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
    if (row) await tellOfSession(tx, toUser(row), 'session.revoked', gone.id)
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

async function endSessionsOf(tx: SystemTx, user: User, keep?: Id<'session'>): Promise<number> {
  const gone = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, user.id), keep && ne(sessions.id, keep)))
    .returning()
  for (const { id } of gone) await tellOfSession(tx, user, 'session.revoked', id)
  return gone.length
}

/** Ends all sessions of a user but one. Says how many. @emits session.revoked */
export async function revokeOtherSessions(userId: Id<'user'>, keep: Id<'session'>): Promise<number> {
  return acrossTenants('end other sessions', async (tx) => {
    const [row] = await tx.select().from(users).where(eq(users.id, userId))
    return row ? endSessionsOf(tx, toUser(row), keep) : 0
  })
}

/**
 * Ends every way in that somebody has to an address they never proved: sessions, connected accounts, unused welcomes.
 * An invitation's link makes a user without proving the address, so whoever opened it may not be whose it is.
 *
 * @emits session.revoked
 */
export async function endUnproven(tx: SystemTx, user: User): Promise<void> {
  if (user.emailVerifiedAt) return
  await tx.delete(accounts).where(eq(accounts.userId, user.id))
  await tx.delete(links).where(and(eq(links.kind, 'welcome'), eq(links.email, user.email)))
  await endSessionsOf(tx, user)
}

/**
 * Notes that an address was proved: by a link that was sent there, or by a provider that vouches for it. The first
 * time, everybody who came in without the proof is out. @emits session.revoked
 */
export async function proveEmail(tx: SystemTx, userId: Id<'user'>): Promise<void> {
  const [row] = await tx
    .update(users)
    .set({ emailVerifiedAt: sql`now()` })
    .where(and(eq(users.id, userId), isNull(users.emailVerifiedAt)))
    .returning()
  if (row) await endUnproven(tx, { ...toUser(row), emailVerifiedAt: null })
}

/** The same in a transaction of its own, for who signs in by link. @emits session.revoked */
export async function confirmEmail(userId: Id<'user'>): Promise<void> {
  await acrossTenants('confirm e-mail', (tx) => proveEmail(tx, userId))
}
