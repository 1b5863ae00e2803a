import type { OperationInput, OperationOutput } from '@/connectors/kit'
import type { CallFailure, CallOutcome, CallPriority } from '@/server/kernel/calls'
import type { Id } from '@/server/kernel/ids'
import type { OperationEffect } from '../connectors/service'

export type RunOperationInput = {
  /** Id, bare UUID or slug. */
  integration: string
  operation: string
  input?: OperationInput | null | undefined
  /** For an operation that destroys something: that it is meant. */
  confirm?: boolean | null | undefined
  priority?: CallPriority | null | undefined
  /** The same key again is answered as the first time, and nothing is done. */
  idempotencyKey?: string | null | undefined
  /** Of the whole operation with all its requests. */
  timeoutMs?: number | null | undefined
}

/** One doing of an operation. That the service refuses it is an outcome. */
export type OperationRun = {
  operation: string
  effect: OperationEffect
  integrationId: Id<'integration'>
  /** `refused`: the hub sent nothing, or not all of it. */
  outcome: CallOutcome
  output: OperationOutput | null
  failure: CallFailure | null
  /** The calls it was made of, in their order. */
  callIds: Id<'call'>[]
  /** What the log of calls ties them by; null when there were none. */
  groupId: string | null
  /** How many requests went out, second tries included. */
  attempts: number
  startedAt: Date
  durationMs: number
  waitMs: number
  /** Answered as an earlier one with the same idempotency key was. */
  replayed: boolean
}
