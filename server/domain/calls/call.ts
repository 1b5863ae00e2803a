import type { Connector, ConnectorSettings } from '@/connectors/kit'
import type { KeptBodies } from '@/db/schema'
import type {
  CallAttempt,
  CallFailure,
  CallKind,
  CallMethod,
  CallOutcome,
  CallPolicy,
  CallPriority,
  CircuitState,
} from '@/server/kernel/calls'
import type { EventActor } from '@/server/kernel/events'
import type { FailureClass } from '@/server/kernel/health'
import type { HttpClient } from '@/server/kernel/http'
import type { Id } from '@/server/kernel/ids'

/** What calls through an integration are made of, for the engine, the streaming proxy and the operations. */

/** An integration ready to be called. Holds its opened secret: used, never logged, never kept by whoever gets it. */
export type CallTarget = {
  integration: {
    id: Id<'integration'>
    tenantId: Id<'tenant'>
    projectId: Id<'project'>
    slug: string
    name: string
    type: string
    version: number
  }
  connector: Connector
  settings: ConnectorSettings
  credential: { id: Id<'credential'>; version: number } | null
  /** The guarded client of the tenant, with the grants it has now. */
  http: HttpClient
  policy: CallPolicy
}

/** What a caller may say about how this one call is made; the rest is the integration's policy. */
export type CallOptions = {
  /** Of one attempt. */
  timeoutMs?: number | null | undefined
  /** Of the whole call. */
  deadlineMs?: number | null | undefined
  priority?: CallPriority | null | undefined
  /** The first one included; 1 never repeats. */
  attempts?: number | null | undefined
  /** Repeat a method that changes something, too. */
  unsafe?: boolean | null | undefined
  /** Known of what is done, whatever its method, its key or the policy say. */
  repeatable?: boolean | undefined
}

export type QueryValue = string | number | boolean | null | undefined

export type CallRequest = CallOptions & {
  /** Below the base URL, taken to the letter; may bring a query of its own. */
  method?: CallMethod | undefined
  path?: string | undefined
  /** Instead of method and path: a line of a manifest, `POST /projects/{id}`, with its values. */
  line?: string | undefined
  values?: Record<string, string | number | boolean | undefined> | undefined
  query?: Record<string, QueryValue | readonly QueryValue[]> | null | undefined
  headers?: Record<string, string> | null | undefined
  /** Text or bytes as they are; anything else is sent as JSON. */
  body?: string | Buffer | Record<string, unknown> | readonly unknown[] | number | boolean | null | undefined
  kind?: CallKind | undefined
  /** The connector's operation, as the log names it. */
  operation?: string | null | undefined
  /** What the operation tells the method's hook, such as a scope. */
  input?: Record<string, string> | undefined
  /** Ties the calls of one batch or one operation. */
  groupId?: string | null | undefined
  idempotencyKey?: string | null | undefined
}

export type CallQuota = { pool: string; limit: number | null; remaining: number | null; resetAt: Date | null }

/** What became of a call. A failure is an outcome: nothing of the service or the network is thrown. */
export type CallResult = {
  callId: Id<'call'>
  /** Which integration answered: another one when a fallback did. */
  integrationId: Id<'integration'>
  at: Date
  outcome: CallOutcome
  failure: CallFailure | null
  /** Of the last attempt that was answered. */
  status: number | null
  headers: Record<string, string>
  body: Buffer
  attempts: CallAttempt[]
  durationMs: number
  waitMs: number
  /** `revalidated`: the service said that nothing changed, and the answer is the one kept from before. */
  cached: 'no' | 'revalidated'
  /** Answered with what an earlier call with the same idempotency key was. */
  replayed: boolean
  quota: CallQuota | null
}

/** A call as the log has it. */
export type Call = {
  id: Id<'call'>
  integrationId: Id<'integration'>
  projectId: Id<'project'>
  at: Date
  kind: CallKind
  operation: string | null
  actor: EventActor
  priority: CallPriority
  method: string
  path: string
  outcome: CallOutcome
  status: number | null
  failure: CallFailure | null
  attempts: CallAttempt[]
  durationMs: number
  waitMs: number
  requestBytes: number
  responseBytes: number
  requestId: string
  correlationId: string
  groupId: string | null
  bodies: KeptBodies | null
}

/** The breaker of an integration. `closed` since ever when nothing is known. */
export type Circuit = {
  integrationId: Id<'integration'>
  state: CircuitState
  since: Date | null
  reason: string | null
  failureClass: FailureClass | null
  /** When the next call may try. */
  retryAt: Date | null
}
