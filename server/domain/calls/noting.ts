import type { Context } from '@/server/kernel/context'
import type { Id } from '@/server/kernel/ids'
import { metrics } from '@/server/platform/metrics'
import { eventActor } from '../events/emit'
import type { CallRequest, CallResult, CallTarget } from './call'
import { noteLogged } from './log'
import type { PreparedCall } from './prepare'
import { callerSecrets, keptBody, redactText, secretTexts } from './secrets'

/** A finished call, as it is counted and logged. */
export type FinishedCall = {
  callId: Id<'call'>
  request: Pick<CallRequest, 'kind' | 'operation' | 'priority' | 'groupId'>
  prepared: Pick<PreparedCall, 'method' | 'path' | 'requestBytes'> & {
    request?: Pick<PreparedCall['request'], 'url' | 'headers' | 'body'>
  }
  result: Pick<CallResult, 'at' | 'outcome' | 'failure' | 'status' | 'attempts' | 'durationMs' | 'waitMs'> & {
    body?: Buffer | undefined
  }
  /** Of a streamed answer, whose body nobody holds. */
  responseBytes?: number
}

function count({ integration: { type } }: CallTarget, { request, prepared, result }: FinishedCall): void {
  const failureClass = result.failure?.failureClass ?? ''
  metrics.calls.inc({ type, outcome: result.outcome, failure_class: failureClass })
  metrics.callDuration.observe({ type }, result.durationMs / 1000)
  const method = request.operation ?? prepared.method
  metrics.integrationRequests.inc({ integration: type, method, status: String(result.status ?? 'none') })
  for (const { failure, durationMs, status } of result.attempts) {
    if (durationMs > 0 || status !== null) metrics.callAttempts.inc({ type, outcome: failure ? 'failure' : 'success' })
  }
}

/** What the caller sent in confidence may come back to the caller, and is not kept. */
function keptBodies({ prepared: { request }, result }: FinishedCall, stored: readonly string[]) {
  const secrets = request ? [...callerSecrets(request), ...stored] : stored
  return { request: keptBody(request?.body, secrets), response: keptBody(result.body, secrets) }
}

/** Counts a call that is over and hands it to the log. Costs no round trip and never fails. */
export function noteCall(ctx: Context, target: CallTarget, finished: FinishedCall): void {
  const { callId, request, prepared, result } = finished
  count(target, finished)
  const { id: integrationId, projectId, tenantId } = target.integration
  const secrets = secretTexts(target)
  const bodies = target.policy.keepBodies ? keptBodies(finished, secrets) : null
  noteLogged({
    id: callId,
    tenantId,
    integrationId,
    projectId,
    at: result.at,
    kind: request.kind ?? 'call',
    operation: request.operation ?? null,
    actor: eventActor(ctx),
    priority: request.priority ?? 'interactive',
    method: prepared.method,
    path: redactText(prepared.path, secrets),
    outcome: result.outcome,
    status: result.status,
    failure: result.failure,
    attempts: result.attempts,
    durationMs: result.durationMs,
    waitMs: result.waitMs,
    requestBytes: prepared.requestBytes,
    responseBytes: finished.responseBytes ?? result.body?.length ?? 0,
    requestId: ctx.requestId,
    correlationId: ctx.correlationId,
    groupId: request.groupId ?? null,
    bodies,
  })
}
