import { and, asc, eq } from 'drizzle-orm'
import { accounts, users } from '@/db/schema'
import { acrossTenants, type SystemTx } from '@/db/tenant'
import { HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import { type IssuedLink, insertLink } from '../links/service'
import { tellTenantsOf } from '../sessions/service'
import { toUser, type User } from '../users/service'

export { type ProviderPerson, signInWithProvider, type WayIn } from './sign-in'

/** Accounts of sign-in providers. One signs exactly one user in; no token of a provider is kept. */
export type LinkedAccount = {
  id: Id<'account'>
  provider: string
  label: string | null
  createdAt: Date
  lastUsedAt: Date | null
}

/** The accounts that sign a user in, the oldest first. */
export async function listAccounts(userId: Id<'user'>): Promise<LinkedAccount[]> {
  return acrossTenants('list accounts', (tx) =>
    tx.select().from(accounts).where(eq(accounts.userId, userId)).orderBy(asc(accounts.createdAt)),
  )
}

/** Who an account signs in; null for one that is not connected. */
export async function findUserByAccount(provider: string, providerAccountId: string): Promise<User | null> {
  const [row] = await acrossTenants('find account', (tx) =>
    tx
      .select()
      .from(accounts)
      .innerJoin(users, eq(users.id, accounts.userId))
      .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, providerAccountId))),
  )
  return row ? toUser(row.users) : null
}

/**
 * The wish of somebody who is signed in to connect an account: a token for their browser that works once, for 15
 * minutes, and in this session only.
 */
export async function beginConnecting(sessionId: Id<'session'>): Promise<IssuedLink> {
  return acrossTenants('begin connecting', (tx) => insertLink(tx, 'connect', null, sessionId))
}

async function removeAccount(tx: SystemTx, userId: Id<'user'>, id: Id<'account'>) {
  const [gone] = await tx
    .delete(accounts)
    .where(and(eq(accounts.id, id), eq(accounts.userId, userId)))
    .returning()
  if (gone) return gone
  throw new HubError('account.not_found')
}

/**
 * Takes an account off: it cannot sign the user in any more. A link by mail always can, so this never locks anybody
 * out, and it ends no session.
 *
 * @throws {HubError} account.not_found
 * @emits account.unlinked in each tenant of the user
 */
export async function unlinkAccount(userId: Id<'user'>, id: Id<'account'>): Promise<void> {
  await acrossTenants('unlink account', async (tx) => {
    const { provider } = await removeAccount(tx, userId, id)
    const [row] = await tx.select().from(users).where(eq(users.id, userId))
    if (!row) return
    const data = { userId, email: row.email, provider }
    await tellTenantsOf(tx, toUser(row), 'account.unlinked', { data, cause: id })
  })
}
