/**
 * The words for health, shared by the database, the API, the screens and the CLI.
 */

/** What a check may conclude and the database keeps. */
export const verdicts = ['unknown', 'healthy', 'degraded', 'unhealthy'] as const
export type Verdict = (typeof verdicts)[number]

/** What people see: the stored verdict, or what has to be said instead of it. */
export const healthStates = [...verdicts, 'stale', 'disabled', 'checking'] as const
export type HealthState = (typeof healthStates)[number]

/** Whose trouble a failure is. `ours` never changes a verdict. */
export const failureClasses = [
  'ours',
  'network',
  'provider_incident',
  'provider_limit',
  'credential',
  'permission',
  'request',
] as const
export type FailureClass = (typeof failureClasses)[number]

/** The seven probes, in the order they run and under the names people see. */
export const probeNames = [
  'connectivity',
  'tls',
  'authentication',
  'authorization',
  'version',
  'rate_limit',
  'latency',
] as const
export type ProbeName = (typeof probeNames)[number]

export const probeStatuses = ['pass', 'warn', 'fail', 'skipped'] as const
export type ProbeStatus = (typeof probeStatuses)[number]

/** One probe's answer. An outcome is data: nothing here is thrown. */
export type ProbeResult = {
  name: ProbeName
  status: ProbeStatus
  /** One sentence of ours; never a body of the vendor's. */
  message: string
  /** Facts that show why: status codes, days left, counts. Public values only. */
  evidence: Record<string, string | number | boolean | null>
  /** What to do; present when the status is warn or fail. */
  remedy: string | null
  /** Present when the status is warn or fail. */
  failureClass: FailureClass | null
  durationMs: number
}

/** One pool of a vendor's quota, as an answer told it. */
export type LearnedQuota = {
  /** The vendor's name of the pool, such as `core` or `pulls`. */
  pool: string
  limit: number
  remaining: number
  /** Absent when the vendor does not say. */
  resetAt: Date | null
}

/** Everything one run of the probes found. */
export type ProbeReport = {
  /** Null: our own trouble, so no verdict. */
  verdict: Exclude<Verdict, 'unknown'> | null
  probes: ProbeResult[]
  /** The probe that decided the verdict, when it is not healthy. */
  failingProbe: ProbeName | null
  failureClass: FailureClass | null
  message: string
  remedy: string | null
  /** Time of the slowest request that proves the service answers, in milliseconds. */
  latencyMs: number | null
  quotas: LearnedQuota[]
  /** Whom the credential belongs to, as the vendor names it. */
  identity: string | null
  /** The vendor's version, where it tells one. */
  serviceVersion: string | null
  /** When the credential stops working, where the vendor tells it. */
  credentialExpiresAt: Date | null
  /** There was no quota left for it: when the rest is asked again. */
  waitingUntil?: Date | undefined
  startedAt: Date
  durationMs: number
}

/** Worst first; what a roll-up of many integrations shows. */
export const severityOrder = [
  'unhealthy',
  'stale',
  'degraded',
  'checking',
  'unknown',
  'healthy',
  'disabled',
] as const satisfies readonly HealthState[]
