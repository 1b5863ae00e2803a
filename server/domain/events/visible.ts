import type { Context } from '@/server/kernel/context'
import { type EventType, eventAliases, eventTypes, type HubEvent } from '@/server/kernel/events'
import { allows, type Permission } from '@/server/kernel/permissions'

/** The permission that lets somebody see events of a noun. A noun that is missing here does not compile. */
type NounOf<T extends string> = T extends `${infer Noun}.${string}` ? Noun : never
const permissionToSee: Record<NounOf<EventType>, Permission> = {
  integration: 'integrations:read',
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
}

export function permissionFor(type: EventType): Permission {
  return permissionToSee[type.split('.')[0] as NounOf<EventType>]
}

/** Whether the caller may see this event, by its noun and its place. */
export function maySee(ctx: Pick<Context, 'grants'>, event: Pick<HubEvent, 'type' | 'projectId' | 'integrationId'>) {
  return allows(ctx.grants, permissionFor(event.type), {
    ...(event.projectId && { projectId: event.projectId }),
    ...(event.integrationId && { integrationId: event.integrationId }),
  })
}

/** The types that names, patterns (`integration.*`, `*`) and aliases mean; a name nobody knows means none. */
export function typesMatching(patterns: readonly string[]): EventType[] {
  return eventTypes.filter((type) =>
    patterns.some((pattern) => {
      if (pattern === '*' || pattern === type || eventAliases[pattern] === type) return true
      return pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1))
    }),
  )
}
