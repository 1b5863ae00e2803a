import { count, eq, sql } from 'drizzle-orm'
import { users } from '@/db/schema'
import { acrossTenants } from '@/db/tenant'
import { HubError } from '@/server/kernel/errors'
import { type IssuedLink, insertLink, isUsable, redeemLink, withdrawLinks } from '../links/service'
import { requireEmail, requireName } from '../names'
import { bindOwner, insertTenant, type Tenant } from '../tenants/service'
import { findOrCreateUser } from '../users/service'

/** The first start: a link on the console, a page, and the hub has its instance admin and its first tenant. */
const setUpLock = 7_305_333

/** Whether nobody administers this hub yet. */
export async function isSetupPending(): Promise<boolean> {
  const [row] = await acrossTenants('set-up pending', (tx) =>
    tx.select({ admins: count() }).from(users).where(eq(users.instanceAdmin, true)),
  )
  return (row?.admins ?? 0) === 0
}

/**
 * A fresh set-up link. Earlier ones go on working until they expire, for two processes that start together each print
 * one; the first that is used ends them all.
 */
export function issueSetUpLink(): Promise<IssuedLink> {
  return acrossTenants('issue set-up link', (tx) => insertLink(tx, 'set_up', null))
}

/** For the page a set-up link opens: a dead one shows no form. */
export function isSetUpLinkUsable(token: string): Promise<boolean> {
  return acrossTenants('look at set-up link', (tx) => isUsable(tx, 'set_up', token))
}

export type SetUp = {
  token: string
  email: string
  name: string
  tenantName: string
  tenantSlug?: string | null | undefined
  /** The tenant holds sample data; its pages say so. */
  isDemo?: boolean
}

/** Names every field that is wrong, not just the first. */
function requireFilled(input: SetUp): void {
  const checks = [
    () => requireEmail(input.email, 'email'),
    () => requireName(input.name, 'name'),
    () => requireName(input.tenantName, 'tenantName'),
  ]
  const fields = checks.flatMap((check) => {
    try {
      check()
      return []
    } catch (error) {
      if (error instanceof HubError) return error.fields
      throw error
    }
  })
  if (fields.length > 0) throw new HubError('request.invalid', undefined, { fields })
}

/**
 * Uses the set-up link: makes the instance admin, the first tenant and its owner. All of it or nothing, and once.
 *
 * @throws {HubError} request.invalid, auth.link_invalid, setup.done, tenant.slug_taken
 * @emits member.added
 */
export async function completeSetup(input: SetUp): Promise<{ tenant: Tenant; signInToken: string }> {
  requireFilled(input)
  return acrossTenants('set-up', async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${setUpLock})`)
    const [row] = await tx.select({ admins: count() }).from(users).where(eq(users.instanceAdmin, true))
    if ((row?.admins ?? 0) > 0) throw new HubError('setup.done')
    await redeemLink(tx, ['set_up'], input.token)
    await withdrawLinks(tx, 'set_up')
    const user = await findOrCreateUser(tx, input.email, input.name)
    await tx.update(users).set({ instanceAdmin: true }).where(eq(users.id, user.id))
    const tenant = await insertTenant(tx, {
      name: input.tenantName,
      slug: input.tenantSlug,
      isDemo: input.isDemo ?? false,
    })
    await bindOwner(tx, tenant, user)
    const { token } = await insertLink(tx, 'sign_in', user.email)
    return { tenant, signInToken: token }
  })
}
