import { request } from '../client'
import type { ActivityFilter, ActivityQuery, EntryFragment, Level } from '../generated/graphql'
import { lower, milliseconds } from '../health-words'
import type { Io } from '../io'
import { follow } from '../live'
import { asRecord, printList, settleView, type View } from '../output'
import type { Session } from '../session'
import { plainText } from '../terminal'
import type { Run } from './command'
import { activityQuery, activitySubscription, showQuery, tailStartQuery } from './integration-queries'

/** What happened, and what happens. Following begins where the past ends: no entry is missed and none shown twice. */
export type LogOptions = { follow?: boolean; since?: Date; level?: 'info' | 'warning' | 'error'; limit: number }

type Entry = EntryFragment

const colors = { INFO: 'dim', WARNING: 'yellow', ERROR: 'red' } as const satisfies Record<Level, keyof Io['colors']>
const levelWord = (entry: Entry) => entry.level.toLowerCase()

const entryView: View<Entry> = {
  name: (entry) => entry.id,
  columns: [
    { name: 'time', text: (entry, io) => io.instant(new Date(entry.at)) },
    { name: 'level', text: levelWord, paint: (text, entry, io) => io.colors[colors[entry.level]](text) },
    { name: 'integration', text: (entry) => entry.integrationSlug ?? '-' },
    { name: 'type', text: (entry) => entry.type },
    { name: 'summary', text: (entry) => entry.summary, flexible: true },
    { name: 'duration', text: (entry) => milliseconds(entry.durationMs), wide: true },
    { name: 'actor', text: (entry) => entry.actor.name, wide: true },
    { name: 'id', text: (entry) => entry.id, wide: true },
  ],
  fields: {
    id: (entry) => entry.id,
    at: (entry) => entry.at,
    level: levelWord,
    outcome: (entry) => lower(entry.outcome),
    type: (entry) => entry.type,
    integrationId: (entry) => entry.integrationId,
    integrationSlug: (entry) => entry.integrationSlug,
    actor: (entry) => ({ kind: lower(entry.actor.kind), name: entry.actor.name }),
    summary: (entry) => entry.summary,
    durationMs: (entry) => entry.durationMs,
    metadata: (entry) => entry.metadata,
  },
}

const levels: Record<NonNullable<LogOptions['level']>, Level> = { info: 'INFO', warning: 'WARNING', error: 'ERROR' }
const pageSize = 200

/** Newest pages first, as the hub gives them; turned round, so that time runs downwards. */
async function readPast(session: Session, filter: ActivityFilter, limit: number): Promise<Entry[]> {
  const entries: Entry[] = []
  let after: string | null = null
  while (entries.length < limit) {
    const first: number = Math.min(pageSize, limit - entries.length)
    const { activity }: ActivityQuery = await request(session, activityQuery, { first, after, filter })
    entries.push(...activity.edges.map(({ node }) => node))
    if (!activity.pageInfo.hasNextPage) break
    after = activity.pageInfo.endCursor
  }
  return entries.reverse()
}

/** One line per entry, whatever comes before or after it. */
function lineOf(io: Io, entry: Entry): string {
  if (io.format === 'name') return entry.id
  const forPeople = io.format === 'table' || (io.format === undefined && io.isTty)
  if (!forPeople) return JSON.stringify(asRecord(io, entryView, entry))
  const level = io.colors[colors[entry.level]](levelWord(entry).padEnd(7))
  const slug = plainText(entry.integrationSlug ?? '-').padEnd(16)
  return `${io.colors.dim(io.instant(new Date(entry.at)))}  ${level}  ${slug}  ${plainText(entry.summary)}`
}

const remembered = 20_000

/** A tail runs for weeks: only what could come twice is kept in mind. */
function remember(shown: Set<string>, id: string): void {
  shown.add(id)
  if (shown.size <= remembered) return
  for (const oldest of shown) {
    shown.delete(oldest)
    break
  }
}

const lastSequenceOf = async (session: Session) => (await request(session, tailStartQuery, {})).lastSequence

async function followLogs({ io, session, options }: Run<LogOptions>, filter: ActivityFilter): Promise<never> {
  // The cursor is read before the past: what happens in between is in both, and told once.
  const after = await lastSequenceOf(session)
  const past = await readPast(session, filter, options.limit)
  const shown = new Set<string>()
  const tell = (entry: Entry) => {
    if (shown.has(entry.id)) return
    remember(shown, entry.id)
    io.result(lineOf(io, entry))
  }
  for (const entry of past) tell(entry)
  let newest = past.at(-1)?.at
  const { from: _past, ...liveFilter } = filter
  return follow(session, {
    document: activitySubscription,
    variables: { filter: liveFilter },
    after,
    sequenceOf: ({ activityAdded }) => activityAdded.sequence,
    onMessage: ({ activityAdded }) => {
      newest = activityAdded.entry.at
      tell(activityAdded.entry)
    },
    onResync: async () => {
      const next = await lastSequenceOf(session)
      io.note(`${io.symbols.warn} the hub no longer keeps everything that happened meanwhile; showing what it has`)
      const missed = await readPast(session, { ...filter, ...(newest && { from: newest }) }, pageSize)
      for (const entry of missed) tell(entry)
      return next
    },
  })
}

async function filterOf(
  session: Session,
  id: string | undefined,
  { level, since }: LogOptions,
): Promise<ActivityFilter> {
  // Asked for by name, so that a name that does not exist is an error and not an empty log.
  const integration = id && (await request(session, showQuery, { id })).integration.id
  return {
    ...(integration && { integration }),
    ...(level && { minLevel: levels[level] }),
    ...(since && { from: since.toISOString() }),
  }
}

export async function logs(run: Run<LogOptions>): Promise<void> {
  const { io, session, args, options } = run
  settleView(io, entryView)
  const filter = await filterOf(session, args[0], options)
  if (options.follow) return followLogs(run, filter)
  await printList(io, entryView, await readPast(session, filter, options.limit))
}
