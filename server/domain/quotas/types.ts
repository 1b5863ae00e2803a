import type { CallPolicy, CallPriority } from '@/server/kernel/calls'
import type { Id } from '@/server/kernel/ids'

/** What a call asks of the limiter before it is sent. */
export type TakeQuota = {
  integrationId: Id<'integration'>
  /**
   * What the call draws from, as `poolOf` of the kit says: usually one name, none for calls that cost nothing. `*`
   * stands for every pool the service was heard to have.
   */
  pools: readonly string[]
  priority: CallPriority
  policy: CallPolicy['quota']
  /** Milliseconds since the epoch; a call that could not be sent before is refused at once. */
  deadlineAt: number
  /** Ends the waiting when the caller has gone. */
  signal?: AbortSignal | undefined
}

/** The call may go out. */
export type QuotaTaken = {
  waitedMs: number
  /** The scarcest of its pools; null where the service is not known to set limits. */
  pool: string | null
  limit: number | null
  /** Left in that pool for all processes, as far as this one knows. */
  remaining: number | null
  resetAt: Date | null
  /** In observe mode: what enforcing would have done. */
  spared: 'wait' | 'refusal' | null
  refused?: undefined
}

/** The call must not go out. */
export type QuotaRefused = { refused: { retryAfterMs: number; pool: string }; waitedMs: number }

/** When the answer was asked for: an answer that overlapped with others never raises what is left. */
export type Heard = { sentAt?: Date | undefined }

export type QuotaPause = { pool: string; until: Date }
