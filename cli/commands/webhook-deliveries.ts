import { request } from '../client'
import { CliError, QuietExit, usageError } from '../errors'
import { exitCodes } from '../exit-codes'
import type {
  FailureClass,
  WebhookDeliveriesQuery,
  WebhookDeliveryFilter,
  WebhookDeliveryQuery,
  WebhookDeliveryState,
} from '../generated/graphql'
import { lower, milliseconds } from '../health-words'
import type { Io } from '../io'
import { type Detail, printList, printOne, settleView, type View } from '../output'
import { confirmByName } from '../prompts'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'
import {
  type Delivery,
  deliveriesQuery,
  deliveryQuery,
  deliveryView,
  findEndpoint,
  replayManyMutation,
  replayOneMutation,
  replayPreviewQuery,
  skipMutation,
  testEndpointMutation,
} from './webhook-queries'

/** `inthub webhook test`, `deliveries`, `inspect`, `replay` and `skip`. */
type FilterOptions = {
  endpoint?: string
  events?: string[]
  class?: string
  since?: Date
  until?: Date
  text?: string
  state?: string
}

const filterOf = (options: FilterOptions): WebhookDeliveryFilter => ({
  ...(options.endpoint && { endpoint: options.endpoint }),
  ...(options.events && { eventTypes: options.events }),
  ...(options.state && { states: [options.state.toUpperCase() as WebhookDeliveryState] }),
  ...(options.class && { failureClasses: [options.class.toUpperCase() as FailureClass] }),
  ...(options.since && { since: options.since.toISOString() }),
  ...(options.until && { until: options.until.toISOString() }),
  ...(options.text && { text: options.text }),
})

const pageSize = 200

export async function list({ io, session, options }: Run<FilterOptions & { limit?: number }>): Promise<void> {
  settleView(io, deliveryView)
  const { limit = 50 } = options
  const filter = filterOf(options)
  const rows: Delivery[] = []
  let after: string | null = null
  let hasNextPage = true
  while (rows.length < limit && hasNextPage) {
    const first: number = Math.min(pageSize, limit - rows.length)
    const { webhookDeliveries }: WebhookDeliveriesQuery = await request(session, deliveriesQuery, {
      ...{ first, after, filter },
    })
    rows.push(...webhookDeliveries.edges.map(({ node }) => node))
    hasNextPage = webhookDeliveries.pageInfo.hasNextPage
    after = webhookDeliveries.pageInfo.endCursor
  }
  await printList(io, deliveryView, rows, { hasNextPage, endCursor: after })
}

type Details = WebhookDeliveryQuery['webhookDelivery']
type Try = Details['tries'][number]

const detailsView: View<Details> = {
  ...deliveryView,
  columns: [],
  fields: { ...deliveryView.fields, body: ({ body }) => body, tries: ({ tries }) => tries },
}

const shortBody = 500

function tryDetails(io: Io, { number, at, status, message, timings, responseBody, responseCut }: Try): Detail[] {
  const { dnsMs, connectMs, tlsMs, waitMs, totalMs } = timings
  const parts = { name: dnsMs, connect: connectMs, tls: tlsMs, wait: waitMs }
  const told = Object.entries(parts).flatMap(([name, ms]) => (ms === null ? [] : [`${name} ${milliseconds(ms)}`]))
  const answer = `${status ?? 'no answer'} after ${milliseconds(totalMs)}${told.length > 0 ? ` (${told.join(', ')})` : ''}`
  return [
    [`Try ${number}`, `${io.instant(new Date(at))}  ${answer}`],
    ...(message ? ([['', plainText(message)]] as Detail[]) : []),
    ...(responseBody
      ? ([['', plainText(`${responseBody.slice(0, shortBody)}${responseCut ? ' …' : ''}`)]] as Detail[])
      : []),
  ]
}

function detailsOf(io: Io, delivery: Details): Detail[] {
  const { id, eventId, eventType, endpoint, endpointId, state, attempts, nextAttemptAt, tries, body } = delivery
  const next = nextAttemptAt ? `, the next ${io.when(nextAttemptAt)}` : ''
  return [
    ['Delivery', id],
    ['Event', plainText(`${eventType} (${eventId})`)],
    ['Endpoint', plainText(endpoint?.name ?? endpointId)],
    ['State', `${lower(state)} after ${attempts} ${attempts === 1 ? 'try' : 'tries'}${next}`],
    ...tries.flatMap((one) => tryDetails(io, one)),
    ['Body', body ? plainText(body.length > 2_000 ? `${body.slice(0, 2_000)} …` : body) : 'not kept any more'],
  ]
}

export async function inspect({ io, session, args, options }: Run<{ body?: boolean }>): Promise<void> {
  settleView(io, detailsView)
  const { webhookDelivery } = await request(session, deliveryQuery, { id: requireArgument(args, 0, 'delivery') })
  if (!options.body) return printOne(io, detailsView, webhookDelivery, detailsOf(io, webhookDelivery))
  if (webhookDelivery.body === null || webhookDelivery.body === undefined) {
    throw new CliError(exitCodes.notFound, 'delivery.not_found', 'The event of this delivery is not kept any more.')
  }
  io.result(webhookDelivery.body)
}

const waitMs = 20_000
const pauseMs = 250

/** Until it was tried. @throws {QuietExit} exit 10 when the endpoint did not take it */
export async function test({ io, session, args, options }: Run<{ wait?: boolean }>): Promise<void> {
  settleView(io, detailsView)
  const id = requireArgument(args, 0, 'endpoint')
  const { webhookDelivery } = (await request(session, testEndpointMutation, { id })).testWebhookEndpoint
  const end = Date.now() + waitMs
  let found = (await request(session, deliveryQuery, { id: webhookDelivery.id })).webhookDelivery
  while (options.wait !== false && found.state === 'PENDING' && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    found = (await request(session, deliveryQuery, { id: webhookDelivery.id })).webhookDelivery
  }
  await printOne(io, detailsView, found, detailsOf(io, found))
  if (options.wait === false || found.state === 'DELIVERED') return
  throw new QuietExit(found.state === 'PENDING' ? exitCodes.timedOut : exitCodes.unhealthy)
}

type ReplayOptions = FilterOptions & { dryRun?: boolean; yes?: boolean }

async function replayMany({ io, session, options }: Run<ReplayOptions>): Promise<void> {
  const filter = filterOf(options)
  if (Object.keys(filter).length === 0) {
    throw usageError('Say which: a delivery, or --endpoint, --since, --state and the like.')
  }
  const { webhookReplayPreview: count } = await request(session, replayPreviewQuery, { filter })
  if (options.dryRun || count === 0) return io.result(String(count))
  if (!options.yes) await confirmByName(io, String(count), [`${count} deliveries are sent again.`])
  const { replayWebhookDeliveries } = await request(session, replayManyMutation, { filter })
  io.result(String(replayWebhookDeliveries.count))
  io.note(io.colors.dim(`${replayWebhookDeliveries.count} deliveries are on their way again`))
}

export async function replay(run: Run<ReplayOptions>): Promise<void> {
  const { io, session, args } = run
  settleView(io, deliveryView)
  const [id] = args
  if (!id) return replayMany(run)
  const { webhookDelivery } = (await request(session, replayOneMutation, { id })).replayWebhookDelivery
  const details: Detail[] = [
    ['Delivery', webhookDelivery.id],
    ['State', lower(webhookDelivery.state) ?? '-'],
  ]
  await printOne(io, deliveryView, webhookDelivery, details)
}

export async function skip({ io, session, args, options }: Run<{ yes?: boolean }>): Promise<void> {
  const endpoint = await findEndpoint(session, requireArgument(args, 0, 'endpoint'))
  const name = plainText(endpoint.name)
  if (!options.yes) await confirmByName(io, name, [`${endpoint.statistics.waiting} deliveries that wait are left out.`])
  const { skipWebhookDeliveries } = await request(session, skipMutation, { id: endpoint.id })
  io.result(String(skipWebhookDeliveries.count))
}
