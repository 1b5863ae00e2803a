import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { EventActor } from '@/server/kernel/events'
import type { Id } from '@/server/kernel/ids'
import { allows, type Grant, type Permission, type Place } from '@/server/kernel/permissions'
import { grantsOfKey } from '../keys/service'
import { grantsOfUser } from '../users/service'
import type { Definition } from './definition'
import type { RunRow } from './store'

/**
 * With whose rights an automation acts: those its steps need, in its project, as long as whoever saved it holds them
 * there. They are looked at when it is saved, when an event comes, and before each step.
 */
const neededBy: Record<Definition['steps'][number]['action']['type'], readonly Permission[]> = {
  operation: ['integrations:read', 'integrations:execute'],
  call: ['integrations:read', 'integrations:execute'],
  comment: ['integrations:read', 'integrations:execute'],
  publish: ['events:publish'],
  create_task: ['tasks:read', 'tasks:write'],
  wait: [],
  approval: [],
}

export const needsOf = ({ steps }: Definition): Permission[] => [
  ...new Set(steps.flatMap(({ action }) => neededBy[action.type])),
]

/** An event of one's own belongs to no project, so the right to publish one counts for the whole tenant. */
const placeOf = (permission: Permission, projectId: Id<'project'>): Place =>
  permission === 'events:publish' ? {} : { projectId }

/** @throws {HubError} permission.denied naming what is missing */
export function requireNeeds(grants: readonly Grant[], needs: readonly Permission[], projectId: Id<'project'>): void {
  const missing = needs.filter((permission) => !allows(grants, permission, placeOf(permission, projectId)))
  if (missing.length === 0) return
  throw new HubError('permission.denied', `The steps need ${missing.join(', ')} in this project.`)
}

/** What whoever saved it may do now; nothing when they are gone. */
export async function grantsOfSaver(ctx: Pick<Context, 'tenantId'>, savedBy: EventActor): Promise<readonly Grant[]> {
  const { kind, id } = savedBy
  if (kind === 'user') return (await grantsOfUser(id as Id<'user'>, ctx.tenantId))?.grants ?? []
  if (kind === 'api_key') return (await grantsOfKey(ctx as Context, id as Id<'apiKey'>)) ?? []
  return []
}

type Acting = { name: string; savedBy: EventActor; needs: readonly Permission[] }

/**
 * The Context in which a run acts.
 *
 * @throws {HubError} permission.denied when whoever saved the automation may not do this any more
 */
export async function contextOfRun(
  run: RunRow,
  { name, savedBy, needs }: Acting,
  rest: Pick<Context, 'requestId' | 'signal'>,
): Promise<Context> {
  const held = await grantsOfSaver(run, savedBy)
  const lost = ['automations:write' as const, ...needs].filter(
    (permission) => !allows(held, permission, placeOf(permission, run.projectId)),
  )
  if (lost.length > 0) {
    throw new HubError(
      'permission.denied',
      `${savedBy.name}, who saved this automation, may not do what it needs any more (${lost.join(', ')}). Somebody who may has to save it again.`,
    )
  }
  return {
    tenantId: run.tenantId,
    actor: { kind: 'system', name: `automation ${name}` },
    grants: needs.map((permission) => ({ permission, ...placeOf(permission, run.projectId) })),
    correlationId: run.correlationId,
    causationId: run.eventId,
    ...rest,
  }
}
