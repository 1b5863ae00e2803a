import { request } from '../client'
import { usageError } from '../errors'
import type { CreateWebhookEndpointInput, UpdateWebhookEndpointInput } from '../generated/graphql'
import { printList, printOne, settleView, type View } from '../output'
import { confirmByName } from '../prompts'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'
import {
  createEndpointMutation,
  deleteEndpointMutation,
  disableEndpointMutation,
  type Endpoint,
  enableEndpointMutation,
  endpointDetails,
  endpointsQuery,
  endpointView,
  findEndpoint,
  rotateSecretMutation,
  updateEndpointMutation,
} from './webhook-queries'

/** `inthub webhook list`, `show`, `create`, `update`, `enable`, `disable`, `delete` and `rotate`. */
type SettingOptions = {
  events?: string[]
  integration?: string[]
  project?: string[]
  requestHeader?: { key: string; value: string }[]
  rate?: number | 'none'
  concurrency?: number
  schedule?: number[]
  description?: string
  name?: string
}

type WithSecret = Endpoint & { secret: string | null }
const secretView: View<WithSecret> = {
  ...endpointView,
  columns: [],
  name: ({ secret, id }) => secret ?? id,
  fields: { ...endpointView.fields, secret: ({ secret }) => secret },
}

export async function list({ io, session }: Run<object>): Promise<void> {
  settleView(io, endpointView)
  const { webhookEndpoints } = await request(session, endpointsQuery, {})
  await printList(io, endpointView, webhookEndpoints, { total: webhookEndpoints.length })
}

export async function show({ io, session, args }: Run<object>): Promise<void> {
  settleView(io, endpointView)
  const endpoint = await findEndpoint(session, requireArgument(args, 0, 'endpoint'))
  await printOne(io, endpointView, endpoint, endpointDetails(endpoint, io))
}

const settingsOf = ({ integration, project, requestHeader, rate, schedule, ...rest }: SettingOptions) => ({
  ...(rest.name !== undefined && { name: rest.name }),
  ...(rest.description !== undefined && { description: rest.description }),
  ...(integration && { integrations: integration }),
  ...(project && { projects: project }),
  ...(requestHeader && { headers: Object.fromEntries(requestHeader.map(({ key, value }) => [key, value])) }),
  ...(rate !== undefined && { ratePerSecond: rate === 'none' ? null : rate }),
  ...(rest.concurrency !== undefined && { concurrency: rest.concurrency }),
  ...(schedule && { schedule }),
})

/** With the secret, where there is a new one: it is shown this once. */
async function printWithSecret({ io }: Pick<Run<object>, 'io'>, endpoint: Endpoint, secret: string | null) {
  const details = endpointDetails(endpoint, io)
  await printOne(io, secretView, { ...endpoint, secret }, secret ? [...details, ['Secret', secret]] : details)
  if (secret) io.note(io.colors.dim('Keep the secret now: it is not shown again.'))
}

export async function create(run: Run<SettingOptions & { disabled?: boolean }>): Promise<void> {
  const { io, session, args, options } = run
  settleView(io, secretView)
  const { events } = options
  if (!events) throw usageError('--events is missing: say what the endpoint hears, such as --events "github.*".')
  const input: CreateWebhookEndpointInput = {
    url: requireArgument(args, 0, 'url'),
    events,
    ...settingsOf(options),
    ...(options.disabled && { enabled: false }),
  }
  const { createWebhookEndpoint } = await request(session, createEndpointMutation, { input })
  await printWithSecret(run, createWebhookEndpoint.webhookEndpoint, createWebhookEndpoint.secret ?? null)
}

export async function update(run: Run<SettingOptions & { to?: string }>): Promise<void> {
  const { io, session, args, options } = run
  settleView(io, secretView)
  const before = await findEndpoint(session, requireArgument(args, 0, 'endpoint'))
  const input: UpdateWebhookEndpointInput = {
    ...{ id: before.id, version: before.version },
    ...(options.to && { url: options.to }),
    ...(options.events && { events: options.events }),
    ...settingsOf(options),
  }
  const { updateWebhookEndpoint } = await request(session, updateEndpointMutation, { input })
  await printWithSecret(run, updateWebhookEndpoint.webhookEndpoint, updateWebhookEndpoint.secret ?? null)
}

export async function enable({ io, session, args }: Run<object>): Promise<void> {
  settleView(io, endpointView)
  const id = requireArgument(args, 0, 'endpoint')
  const { webhookEndpoint } = (await request(session, enableEndpointMutation, { id })).enableWebhookEndpoint
  await printOne(io, endpointView, webhookEndpoint, endpointDetails(webhookEndpoint, io))
}

export async function disable({ io, session, args }: Run<object>): Promise<void> {
  settleView(io, endpointView)
  const id = requireArgument(args, 0, 'endpoint')
  const { webhookEndpoint } = (await request(session, disableEndpointMutation, { id })).disableWebhookEndpoint
  await printOne(io, endpointView, webhookEndpoint, endpointDetails(webhookEndpoint, io))
}

export async function remove({ io, session, args, options }: Run<{ yes?: boolean }>): Promise<void> {
  settleView(io, endpointView)
  const endpoint = await findEndpoint(session, requireArgument(args, 0, 'endpoint'))
  const name = plainText(endpoint.name)
  if (!options.yes) {
    await confirmByName(io, name, [`${endpoint.statistics.waiting} deliveries wait for it; they are not delivered.`])
  }
  await request(session, deleteEndpointMutation, { id: endpoint.id })
  if (io.format !== undefined) return printOne(io, endpointView, endpoint, [])
  io.result(`${io.colors.green(io.symbols.pass)} ${name} (${endpoint.id}) is deleted`)
}

export async function rotate(run: Run<{ overlap?: number; yes?: boolean }>): Promise<void> {
  const { io, session, args, options } = run
  settleView(io, secretView)
  const endpoint = await findEndpoint(session, requireArgument(args, 0, 'endpoint'))
  const overlapSeconds = options.overlap === undefined ? 86_400 : Math.round(options.overlap)
  if (!options.yes) {
    const after = overlapSeconds === 0 ? 'at once' : `${overlapSeconds} seconds from now`
    await confirmByName(io, plainText(endpoint.name), [`The secret in use signs no more ${after}.`])
  }
  const input = { id: endpoint.id, overlapSeconds }
  const { webhookEndpoint, secret } = (await request(session, rotateSecretMutation, { input })).rotateWebhookSecret
  await printWithSecret(run, webhookEndpoint, secret)
}
