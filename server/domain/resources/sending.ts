import type { Answered, ImageAnswer, SendImageCall, SendListCall, Trouble } from '@/connectors/kit'
import type { CallFailure } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import { type CallRequest, type CallResult, type CallTarget, performCall } from '../calls/service'

/**
 * The way of lists and images to the service: the engine of all calls, so that quota, breaker, retry and log hold for
 * them too. They go after calls of people and deployments.
 */
const usual = { kind: 'operation', priority: 'sync' } as const

const troubleIn = ({ failureClass, message, remedy, reason }: CallFailure, status: number | null): Trouble => ({
  failureClass,
  message,
  remedy: remedy ?? 'Try again in a moment.',
  evidence: { reason, ...(status !== null && { status }) },
})

const answeredBy = ({ status, headers, body }: CallResult): Answered => ({
  status: status ?? 0,
  headers,
  body,
  truncated: false,
})

const send = (ctx: Context, target: CallTarget, request: CallRequest) =>
  performCall(ctx, target, { ...usual, ...request })

/** Answers of the service are for the list to read; of everything that kept one from coming the engine says why. */
export function sendsLists(ctx: Context, target: CallTarget, list: string): SendListCall {
  const base = new URL(target.settings.baseUrl).pathname.replace(/\/+$/, '')
  return async ({ method, url, headers }, input) => {
    const { pathname, search } = new URL(url)
    const path = pathname.slice(base.length) + search
    const result = await send(ctx, target, { method, path, headers, input, operation: `discover ${list}` })
    const { failure, status } = result
    if (failure && (status === null || failure.reason !== 'status')) return { trouble: troubleIn(failure, status) }
    return { ...answeredBy(result), url }
  }
}

export function sendsImages(ctx: Context, target: CallTarget, operation: string): SendImageCall {
  return async (line, { values, headers, input }): Promise<ImageAnswer> => {
    const result = await send(ctx, target, { line, values, headers, input, operation })
    const { failure, status } = result
    return { ...answeredBy(result), trouble: failure && troubleIn(failure, status) }
  }
}
