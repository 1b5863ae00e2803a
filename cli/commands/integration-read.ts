import { request } from '../client'
import { usageError } from '../errors'
import type { IntegrationFilter, IntegrationOrder, IntegrationShowQuery } from '../generated/graphql'
import { healthWords, milliseconds, toHealth } from '../health-words'
import type { Io } from '../io'
import { type Detail, type ListNote, printList, printOne, settleView, type View } from '../output'
import type { Session } from '../session'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'
import { requireMeant } from './connect-plan'
import { listQuery, showQuery, typesQuery } from './integration-queries'
import { integrationView, type Row, statusDetails } from './integration-views'

export type ListOptions = {
  type?: string[]
  state?: string[]
  label?: { key: string; value: string }[]
  text?: string
  project?: string
  environment?: string
  owner?: string
  deleted?: boolean
  sort?: string
  limit?: number
  all?: boolean
  after?: string
}

const pageSize = 200
const usualLimit = 100

function statesOf(words: readonly string[]) {
  return words.map((word) => {
    const health = toHealth(word.toLowerCase())
    if (health) return health
    throw usageError('--state names a state that does not exist.', `States: ${healthWords.join(', ')}.`)
  })
}

function filterOf({ type, state, label, text, project, environment, owner, deleted }: ListOptions): IntegrationFilter {
  return {
    ...(type && { types: type }),
    ...(state && { states: statesOf(state) }),
    ...(label && { labels: label }),
    ...(text && { text }),
    ...(project && { project }),
    ...(environment !== undefined && { environment }),
    ...(owner !== undefined && { owner }),
    ...(deleted && { deleted }),
  }
}

/** @throws {CliError} exit 2 for a type that is none, with what comes nearest */
async function typeIdsOf({ io, session }: Pick<Run<ListOptions>, 'io' | 'session'>, names: readonly string[]) {
  const { integrationTypes } = await request(session, typesQuery, {})
  return names.map((name) => {
    const { type, instance } = requireMeant(integrationTypes, name)
    if (instance && type.instances.length > 1)
      io.note(`${plainText(name)} is of the type ${type.id}, of which all are listed.`)
    return type.id
  })
}

type Wanted = { filter: IntegrationFilter; orderBy: IntegrationOrder; limit: number; after?: string | undefined }

/** Page after page, until there is enough. */
export async function readRows(session: Session, wanted: Wanted): Promise<{ rows: Row[]; page: Required<ListNote> }> {
  const { filter, orderBy, limit } = wanted
  const rows: Row[] = []
  let after = wanted.after ?? null
  for (;;) {
    const first = Math.min(pageSize, limit - rows.length)
    const { integrations } = await request(session, listQuery, { first, after, filter, orderBy })
    rows.push(...integrations.edges.map(({ node }) => node))
    const { hasNextPage, endCursor } = integrations.pageInfo
    if (!hasNextPage || rows.length >= limit)
      return { rows, page: { total: integrations.totalCount, endCursor, hasNextPage } }
    after = endCursor
  }
}

const severest = (rows: readonly Row[]) =>
  rows.find((row) => row.health === 'UNHEALTHY') ?? rows.find((row) => row.health === 'DEGRADED')

export function footer(io: Io, rows: readonly Row[], page: Required<ListNote>): void {
  const trouble = severest(rows)
  const next = trouble
    ? `next: inthub integration test ${plainText(trouble.slug)}`
    : page.total === 0
      ? 'next: inthub integration connect'
      : ''
  const more = page.hasNextPage ? ` (more: --all${page.endCursor ? ` or --after ${page.endCursor}` : ''})` : ''
  io.note(io.colors.dim(`${rows.length} shown, ${page.total} total${more}${next && ` - ${next}`}`))
}

export async function list({ io, session, options }: Run<ListOptions>): Promise<void> {
  settleView(io, integrationView)
  if (options.all && options.limit !== undefined) throw usageError('Give --limit or --all, not both.')
  const orderBy = (options.sort ?? 'name').toUpperCase() as IntegrationOrder
  const { type } = options
  const { rows, page } = await readRows(session, {
    filter: filterOf({ ...options, ...(type && { type: await typeIdsOf({ io, session }, type) }) }),
    orderBy,
    limit: options.all ? Number.MAX_SAFE_INTEGER : (options.limit ?? usualLimit),
    after: options.after,
  })
  await printList(io, integrationView, rows, page)
  footer(io, rows, page)
}

type Shown = IntegrationShowQuery['integration']

const showView: View<Shown> = {
  name: (row) => row.slug,
  columns: [],
  fields: {
    ...integrationView.fields,
    method: (row) => row.method,
    config: (row) => row.config,
    owner: (row) => row.owner,
    intervalSeconds: (row) => row.intervalSeconds,
    storedSecrets: (row) => row.storedSecrets,
    credentialStoredAt: (row) => row.credentialStoredAt,
    credentialExpiresAt: (row) => row.credentialExpiresAt,
    connectorVersion: (row) => row.connectorVersion,
    version: (row) => row.version,
    createdAt: (row) => row.createdAt,
    updatedAt: (row) => row.updatedAt,
    staleAt: (row) => row.staleAt,
    nextCheckAt: (row) => row.nextCheckAt,
    identity: (row) => row.identity,
    serviceVersion: (row) => row.serviceVersion,
  },
}

const settingText = (value: unknown) => plainText(typeof value === 'string' ? value : JSON.stringify(value))

function showDetails(row: Shown, io: Io): Detail[] {
  const optional = (label: string, value: string | null | undefined): Detail[] =>
    value ? [[label, plainText(value)]] : []
  return [
    ...statusDetails(row, io),
    ['Name', plainText(row.name)],
    ['Id', row.id],
    ['Instance', row.instance],
    ['Method', row.method],
    ...Object.entries(row.config).map(([key, value]) => [`Setting ${plainText(key)}`, settingText(value)] as const),
    [
      'Secrets',
      row.storedSecrets.length > 0
        ? `${row.storedSecrets.join(', ')} (stored ${io.when(row.credentialStoredAt)})`
        : 'none stored',
    ],
    ...optional('Secret ends', row.credentialExpiresAt && io.when(row.credentialExpiresAt)),
    ...optional('Signed in as', row.identity),
    ...optional('Service version', row.serviceVersion),
    ['Checked every', milliseconds(row.intervalSeconds * 1000).replace('.0', '')],
    ...optional('Next check', row.nextCheckAt && io.when(row.nextCheckAt)),
    ['Project', row.project.slug],
    ...optional('Environment', row.environment?.slug),
    ...optional('Labels', row.labels.map(({ key, value }) => `${key}=${value}`).join(', ')),
    ...optional('Owner', row.owner),
    ['Created', io.when(row.createdAt)],
    ['Updated', `${io.when(row.updatedAt)} (version ${row.version})`],
  ]
}

export async function show({ io, session, args }: Run<object>): Promise<void> {
  settleView(io, showView)
  const { integration } = await request(session, showQuery, { id: requireArgument(args, 0, 'id') })
  await printOne(io, showView, integration, showDetails(integration, io))
}

export async function status({ io, session, args }: Run<object>): Promise<void> {
  settleView(io, integrationView)
  const { integration } = await request(session, showQuery, { id: requireArgument(args, 0, 'id') })
  await printOne(io, integrationView, integration, statusDetails(integration, io))
}
