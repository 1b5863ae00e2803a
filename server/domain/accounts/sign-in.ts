import { and, eq, sql } from 'drizzle-orm'
import { accounts, users } from '@/db/schema'
import { acrossTenants, type SystemTx } from '@/db/tenant'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId } from '@/server/kernel/ids'
import { hashToken } from '@/server/platform/tokens'
import { isInvited } from '../invitations/service'
import { redeemLink, spendToken } from '../links/service'
import { proveEmail, tellTenantsOf } from '../sessions/service'
import { findOrCreateUser, hasRole, lockUserByEmail, toUser, type User } from '../users/service'

/**
 * Whom a provider's account signs in. Accounts are never joined by e-mail address alone: an address only makes a new
 * person who was invited, or gives a person who was added and never came their first way in.
 * See docs/decisions/0007-sign-in-providers.md.
 */
export type ProviderPerson = {
  /** github, google or oidc. */
  provider: string
  /** The provider's own id for the account; never an address, which may change hands. */
  accountId: string
  /** What to show for the account. */
  label: string | null
  name: string | null
  /** Only an address the provider vouches for; null for every other. */
  verifiedEmail: string | null
}

export type WayIn = {
  /** The value that tied the provider's answer to the request; it works once. */
  state: string
  /** The wish to connect the account to who is signed in, where there is one. */
  connect: { token: string; sessionId: Id<'session'>; userId: Id<'user'> } | null
}

type Known = { accountId: Id<'account'>; user: User }

async function findKnown(tx: SystemTx, { provider, accountId }: ProviderPerson): Promise<Known | null> {
  const [row] = await tx
    .select()
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, accountId)))
  return row ? { accountId: row.accounts.id, user: toUser(row.users) } : null
}

async function noteUse(tx: SystemTx, id: Id<'account'>, label: string | null): Promise<void> {
  await tx
    .update(accounts)
    .set({ lastUsedAt: sql`now()`, ...(label && { label }) })
    .where(eq(accounts.id, id))
}

/** @throws {HubError} account.taken when two browsers connect the same account at once */
async function link(tx: SystemTx, user: User, person: ProviderPerson): Promise<void> {
  const { provider, accountId: providerAccountId, label } = person
  const added = await tx
    .insert(accounts)
    .values({ id: newId('account'), userId: user.id, provider, providerAccountId, label, lastUsedAt: new Date() })
    .onConflictDoNothing()
    .returning()
  const [account] = added
  if (!account) throw new HubError('account.taken')
  const data = { userId: user.id, email: user.email, provider }
  await tellTenantsOf(tx, user, 'account.linked', { data, cause: account.id })
}

async function requireWish({ token, sessionId }: NonNullable<WayIn['connect']>): Promise<void> {
  const wish = await acrossTenants('connect account', async (tx) => redeemLink(tx, ['connect'], token)).catch(
    (cause) => {
      if (cause instanceof HubError) throw new HubError('auth.provider_connect_expired', undefined, { cause })
      throw cause
    },
  )
  if (wish.sessionId !== sessionId) throw new HubError('auth.provider_connect_expired')
}

/** Connects an account to who is signed in. One that signs somebody else in stays theirs. */
async function connect(tx: SystemTx, person: ProviderPerson, userId: Id<'user'>): Promise<User> {
  const known = await findKnown(tx, person)
  if (known && known.user.id !== userId) throw new HubError('account.taken')
  if (known) {
    await noteUse(tx, known.accountId, person.label)
    return known.user
  }
  const [row] = await tx.select().from(users).where(eq(users.id, userId))
  if (!row) throw new HubError('auth.provider_connect_expired')
  await link(tx, toUser(row), person)
  return toUser(row)
}

async function holdsAccount(tx: SystemTx, userId: Id<'user'>): Promise<boolean> {
  const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.userId, userId))
  return account !== undefined
}

/** Who may come in by a vouched address: an invited stranger, or somebody who was added and has never been here. */
async function newcomer(tx: SystemTx, person: ProviderPerson, email: string): Promise<User> {
  const present = await lockUserByEmail(tx, email)
  const isUsed = present && (present.signedInAt || present.emailVerifiedAt || (await holdsAccount(tx, present.id)))
  if (isUsed) throw new HubError('auth.provider_connect_first')
  const isExpected = (present && (await hasRole(tx, present.id))) || (await isInvited(tx, email))
  if (!isExpected) throw new HubError('auth.provider_unknown_person')
  const user = present ?? (await findOrCreateUser(tx, email, person.name))
  await proveEmail(tx, user.id)
  await link(tx, user, person)
  return user
}

/**
 * Decides whom an account that a provider proved signs in, and connects it where that is allowed.
 *
 * @throws {HubError} auth.provider_state_used, auth.provider_connect_expired, account.taken,
 *   auth.provider_email_unverified, auth.provider_connect_first, auth.provider_unknown_person
 * @emits account.linked
 */
export async function signInWithProvider(person: ProviderPerson, way: WayIn): Promise<User> {
  // Spent before anything else and for good: an answer that was refused is not worth another try.
  const isFresh = await acrossTenants('spend state', (tx) => spendToken(tx, 'state', hashToken(way.state)))
  if (!isFresh) throw new HubError('auth.provider_state_used')
  const { connect: wish } = way
  if (wish) await requireWish(wish)
  return acrossTenants('provider sign-in', async (tx) => {
    if (wish) return connect(tx, person, wish.userId)
    const known = await findKnown(tx, person)
    if (known) {
      await noteUse(tx, known.accountId, person.label)
      return known.user
    }
    if (!person.verifiedEmail) throw new HubError('auth.provider_email_unverified')
    return newcomer(tx, person, person.verifiedEmail)
  })
}
