import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, sql } from 'drizzle-orm'
import { idempotencyKeys, type SealedAnswer } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId, toUuid } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { sealSecrets, unsealSecrets } from '../credentials/service'
import { hashOf, requireKey } from '../idempotency/service'
import type { CallRequest, CallResult, CallTarget } from './call'

/**
 * Calls with an idempotency key: the key is claimed before anything is sent, and whoever comes with it again within 24
 * hours gets the first answer, failures included. What the hub refused to send does not use the key up. The answer is
 * kept sealed, its body up to 256 KiB; of a longer one a repetition gets status and headers only. When the hub died
 * between sending and keeping, nobody knows what was done, and that is what a repetition is told.
 */
const operation = 'executeCall'
const keptBodyBytes = 256 * 1024
const pollMs = 100
/** How long a claim may stand without an answer beyond the call's own deadline. */
const graceMs = 60_000

type Claim = { mine: Id<'call'> } | { row: typeof idempotencyKeys.$inferSelect; ageMs: number }

function digestOf(target: CallTarget, request: CallRequest): string {
  const { method, path, line, values, query, headers, body } = request
  const text = Buffer.isBuffer(body) ? body.toString('base64') : body
  return hashOf({ integration: target.integration.id, method, path, line, values, query, headers, body: text })
}

/**
 * A key is one integration's own: whoever may call another one can neither take it away by being first nor learn that it
 * was used. No caller's key holds a space. @throws {HubError} request.invalid
 */
function keyAt({ integration }: CallTarget, key: string): string {
  requireKey(key)
  return `${integration.id} ${key}`
}

const placed = (key: string) => eq(idempotencyKeys.key, key)
const isOld = sql`${idempotencyKeys.createdAt} <= now() - interval '24 hours'`

function claim(ctx: Context, target: CallTarget, key: string, requestHash: string): Promise<Claim | null> {
  const callId = newId('call')
  return inTenant(ctx, async (tx) => {
    await tx.delete(idempotencyKeys).where(and(placed(key), isOld))
    const { tenantId } = ctx
    const mine = await tx
      .insert(idempotencyKeys)
      .values({ tenantId, key, operation, requestHash, subjectId: toUuid(target.integration.id), callId })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key })
    if (mine.length > 0) return { mine: callId }
    const [row] = await tx
      .select({
        row: idempotencyKeys,
        ageMs: sql<number>`extract(epoch from now() - ${idempotencyKeys.createdAt}) * 1000`,
      })
      .from(idempotencyKeys)
      .where(placed(key))
    return row ? { row: row.row, ageMs: Number(row.ageMs) } : null
  })
}

const placeOf = (callId: Id<'call'>) => ({ credentialId: callId, version: 0 })

async function sealAnswer(tx: TenantTx, ctx: Context, result: CallResult): Promise<SealedAnswer> {
  const { body, at, quota, ...rest } = result
  const kept = body.length <= keptBodyBytes ? body.toString('base64') : ''
  const text = JSON.stringify({ ...rest, at: at.toISOString() })
  const sealed = await sealSecrets(tx, ctx, placeOf(result.callId), { result: text, body: kept })
  const { ciphertext, nonce, ...versions } = sealed
  return { ciphertext: ciphertext.toString('base64'), nonce: nonce.toString('base64'), ...versions }
}

async function openAnswer(ctx: Context, callId: Id<'call'>, answer: SealedAnswer): Promise<CallResult> {
  const { ciphertext, nonce, ...versions } = answer
  const sealed = { ...versions, ciphertext: Buffer.from(ciphertext, 'base64'), nonce: Buffer.from(nonce, 'base64') }
  const opened = await inTenant(ctx, (tx) => unsealSecrets(tx, ctx, placeOf(callId), sealed))
  const result = JSON.parse(opened.result ?? '{}') as Omit<CallResult, 'body' | 'at' | 'quota'> & { at: string }
  const body = Buffer.from(opened.body ?? '', 'base64')
  return { ...result, at: new Date(result.at), body, quota: null, replayed: true }
}

/** Keeps what was answered; a call that was never sent gives its key back. */
async function settle(ctx: Context, key: string, callId: Id<'call'>, result: CallResult | null): Promise<void> {
  const own = and(placed(key), eq(idempotencyKeys.callId, callId))
  await inTenant(ctx, async (tx) => {
    if (!result || result.outcome === 'refused') await tx.delete(idempotencyKeys).where(own)
    else
      await tx
        .update(idempotencyKeys)
        .set({ answer: await sealAnswer(tx, ctx, result) })
        .where(own)
  }).catch((error: unknown) => {
    // The call was made: its answer counts more than its key.
    logger.warn({ error }, 'the answer of a call could not be kept for its idempotency key')
  })
}

function unknownOutcome(target: CallTarget, callId: Id<'call'>): CallResult {
  return {
    ...{ callId, integrationId: target.integration.id, at: new Date(), outcome: 'failure', status: null },
    failure: {
      ...{ failureClass: 'ours', reason: 'aborted', retryAfterMs: null },
      message: 'The hub stopped in the middle of the first call with this key, and nobody knows what was done.',
      remedy: 'Look at the service. If it was not done, send it again with a new key.',
    },
    ...{ headers: {}, body: Buffer.alloc(0), attempts: [], durationMs: 0, waitMs: 0, cached: 'no' },
    ...{ replayed: true, quota: null },
  }
}

/**
 * Does the call unless one with the same key did it; then answers what that one was answered.
 *
 * @throws {HubError} request.invalid, request.key_reused; hub.unavailable while the first one is still under way
 */
export async function onceByKey(
  ctx: Context,
  target: CallTarget,
  request: CallRequest,
  run: (callId: Id<'call'>) => Promise<CallResult>,
): Promise<CallResult> {
  const key = keyAt(target, request.idempotencyKey ?? '')
  const hash = digestOf(target, request)
  const deadlineMs = request.deadlineMs ?? target.policy.deadlineMs
  const until = Date.now() + deadlineMs
  for (;;) {
    const found = await claim(ctx, target, key, hash)
    if (found && 'mine' in found) return runOwn(ctx, key, found.mine, run)
    const answer = found && (await earlierAnswer(ctx, target, found, { hash, deadlineMs }))
    if (answer) return answer
    if (Date.now() >= until || ctx.signal?.aborted) {
      throw new HubError('hub.unavailable', 'The first call with this key is not over yet.', { retryAfterMs: 1_000 })
    }
    await sleep(pollMs)
  }
}

/** What the first call with the key was answered; null while it is under way. @throws {HubError} request.key_reused */
async function earlierAnswer(
  ctx: Context,
  target: CallTarget,
  { row, ageMs }: Exclude<Claim, { mine: Id<'call'> }>,
  { hash, deadlineMs }: { hash: string; deadlineMs: number },
): Promise<CallResult | null> {
  const { callId } = row
  if (row.operation !== operation || row.requestHash !== hash || !callId) throw new HubError('request.key_reused')
  if (row.answer) return openAnswer(ctx, callId, row.answer)
  return ageMs > deadlineMs + graceMs ? unknownOutcome(target, callId) : null
}

async function runOwn(
  ctx: Context,
  key: string,
  callId: Id<'call'>,
  run: (callId: Id<'call'>) => Promise<CallResult>,
): Promise<CallResult> {
  let result: CallResult | null = null
  try {
    result = await run(callId)
    return result
  } finally {
    await settle(ctx, key, callId, result)
  }
}
