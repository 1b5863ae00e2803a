import type { Context } from '@/server/kernel/context'
import type { CallRequest, CallResult } from './call'
import { performCall } from './perform'
import { openTarget } from './target'

export { type AdmissionEnd, type AdmissionWanted, type Admitted, admitCall, type Refused } from './admission'
export type {
  Call,
  CallOptions,
  CallQuota,
  CallRequest,
  CallResult,
  CallTarget,
  Circuit,
} from './call'
export { networkFailure, verdictOf } from './failures'
export { flushCalls } from './log'
export { type FinishedCall, noteCall } from './noting'
export { performCall } from './perform'
export { callerHeaders } from './prepare'
export {
  type CallStream,
  type StreamAnswer,
  type Streamed,
  type StreamedCall,
  type StreamReader,
  streamCall,
} from './streaming'
export { openTarget } from './target'

/** Calls through integrations: made here, logged, and read back. */
export type ExecuteCallInput = CallRequest & {
  /** Id, bare UUID or slug. */
  integration: string
}

/**
 * Calls a service through an integration, with its credential. That the service fails is an outcome, not an error.
 *
 * @throws {HubError} integration.not_found, permission.denied, integration.disabled, credential.missing,
 *   request.invalid, request.too_large
 */
export async function executeCall(ctx: Context, { integration, ...request }: ExecuteCallInput): Promise<CallResult> {
  const target = await openTarget(ctx, { integration })
  return performCall(ctx, target, request)
}
