import { request } from '../client'
import { usageError } from '../errors'
import type {
  InboundDeliveryFieldsFragment,
  InboundDeliveryFilter,
  InboundDeliveryListQuery,
  InboundDeliveryShowQuery,
} from '../generated/graphql'
import { lower } from '../health-words'
import type { Io } from '../io'
import { asDetails, type Detail, printList, printOne, settleView, type View } from '../output'
import type { Session } from '../session'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'
import { isForPrograms } from './operation-run'
import { deliveriesQuery, deliveryQuery, replayMutation } from './webhook-inbound-queries'

/** `inthub webhook inbound …`: what came in, and telling of it again. */
type Delivery = InboundDeliveryFieldsFragment
const colors = { RECEIVED: 'dim', PROCESSED: 'green', FAILED: 'red', REFUSED: 'yellow' } as const satisfies Record<
  Delivery['state'],
  keyof Io['colors']
>

const deliveryView: View<Delivery> = {
  name: (one) => one.id,
  columns: [
    { name: 'received', text: (one, io) => io.instant(new Date(one.receivedAt)) },
    {
      name: 'state',
      text: (one) => one.state.toLowerCase(),
      paint: (text, one, io) => io.colors[colors[one.state]](text),
    },
    { name: 'topic', text: (one) => one.topic ?? one.reason ?? '-', flexible: true },
    { name: 'integration', text: (one) => one.integration?.slug ?? one.integrationId },
    { name: 'bytes', text: (one) => String(one.bodyBytes) },
    { name: 'delivery', text: (one) => one.deliveryId ?? '-', flexible: true, wide: true },
    { name: 'id', text: (one) => one.id },
  ],
  fields: {
    id: (one) => one.id,
    hookId: (one) => one.hookId,
    integrationId: (one) => one.integrationId,
    receivedAt: (one) => one.receivedAt,
    processedAt: (one) => one.processedAt,
    state: (one) => lower(one.state),
    deliveryId: (one) => one.deliveryId,
    type: (one) => one.type,
    topic: (one) => one.topic,
    verified: (one) => one.verified,
    scheme: (one) => one.scheme,
    reason: (one) => one.reason,
    bodyBytes: (one) => one.bodyBytes,
    recovered: (one) => one.recovered,
    replays: (one) => one.replays,
  },
}

export type FilterOptions = {
  hook?: string
  integration?: string
  topic?: string
  state?: string
  since?: Date
}

const filterOf = ({ hook, integration, topic, state, since }: FilterOptions): InboundDeliveryFilter => ({
  ...(hook && { hook }),
  ...(integration && { integration }),
  ...(topic && { topic }),
  ...(state && { state: state.toUpperCase() as Delivery['state'] }),
  ...(since && { since: since.toISOString() }),
})

const pageSize = 100
const usualLimit = 50

async function readDeliveries(session: Session, filter: InboundDeliveryFilter, limit: number) {
  const found: Delivery[] = []
  let after: string | null = null
  for (;;) {
    const first: number = Math.min(pageSize, limit - found.length)
    const { inboundDeliveries: page }: InboundDeliveryListQuery = await request(session, deliveriesQuery, {
      ...{ first, after, filter },
    })
    found.push(...page.edges.map(({ node }) => node))
    if (!page.pageInfo.hasNextPage || found.length >= limit) return { found, page: page.pageInfo }
    after = page.pageInfo.endCursor
  }
}

export async function list({ io, session, options }: Run<FilterOptions & { limit?: number }>): Promise<void> {
  settleView(io, deliveryView)
  const { found, page } = await readDeliveries(session, filterOf(options), options.limit ?? usualLimit)
  await printList(io, deliveryView, found, page)
  io.note(io.colors.dim(`${found.length} shown${page.hasNextPage ? '; there are more: raise --limit' : ''}`))
}

type Shown = InboundDeliveryShowQuery['inboundDelivery']
const shownView: View<Shown> = {
  ...deliveryView,
  columns: [],
  fields: { ...deliveryView.fields, content: (one) => one.content },
}

const detailsOf = (io: Io, one: Shown): Detail[] => [
  ['Delivery', one.id],
  ['Topic', plainText(one.topic ?? '-')],
  ['State', io.colors[colors[one.state]](one.state.toLowerCase())],
  ['Proven', one.verified ? `by ${one.scheme}` : `no: ${one.reason ?? one.scheme ?? 'nothing proves it'}`],
  ['Received', io.instant(new Date(one.receivedAt))],
  ['Their id', plainText(one.deliveryId ?? '-')],
  ['Bytes', `${one.bodyBytes}${one.content.truncated ? ', of which the beginning is kept' : ''}`],
  ...(one.recovered ? ([['Recovered', 'fetched from the provider']] as const) : []),
  ...(one.replays > 0 ? ([['Replayed', `${one.replays} times`]] as const) : []),
]

export async function show({ io, session, args, options }: Run<{ body?: boolean }>): Promise<void> {
  settleView(io, shownView)
  const { inboundDelivery: one } = await request(session, deliveryQuery, { id: requireArgument(args, 0, 'delivery') })
  const { text, base64, headers } = one.content
  if (options.body) {
    if (base64 === null)
      throw usageError('The body is too long for this.', 'inthub api /api/v1/inbound-deliveries/<id>')
    process.stdout.write(Buffer.from(base64, 'base64'))
    return
  }
  if (isForPrograms(io) || io.format === 'name') return printOne(io, shownView, one, [])
  const lines = headers.map(({ name, value }) => plainText(`${name}: ${value}`)).join('\n')
  io.result(`${asDetails(io, detailsOf(io, one))}\n\n${lines}\n\n${text === null ? '(no text)' : plainText(text)}`)
}

type Replayed = { count: number; preview: boolean; deliveryIds: string[] }
const replayView: View<Replayed> = {
  name: (one) => String(one.count),
  columns: [],
  fields: { count: (one) => one.count, preview: (one) => one.preview, deliveryIds: (one) => one.deliveryIds },
}

export async function replay({ io, session, args, options }: Run<FilterOptions & { preview?: boolean }>) {
  settleView(io, replayView)
  if (args.length === 0 && !options.since) {
    throw usageError(
      'Say which deliveries: their ids, or --since.',
      'inthub webhook inbound replay --since 1h --preview',
    )
  }
  if (args.length > 0 && options.since) throw usageError('Give ids or --since, one of both.')
  const { replayInboundDeliveries: done } = await request(session, replayMutation, {
    input: {
      ...(args.length > 0 ? { ids: [...args] } : { filter: filterOf(options) }),
      preview: options.preview ?? false,
    },
  })
  await printOne(io, replayView, done, [[done.preview ? 'Would be replayed' : 'Replayed', String(done.count)]])
}
