import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { idempotencyKeys } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'

/**
 * A retry with the same key is answered with the first result instead of doing it again. Kept 24 hours. What is
 * compared is a digest of the request without its secrets.
 */
export type Request = { key: string | null | undefined; operation: string; body: unknown }

/** Of a request without its secrets, the same in whatever order its fields were written. */
export function hashOf(body: unknown): string {
  const stable = JSON.stringify(body, (_name, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(stable).digest('hex')
}

/** @throws {HubError} request.invalid */
export function requireKey(key: string): void {
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return
  throw new HubError('request.invalid', undefined, {
    fields: [{ path: 'idempotencyKey', message: 'has to be 1 to 200 printable characters without spaces' }],
  })
}

/**
 * The integration an earlier request with this key made; null when there was none.
 *
 * @throws {HubError} request.invalid, request.key_reused
 */
async function findEarlier(ctx: Context, request: Request): Promise<Id<'integration'> | null> {
  const { key, operation, body } = request
  if (!key) return null
  requireKey(key)
  const [row] = await inTenant(ctx, (tx) =>
    tx
      .select()
      .from(idempotencyKeys)
      .where(and(eq(idempotencyKeys.key, key), sql`${idempotencyKeys.createdAt} > now() - interval '24 hours'`)),
  )
  if (!row) return null
  if (row.operation !== operation || row.requestHash !== hashOf(body)) throw new HubError('request.key_reused')
  return row.integrationId
}

/** Keeps the key with what it made, in the transaction that makes it: of two at once, one waits and then finds it. */
export async function keepKey(
  tx: TenantTx,
  ctx: Context,
  request: Request,
  integrationId: Id<'integration'>,
): Promise<void> {
  const { key, operation, body } = request
  if (!key) return
  await tx
    .delete(idempotencyKeys)
    .where(and(eq(idempotencyKeys.key, key), sql`${idempotencyKeys.createdAt} <= now() - interval '24 hours'`))
  await tx
    .insert(idempotencyKeys)
    .values({ tenantId: ctx.tenantId, key, operation, requestHash: hashOf(body), integrationId })
}

/**
 * Does the work unless an earlier request with the same key did it; then answers by what that one made. Of two at once
 * one does it, and the other, whatever it failed of, is answered by the first.
 *
 * @throws {HubError} request.invalid, request.key_reused
 */
export async function once<T>(
  ctx: Context,
  request: Request,
  { again, run }: { again: (id: Id<'integration'>) => Promise<T>; run: () => Promise<T> },
): Promise<T> {
  const earlier = await findEarlier(ctx, request)
  if (earlier) return again(earlier)
  try {
    return await run()
  } catch (error) {
    const meanwhile = await findEarlier(ctx, request)
    if (meanwhile) return again(meanwhile)
    throw error
  }
}
