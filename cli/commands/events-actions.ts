import { request } from '../client'
import { usageError } from '../errors'
import { graphql } from '../generated'
import type { CliEventRowFragment, CliEventTypesQuery, Level } from '../generated/graphql'
import { lower } from '../health-words'
import type { Io } from '../io'
import { follow } from '../live'
import { asRecord, printList, settleView, type View } from '../output'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'
import { readGiven } from './given'
import { tailStartQuery } from './integration-queries'

graphql(`
  fragment CliEventRow on Event {
    id
    sequence
    type
    aliases
    schemaVersion
    time
    tenantId
    projectId
    subject
    source
    actor { kind id name }
    correlationId
    causationId
    level
    outcome
    summary
    data
  }
`)
const recentQuery = graphql(`
  query CliRecentEvents($types: [String!], $last: Int) {
    recentEvents(types: $types, last: $last) { ...CliEventRow }
  }
`)
const eventsSubscription = graphql(`
  subscription CliEvents($types: [String!], $after: String) {
    events(types: $types, after: $after) { ...CliEventRow }
  }
`)
const publishMutation = graphql(`
  mutation CliPublishEvents($input: PublishEventsInput!) {
    publishEvents(input: $input) { ids isRepeated }
  }
`)
const typesQuery = graphql(`
  query CliEventTypes {
    eventTypes { type description schemaVersion dataSchema }
  }
`)

/** `inthub events tail`, `publish` and `types`. */
type Event = CliEventRowFragment
const colors = { INFO: 'dim', WARNING: 'yellow', ERROR: 'red' } as const satisfies Record<Level, keyof Io['colors']>

const eventView: View<Event> = {
  name: ({ id }) => id,
  columns: [
    { name: 'time', text: ({ time }, io) => io.instant(new Date(time)) },
    { name: 'type', text: ({ type }) => type, paint: (text, event, io) => io.colors[colors[event.level]](text) },
    { name: 'summary', text: ({ summary }) => summary, flexible: true },
    { name: 'actor', text: ({ actor }) => actor.name, wide: true },
    { name: 'sequence', text: ({ sequence }) => sequence, wide: true },
    { name: 'id', text: ({ id }) => id },
  ],
  fields: {
    id: ({ id }) => id,
    sequence: ({ sequence }) => sequence,
    type: ({ type }) => type,
    aliases: ({ aliases }) => aliases,
    schemaVersion: ({ schemaVersion }) => schemaVersion,
    time: ({ time }) => time,
    tenantId: ({ tenantId }) => tenantId,
    projectId: ({ projectId }) => projectId,
    subject: ({ subject }) => subject,
    source: ({ source }) => source,
    actor: ({ actor }) => ({ ...actor, kind: lower(actor.kind) }),
    correlationId: ({ correlationId }) => correlationId,
    causationId: ({ causationId }) => causationId,
    level: ({ level }) => lower(level),
    outcome: ({ outcome }) => lower(outcome),
    summary: ({ summary }) => summary,
    data: ({ data }) => data,
  },
}

/** One line per event, as soon as it is there. */
function lineOf(io: Io, event: Event): string {
  if (io.format === 'name') return event.id
  const forPeople = io.format === 'table' || (io.format === undefined && io.isTty)
  if (!forPeople) return JSON.stringify(asRecord(io, eventView, event))
  const type = io.colors[colors[event.level]](plainText(event.type).padEnd(32))
  return `${io.colors.dim(io.instant(new Date(event.time)))}  ${type}  ${plainText(event.summary)}  ${io.colors.dim(event.id)}`
}

type TailOptions = { topic?: string[]; follow?: boolean; after?: string; limit?: number }

function requireSequence(after: string | undefined): void {
  if (after === undefined || /^\d{1,18}$/.test(after)) return
  throw usageError('--after takes a sequence, as events bear it.')
}

export async function tail({ io, session, options }: Run<TailOptions>): Promise<void> {
  settleView(io, eventView)
  const { topic: types, after, limit = 20 } = options
  requireSequence(after)
  if (after !== undefined && !options.follow) throw usageError('--after goes with --follow.')
  const newest = async () => (await request(session, tailStartQuery, {})).lastSequence
  const past = async () => (await request(session, recentQuery, { last: limit, ...(types && { types }) })).recentEvents
  if (!options.follow) return printList(io, eventView, await past())
  // Read before the past: where no event of these types was yet, everything from here on is new.
  const now = after ?? (await newest())
  const known = after === undefined ? await past() : []
  const start = known.at(-1)?.sequence ?? now
  for (const event of known) io.result(lineOf(io, event))
  return follow(session, {
    document: eventsSubscription,
    variables: { ...(types && { types }) },
    after: start,
    sequenceOf: ({ events }) => events.sequence,
    onMessage: ({ events }) => io.result(lineOf(io, events)),
    onResync: async () => {
      io.note(`${io.symbols.warn} the hub no longer keeps everything that happened meanwhile; it goes on from now`)
      return newest()
    },
  })
}

async function dataOf(given: string | undefined): Promise<Record<string, unknown> | undefined> {
  if (given === undefined) return undefined
  try {
    const value: unknown = JSON.parse(await readGiven(given))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch (error) {
    // Said below, without the words of the parser, which quote what was given.
    if (!(error instanceof SyntaxError)) throw error
  }
  throw usageError('--data is not an object in JSON.')
}

type PublishOptions = {
  data?: string
  subject?: string
  summary?: string
  level?: Lowercase<Level>
  idempotencyKey?: string
}

const publishedView: View<{ id: string; isRepeated: boolean }> = {
  name: ({ id }) => id,
  columns: [{ name: 'id', text: ({ id }) => id }],
  fields: { id: ({ id }) => id, isRepeated: ({ isRepeated }) => isRepeated },
}

export async function publish({ io, session, args, options }: Run<PublishOptions>): Promise<void> {
  settleView(io, publishedView)
  // The options of every command are among them, so these are named.
  const { data: given, level, subject, summary, idempotencyKey = crypto.randomUUID() } = options
  const data = await dataOf(given)
  const event = {
    type: requireArgument(args, 0, 'type'),
    ...(subject !== undefined && { subject }),
    ...(summary !== undefined && { summary }),
    ...(data && { data }),
    ...(level && { level: level.toUpperCase() as Level }),
  }
  const { publishEvents } = await request(session, publishMutation, { input: { events: [event], idempotencyKey } })
  const { ids, isRepeated } = publishEvents
  if (isRepeated) io.note(`${io.symbols.pass} already published, with the same key`)
  await printList(
    io,
    publishedView,
    ids.map((id) => ({ id, isRepeated })),
  )
}

type EventType = CliEventTypesQuery['eventTypes'][number]
const typeView: View<EventType> = {
  name: ({ type }) => type,
  columns: [
    { name: 'type', text: ({ type }) => type },
    { name: 'what happened', text: ({ description }) => description, flexible: true },
    { name: 'version', text: ({ schemaVersion }) => String(schemaVersion), wide: true },
  ],
  fields: {
    type: ({ type }) => type,
    description: ({ description }) => description,
    schemaVersion: ({ schemaVersion }) => schemaVersion,
    dataSchema: ({ dataSchema }) => dataSchema,
  },
}

export async function types({ io, session }: Run<object>): Promise<void> {
  settleView(io, typeView)
  await printList(io, typeView, (await request(session, typesQuery, {})).eventTypes)
}
