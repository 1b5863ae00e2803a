import { asc, eq } from 'drizzle-orm'
import { egressGrants, tenants } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import { type Context, type InstanceContext, systemContext } from '@/server/kernel/context'
import { type EgressPolicy, type EgressRule, isGrantable, parseEgressRule } from '@/server/kernel/egress'
import { HubError } from '@/server/kernel/errors'
import type { HttpClient } from '@/server/kernel/http'
import { type Id, newId } from '@/server/kernel/ids'
import { env } from '@/server/platform/env'
import { createHttpClient } from '@/server/platform/http'
import { emit } from '../events/emit'
import { findTenantRef, requireInstanceAdmin } from '../tenants/service'

/**
 * Where the hub may call for a tenant. Everything special is shut in production; the instance admin opens ranges to
 * single tenants, and whoever calls for the tenant gets a client that knows them.
 */
export type EgressGrant = {
  id: Id<'egressGrant'>
  cidr: string
  /** Null: every port. */
  port: number | null
  reason: string | null
  createdAt: Date
}

function toGrant(row: typeof egressGrants.$inferSelect): EgressGrant {
  const { id, cidr, port, reason, createdAt } = row
  return { id, cidr, port: port === 0 ? null : port, reason, createdAt }
}

/** The instance admin acting on one tenant. */
async function adminContext(ictx: InstanceContext, tenantRef: string): Promise<Context> {
  requireInstanceAdmin(ictx)
  const tenant = await findTenantRef(tenantRef)
  return { ...systemContext(tenant.id, 'instance admin'), actor: ictx.actor, requestId: ictx.requestId }
}

/** @throws {HubError} permission.denied, tenant.not_found */
export async function listEgressGrants(ictx: InstanceContext, tenantRef: string): Promise<EgressGrant[]> {
  const ctx = await adminContext(ictx, tenantRef)
  const rows = await inTenant(ctx, (tx) => tx.select().from(egressGrants).orderBy(asc(egressGrants.createdAt)))
  return rows.map(toGrant)
}

function parseGrant(text: string): EgressRule {
  const rule = parseEgressRule(text)
  if (isGrantable(rule)) return rule
  throw new HubError('egress.grant_invalid', 'Metadata addresses cannot be granted to a tenant.')
}

/**
 * Opens an address range to one tenant, from the next call on. Granting it again changes nothing.
 *
 * @throws {HubError} permission.denied, tenant.not_found, egress.grant_invalid
 * @emits egress.granted
 */
export async function grantEgress(
  ictx: InstanceContext,
  input: { tenant: string; rule: string; reason?: string | null | undefined },
): Promise<EgressGrant> {
  const ctx = await adminContext(ictx, input.tenant)
  const { cidr, port } = parseGrant(input.rule)
  return inTenant(ctx, async (tx) => {
    const values = { tenantId: ctx.tenantId, cidr, port: port ?? 0, reason: input.reason ?? null }
    const [row] = await tx
      .insert(egressGrants)
      .values({ id: newId('egressGrant'), ...values, createdBy: ctx.actor.name })
      .onConflictDoNothing()
      .returning()
    if (row) {
      await emit(tx, ctx, 'egress.granted', { data: { grantId: row.id, cidr, port } })
      return toGrant(row)
    }
    const rows = await tx.select().from(egressGrants).where(eq(egressGrants.cidr, cidr))
    const earlier = rows.find((each) => each.port === values.port)
    if (earlier) return toGrant(earlier)
    throw new HubError('hub.internal')
  })
}

/**
 * @throws {HubError} permission.denied, tenant.not_found, egress.grant_not_found
 * @emits egress.revoked
 */
export async function revokeEgress(
  ictx: InstanceContext,
  input: { tenant: string; id: Id<'egressGrant'> },
): Promise<Id<'egressGrant'>> {
  const ctx = await adminContext(ictx, input.tenant)
  return inTenant(ctx, async (tx) => {
    const [gone] = await tx.delete(egressGrants).where(eq(egressGrants.id, input.id)).returning()
    if (!gone) throw new HubError('egress.grant_not_found')
    const { id, cidr, port } = toGrant(gone)
    await emit(tx, ctx, 'egress.revoked', { data: { grantId: id, cidr, port } })
    return id
  })
}

const rulesOf = (list: readonly string[]) => list.map(parseEgressRule)

/** Where the hub may connect for this tenant, as its grants are now, and the slug that a grant would name. */
export async function egressPolicyIn(tx: TenantTx, ctx: Context): Promise<{ policy: EgressPolicy; tenant: string }> {
  const { INTHUB_MODE, EGRESS_ALLOW, EGRESS_DENY } = env()
  const [[tenant], rows] = await Promise.all([
    tx.select({ slug: tenants.slug }).from(tenants).where(eq(tenants.id, ctx.tenantId)),
    tx.select().from(egressGrants),
  ])
  if (!tenant) throw new HubError('tenant.not_found')
  const policy: EgressPolicy = {
    mode: INTHUB_MODE === 'production' ? 'strict' : 'open_loopback',
    allow: rulesOf(EGRESS_ALLOW),
    deny: rulesOf(EGRESS_DENY),
    grants: rows.map(toGrant).map(({ cidr, port }) => ({ cidr, port })),
  }
  return { policy, tenant: tenant.slug }
}

/**
 * The client with which the hub calls the outside for this tenant, as its grants are now: whoever keeps it keeps the
 * grants, so it is made anew for each call, or for each batch of checks that begins now.
 */
export async function httpClientIn(tx: TenantTx, ctx: Context): Promise<HttpClient> {
  const { policy, tenant } = await egressPolicyIn(tx, ctx)
  return createHttpClient({ policy, describeGrant: tenant, proxyUrl: env().HTTPS_PROXY ?? null })
}

/** The same in a transaction of its own. */
export function httpClientFor(ctx: Context): Promise<HttpClient> {
  return inTenant(ctx, (tx) => httpClientIn(tx, ctx))
}
