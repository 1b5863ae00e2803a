import { request } from '../client'
import type { ActorKind, CallFieldsFragment, CallFilter, CallListQuery } from '../generated/graphql'
import { lower, milliseconds } from '../health-words'
import type { Io } from '../io'
import { asDetails, type Detail, printList, printOne, settleView, toTable, type View } from '../output'
import type { Session } from '../session'
import { plainText } from '../terminal'
import { callQuery, callsQuery } from './call-queries'
import { type Run, requireArgument } from './command'
import { isForPrograms } from './operation-run'

/** `inthub integration calls`: the log of calls, and one of them with its attempts. */
type Call = CallFieldsFragment
type Attempt = Call['attempts'][number]
export type CallsOptions = {
  outcome?: string
  kind?: string
  operation?: string
  caller?: string
  status?: number
  since?: Date
  text?: string
  limit?: number
}

const whatOf = ({ method, path, operation }: Call) =>
  operation ? `${operation} (${method} ${path})` : `${method} ${path}`
const outcomeColors = { SUCCESS: 'green', FAILURE: 'red', REFUSED: 'yellow' } as const satisfies Record<
  Call['outcome'],
  keyof Io['colors']
>
const actorOf = ({ kind, name, id }: { kind: ActorKind; name: string; id?: string | null }) => ({
  ...{ kind: lower(kind), name },
  ...(id && { id }),
})

const callView: View<Call> = {
  name: (call) => call.id,
  columns: [
    { name: 'time', text: (call, io) => io.instant(new Date(call.at)) },
    {
      name: 'outcome',
      text: (call) => call.outcome.toLowerCase(),
      paint: (text, call, io) => io.colors[outcomeColors[call.outcome]](text),
    },
    { name: 'status', text: (call) => String(call.status ?? '-') },
    { name: 'what', text: whatOf, flexible: true },
    { name: 'tries', text: (call) => String(call.attempts.length) },
    { name: 'duration', text: (call) => milliseconds(call.durationMs) },
    { name: 'caller', text: (call) => call.actor.name, flexible: true },
    { name: 'message', text: (call) => call.failure?.message ?? '', flexible: true, wide: true },
    { name: 'id', text: (call) => call.id, wide: true },
  ],
  fields: {
    id: (call) => call.id,
    integrationId: (call) => call.integrationId,
    at: (call) => call.at,
    kind: (call) => lower(call.kind),
    operation: (call) => call.operation,
    actor: (call) => actorOf(call.actor),
    priority: (call) => lower(call.priority),
    method: (call) => call.method,
    path: (call) => call.path,
    outcome: (call) => lower(call.outcome),
    status: (call) => call.status,
    failure: (call) => call.failure && { ...call.failure, failureClass: lower(call.failure.failureClass) },
    attempts: (call) => call.attempts,
    durationMs: (call) => call.durationMs,
    waitMs: (call) => call.waitMs,
    requestBytes: (call) => call.requestBytes,
    responseBytes: (call) => call.responseBytes,
    requestId: (call) => call.requestId,
    groupId: (call) => call.groupId,
  },
}

const attemptView: View<Attempt> = {
  name: (attempt) => String(attempt.number),
  columns: [
    { name: '#', text: (attempt) => String(attempt.number) },
    { name: 'waited', text: (attempt) => milliseconds(attempt.waitMs) },
    { name: 'took', text: (attempt) => milliseconds(attempt.durationMs) },
    { name: 'status', text: (attempt) => String(attempt.status ?? '-') },
    { name: 'message', text: (attempt) => attempt.failure?.message ?? '', flexible: true },
  ],
  fields: {},
}

const upper = (word: string | undefined) => word?.toUpperCase()

function filterOf(integration: string, options: CallsOptions): CallFilter {
  const { outcome, kind, operation, caller, status, since, text } = options
  return {
    integration,
    ...(outcome && { outcome: upper(outcome) as CallFilter['outcome'] }),
    ...(kind && { kind: upper(kind) as CallFilter['kind'] }),
    ...(operation && { operation }),
    ...(caller && { caller }),
    ...(status !== undefined && { status }),
    ...(since && { since: since.toISOString() }),
    ...(text && { text }),
  }
}

const pageSize = 100
const usualLimit = 50

async function readCalls(session: Session, filter: CallFilter, limit: number) {
  const calls: Call[] = []
  let after: string | null = null
  for (;;) {
    const first: number = Math.min(pageSize, limit - calls.length)
    const { calls: page }: CallListQuery = await request(session, callsQuery, { first, after, filter })
    calls.push(...page.edges.map(({ node }) => node))
    if (!page.pageInfo.hasNextPage || calls.length >= limit) return { calls, page: page.pageInfo }
    after = page.pageInfo.endCursor
  }
}

function detailsOf(io: Io, call: Call): Detail[] {
  const { failure } = call
  return [
    ['Call', call.id],
    ['What', plainText(whatOf(call))],
    ['Outcome', io.colors[outcomeColors[call.outcome]](`${call.outcome.toLowerCase()} ${call.status ?? ''}`.trim())],
    ...(failure ? ([['Message', plainText(failure.message)]] as const) : []),
    ...(failure?.remedy ? ([['What to do', plainText(failure.remedy)]] as const) : []),
    ['At', io.instant(new Date(call.at))],
    ['Caller', plainText(call.actor.name)],
    ['Priority', lower(call.priority) ?? '-'],
    ['Took', `${milliseconds(call.durationMs)}, ${milliseconds(call.waitMs)} of it waiting`],
    ['Bytes', `${call.requestBytes} out, ${call.responseBytes} in`],
    ['Request', plainText(call.requestId)],
  ]
}

async function showCall(io: Io, session: Session, id: string): Promise<void> {
  const { call } = await request(session, callQuery, { id })
  if (isForPrograms(io) || io.format === 'name') return printOne(io, callView, call, [])
  io.result(`${asDetails(io, detailsOf(io, call))}\n\n${await toTable(io, attemptView, call.attempts)}`)
}

export async function calls({ io, session, args, options }: Run<CallsOptions>): Promise<void> {
  settleView(io, callView)
  const id = requireArgument(args, 0, 'id')
  if (args[1] !== undefined) return showCall(io, session, args[1])
  const limit = options.limit ?? usualLimit
  const { calls: found, page } = await readCalls(session, filterOf(id, options), limit)
  await printList(io, callView, found, page)
  const more = page.hasNextPage ? '; there are more: raise --limit' : ''
  io.note(io.colors.dim(`${found.length} shown${more}`))
}
