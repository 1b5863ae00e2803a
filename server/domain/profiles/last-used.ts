import { publicConfig } from '@/connectors/kit'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { findConnector } from '../connectors/service'
import type { LastUsed } from './profile'
import { requireReading, withoutFallback } from './rules'
import { lastConnected } from './store'

type Asked = { type: string; instance?: string | null | undefined }

/** The same in the caller's transaction, for those who have asked for the permission already. */
export async function findLastUsed(tx: TenantTx, ctx: Context, asked: Asked): Promise<LastUsed | null> {
  const last = await lastConnected(tx, ctx, asked)
  if (!last) return null
  const { instance, method, callPolicy, intervalSeconds, updatedAt, slug } = last
  const config = publicConfig(await findConnector(ctx, asked.type), last)
  return {
    instance,
    method,
    config,
    callPolicy: withoutFallback(callPolicy),
    intervalSeconds,
    usedAt: updatedAt,
    fromSlug: slug,
  }
}

/**
 * The settings last used for a type, and a place of it where one is named: the caller's own, else the tenant's, of
 * integrations the caller may read. Derived from those, so nothing is kept that could outlive them. Never a secret.
 *
 * @throws {HubError} permission.denied, connector.unknown
 */
export async function readLastUsed(ctx: Context, type: string, instance?: string | null): Promise<LastUsed | null> {
  requireReading(ctx)
  await findConnector(ctx, type)
  return inTenant(ctx, (tx) => findLastUsed(tx, ctx, { type, instance }))
}
