import type { z } from 'zod'
import type { Level, Outcome } from './event-types/define'
import { integrationEvents } from './event-types/integrations'
import { peopleEvents } from './event-types/people'
import { placeEvents } from './event-types/places'
import type { Id } from './ids'

export { type Level, levels, type Outcome, outcomes } from './event-types/define'

/**
 * The catalogue of what can happen: one entry per type, with the shape of its data and the sentence people read.
 * A shape may gain optional fields; anything else is a new schemaVersion.
 */
export const eventCatalog = { ...integrationEvents, ...peopleEvents, ...placeEvents } as const

export type EventType = keyof typeof eventCatalog
export const eventTypes = Object.keys(eventCatalog) as EventType[]
export type EventData<T extends EventType> = z.infer<(typeof eventCatalog)[T]['shape']>

export type EventActor = { kind: 'user' | 'api_key' | 'system'; id: string | null; name: string }

/** The envelope, with CloudEvents' names where it has one. Source: https://github.com/cloudevents/spec */
export type HubEvent<T extends EventType = EventType> = {
  [K in T]: {
    id: Id<'event'>
    /** Stamped by the relay when it publishes; the only cursor. A decimal string, for it may pass 2^53. */
    sequence: string
    type: K
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
