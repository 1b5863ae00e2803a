import { and, asc, desc, eq, gt, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { inboundHooks, inboundSecrets, integrations } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { findId, type Id } from '@/server/kernel/ids'
import { allows, type Permission, reachOf, requirePermission } from '@/server/kernel/permissions'
import { findConnector } from '../connectors/service'
import { sealSecrets, unsealSecrets } from '../credentials/service'
import { type Hook, type HookRow, toHook } from './hook'
import { schemesOf } from './schemes'

/** Hooks and their secrets as rows. */
export type Owner = Pick<
  typeof integrations.$inferSelect,
  'id' | 'tenantId' | 'projectId' | 'slug' | 'typeId' | 'connectorVersion' | 'enabled'
>
export type StoredHook = { hook: HookRow; owner: Owner }

const ownerColumns = {
  id: integrations.id,
  tenantId: integrations.tenantId,
  projectId: integrations.projectId,
  slug: integrations.slug,
  typeId: integrations.typeId,
  connectorVersion: integrations.connectorVersion,
  enabled: integrations.enabled,
}

export const placeOf = ({ id, projectId }: Pick<Owner, 'id' | 'projectId'>) => ({ projectId, integrationId: id })

/** Rows of integrations the caller may see the webhooks of. */
export function inReach(
  ctx: Context,
  { projectId, integrationId }: { projectId: AnyPgColumn; integrationId: AnyPgColumn },
  permission: Permission = 'webhooks:read',
): SQL | undefined {
  const reach = reachOf(ctx.grants, permission)
  if (reach === 'all') return undefined
  const { projectIds, integrationIds } = reach
  if (projectIds.length === 0 && integrationIds.length === 0) return sql`false`
  if (projectIds.length === 0) return inArray(integrationId, integrationIds)
  if (integrationIds.length === 0) return inArray(projectId, projectIds)
  return sql`(${inArray(projectId, projectIds)} or ${inArray(integrationId, integrationIds)})`
}

/** What the caller may not see does not exist for them. @throws {HubError} integration.not_found, permission.denied */
export async function requireOwner(tx: TenantTx, ctx: Context, named: string, permission: Permission): Promise<Owner> {
  const id = findId('integration', named)
  const [owner] = await tx
    .select(ownerColumns)
    .from(integrations)
    .where(and(id ? eq(integrations.id, id) : eq(integrations.slug, named), isNull(integrations.deletedAt)))
  if (!owner || !allows(ctx.grants, 'webhooks:read', placeOf(owner))) throw new HubError('integration.not_found')
  requirePermission(ctx, permission, placeOf(owner))
  return owner
}

/** @throws {HubError} inbound_hook.not_found, permission.denied */
export async function requireHook(
  tx: TenantTx,
  ctx: Context,
  named: string,
  permission: Permission,
): Promise<StoredHook> {
  const id = findId('inboundHook', named)
  if (!id) throw new HubError('inbound_hook.not_found')
  const [found] = await tx
    .select({ hook: inboundHooks, owner: ownerColumns })
    .from(inboundHooks)
    .innerJoin(integrations, eq(integrations.id, inboundHooks.integrationId))
    .where(and(eq(inboundHooks.id, id), isNull(integrations.deletedAt)))
  if (!found || !allows(ctx.grants, 'webhooks:read', placeOf(found.owner))) throw new HubError('inbound_hook.not_found')
  requirePermission(ctx, permission, placeOf(found.owner))
  return found
}

export type HookConditions = { integrationId?: Id<'integration'> | undefined; after?: Id<'inboundHook'> | undefined }

export async function selectHooks(
  tx: TenantTx,
  ctx: Context,
  { integrationId, after }: HookConditions,
  limit: number,
): Promise<StoredHook[]> {
  return tx
    .select({ hook: inboundHooks, owner: ownerColumns })
    .from(inboundHooks)
    .innerJoin(integrations, eq(integrations.id, inboundHooks.integrationId))
    .where(
      and(
        isNull(integrations.deletedAt),
        integrationId ? eq(inboundHooks.integrationId, integrationId) : undefined,
        after ? gt(inboundHooks.id, after) : undefined,
        inReach(ctx, { projectId: integrations.projectId, integrationId: integrations.id }),
      ),
    )
    .orderBy(asc(inboundHooks.id))
    .limit(limit)
}

/** Version 0 is the token of the address. */
const tokenVersion = 0
const fieldName = 'value'

async function insertSealed(
  tx: TenantTx,
  ctx: Context,
  { hookId, version, value }: { hookId: Id<'inboundHook'>; version: number; value: string },
): Promise<void> {
  const sealed = await sealSecrets(tx, ctx, { credentialId: hookId, version }, { [fieldName]: value })
  await tx
    .insert(inboundSecrets)
    .values({ tenantId: ctx.tenantId, hookId, version, ...sealed })
    .onConflictDoUpdate({
      target: [inboundSecrets.tenantId, inboundSecrets.hookId, inboundSecrets.version],
      set: sealed,
    })
}

export const insertToken = (tx: TenantTx, ctx: Context, hookId: Id<'inboundHook'>, value: string) =>
  insertSealed(tx, ctx, { hookId, version: tokenVersion, value })

/** Adds the newest secret; of the older ones only the newest stays valid beside it. */
export async function insertSecret(
  tx: TenantTx,
  ctx: Context,
  hookId: Id<'inboundHook'>,
  value: string,
): Promise<number> {
  const [last] = await tx
    .select({ version: inboundSecrets.version })
    .from(inboundSecrets)
    .where(eq(inboundSecrets.hookId, hookId))
    .orderBy(desc(inboundSecrets.version))
    .limit(1)
    .for('update')
  const version = (last?.version ?? 0) + 1
  await insertSealed(tx, ctx, { hookId, version, value })
  await retireBefore(tx, hookId, version - 1)
  return version
}

/** Destroys secrets older than a version. @returns the versions that are gone */
export async function retireBefore(tx: TenantTx, hookId: Id<'inboundHook'>, version: number): Promise<number[]> {
  const gone = await tx
    .delete(inboundSecrets)
    .where(
      and(
        eq(inboundSecrets.hookId, hookId),
        gt(inboundSecrets.version, tokenVersion),
        lt(inboundSecrets.version, version),
      ),
    )
    .returning({ version: inboundSecrets.version })
  return gone.map((row) => row.version)
}

export type OpenedSecret = { version: number; value: string }

/** Opens the secrets of hooks, the newest first, for use right now. The token is among them, as version 0. */
export async function openSecrets(tx: TenantTx, ctx: Context, hookId: Id<'inboundHook'>): Promise<OpenedSecret[]> {
  const rows = await tx
    .select()
    .from(inboundSecrets)
    .where(eq(inboundSecrets.hookId, hookId))
    .orderBy(desc(inboundSecrets.version))
  return Promise.all(
    rows.map(async ({ version, ciphertext, nonce, keyVersion, schemaVersion }) => {
      const at = { credentialId: hookId, version }
      const opened = await unsealSecrets(tx, ctx, at, { ciphertext, nonce, keyVersion, schemaVersion })
      return { version, value: opened[fieldName] ?? '' }
    }),
  )
}

/** @throws {HubError} credential.unreadable */
export async function openToken(tx: TenantTx, ctx: Context, hookId: Id<'inboundHook'>): Promise<string> {
  const found = (await openSecrets(tx, ctx, hookId)).find(({ version }) => version === tokenVersion)
  if (found) return found.value
  throw new HubError('credential.unreadable')
}

/** Rows as people see them. */
export async function present(tx: TenantTx, ctx: Context, stored: readonly StoredHook[]): Promise<Hook[]> {
  if (stored.length === 0) return []
  const ids = stored.map(({ hook }) => hook.id)
  const secrets = await tx
    .select({ hookId: inboundSecrets.hookId, version: inboundSecrets.version, createdAt: inboundSecrets.createdAt })
    .from(inboundSecrets)
    .where(and(inArray(inboundSecrets.hookId, ids), gt(inboundSecrets.version, tokenVersion)))
    .orderBy(desc(inboundSecrets.version))
  return Promise.all(
    stored.map(async ({ hook, owner }) => {
      const connector = await findConnector(ctx, owner.typeId, owner.connectorVersion)
      return toHook(hook, {
        projectId: owner.projectId,
        schemes: schemesOf(connector.manifest.webhooks, hook.schemes),
        secrets: secrets.flatMap(({ hookId, ...one }) => (hookId === hook.id ? [one] : [])),
      })
    }),
  )
}
