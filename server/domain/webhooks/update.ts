import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { toUuid } from '@/server/kernel/ids'
import { egressPolicyIn } from '../egress/service'
import { emit, eventActor } from '../events/emit'
import { requireReach } from './access'
import { type EndpointRow, factsOf, toEndpoint, type UpdateEndpointInput, type WebhookEndpoint } from './endpoint'
import { compiled, namedPlaces, reachable, unseenBy } from './endpoints'
import { filtersOf } from './filters'
import { requireAllowed, requireSensible, withDefaults } from './rules'
import { replaceSecret } from './secrets'
import { changeEndpoint, namingConflicts } from './store'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The columns a change sets; a field that is not named stays, null takes a limit or a text away. */
function columnsOf(row: EndpointRow, input: UpdateEndpointInput): Partial<EndpointRow> {
  const usual = withDefaults(input)
  const wanted: Partial<EndpointRow> = {
    ...(input.name != null && { name: input.name.trim() }),
    ...(input.description !== undefined && { description: input.description?.trim() || null }),
    ...(input.url != null && { url: input.url }),
    ...(input.events != null && { events: [...input.events], likes: compiled(input.events) }),
    ...(input.headers != null && { headers: { ...input.headers } }),
    ...(input.payloadVersion != null && { payloadVersion: usual.payloadVersion }),
    ...(input.concurrency !== undefined && { concurrency: usual.concurrency }),
    ...(input.ratePerSecond !== undefined && { ratePerSecond: usual.ratePerSecond }),
    ...(input.schedule !== undefined && { schedule: usual.schedule }),
  }
  const differing = Object.entries(wanted).filter(([column, value]) => !same(row[column as keyof EndpointRow], value))
  return Object.fromEntries(differing)
}

async function placeColumns(tx: TenantTx, ctx: Context, row: EndpointRow, input: UpdateEndpointInput) {
  if (input.projects == null && input.integrations == null) return {}
  const named = await namedPlaces(tx, input)
  const columns = {
    ...(input.projects != null && { projectIds: named.projectIds.map(toUuid) }),
    ...(input.integrations != null && { integrationIds: named.integrations.map(({ id }) => toUuid(id)) }),
  }
  // Who may touch it now has to be able to touch it afterwards: nobody widens what they hold.
  requireReach(ctx, 'webhooks:write', await filtersOf(tx, { ...row, ...columns }))
  return Object.fromEntries(
    Object.entries(columns).filter(([column, value]) => !same(row[column as keyof EndpointRow], value)),
  )
}

const shownName: Record<string, string> = { integrationIds: 'integrations', projectIds: 'projects' }
/** Of what was changed, the names people know; a header's value and a URL are nobody's business here. */
const changedNames = (columns: object) =>
  Object.keys(columns).flatMap((column) => (column === 'likes' ? [] : [shownName[column] ?? column]))

export type UpdatedEndpoint = {
  endpoint: WebhookEndpoint
  /** A new one, because the host changed: whoever had the old one has no business with the new host. */
  secret: string | null
}

async function apply(
  tx: TenantTx,
  ctx: Context,
  row: EndpointRow,
  input: UpdateEndpointInput,
): Promise<UpdatedEndpoint> {
  if (row.version !== input.version) throw new HubError('webhook.version_stale')
  const columns: Partial<EndpointRow> = { ...columnsOf(row, input), ...(await placeColumns(tx, ctx, row, input)) }
  const changed = changedNames(columns)
  if (changed.length === 0) return { endpoint: toEndpoint(row), secret: null }
  const isElsewhere = columns.url !== undefined && new URL(columns.url).host !== new URL(row.url).host
  const answering = { owner: eventActor(ctx), unseen: unseenBy(ctx) }
  const forgiven = columns.url === undefined ? {} : { failures: 0, failingSince: null, pausedUntil: null }
  const now = await changeEndpoint(tx, row.id, { ...columns, ...answering, ...forgiven })
  const replaced = isElsewhere ? await replaceSecret(tx, ctx, { endpointId: row.id, overlapSeconds: 0 }) : null
  await emit(tx, ctx, 'webhook.updated', { data: { ...factsOf(now), changed } })
  if (replaced) {
    const data = { ...factsOf(now), secretVersion: replaced.version, overlapSeconds: 0 }
    await emit(tx, ctx, 'webhook.secret_rotated', { data })
  }
  return { endpoint: toEndpoint(now), secret: replaced?.secret ?? null }
}

/**
 * Changes an endpoint. Whoever does it answers for it from now on. Another host gets another secret, which is only in
 * this answer.
 *
 * @throws {HubError} permission.denied, webhook.not_found, webhook.version_stale, webhook.name_taken, request.invalid
 * @emits webhook.updated, webhook.secret_rotated
 */
export async function updateEndpoint(ctx: Context, input: UpdateEndpointInput): Promise<UpdatedEndpoint> {
  const { url } = input
  requireSensible(input)
  if (url != null) {
    const egress = await inTenant(ctx, async (tx) => {
      await reachable(tx, ctx, input.id, 'webhooks:write')
      return egressPolicyIn(tx, ctx)
    })
    await requireAllowed(url, egress)
  }
  return namingConflicts(() =>
    inTenant(ctx, async (tx) => apply(tx, ctx, await reachable(tx, ctx, input.id, 'webhooks:write'), input)),
  )
}
