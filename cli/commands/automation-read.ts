import { request } from '../client'
import { usageError } from '../errors'
import type { CliAutomationDryRunQuery, RunState } from '../generated/graphql'
import { printList, printOne, settleView, type View } from '../output'
import { readAutomationFile } from './automation-file'
import { automationQuery, automationsQuery, dryRunQuery, runQuery, runsQuery } from './automation-queries'
import { automationDetails, automationView, runDetails, runView, wholeRunView } from './automation-views'
import { type Run, requireArgument } from './command'

/** `inthub automation …`, the verbs that read. */
type ListOptions = { project?: string; text?: string; limit?: number }

export async function list({ io, session, options }: Run<ListOptions>): Promise<void> {
  settleView(io, automationView)
  const { project, text, limit = 50 } = options
  const wanted = { first: limit, ...(project && { project }), ...(text && { text }) }
  const { automations } = await request(session, automationsQuery, wanted)
  const rows = automations.edges.map(({ node }) => node)
  await printList(io, automationView, rows, { total: automations.totalCount, ...automations.pageInfo })
}

export async function show({ io, session, args }: Run<object>): Promise<void> {
  settleView(io, automationView)
  const { automation } = await request(session, automationQuery, { id: requireArgument(args, 0, 'automation') })
  await printOne(io, automationView, automation, automationDetails(automation))
}

export async function runs({ io, session, args, options }: Run<{ state?: string; limit?: number }>): Promise<void> {
  settleView(io, runView)
  const { state, limit = 50 } = options
  const [automation] = args
  const { automationRuns } = await request(session, runsQuery, {
    first: limit,
    ...(automation && { automation }),
    ...(state && { states: [state.toUpperCase() as RunState] }),
  })
  const rows = automationRuns.edges.map(({ node }) => node)
  await printList(io, runView, rows, { total: automationRuns.totalCount, ...automationRuns.pageInfo })
}

export async function run({ io, session, args }: Run<object>): Promise<void> {
  settleView(io, wholeRunView)
  const { automationRun } = await request(session, runQuery, { id: requireArgument(args, 0, 'run') })
  await printOne(io, wholeRunView, automationRun, runDetails(automationRun))
}

type Dry = CliAutomationDryRunQuery['dryRunAutomation'][number]

const wouldBe = ({ holds, problem }: Dry) => (holds === null ? `problem: ${problem}` : holds ? 'runs' : 'does not hold')

function stepsIn({ steps }: Dry): string {
  const told = steps.map(({ name, wouldRun, problem, input }) =>
    wouldRun ? `${name}: ${JSON.stringify(input)}` : `${name}: ${problem ?? 'left out'}`,
  )
  return told.join('; ') || '-'
}

const dryView: View<Dry> = {
  name: ({ eventId }) => eventId,
  columns: [
    { name: 'event', text: ({ eventType }) => eventType },
    { name: 'when', text: ({ time }, io) => io.when(time) },
    { name: 'condition', text: wouldBe },
    { name: 'steps', text: stepsIn, flexible: true },
    { name: 'id', text: ({ eventId }) => eventId, wide: true },
  ],
  fields: {
    eventId: ({ eventId }) => eventId,
    eventType: ({ eventType }) => eventType,
    time: ({ time }) => time,
    summary: ({ summary }) => summary,
    holds: ({ holds }) => holds,
    problem: ({ problem }) => problem,
    steps: ({ steps }) => steps,
  },
}

type DryOptions = { file?: string; project?: string; last?: number }

export async function dryRun({ io, session, args, options }: Run<DryOptions>): Promise<void> {
  settleView(io, dryView)
  const [automation] = args
  const file = options.file === undefined ? null : await readAutomationFile(options.file)
  if (!automation && !file) throw usageError('Name an automation, or give a file with --file.')
  const project = options.project ?? file?.project
  const { dryRunAutomation } = await request(session, dryRunQuery, {
    ...(automation && { automation }),
    ...(project && { project }),
    ...(file && { definition: file.definition }),
    ...(options.last && { last: options.last }),
  })
  await printList(io, dryView, dryRunAutomation, { total: dryRunAutomation.length })
}
