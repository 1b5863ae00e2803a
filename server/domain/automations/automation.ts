import type { ApprovalState, RunState, StepState } from '@/server/kernel/automations'
import type { EventActor } from '@/server/kernel/events'
import type { Id } from '@/server/kernel/ids'
import type { PageInput } from '@/server/kernel/page'
import type { Definition } from './definition'

/** A rule: when such an event happens, and the condition holds, then these steps. */
export type Automation = {
  id: Id<'automation'>
  projectId: Id<'project'>
  name: string
  description: string | null
  enabled: boolean
  /** Why the hub switched it off; null when a person did, or nobody. */
  pausedReason: string | null
  failuresInRow: number
  version: number
  definition: Definition
  /** Its steps act with at most what they may do now. */
  savedBy: EventActor
  createdBy: string
  createdAt: Date
  updatedAt: Date
}

export type CreateAutomationInput = {
  name: string
  description?: string | null | undefined
  /** Slug or id; the default project when absent. */
  project?: string | null | undefined
  definition: unknown
  enabled?: boolean | null | undefined
  idempotencyKey?: string | null | undefined
}

export type UpdateAutomationInput = {
  id: string
  /** Refuses when somebody else changed it since; absent: whatever it is now. */
  version?: number | null | undefined
  name?: string | null | undefined
  description?: string | null | undefined
  definition?: unknown
}

export type ListAutomationsInput = PageInput & {
  project?: string | null | undefined
  enabled?: boolean | null | undefined
  text?: string | null | undefined
}

/** One automation for one event. */
export type Run = {
  id: Id<'run'>
  projectId: Id<'project'>
  automationId: Id<'automation'>
  version: number
  eventId: Id<'event'>
  eventType: string
  state: RunState
  /** Why it was skipped or failed. */
  reason: string | null
  depth: number
  correlationId: string
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
}

export type RunStep = {
  position: number
  name: string
  action: string
  state: StepState
  attempts: number
  input: unknown
  output: unknown
  error: string | null
  startedAt: Date
  waitsUntil: Date | null
  endedAt: Date | null
}

export type Approval = {
  id: Id<'approval'>
  projectId: Id<'project'>
  runId: Id<'run'>
  message: string
  state: ApprovalState
  requestedAt: Date
  expiresAt: Date
  decidedBy: EventActor | null
  decidedAt: Date | null
  comment: string | null
}

export type ListRunsInput = PageInput & {
  automation?: string | null | undefined
  states?: readonly RunState[] | null | undefined
}

export type ListApprovalsInput = PageInput & { states?: readonly ApprovalState[] | null | undefined }
