import { z } from 'zod'
import { define, info, type Telling, warning } from './define'

/** Automations, what became of their runs, and what they ask people. */
const automation = { automationId: z.string(), name: z.string(), version: z.number() }
const run = {
  runId: z.string(),
  automationId: z.string(),
  automationName: z.string(),
  /** The event it ran for. */
  eventId: z.string(),
  eventType: z.string(),
}
const approval = {
  approvalId: z.string(),
  runId: z.string(),
  automationId: z.string(),
  automationName: z.string(),
  message: z.string(),
}
const failure = (summary: string): Telling => ({ level: 'error', outcome: 'failure', summary })

export const automationEvents = {
  'automation.created': define({
    description: 'An automation was created.',
    schemaVersion: 1,
    shape: z.object(automation),
    subject: (data) => data.automationId,
    tell: (data) => info(`automation "${data.name}" created`),
  }),
  'automation.updated': define({
    description: 'An automation was changed. A changed definition is a new version; runs that began go on with theirs.',
    schemaVersion: 1,
    shape: z.object({ ...automation, changed: z.array(z.string()) }),
    subject: (data) => data.automationId,
    tell: (data) => info(`automation "${data.name}" changed: ${data.changed.join(', ')}`),
  }),
  'automation.deleted': define({
    description: 'An automation was deleted, with its runs.',
    schemaVersion: 1,
    shape: z.object(automation),
    subject: (data) => data.automationId,
    tell: (data) => warning(`automation "${data.name}" deleted`),
  }),
  'automation.enabled': define({
    description: 'An automation was switched on.',
    schemaVersion: 1,
    shape: z.object(automation),
    subject: (data) => data.automationId,
    tell: (data) => info(`automation "${data.name}" enabled`),
  }),
  'automation.disabled': define({
    description: 'An automation was switched off by somebody.',
    schemaVersion: 1,
    shape: z.object(automation),
    subject: (data) => data.automationId,
    tell: (data) => warning(`automation "${data.name}" disabled`),
  }),
  'automation.paused': define({
    description: 'An automation was switched off by the hub, because its runs failed one after the other.',
    schemaVersion: 1,
    shape: z.object({ ...automation, failures: z.number(), reason: z.string() }),
    subject: (data) => data.automationId,
    tell: (data) =>
      failure(`automation "${data.name}" paused after ${data.failures} failures in a row: ${data.reason}`),
  }),
  'run.succeeded': define({
    description: 'A run of an automation came to its end.',
    schemaVersion: 1,
    shape: z.object(run),
    subject: (data) => data.runId,
    tell: (data) => info(`automation "${data.automationName}" ran for ${data.eventType}`),
  }),
  'run.failed': define({
    description: 'A run of an automation failed.',
    schemaVersion: 1,
    shape: z.object({ ...run, step: z.string().nullable(), reason: z.string() }),
    subject: (data) => data.runId,
    tell: (data) =>
      failure(`automation "${data.automationName}" failed${data.step ? ` in ${data.step}` : ''}: ${data.reason}`),
  }),
  'approval.requested': define({
    description: 'A run waits for somebody to approve what comes next.',
    schemaVersion: 1,
    shape: z.object({ ...approval, expiresAt: z.string() }),
    subject: (data) => data.approvalId,
    tell: (data) => warning(`automation "${data.automationName}" asks: ${data.message}`),
  }),
  'approval.decided': define({
    description: 'Somebody approved or rejected what a run asked for, or nobody did in time.',
    schemaVersion: 1,
    shape: z.object({
      ...approval,
      decision: z.enum(['approved', 'rejected', 'expired']),
      decidedBy: z.string().nullable(),
      comment: z.string().nullable(),
    }),
    subject: (data) => data.approvalId,
    tell: (data) => info(`${data.decision}${data.decidedBy ? ` by ${data.decidedBy}` : ''}: ${data.message}`),
  }),
} as const
