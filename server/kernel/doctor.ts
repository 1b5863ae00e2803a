import { type ProbeStatus, probeNames } from './health'

/**
 * The words of the doctor, shared by the database, the API, the screens and the CLI. Its checks are the seven probes,
 * and the reach of what the integration is used for.
 */
export const doctorCheckNames = [...probeNames, 'resources'] as const
export type DoctorCheckName = (typeof doctorCheckNames)[number]

export const doctorVerdicts = ['healthy', 'degraded', 'unhealthy'] as const
export type DoctorVerdict = (typeof doctorVerdicts)[number]

/** Why the doctor came. */
export const doctorSources = ['person', 'schedule', 'health', 'draft'] as const
export type DoctorSource = (typeof doctorSources)[number]

/** A next step: a command to run or a page to open, and what it does. */
export type DoctorSuggestion = {
  text: string
  /** A line for a shell, ready to be copied. */
  command: string | null
  /** A page of the hub (a path) or of the vendor (a URL). */
  link: string | null
}

export type DoctorCheckResult = {
  name: DoctorCheckName
  status: ProbeStatus
  /** A stable word for what was found, such as `dns_failed`; the same finding has the same word. */
  finding: string
  message: string
  /** Facts that show why. Public values only. */
  evidence: Record<string, string | number | boolean | null>
  suggestions: DoctorSuggestion[]
  durationMs: number
}

/** A check whose outcome differs from that of the last good report. */
export type DoctorChange = { name: DoctorCheckName; from: ProbeStatus; to: ProbeStatus }

export type DoctorReport = {
  overall: DoctorVerdict
  message: string
  checks: DoctorCheckResult[]
  /** Against the last report that was healthy; empty when there is none. */
  changes: DoctorChange[]
  startedAt: Date
  durationMs: number
}
