import type { CliApprovalFragment, CliAutomationFragment, CliAutomationRunFragment } from '../generated/graphql'
import { lower } from '../health-words'
import type { Detail, View } from '../output'
import { plainText } from '../terminal'

/** How automations, their runs and what these ask are shown. */
type Automation = CliAutomationFragment
type Run = CliAutomationRunFragment
type Approval = CliApprovalFragment

const stateOf = ({ enabled, pausedReason }: Automation) =>
  enabled ? 'enabled' : pausedReason === null ? 'disabled' : 'paused'

const eventsOf = ({ definition }: Automation): string[] => {
  const { trigger } = definition as { trigger?: { events?: string[] } }
  return trigger?.events ?? []
}

export const automationView: View<Automation> = {
  name: ({ name }) => name,
  columns: [
    { name: 'name', text: ({ name }) => name, flexible: true },
    { name: 'state', text: stateOf },
    { name: 'events', text: (one) => eventsOf(one).join(', '), flexible: true },
    { name: 'version', text: ({ version }) => String(version) },
    { name: 'changed', text: ({ updatedAt }, io) => io.when(updatedAt) },
    { name: 'id', text: ({ id }) => id, wide: true },
    { name: 'saved by', text: ({ savedBy }) => savedBy.name, wide: true },
  ],
  fields: {
    id: ({ id }) => id,
    projectId: ({ projectId }) => projectId,
    name: ({ name }) => name,
    description: ({ description }) => description,
    enabled: ({ enabled }) => enabled,
    pausedReason: ({ pausedReason }) => pausedReason,
    failuresInRow: ({ failuresInRow }) => failuresInRow,
    version: ({ version }) => version,
    definition: ({ definition }) => definition,
    savedBy: ({ savedBy }) => savedBy.name,
    createdAt: ({ createdAt }) => createdAt,
    updatedAt: ({ updatedAt }) => updatedAt,
  },
}

export const automationDetails = (one: Automation): Detail[] => [
  ['name', plainText(one.name)],
  ['id', one.id],
  ['state', stateOf(one)],
  ...(one.pausedReason ? [['because', plainText(one.pausedReason)] as const] : []),
  ['events', plainText(eventsOf(one).join(', '))],
  ['version', String(one.version)],
  ['saved by', plainText(one.savedBy.name)],
  ['definition', plainText(JSON.stringify(one.definition))],
]

const colors = {
  QUEUED: 'dim',
  RUNNING: 'cyan',
  WAITING: 'yellow',
  SUCCEEDED: 'green',
  FAILED: 'red',
  SKIPPED: 'dim',
} as const

const runFields = {
  id: ({ id }: Run) => id,
  automationId: ({ automationId }: Run) => automationId,
  version: ({ version }: Run) => version,
  eventId: ({ eventId }: Run) => eventId,
  eventType: ({ eventType }: Run) => eventType,
  state: ({ state }: Run) => lower(state),
  reason: ({ reason }: Run) => reason,
  depth: ({ depth }: Run) => depth,
  createdAt: ({ createdAt }: Run) => createdAt,
  startedAt: ({ startedAt }: Run) => startedAt,
  endedAt: ({ endedAt }: Run) => endedAt,
}

export const runView: View<Run> = {
  name: ({ id }) => id,
  columns: [
    { name: 'id', text: ({ id }) => id },
    {
      name: 'state',
      text: ({ state }) => state.toLowerCase(),
      paint: (text, run, io) => io.colors[colors[run.state]](text),
    },
    { name: 'event', text: ({ eventType }) => eventType, flexible: true },
    { name: 'reason', text: ({ reason }) => reason ?? '-', flexible: true },
    { name: 'created', text: ({ createdAt }, io) => io.when(createdAt) },
    { name: 'automation', text: ({ automationId }) => automationId, wide: true },
  ],
  fields: runFields,
}

type Step = { name: string; action: string; state: string; attempts: number; output: unknown; error: string | null }
export type WholeRun = Run & { steps: Step[]; approvals: Approval[] }

export const wholeRunView: View<WholeRun> = {
  name: ({ id }) => id,
  columns: [],
  fields: {
    ...runFields,
    steps: ({ steps }) => steps.map((step) => ({ ...step, state: step.state.toLowerCase() })),
    approvals: ({ approvals }) => approvals.map((asked) => ({ ...asked, state: asked.state.toLowerCase() })),
  },
}

export const runDetails = ({ steps, approvals, ...run }: WholeRun): Detail[] => [
  ['id', run.id],
  ['state', run.state.toLowerCase()],
  ...(run.reason ? [['reason', plainText(run.reason)] as const] : []),
  ['event', `${plainText(run.eventType)} ${run.eventId}`],
  ...steps.map(
    ({ name, action, state, error }): Detail => [
      `step ${plainText(name)}`,
      `${action}: ${state.toLowerCase()}${error ? `: ${plainText(error)}` : ''}`,
    ],
  ),
  ...approvals.map(
    ({ id, message, state }): Detail => ['asks', `${plainText(message)} (${state.toLowerCase()}, ${id})`],
  ),
]

export const approvalView: View<Approval> = {
  name: ({ id }) => id,
  columns: [],
  fields: {
    id: ({ id }) => id,
    runId: ({ runId }) => runId,
    message: ({ message }) => message,
    state: ({ state }) => lower(state),
    requestedAt: ({ requestedAt }) => requestedAt,
    expiresAt: ({ expiresAt }) => expiresAt,
    decidedBy: ({ decidedBy }) => decidedBy?.name ?? null,
    comment: ({ comment }) => comment,
  },
}

export const approvalDetails = ({ id, message, state, comment }: Approval): Detail[] => [
  ['id', id],
  ['asked', plainText(message)],
  ['state', state.toLowerCase()],
  ...(comment ? [['comment', plainText(comment)] as const] : []),
]
