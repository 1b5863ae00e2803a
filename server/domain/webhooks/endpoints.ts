import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import { newId, toUuid } from '@/server/kernel/ids'
import { egressPolicyIn } from '../egress/service'
import { emit, eventActor } from '../events/emit'
import { likePattern, parsePatterns } from '../events/patterns'
import { unseenNouns } from '../events/visible'
import { keepKey, once, type Request } from '../idempotency/service'
import { type Filters, reaches, requireReach, requireSomewhere } from './access'
import { type CreateEndpointInput, type EndpointRow, factsOf, toEndpoint, type WebhookEndpoint } from './endpoint'
import { filtersOf } from './filters'
import { requireAllowed, requireSensible, withDefaults } from './rules'
import { makeSecret } from './secrets'
import {
  allEndpoints,
  changeEndpoint,
  insertEndpoint,
  leaveOut,
  mostEndpoints,
  namingConflicts,
  placesOf,
  projectsOf,
  removeEndpoint,
  requireEndpoint,
} from './store'

/** A row the caller has this right over. @throws {HubError} permission.denied, webhook.not_found */
export async function reachable(
  tx: TenantTx,
  ctx: Context,
  ref: string,
  permission: 'webhooks:read' | 'webhooks:write',
): Promise<EndpointRow> {
  const row = await requireEndpoint(tx, ref, permission === 'webhooks:write')
  const filters = await filtersOf(tx, row)
  // What may not even be read is not there.
  if (!reaches(ctx, 'webhooks:read', filters)) {
    requireSomewhere(ctx, 'webhooks:read')
    throw new HubError('webhook.not_found')
  }
  requireReach(ctx, permission, filters)
  return row
}

/** The endpoints the caller may see, by name. @throws {HubError} permission.denied */
export async function listEndpoints(ctx: Context): Promise<WebhookEndpoint[]> {
  requireSomewhere(ctx, 'webhooks:read')
  return inTenant(ctx, async (tx) => {
    const rows = await allEndpoints(tx)
    const seen: WebhookEndpoint[] = []
    for (const row of rows) if (reaches(ctx, 'webhooks:read', await filtersOf(tx, row))) seen.push(toEndpoint(row))
    return seen
  })
}

/** One endpoint, by id or by name. @throws {HubError} permission.denied, webhook.not_found */
export async function getEndpoint(ctx: Context, ref: string): Promise<WebhookEndpoint> {
  return inTenant(ctx, async (tx) => toEndpoint(await reachable(tx, ctx, ref, 'webhooks:read')))
}

/** The patterns as the relay matches them: each name is a pattern without a star. */
export function compiled(events: readonly string[]): string[] {
  const { names, patterns } = parsePatterns(events)
  return [...new Set([...names, ...patterns].map(likePattern))]
}

export const unseenBy = (ctx: Context): string[] => unseenNouns(ctx).map((noun) => likePattern(`${noun}.*`))

/** The places that were named. @throws {HubError} request.invalid for one that is not there or not the caller's */
export async function namedPlaces(
  tx: TenantTx,
  { projects, integrations }: Pick<CreateEndpointInput, 'projects' | 'integrations'>,
): Promise<Filters> {
  const [foundProjects, foundIntegrations] = [
    await projectsOf(tx, projects ?? []),
    await placesOf(tx, integrations ?? []),
  ]
  const missing = (path: string, found: readonly unknown[]): FieldProblem[] =>
    found.flatMap((one, at) => (one ? [] : [{ path: `${path}.${at}`, message: 'is not there' }]))
  const fields = [...missing('projects', foundProjects), ...missing('integrations', foundIntegrations)]
  if (fields.length > 0) throw new HubError('request.invalid', undefined, { fields })
  return {
    projectIds: foundProjects.flatMap((one) => one ?? []),
    integrations: foundIntegrations.flatMap((one) => one ?? []),
  }
}

/** The next free name that begins so. */
async function freeName(tx: TenantTx, stem: string): Promise<string> {
  const taken = new Set((await allEndpoints(tx)).map(({ name }) => name.toLowerCase()))
  for (let at = 1; at <= mostEndpoints + 1; at++) {
    const name = at === 1 ? stem : `${stem}-${at}`
    if (!taken.has(name.toLowerCase())) return name
  }
  throw new HubError('webhook.limit_reached')
}

export type CreatedEndpoint = { endpoint: WebhookEndpoint; secret: string | null }

/**
 * Tells an address of events from now on. The answer has the secret its deliveries are signed with, this once; a
 * repetition of the request with the same key has it no more.
 *
 * @throws {HubError} permission.denied, request.invalid, webhook.name_taken, webhook.limit_reached, request.key_reused
 * @emits webhook.created
 */
export async function createEndpoint(ctx: Context, input: CreateEndpointInput): Promise<CreatedEndpoint> {
  requireSensible(input)
  const { idempotencyKey: key, ...body } = input
  const request = { key, operation: 'createWebhookEndpoint', noun: 'webhookEndpoint', body } as const
  return once(ctx, request, {
    again: async (id) => ({ endpoint: await getEndpoint(ctx, id), secret: null }),
    run: () => makeEndpoint(ctx, input, request),
  })
}

async function makeEndpoint(
  ctx: Context,
  input: CreateEndpointInput,
  request: Request<'webhookEndpoint'>,
): Promise<CreatedEndpoint> {
  const { filters, egress } = await inTenant(ctx, async (tx) => {
    const places = await namedPlaces(tx, input)
    requireReach(ctx, 'webhooks:write', places)
    return { filters: places, egress: await egressPolicyIn(tx, ctx) }
  })
  await requireAllowed(input.url, egress)
  return namingConflicts(() =>
    inTenant(ctx, async (tx) => {
      const id = newId('webhookEndpoint')
      await keepKey(tx, ctx, request, id)
      const enabled = input.enabled ?? true
      const row = await insertEndpoint(tx, {
        id,
        tenantId: ctx.tenantId,
        name: input.name?.trim() || (await freeName(tx, new URL(input.url).host.slice(0, 90))),
        description: input.description?.trim() || null,
        url: input.url,
        events: [...input.events],
        likes: compiled(input.events),
        unseen: unseenBy(ctx),
        integrationIds: filters.integrations.map((place) => toUuid(place.id)),
        projectIds: filters.projectIds.map(toUuid),
        headers: { ...input.headers },
        ...withDefaults(input),
        enabled,
        ...(!enabled && { disabledReason: 'person' as const, disabledAt: new Date() }),
        owner: eventActor(ctx),
        createdBy: ctx.actor.name,
      })
      const secret = await makeSecret(tx, ctx, id)
      await emit(tx, ctx, 'webhook.created', { data: { ...factsOf(row), events: row.events } })
      return { endpoint: toEndpoint(row), secret }
    }),
  )
}

/**
 * Switches an endpoint on: what waits for it is sent, and its failures are forgotten. Whoever does it answers for it
 * from now on. Doing it again changes nothing.
 *
 * @throws {HubError} permission.denied, webhook.not_found, request.invalid
 * @emits webhook.enabled
 */
export async function enableEndpoint(ctx: Context, ref: string): Promise<WebhookEndpoint> {
  const { url, egress } = await inTenant(ctx, async (tx) => {
    const row = await reachable(tx, ctx, ref, 'webhooks:write')
    return { url: row.url, egress: await egressPolicyIn(tx, ctx) }
  })
  await requireAllowed(url, egress)
  return inTenant(ctx, async (tx) => {
    const row = await reachable(tx, ctx, ref, 'webhooks:write')
    if (row.enabled) return toEndpoint(row)
    const changed = await changeEndpoint(tx, row.id, {
      enabled: true,
      disabledReason: null,
      disabledAt: null,
      failures: 0,
      failingSince: null,
      pausedUntil: null,
      owner: eventActor(ctx),
      unseen: unseenBy(ctx),
    })
    await emit(tx, ctx, 'webhook.enabled', { data: factsOf(row) })
    return toEndpoint(changed)
  })
}

/**
 * Switches an endpoint off: events from now on are not for it, and what waits for it waits. Doing it again changes nothing.
 *
 * @throws {HubError} permission.denied, webhook.not_found
 * @emits webhook.disabled
 */
export async function disableEndpoint(ctx: Context, ref: string): Promise<WebhookEndpoint> {
  return inTenant(ctx, async (tx) => {
    const row = await reachable(tx, ctx, ref, 'webhooks:write')
    if (!row.enabled) return toEndpoint(row)
    const set = { enabled: false, disabledReason: 'person' as const, disabledAt: new Date() }
    const changed = await changeEndpoint(tx, row.id, set)
    await emit(tx, ctx, 'webhook.disabled', { data: { ...factsOf(row), reason: 'person', message: null } })
    return toEndpoint(changed)
  })
}

/**
 * Deletes an endpoint with its secrets. What was not delivered to it yet is not delivered any more.
 *
 * @throws {HubError} permission.denied, webhook.not_found
 * @emits webhook.deleted
 */
export async function deleteEndpoint(ctx: Context, ref: string): Promise<WebhookEndpoint> {
  return inTenant(ctx, async (tx) => {
    const row = await reachable(tx, ctx, ref, 'webhooks:write')
    await leaveOut(tx, ctx, { endpointId: row.id, message: 'The endpoint was deleted.' })
    await removeEndpoint(tx, row.id)
    await emit(tx, ctx, 'webhook.deleted', { data: factsOf(row) })
    return toEndpoint(row)
  })
}
