import { and, inArray, or, type SQL, sql } from 'drizzle-orm'
import { textArray } from '@/db/arrays'
import { events } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import { type EventType, eventNoun, eventNouns, type HubEvent } from '@/server/kernel/events'
import { allows, type Permission, reachOf } from '@/server/kernel/permissions'

/** The permission that lets somebody see events of a noun. A noun that is missing here does not compile. */
type NounOf<T extends string> = T extends `${infer Noun}.${string}` ? Noun : never
const permissionToSee: Record<NounOf<EventType>, Permission> = {
  integration: 'integrations:read',
  provider: 'integrations:read',
  inbound_hook: 'webhooks:read',
  inbound_delivery: 'webhooks:read',
  custom: 'events:read',
  credential: 'integrations:read',
  member: 'members:read',
  session: 'members:read',
  account: 'members:read',
  invitation: 'members:read',
  tenant: 'integrations:read',
  profile: 'integrations:read',
  project: 'integrations:read',
  environment: 'integrations:read',
  api_key: 'keys:read',
  egress: 'tenant:write',
  task: 'tasks:read',
  vm: 'events:read',
  deployment: 'events:read',
  webhook: 'webhooks:read',
  delivery: 'webhooks:read',
  automation: 'automations:read',
  run: 'automations:read',
  approval: 'automations:read',
}

const permissionFor = (noun: string): Permission => permissionToSee[noun as NounOf<EventType>]

/** Whether the caller may see this event, by its noun and its place. */
export function maySee(ctx: Pick<Context, 'grants'>, event: Pick<HubEvent, 'name' | 'projectId' | 'integrationId'>) {
  return allows(ctx.grants, permissionFor(eventNoun(event.name)), {
    ...(event.projectId && { projectId: event.projectId }),
    ...(event.integrationId && { integrationId: event.integrationId }),
  })
}

/** The nouns of which these rights show nothing at all, wherever it happens. */
export const unseenNouns = ({ grants }: Pick<Context, 'grants'>): string[] =>
  eventNouns.filter((one) => !grants.some(({ permission }) => permission === permissionFor(one)))

const noun = sql`split_part(${events.type}, '.', 1)`
const others = eventNouns.filter((one) => one !== 'provider')

/** A topic of a provider begins with a noun that the hub does not have. */
const ofNouns = (nouns: readonly string[]): SQL | undefined =>
  or(
    sql`${noun} = any(${textArray(nouns)})`,
    nouns.includes('provider') ? sql`${noun} <> all(${textArray(others)})` : undefined,
  )

function rowsFor(ctx: Context, permission: Permission): SQL | undefined {
  const reach = reachOf(ctx.grants, permission)
  const nouns = eventNouns.filter((one) => permissionFor(one) === permission)
  if (reach === 'all') return ofNouns(nouns)
  const inReach = or(
    reach.projectIds.length > 0 ? inArray(events.projectId, reach.projectIds) : undefined,
    reach.integrationIds.length > 0 ? inArray(events.integrationId, reach.integrationIds) : undefined,
  )
  return inReach && and(ofNouns(nouns), inReach)
}

/** Only what the caller may see: by the noun of the event, and by project and integration. */
export function visibleRows(ctx: Context): SQL {
  const needed = new Set(eventNouns.map(permissionFor))
  return or(...[...needed].map((permission) => rowsFor(ctx, permission))) ?? sql`false`
}
