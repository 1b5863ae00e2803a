import type { Context } from '@/server/kernel/context'
import type { CallRequest, CallResult } from './call'
import { performCall } from './perform'
import { openTarget } from './target'

export type ExecuteCallInput = CallRequest & {
  /** Id, bare UUID or slug. */
  integration: string
}

/**
 * Calls a service through an integration, with its credential. That the service fails is an outcome, not an error.
 *
 * @throws {HubError} integration.not_found, permission.denied, integration.disabled, credential.missing,
 *   request.invalid, request.too_large, request.key_reused
 */
export async function executeCall(ctx: Context, { integration, ...request }: ExecuteCallInput): Promise<CallResult> {
  const target = await openTarget(ctx, { integration })
  return performCall(ctx, target, request)
}
