import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { webhookSecrets } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { secretPrefix } from '@/server/kernel/envelope'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId } from '@/server/kernel/ids'
import { sealSecrets, unsealSecrets } from '../credentials/service'
import { emit } from '../events/emit'
import { requireReach } from './access'
import { factsOf } from './endpoint'
import { filtersOf } from './filters'
import { requireEndpoint } from './store'

/**
 * What deliveries are signed with: `whsec_` and 32 random bytes, sealed with the tenant's key, shown once. After a
 * rotation the one before signs beside the new one for a while.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
const secretBytes = 32
const dayInSeconds = 86_400
const maxOverlapSeconds = 30 * dayInSeconds

export type SigningKey = { version: number; key: KeyObject }

/** Opened secrets of this process, by the id of their row, which never changes. */
const opened = new LRUCache<string, KeyObject>({ max: 20_000, ttl: 5 * 60_000 })

async function insertSecret(tx: TenantTx, ctx: Context, endpointId: Id<'webhookEndpoint'>, version: number) {
  const secret = `${secretPrefix}${randomBytes(secretBytes).toString('base64')}`
  const sealed = await sealSecrets(tx, ctx, { credentialId: endpointId, version }, { secret })
  const id = newId('webhookSecret')
  await tx.insert(webhookSecrets).values({ id, tenantId: ctx.tenantId, endpointId, version, ...sealed })
  return secret
}

/** The first secret of an endpoint. */
export const makeSecret = (tx: TenantTx, ctx: Context, endpointId: Id<'webhookEndpoint'>): Promise<string> =>
  insertSecret(tx, ctx, endpointId, 1)

const isAlive = or(isNull(webhookSecrets.expiresAt), sql`${webhookSecrets.expiresAt} > now()`)

/** Another secret; those before end after the overlap, or when they were to end anyhow. */
export async function replaceSecret(
  tx: TenantTx,
  ctx: Context,
  { endpointId, overlapSeconds }: { endpointId: Id<'webhookEndpoint'>; overlapSeconds: number },
): Promise<{ secret: string; version: number }> {
  const [last] = await tx
    .select({ version: webhookSecrets.version })
    .from(webhookSecrets)
    .where(eq(webhookSecrets.endpointId, endpointId))
    .orderBy(desc(webhookSecrets.version))
    .limit(1)
  const version = (last?.version ?? 0) + 1
  // Two sign at most: one that was ending already ends now.
  await tx
    .delete(webhookSecrets)
    .where(
      and(
        eq(webhookSecrets.endpointId, endpointId),
        overlapSeconds === 0 ? undefined : sql`${webhookSecrets.expiresAt} is not null`,
      ),
    )
  await tx
    .update(webhookSecrets)
    .set({ expiresAt: sql`now() + make_interval(secs => ${overlapSeconds})` })
    .where(eq(webhookSecrets.endpointId, endpointId))
  return { secret: await insertSecret(tx, ctx, endpointId, version), version }
}

/**
 * Gives an endpoint a new secret. The one before signs, too, for a day unless said otherwise; none after that. The new
 * secret is only in this answer.
 *
 * @throws {HubError} permission.denied, webhook.not_found, request.invalid
 * @emits webhook.secret_rotated
 */
export async function rotateEndpointSecret(
  ctx: Context,
  input: { id: string; overlapSeconds?: number | null | undefined },
): Promise<{ endpointId: Id<'webhookEndpoint'>; secret: string; previousUntil: Date | null }> {
  const overlapSeconds = input.overlapSeconds ?? dayInSeconds
  if (!Number.isInteger(overlapSeconds) || overlapSeconds < 0 || overlapSeconds > maxOverlapSeconds) {
    const fields = [{ path: 'overlapSeconds', message: `has to be from 0 to ${maxOverlapSeconds}` }]
    throw new HubError('request.invalid', undefined, { fields })
  }
  return inTenant(ctx, async (tx) => {
    const row = await requireEndpoint(tx, input.id, true)
    requireReach(ctx, 'webhooks:write', await filtersOf(tx, row))
    const { secret, version } = await replaceSecret(tx, ctx, { endpointId: row.id, overlapSeconds })
    const data = { ...factsOf(row), secretVersion: version, overlapSeconds }
    await emit(tx, ctx, 'webhook.secret_rotated', { data })
    const previousUntil = overlapSeconds === 0 ? null : new Date(Date.now() + overlapSeconds * 1_000)
    return { endpointId: row.id, secret, previousUntil }
  })
}

/** What each of these endpoints signs with now, the newest first; none for one whose secret cannot be opened. */
export async function signingKeysOf(
  tx: TenantTx,
  ctx: Context,
  ids: readonly Id<'webhookEndpoint'>[],
): Promise<Map<Id<'webhookEndpoint'>, SigningKey[]>> {
  const rows = await tx
    .select()
    .from(webhookSecrets)
    .where(and(inArray(webhookSecrets.endpointId, [...ids]), isAlive))
    .orderBy(desc(webhookSecrets.version))
  const keys = new Map<Id<'webhookEndpoint'>, SigningKey[]>()
  for (const row of rows) {
    const key = opened.get(row.id) ?? (await open(tx, ctx, row))
    if (!key) continue
    opened.set(row.id, key)
    keys.set(row.endpointId, [...(keys.get(row.endpointId) ?? []), { version: row.version, key }])
  }
  return keys
}

async function open(tx: TenantTx, ctx: Context, row: typeof webhookSecrets.$inferSelect): Promise<KeyObject | null> {
  try {
    const { secret } = await unsealSecrets(tx, ctx, { credentialId: row.endpointId, version: row.version }, row)
    return secret ? createSecretKey(Buffer.from(secret.slice(secretPrefix.length), 'base64')) : null
  } catch (error) {
    if (error instanceof HubError && error.code === 'credential.unreadable') return null
    throw error
  }
}
