import { request } from '../client'
import { QuietExit } from '../errors'
import { exitCodes } from '../exit-codes'
import type { HealthChangesSubscription } from '../generated/graphql'
import { paintHealth, healthText as stateText, toHealth } from '../health-words'
import type { Io } from '../io'
import { follow } from '../live'
import { asRecord, type View } from '../output'
import type { Session } from '../session'
import { plainText } from '../terminal'
import type { Run } from './command'
import { exitCodeOf, type FailOn } from './integration-check'
import { changesSubscription, tailStartQuery } from './integration-queries'

/**
 * What changes in the health of integrations, told by one stream that goes on after a lost connection where it was: for
 * the lines of a watch, for its screen, and for --fail-on.
 */
export type WatchRun = Run<FailOn & { all?: boolean; watch?: boolean }>

type HubEvent = HealthChangesSubscription['events']

/** A state that changed, or an integration that came or went. */
export type Change = {
  sequence: string
  at: string
  event: string
  integrationId: string
  slug: string
  from: string | null
  to: string | null
  message: string | null
  remedy: string | null
  failingProbe: string | null
  failureClass: string | null
  latencyMs: number | null
}

/** The state an event leaves behind where it does not say so itself. */
const stateAfter: Record<string, (data: HubEvent['data']) => string | null> = {
  'integration.health_changed': ({ to }) => words(to),
  'integration.created': ({ enabled }) => (enabled === false ? 'disabled' : 'checking'),
  'integration.enabled': () => 'checking',
  'integration.disabled': () => 'disabled',
  'integration.restored': ({ needsSecret }) => (needsSecret === true ? 'disabled' : 'checking'),
  'integration.deleted': () => null,
}

const words = (value: unknown) => (typeof value === 'string' ? value : null)

function toChange({ sequence, type, time, data }: HubEvent, before: string | null): Change {
  return {
    sequence,
    at: time,
    event: type,
    integrationId: words(data.integrationId) ?? '',
    slug: words(data.slug) ?? '',
    from: words(data.from) ?? before,
    to: stateAfter[type]?.(data) ?? null,
    message: words(data.message),
    remedy: words(data.remedy),
    failingProbe: words(data.failingProbe),
    failureClass: words(data.failureClass),
    latencyMs: typeof data.latencyMs === 'number' ? data.latencyMs : null,
  }
}

const field = (name: keyof Change) => (change: Change) => change[name]

export const changeView: View<Change> = {
  name: (change) => change.slug,
  columns: [],
  fields: {
    sequence: field('sequence'),
    at: field('at'),
    event: field('event'),
    integrationId: field('integrationId'),
    slug: field('slug'),
    from: field('from'),
    to: field('to'),
    message: field('message'),
    remedy: field('remedy'),
    failingProbe: field('failingProbe'),
    failureClass: field('failureClass'),
    latencyMs: field('latencyMs'),
  },
}

function painted(io: Io, state: string | null): string {
  const health = state && toHealth(state)
  return health ? paintHealth(stateText(health, io), health, io) : io.colors.dim(state ?? 'deleted')
}

export function changeLine(io: Io, change: Change): string {
  if (io.format === 'name') return plainText(change.slug)
  if (io.format !== 'table' && (io.format !== undefined || !io.isTty))
    return JSON.stringify(asRecord(io, changeView, change))
  const from = change.from === null ? '' : `${painted(io, change.from)} ${io.symbols.to} `
  const why = change.message ? `  ${plainText(change.message)}` : ''
  const at = io.colors.dim(io.instant(new Date(change.at)))
  return `${at}  ${plainText(change.slug).padEnd(16)}  ${from}${painted(io, change.to)}${why}`
}

/** Ends the watch with the code of the state, where --fail-on asks for it. */
function endOn({ failOn }: FailOn, change: Change): void {
  const health = failOn && change.to ? toHealth(change.to) : undefined
  if (!health) return
  const code = exitCodeOf(health, failOn)
  if (code !== exitCodes.success) throw new QuietExit(code)
}

/** What the stream says to whoever shows it. */
export type Watcher = {
  onChange(change: Change): void
  onConnection?(isUp: boolean): void
  signal: AbortSignal
}

export const lastSequenceOf = async (session: Session) => (await request(session, tailStartQuery, {})).lastSequence

export function followChanges(
  { io, session, options }: WatchRun,
  wanted: { after: string; id?: string | undefined },
  watcher: Watcher,
) {
  const known = new Map<string, string | null>()
  const { onConnection, signal } = watcher
  return follow<HealthChangesSubscription>(session, {
    document: changesSubscription,
    variables: { types: Object.keys(stateAfter) },
    after: wanted.after,
    sequenceOf: ({ events }) => events.sequence,
    onMessage: ({ events }) => {
      const id = words(events.data.integrationId)
      if (!id || (wanted.id && wanted.id !== id)) return
      const change = toChange(events, known.get(id) ?? null)
      known.set(id, change.to)
      watcher.onChange(change)
      endOn(options, change)
    },
    onResync: async () => {
      io.note(`${io.symbols.warn} the hub no longer keeps all that happened meanwhile; going on from now`)
      return lastSequenceOf(session)
    },
    ...(onConnection && { onConnection }),
    signal,
  })
}
