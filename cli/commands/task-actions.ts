import { request } from '../client'
import { graphql } from '../generated'
import type { CliTaskRowFragment, TaskState } from '../generated/graphql'
import { lower } from '../health-words'
import { type Detail, printList, printOne, settleView, type View } from '../output'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'

graphql(`
  fragment CliTaskRow on Task {
    id
    projectId
    title
    description
    state
    pullRequest
    issue
    message
    createdBy
    version
    createdAt
    startedAt
    endedAt
  }
`)

const tasksQuery = graphql(`
  query CliTasks($states: [TaskState!], $project: String, $text: String, $first: Int) {
    tasks(states: $states, project: $project, text: $text, first: $first) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...CliTaskRow } }
    }
  }
`)
const taskQuery = graphql(`
  query CliTask($id: ID!) {
    task(id: $id) { ...CliTaskRow }
  }
`)
const createMutation = graphql(`
  mutation CliTaskCreate($input: CreateTaskInput!) {
    createTask(input: $input) { task { ...CliTaskRow } }
  }
`)
const startMutation = graphql(`
  mutation CliTaskStart($input: StartTaskInput!) {
    startTask(input: $input) { task { ...CliTaskRow } }
  }
`)
const completeMutation = graphql(`
  mutation CliTaskComplete($input: CompleteTaskInput!) {
    completeTask(input: $input) { task { ...CliTaskRow } }
  }
`)
const failMutation = graphql(`
  mutation CliTaskFail($input: FailTaskInput!) {
    failTask(input: $input) { task { ...CliTaskRow } }
  }
`)

type Task = CliTaskRowFragment
const colors = { CREATED: 'dim', STARTED: 'cyan', COMPLETED: 'green', FAILED: 'red' } as const

const taskView: View<Task> = {
  name: ({ id }) => id,
  columns: [
    { name: 'id', text: ({ id }) => id },
    {
      name: 'state',
      text: ({ state }) => state.toLowerCase(),
      paint: (text, task, io) => io.colors[colors[task.state]](text),
    },
    { name: 'title', text: ({ title }) => title, flexible: true },
    { name: 'message', text: ({ message }) => message ?? '-', flexible: true },
    { name: 'created', text: ({ createdAt }, io) => io.when(createdAt) },
    { name: 'by', text: ({ createdBy }) => createdBy, wide: true },
    { name: 'pull request', text: ({ pullRequest }) => pullRequest ?? '-', wide: true },
    { name: 'issue', text: ({ issue }) => issue ?? '-', wide: true },
  ],
  fields: {
    id: ({ id }) => id,
    projectId: ({ projectId }) => projectId,
    title: ({ title }) => title,
    description: ({ description }) => description,
    state: ({ state }) => lower(state),
    pullRequest: ({ pullRequest }) => pullRequest,
    issue: ({ issue }) => issue,
    message: ({ message }) => message,
    createdBy: ({ createdBy }) => createdBy,
    version: ({ version }) => version,
    createdAt: ({ createdAt }) => createdAt,
    startedAt: ({ startedAt }) => startedAt,
    endedAt: ({ endedAt }) => endedAt,
  },
}

/** `inthub task …`, each verb. */
type ListOptions = { state?: Lowercase<TaskState>; project?: string; text?: string; limit?: number }
type Links = { pullRequest?: string; issue?: string }

const detailsOf = (task: Task): Detail[] => [
  ['id', task.id],
  ['title', plainText(task.title)],
  ['state', task.state.toLowerCase()],
  ...(['message', 'description', 'pullRequest', 'issue'] as const).flatMap((name): Detail[] => {
    const value = task[name]
    return value ? [[name === 'pullRequest' ? 'pull request' : name, plainText(value)]] : []
  }),
  ['created by', plainText(task.createdBy)],
]

export async function list({ io, session, options }: Run<ListOptions>): Promise<void> {
  settleView(io, taskView)
  const { state, project, text, limit = 50 } = options
  const { tasks } = await request(session, tasksQuery, {
    first: limit,
    ...(state && { states: [state.toUpperCase() as TaskState] }),
    ...(project && { project }),
    ...(text && { text }),
  })
  const rows = tasks.edges.map(({ node }) => node)
  await printList(io, taskView, rows, { total: tasks.totalCount, ...tasks.pageInfo })
}

async function tell({ io }: Run<object>, task: Task): Promise<void> {
  await printOne(io, taskView, task, detailsOf(task))
}

export async function show(run: Run<object>): Promise<void> {
  settleView(run.io, taskView)
  await tell(run, (await request(run.session, taskQuery, { id: requireArgument(run.args, 0, 'task') })).task)
}

export async function create(run: Run<Links & { description?: string; project?: string }>): Promise<void> {
  settleView(run.io, taskView)
  const { description, project, pullRequest, issue } = run.options
  const said = { title: requireArgument(run.args, 0, 'title'), description, project, pullRequest, issue }
  const input = { ...said, idempotencyKey: crypto.randomUUID() }
  await tell(run, (await request(run.session, createMutation, { input })).createTask.task)
}

type Step = Run<Links & { message?: string }>

function inputOf({ args, options, io }: Step) {
  settleView(io, taskView)
  const { message, pullRequest, issue } = options
  return { id: requireArgument(args, 0, 'task'), message, pullRequest, issue }
}

export async function start(run: Step): Promise<void> {
  await tell(run, (await request(run.session, startMutation, { input: inputOf(run) })).startTask.task)
}

export async function complete(run: Step): Promise<void> {
  await tell(run, (await request(run.session, completeMutation, { input: inputOf(run) })).completeTask.task)
}

export async function fail(run: Step): Promise<void> {
  await tell(run, (await request(run.session, failMutation, { input: inputOf(run) })).failTask.task)
}
