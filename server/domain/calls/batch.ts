import { createHash } from 'node:crypto'
import pLimit from 'p-limit'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { claimKey } from '../idempotency/service'
import type { CallRequest, CallResult } from './call'
import { executeCall } from './execute'

/** Many calls in one request, over one integration or many: each has its own answer, in the order they were asked. */
export type BatchItem = Omit<CallRequest, 'kind' | 'groupId'> & { integration: string }

/** `error`: what the caller did wrong about this one, or may not do. */
export type BatchAnswer =
  | { index: number; status: 'done'; result: CallResult }
  | { index: number; status: 'error'; error: HubError }
  | { index: number; status: 'skipped' }

export type BatchResult = {
  groupId: string
  answers: BatchAnswer[]
  succeeded: number
  failed: number
  skipped: number
}

export type ExecuteBatchInput = {
  calls: readonly BatchItem[]
  /** How many at a time, 1 to 32; 8 when absent. */
  concurrency?: number | null | undefined
  /** After the first that did not succeed no further one is begun. */
  stopOnError?: boolean | null | undefined
  /**
   * The same batch again goes on where the first ended: what was answered is answered so again, and only what never went
   * out is sent.
   */
  idempotencyKey?: string | null | undefined
}

const maxCalls = 100
const maxConcurrency = 32
const usualConcurrency = 8

const isGood = (answer: BatchAnswer) => answer.status === 'done' && answer.result.outcome === 'success'

function concurrencyOf({ calls, concurrency }: ExecuteBatchInput): number {
  const fields = []
  if (calls.length === 0 || calls.length > maxCalls) fields.push({ path: 'calls', message: `may be 1 to ${maxCalls}` })
  const given = concurrency ?? usualConcurrency
  if (!Number.isInteger(given) || given < 1 || given > maxConcurrency)
    fields.push({ path: 'concurrency', message: `has to be from 1 to ${maxConcurrency}` })
  if (fields.length > 0) throw new HubError('request.invalid', undefined, { fields })
  return given
}

/** A batch has one key and each of its calls one of its own, of a length that fits whatever the batch's is. */
const keyOf = (key: string, index: number) => `${createHash('sha256').update(key).digest('base64url')}.${index}`

const keyedItem = (item: BatchItem, key: string | null | undefined, index: number): BatchItem =>
  key && !item.idempotencyKey ? { ...item, idempotencyKey: keyOf(key, index) } : item

const printed = ({ body, ...item }: BatchItem) => ({
  ...item,
  body: Buffer.isBuffer(body) ? body.toString('base64') : body,
})

/** The group of this batch, or of the first one with its key. */
function groupOf(ctx: Context, { idempotencyKey: key, calls, stopOnError }: ExecuteBatchInput): Promise<Id<'request'>> {
  const body = { calls: calls.map(printed), stopOnError: stopOnError === true }
  return claimKey(ctx, { key, operation: 'executeBatch', noun: 'request', body }, newId('request'))
}

async function answerOne(ctx: Context, item: BatchItem, index: number, groupId: Id<'request'>): Promise<BatchAnswer> {
  try {
    return { index, status: 'done', result: await executeCall(ctx, { ...item, kind: 'batch', groupId }) }
  } catch (error) {
    // One that cannot be done says so for itself; the others are not its hostages, and what they did has to be told.
    if (error instanceof HubError) return { index, status: 'error', error }
    logger.error({ err: error, requestId: ctx.requestId }, 'a call of a batch failed')
    return { index, status: 'error', error: new HubError('hub.internal') }
  }
}

/**
 * Makes up to 100 calls. A call that fails, or may not be made, is an answer like any other.
 *
 * @throws {HubError} request.invalid, request.key_reused
 */
export async function executeBatch(ctx: Context, input: ExecuteBatchInput): Promise<BatchResult> {
  const limit = pLimit(concurrencyOf(input))
  const groupId = await groupOf(ctx, input)
  let isStopped = false
  const answers = await Promise.all(
    input.calls.map((item, index) =>
      limit(async (): Promise<BatchAnswer> => {
        if (isStopped || ctx.signal?.aborted) return { index, status: 'skipped' }
        const answer = await answerOne(ctx, keyedItem(item, input.idempotencyKey, index), index, groupId)
        isStopped ||= input.stopOnError === true && !isGood(answer)
        return answer
      }),
    ),
  )
  const succeeded = answers.filter(isGood).length
  const skipped = answers.filter(({ status }) => status === 'skipped').length
  return { groupId, answers, succeeded, failed: answers.length - succeeded - skipped, skipped }
}
