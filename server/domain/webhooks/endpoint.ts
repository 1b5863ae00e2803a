import type { webhookEndpoints } from '@/db/schema'
import type { EventActor } from '@/server/kernel/events'
import { fromUuid, type Id } from '@/server/kernel/ids'
import { type DisabledReason, defaultSchedule, type EndpointState, type PayloadVersion } from '@/server/kernel/webhooks'

export type EndpointRow = typeof webhookEndpoints.$inferSelect

/** Where a tenant wants to be told of events. */
export type WebhookEndpoint = {
  id: Id<'webhookEndpoint'>
  name: string
  description: string | null
  url: string
  events: string[]
  /** Empty: whichever integration it is about, or none. */
  integrationIds: Id<'integration'>[]
  projectIds: Id<'project'>[]
  payloadVersion: PayloadVersion
  headers: Record<string, string>
  ratePerSecond: number | null
  concurrency: number
  /** Seconds before each try. */
  schedule: number[]
  hasOwnSchedule: boolean
  state: EndpointState
  enabled: boolean
  disabledReason: DisabledReason | null
  disabledAt: Date | null
  owner: EventActor
  failures: number
  failingSince: Date | null
  pausedUntil: Date | null
  lastDeliveredAt: Date | null
  lastFailureAt: Date | null
  lastFailure: string | null
  version: number
  createdBy: string
  createdAt: Date
  updatedAt: Date
}

/** From so many failed tries in a row on, an endpoint is tried by one delivery at a time. */
export const failingFrom = 5

function stateOf({ enabled, failures }: EndpointRow): EndpointState {
  if (!enabled) return 'disabled'
  return failures >= failingFrom ? 'failing' : 'active'
}

export function toEndpoint(row: EndpointRow): WebhookEndpoint {
  const { tenantId: _own, likes: _likes, unseen: _unseen, rateUsedUntil: _used, schedule, pausedUntil, ...shown } = row
  return {
    ...shown,
    integrationIds: row.integrationIds.map((uuid) => fromUuid('integration', uuid)),
    projectIds: row.projectIds.map((uuid) => fromUuid('project', uuid)),
    payloadVersion: row.payloadVersion as PayloadVersion,
    schedule: schedule ?? [...defaultSchedule],
    hasOwnSchedule: schedule !== null,
    pausedUntil: pausedUntil && row.enabled && pausedUntil > new Date() ? pausedUntil : null,
    state: stateOf(row),
  }
}

/** Of a URL nobody is told more than its host: the rest of it may be a secret. */
export const factsOf = ({ id, name, url }: Pick<EndpointRow, 'id' | 'name' | 'url'>) => ({
  endpointId: id,
  name,
  host: new URL(url).host,
})

export type CreateEndpointInput = {
  url: string
  /** The host of the URL, when it is not given. */
  name?: string | null | undefined
  description?: string | null | undefined
  events: readonly string[]
  /** Ids or slugs. */
  integrations?: readonly string[] | null | undefined
  projects?: readonly string[] | null | undefined
  payloadVersion?: number | null | undefined
  headers?: Record<string, string> | null | undefined
  ratePerSecond?: number | null | undefined
  concurrency?: number | null | undefined
  schedule?: readonly number[] | null | undefined
  enabled?: boolean | null | undefined
  idempotencyKey?: string | null | undefined
}

export type UpdateEndpointInput = {
  /** Id or name. */
  id: string
  version: number
} & Partial<Omit<CreateEndpointInput, 'enabled' | 'idempotencyKey'>>
