import { and, eq, sql } from 'drizzle-orm'
import { roleBindings, users } from '@/db/schema'
import { acrossTenants, type SystemTx } from '@/db/tenant'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId } from '@/server/kernel/ids'
import { type Grant, type Role, rolePermissions, roles } from '@/server/kernel/permissions'
import { isStorable } from '@/server/kernel/text'
import { type IssuedLink, insertLink, redeemLink } from '../links/service'
import { requireName } from '../names'

/**
 * People. They belong to the instance, not to a tenant: what a person may do in a tenant is in
 * their role bindings there.
 */
export type User = {
  id: Id<'user'>
  email: string
  name: string
  isInstanceAdmin: boolean
  /** Null: they hold the address without having proved that it is theirs. */
  emailVerifiedAt: Date | null
  /** Null for somebody who was added and never came. */
  signedInAt: Date | null
}

export function toUser(row: typeof users.$inferSelect): User {
  const { id, email, name, emailVerifiedAt, signedInAt, instanceAdmin } = row
  return { id, email, name, emailVerifiedAt, signedInAt, isInstanceAdmin: instanceAdmin }
}

/** Compared as the unique index does: lower case is not the same letter for letter everywhere. */
const byEmail = (email: string) => sql`lower(${users.email}) = lower(${email.trim()})`

export async function findUser(id: Id<'user'>): Promise<User | null> {
  const [row] = await acrossTenants('find user', (tx) => tx.select().from(users).where(eq(users.id, id)))
  return row ? toUser(row) : null
}

export async function findUserByEmail(email: string): Promise<User | null> {
  if (!isStorable(email)) return null
  const [row] = await acrossTenants('find user', (tx) => tx.select().from(users).where(byEmail(email)))
  return row ? toUser(row) : null
}

/** The user with this e-mail, made when there is none. A sign-in link sent there is what proves it. */
export async function findOrCreateUser(tx: SystemTx, email: string, name?: string | null): Promise<User> {
  const address = email.trim()
  await tx
    .insert(users)
    .values({ id: newId('user'), email: address, name: name?.trim() || (address.split('@')[0] ?? address) })
    .onConflictDoNothing()
  const [row] = await tx.select().from(users).where(byEmail(address))
  if (!row) throw new Error('The user was neither found nor made.')
  return toUser(row)
}

/** Locks the user with this e-mail until the transaction ends, so that what is decided about them stays true. */
export async function lockUserByEmail(tx: SystemTx, email: string): Promise<User | null> {
  if (!isStorable(email)) return null
  const [row] = await tx.select().from(users).where(byEmail(email)).for('update')
  return row ? toUser(row) : null
}

/** Changes what somebody is called. @throws {HubError} request.invalid */
export async function updateProfile(id: Id<'user'>, input: { name: string }): Promise<User> {
  const name = requireName(input.name, 'name')
  const [row] = await acrossTenants('update profile', (tx) =>
    tx.update(users).set({ name }).where(eq(users.id, id)).returning(),
  )
  if (row) return toUser(row)
  throw new HubError('auth.required')
}

type Binding = { role: Role; projectId: Id<'project'> | null }

/** What the bindings of one member add up to. */
export function grantsOf(bindings: readonly Binding[]): { grants: Grant[]; role: Role | null } {
  const wide = bindings.filter((binding) => binding.projectId === null).map((binding) => binding.role)
  const grants = bindings.flatMap(({ role, projectId }) =>
    rolePermissions[role].map((permission) => ({ permission, ...(projectId && { projectId }) })),
  )
  return { grants, role: roles.find((role) => wide.includes(role)) ?? null }
}

/** What a user may do in a tenant; null when they are no member of it. */
export async function grantsOfUser(userId: Id<'user'>, tenantId: Id<'tenant'>) {
  const rows = await acrossTenants('grants', (tx) =>
    tx
      .select({ role: roleBindings.role, projectId: roleBindings.projectId })
      .from(roleBindings)
      .where(and(eq(roleBindings.userId, userId), eq(roleBindings.tenantId, tenantId))),
  )
  return rows.length === 0 ? null : grantsOf(rows)
}

/** Whether a user holds a role in any tenant. */
export async function hasRole(tx: SystemTx, userId: Id<'user'>): Promise<boolean> {
  const [row] = await tx
    .select({ id: roleBindings.id })
    .from(roleBindings)
    .where(eq(roleBindings.userId, userId))
    .limit(1)
  return row !== undefined
}

/** A sign-in link for a known person; null for everybody else, which the caller must not show. */
export async function issueSignInLink(email: string): Promise<IssuedLink | null> {
  const user = await findUserByEmail(email)
  return user && acrossTenants('issue sign-in link', (tx) => insertLink(tx, 'sign_in', user.email))
}

export type RedeemedSignIn = {
  user: User
  /** Whether the link came by way of the address. One that an invitation gave did not. */
  provesEmail: boolean
}

/** Uses a sign-in link. @throws {HubError} auth.link_invalid */
export function redeemSignInLink(token: string): Promise<RedeemedSignIn> {
  return acrossTenants('use sign-in link', async (tx) => {
    const link = await redeemLink(tx, ['sign_in', 'welcome'], token)
    const [row] = await tx
      .select()
      .from(users)
      .where(byEmail(link.email ?? ''))
    if (row) return { user: toUser(row), provesEmail: link.kind === 'sign_in' }
    throw new HubError('auth.link_invalid')
  })
}
