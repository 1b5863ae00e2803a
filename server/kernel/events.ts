import type { z } from 'zod'
import { automationEvents } from './event-types/automations'
import type { Level, Outcome } from './event-types/define'
import { familyEvents } from './event-types/families'
import { inboundEvents } from './event-types/inbound'
import { integrationEvents } from './event-types/integrations'
import { peopleEvents } from './event-types/people'
import { placeEvents } from './event-types/places'
import { taskEvents } from './event-types/tasks'
import { webhookEvents } from './event-types/webhooks'
import type { Id } from './ids'

export { type Level, levels, type Outcome, outcomes, type Telling } from './event-types/define'

/**
 * The catalogue of what can happen: one entry per type, with the shape of its data and the sentence people read.
 * A shape may gain optional fields; anything else is a new schemaVersion.
 */
export const eventCatalog = {
  ...integrationEvents,
  ...peopleEvents,
  ...placeEvents,
  ...taskEvents,
  ...webhookEvents,
  ...inboundEvents,
  ...automationEvents,
  ...familyEvents,
} as const

export type EventType = keyof typeof eventCatalog
export const eventTypes = Object.keys(eventCatalog) as EventType[]
export type EventData<T extends EventType> = z.infer<(typeof eventCatalog)[T]['shape']>

/** The types that stand for a family; the events of one have names of their own. */
export type EventFamily = keyof typeof familyEvents
const nouns = new Set(eventTypes.map((type) => type.split('.', 1)[0] ?? ''))
const segments = /^[a-z][a-z0-9_-]{0,39}(?:\.[a-z0-9_-]{1,60}){1,6}$/

/** The noun a name begins with; `provider` for every noun the hub has no events of its own for. */
export function eventNoun(name: string): string {
  const noun = name.split('.', 1)[0] ?? ''
  return nouns.has(noun) ? noun : 'provider'
}

/** The nouns of the catalogue, `provider` among them. */
export const eventNouns: readonly string[] = [...nouns]

/** What the catalogue says of an event with this name; the entry of its family where the name is somebody's own. */
export function eventTypeOf(name: string): EventType {
  if (Object.hasOwn(eventCatalog, name)) return name as EventType
  return eventNoun(name) === 'custom' ? 'custom.*' : 'provider.*'
}

/** What outside systems may report: what the hub keeps no account of its own of, and tasks of others. */
const reportedNouns = new Set(['task', 'vm', 'deployment'])
export type ReportedType = keyof typeof taskEvents
export const isReportedType = (name: string): name is ReportedType =>
  Object.hasOwn(eventCatalog, name) && reportedNouns.has(name.split('.', 1)[0] ?? '')

export const isCustomName = (name: string): boolean => segments.test(name) && eventNoun(name) === 'custom'

/** Whether a manifest may call a webhook so: never as the hub calls something of its own. */
export const isProviderTopic = (name: string): boolean => segments.test(name) && !nouns.has(name.split('.', 1)[0] ?? '')

export type EventActor = { kind: 'user' | 'api_key' | 'system'; id: string | null; name: string }

/** The envelope, with CloudEvents' names where it has one. Source: https://github.com/cloudevents/spec */
export type HubEvent<T extends EventType = EventType> = {
  [K in T]: {
    id: Id<'event'>
    /** Stamped by the relay when it publishes; the only cursor. A decimal string, for it may pass 2^53. */
    sequence: string
    /** What the catalogue knows it as. */
    type: K
    /** What people and machines know it as: its type, or the name of its own in a family. */
    name: string
    schemaVersion: number
    time: Date
    tenantId: Id<'tenant'>
    projectId: Id<'project'> | null
    /** The integration it concerns, where there is one. */
    integrationId: Id<'integration'> | null
    subject: string
    source: string
    actor: EventActor
    correlationId: string
    causationId: string | null
    level: Level
    outcome: Outcome
    summary: string
    data: EventData<K>
  }
}[T]

/** Names under which outside systems may know a type; accepted wherever a type is asked for. */
export const eventAliases: Record<string, EventType> = {
  'integration.status.changed': 'integration.health_changed',
  'integration.rate_limit.warning': 'integration.rate_limit_warned',
}
