import { z } from 'zod'
import { define, info, type Telling } from './define'

/**
 * Work that has a beginning and an end: tasks, which the hub keeps itself, and machines and deployments, which outside
 * systems report.
 */
const failure = (summary: string): Telling => ({ level: 'error', outcome: 'failure', summary })
const text = z.string().min(1).max(200)
const link = z.url({ protocol: /^https?$/ }).max(2_000)

const task = {
  taskId: text,
  title: z.string().max(200),
  /** Addresses at the provider, as people open them. */
  pullRequest: link.nullable().default(null),
  issue: link.nullable().default(null),
  message: z.string().max(2_000).nullable().default(null),
}
const vm = { vmId: text, vmName: text.optional(), message: z.string().max(2_000).nullable().default(null) }
const nameOfVm = ({ vmId, vmName }: { vmId: string; vmName?: string | undefined }) => vmName ?? vmId
const deployment = {
  deploymentId: text,
  service: text,
  environment: text.optional(),
  version: text.optional(),
  message: z.string().max(2_000).nullable().default(null),
}
type Deployment = { service: string; version?: string | undefined; environment?: string | undefined }
const what = ({ service, version, environment }: Deployment) =>
  `${service}${version ? ` ${version}` : ''}${environment ? ` in ${environment}` : ''}`
const because = (message: string | null) => (message ? `: ${message}` : '')

export const taskEvents = {
  'task.created': define({
    description: 'A task was created.',
    schemaVersion: 1,
    shape: z.object(task),
    subject: (data) => data.taskId,
    tell: (data) => info(`task "${data.title}" created`),
  }),
  'task.started': define({
    description: 'Somebody or something began to work on a task.',
    schemaVersion: 1,
    shape: z.object(task),
    subject: (data) => data.taskId,
    tell: (data) => info(`task "${data.title}" started`),
  }),
  'task.completed': define({
    description: 'A task was completed.',
    schemaVersion: 1,
    shape: z.object(task),
    subject: (data) => data.taskId,
    tell: (data) => info(`task "${data.title}" completed${because(data.message)}`),
  }),
  'task.failed': define({
    description: 'A task failed.',
    schemaVersion: 1,
    shape: z.object(task),
    subject: (data) => data.taskId,
    tell: (data) => failure(`task "${data.title}" failed${because(data.message)}`),
  }),
  'vm.created': define({
    description: 'A virtual machine was created; reported by an outside system.',
    schemaVersion: 1,
    shape: z.object(vm),
    subject: (data) => data.vmId,
    tell: (data) => info(`machine ${nameOfVm(data)} created`),
  }),
  'vm.started': define({
    description: 'A virtual machine was started; reported by an outside system.',
    schemaVersion: 1,
    shape: z.object(vm),
    subject: (data) => data.vmId,
    tell: (data) => info(`machine ${nameOfVm(data)} started`),
  }),
  'vm.stopped': define({
    description: 'A virtual machine was stopped; reported by an outside system.',
    schemaVersion: 1,
    shape: z.object(vm),
    subject: (data) => data.vmId,
    tell: (data) => info(`machine ${nameOfVm(data)} stopped`),
  }),
  'vm.failed': define({
    description: 'A virtual machine could not be created or failed; reported by an outside system.',
    schemaVersion: 1,
    shape: z.object(vm),
    subject: (data) => data.vmId,
    tell: (data) => failure(`machine ${nameOfVm(data)} failed${because(data.message)}`),
  }),
  'deployment.started': define({
    description: 'A deployment began; reported by an outside system.',
    schemaVersion: 1,
    shape: z.object(deployment),
    subject: (data) => data.deploymentId,
    tell: (data) => info(`deployment of ${what(data)} started`),
  }),
  'deployment.completed': define({
    description: 'A deployment came to its end; reported by an outside system.',
    schemaVersion: 1,
    shape: z.object(deployment),
    subject: (data) => data.deploymentId,
    tell: (data) => info(`deployment of ${what(data)} completed`),
  }),
  'deployment.failed': define({
    description: 'A deployment failed; reported by an outside system.',
    schemaVersion: 1,
    shape: z.object(deployment),
    subject: (data) => data.deploymentId,
    tell: (data) => failure(`deployment of ${what(data)} failed${because(data.message)}`),
  }),
} as const
