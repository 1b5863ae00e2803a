import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { idempotencyKeys } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { fromUuid, type Id, type Noun, toUuid } from '@/server/kernel/ids'

/**
 * A retry with the same key is answered with the first result instead of doing it again. Kept 24 hours. What is
 * compared is a digest of the request without its secrets.
 */
export type Request<N extends Noun = 'integration'> = {
  key: string | null | undefined
  operation: string
  /** Of what is made or changed. */
  noun: N
  body: unknown
}

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
 * What an earlier request with this key made or changed; null when there was none.
 *
 * @throws {HubError} request.invalid, request.key_reused
 */
async function findEarlier<N extends Noun>(ctx: Context, request: Request<N>): Promise<Id<N> | null> {
  const { key, operation, noun, body } = request
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
  return fromUuid(noun, row.subjectId)
}

/** Keeps the key with what it made, in the transaction that makes it: of two at once, one waits and then finds it. */
export async function keepKey<N extends Noun>(
  tx: TenantTx,
  ctx: Context,
  request: Request<N>,
  subject: Id<N>,
): Promise<void> {
  const { key, operation, body } = request
  if (!key) return
  await tx
    .delete(idempotencyKeys)
    .where(and(eq(idempotencyKeys.key, key), sql`${idempotencyKeys.createdAt} <= now() - interval '24 hours'`))
  await tx
    .insert(idempotencyKeys)
    .values({ tenantId: ctx.tenantId, key, operation, requestHash: hashOf(body), subjectId: toUuid(subject) })
}

/**
 * Does the work unless an earlier request with the same key did it; then answers by what that one made. Of two at once
 * one does it, and the other, whatever it failed of, is answered by the first.
 *
 * @throws {HubError} request.invalid, request.key_reused
 */
export async function once<T, N extends Noun>(
  ctx: Context,
  request: Request<N>,
  { again, run }: { again: (id: Id<N>) => Promise<T>; run: () => Promise<T> },
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

/**
 * Claims a key for many acts that each find their own first answer: the same request again goes on under the same id,
 * whether the first came to its end or not.
 *
 * @throws {HubError} request.invalid, request.key_reused
 */
export async function claimKey<N extends Noun>(ctx: Context, request: Request<N>, subject: Id<N>): Promise<Id<N>> {
  if (!request.key) return subject
  return once(ctx, request, {
    again: async (id) => id,
    run: () =>
      inTenant(ctx, async (tx) => {
        await keepKey(tx, ctx, request, subject)
        return subject
      }),
  })
}
