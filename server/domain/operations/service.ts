import { createHash } from 'node:crypto'
import {
  type Connector,
  type OperationOutcome,
  type OperationRequest,
  operationsOf,
  parseOperationInput,
  performOperation,
  type SendOperation,
} from '@/connectors/kit'
import { isRepeatable } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { newId, parseRef } from '@/server/kernel/ids'
import { type CallRequest, type CallResult, type CallTarget, openTarget, performCall } from '../calls/service'
import { findConnector, type OperationType, toIntegrationType } from '../connectors/service'
import { getIntegration } from '../integrations/service'
import type { OperationRun, RunOperationInput } from './operation'

export type { OperationRun, RunOperationInput } from './operation'

/**
 * Operations of connectors: what an integration can do, and doing it. Every request goes through the engine of calls,
 * so that quota, second tries, breaker and log are those of any call.
 */
type Declared = NonNullable<Connector['manifest']['operations']>[string]

/** What can be done where an integration lives and with how it signs in. Reads nothing but the catalog. */
export async function operationsFor(
  ctx: Context,
  integration: { type: string; connectorVersion: string; instance: string; method: string },
): Promise<OperationType[]> {
  const connector = await findConnector(ctx, integration.type, integration.connectorVersion)
  const here = operationsOf(connector, integration)
  return toIntegrationType(connector).operations.filter(({ id }) => Object.hasOwn(here, id))
}

/**
 * What can be done through an integration.
 *
 * @throws {HubError} integration.not_found, connector.unknown
 */
export async function listOperations(ctx: Context, { integration }: { integration: string }): Promise<OperationType[]> {
  return operationsFor(ctx, await getIntegration(ctx, parseRef('integration', integration)))
}

function findOperation({ connector, settings }: CallTarget, name: string): Declared {
  const here = operationsOf(connector, settings)
  if (Object.hasOwn(here, name) && here[name]) return here[name]
  const isElsewhere = Object.hasOwn(connector.manifest.operations ?? {}, name)
  throw new HubError(
    'operation.unknown',
    isElsewhere ? 'The connector has this operation, but not for this instance or method.' : undefined,
  )
}

function requireConfirmed(declared: Declared, confirm: boolean | null | undefined): void {
  if (declared.effect !== 'destructive' || confirm === true) return
  const what = declared.description ? `${declared.title}: ${declared.description}` : `${declared.title}.`
  throw new HubError('call.unconfirmed', `Nothing was sent. ${what}`)
}

const maxTimeoutMs = 300_000

function deadlineOf({ policy }: CallTarget, timeoutMs: number | null | undefined): number {
  const given = timeoutMs ?? policy.deadlineMs
  if (Number.isFinite(given) && given >= 1 && given <= maxTimeoutMs) return Date.now() + given
  const message = `has to be from 1 to ${maxTimeoutMs}`
  throw new HubError('request.invalid', undefined, { fields: [{ path: 'timeoutMs', message }] })
}

type Doing = {
  ctx: Context
  target: CallTarget
  asked: RunOperationInput
  declared: Declared
  deadlineAt: number
  groupId: string
  results: CallResult[]
}

/** The second request with a key has one of its own, of any length: a repetition finds the answer to each in turn. */
const keyOf = (key: string, at: number) =>
  at === 0 ? key : `${createHash('sha256').update(key).digest('base64url')}#${at + 1}`

/** A key of ours lets nobody repeat a request whose service does not know the key. */
function repeatableOf({ target, asked }: Doing, { method, isRepeatable: told }: OperationRequest): boolean | undefined {
  if (told !== undefined) return told
  return asked.idempotencyKey ? isRepeatable(method) || target.policy.retry.unsafe : undefined
}

function callOf(doing: Doing, request: OperationRequest): CallRequest {
  const { asked, deadlineAt, groupId, results } = doing
  const { method, path, headers, body, authorizeInput } = request
  return {
    ...{ method, path, headers, body, kind: 'operation', operation: asked.operation, input: authorizeInput, groupId },
    priority: asked.priority ?? 'interactive',
    deadlineMs: Math.max(1, deadlineAt - Date.now()),
    repeatable: repeatableOf(doing, request),
    ...(asked.idempotencyKey && { idempotencyKey: keyOf(asked.idempotencyKey, results.length) }),
  }
}

/** An answer with a status is read by the operation, which knows more of it than the engine does. */
const isAnswered = ({ status, failure }: CallResult) =>
  status !== null && (failure === null || failure.reason === 'status' || failure.reason === 'bad_answer')

const sendVia =
  (doing: Doing): SendOperation =>
  async (request) => {
    const result = await performCall(doing.ctx, doing.target, callOf(doing, request))
    doing.results.push(result)
    const { status, headers, body, failure } = result
    if (status !== null && isAnswered(result)) return { response: { status, headers, body, truncated: false } }
    if (failure) return { failure }
    throw new Error('A call came back without an answer and without a failure.')
  }

const sum = (numbers: number[]) => Math.round(numbers.reduce((all, one) => all + one, 0) * 100) / 100

function runOf(doing: Doing, outcome: OperationOutcome, times: { startedAt: Date; durationMs: number }): OperationRun {
  const { target, asked, declared, groupId, results } = doing
  const last = results.at(-1)
  const isRefused = outcome.failure !== null && (last === undefined || last.outcome === 'refused')
  return {
    operation: asked.operation,
    effect: declared.effect,
    // Another one when a fallback answered.
    integrationId: last?.integrationId ?? target.integration.id,
    outcome: outcome.failure === null ? 'success' : isRefused ? 'refused' : 'failure',
    output: outcome.output,
    failure: outcome.failure,
    callIds: results.map(({ callId }) => callId),
    groupId: results.length === 0 ? null : groupId,
    attempts: results.reduce((all, { attempts }) => all + attempts.length, 0),
    ...times,
    waitMs: sum(results.map(({ waitMs }) => waitMs)),
    replayed: results.length > 0 && results.every(({ replayed }) => replayed),
  }
}

/**
 * Does an operation of the integration's connector. That the service refuses it is an outcome, not an error.
 *
 * @throws {HubError} integration.not_found, permission.denied, integration.disabled, credential.missing,
 *   operation.unknown, request.invalid, call.unconfirmed, request.key_reused
 */
export async function runOperation(ctx: Context, asked: RunOperationInput): Promise<OperationRun> {
  const target = await openTarget(ctx, { integration: asked.integration })
  const declared = findOperation(target, asked.operation)
  const input = parseOperationInput(declared, asked.input ?? {})
  requireConfirmed(declared, asked.confirm)
  const startedAt = new Date()
  const beganAt = performance.now()
  const doing: Doing = {
    ...{ ctx, target, asked, declared, groupId: newId('request'), results: [] },
    deadlineAt: deadlineOf(target, asked.timeoutMs),
  }
  const { connector, settings } = target
  const { idempotencyKey = null } = asked
  const what = { operation: declared, input, idempotencyKey, signal: ctx.signal }
  const outcome = await performOperation(connector, settings, what, sendVia(doing))
  return runOf(doing, outcome, { startedAt, durationMs: Math.round((performance.now() - beganAt) * 100) / 100 })
}
