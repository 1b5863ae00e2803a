import { request } from '../client'
import { CliError, QuietExit, usageError } from '../errors'
import { type ExitCode, exitCodes } from '../exit-codes'
import type {
  FailureClass,
  ImageManifestQuery,
  ResolveTagQuery,
  ResourceListsQuery,
  ResourcesQuery,
  ResourceTroubleFragment,
  VerifyDigestQuery,
} from '../generated/graphql'
import { lower } from '../health-words'
import type { Io } from '../io'
import { type Detail, printList, printOne, settleView, type View } from '../output'
import type { Session } from '../session'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'
import { listsQuery, manifestQuery, resolveQuery, resourcesQuery, verifyQuery } from './integration-resources-queries'

/** What lies behind an integration: its lists, and what a registry knows of images. */
const exitCodeOfClass: Record<FailureClass, ExitCode> = {
  OURS: exitCodes.failed,
  NETWORK: exitCodes.provider,
  PROVIDER_INCIDENT: exitCodes.provider,
  PROVIDER_LIMIT: exitCodes.rateLimited,
  CREDENTIAL: exitCodes.provider,
  PERMISSION: exitCodes.provider,
  // Of a list or an image: the service does not have it.
  REQUEST: exitCodes.notFound,
}

function failureOf(trouble: ResourceTroubleFragment): CliError {
  const { failureClass, message, remedy, page } = trouble
  const place = page !== null && page > 1 ? ` (page ${page} of the service; what came before it is printed)` : ''
  const code = `cli.service_${failureClass.toLowerCase()}`
  return new CliError(exitCodeOfClass[failureClass], code, `${message}${place}`, { remedy: remedy ?? undefined })
}

type List = ResourceListsQuery['resourceLists'][number]

const listView: View<List> = {
  name: (list) => list.name,
  columns: [
    { name: 'list', text: (list) => list.name },
    { name: 'title', text: (list) => list.title },
    { name: 'inputs', text: (list) => list.inputs.map(({ name }) => name).join(', ') || '-' },
    { name: 'note', text: (list) => list.missing ?? list.description ?? '-', flexible: true },
  ],
  fields: {
    name: (list) => list.name,
    title: (list) => list.title,
    description: (list) => list.description,
    inputs: (list) => list.inputs,
    isSearchable: (list) => list.isSearchable,
    missing: (list) => list.missing,
  },
}

type Row = ResourcesQuery['discoverResources']['edges'][number]['node']

const attributesText = ({ attributes }: Row) =>
  Object.entries(attributes)
    .flatMap(([key, value]) => (value === null || value === '' ? [] : [`${key}=${String(value)}`]))
    .join(' ') || '-'

const resourceView: View<Row> = {
  name: (row) => row.id,
  columns: [
    { name: 'name', text: (row) => row.name, paint: (text, _row, io) => io.colors.bold(text) },
    { name: 'id', text: (row) => row.id, wide: true },
    { name: 'attributes', text: attributesText, flexible: true },
    { name: 'url', text: (row) => row.url ?? '-', wide: true },
  ],
  fields: {
    id: (row) => row.id,
    name: (row) => row.name,
    url: (row) => row.url,
    attributes: (row) => row.attributes,
  },
}

export type ResourcesOptions = {
  type?: string
  inputs?: { key: string; value: string }[]
  filter?: string
  refresh?: boolean
  limit?: number
  all?: boolean
  after?: string
}

const pageSize = 200
const usualLimit = 100

type Found = {
  rows: Row[]
  endCursor: string | null
  hasNextPage: boolean
  cachedAt: string | null
  failure: ResourceTroubleFragment | null
}

/** Page after page, until there is enough, nothing is left, or one fails. */
async function readResources(session: Session, integration: string, options: ResourcesOptions): Promise<Found> {
  const limit = options.all ? Number.MAX_SAFE_INTEGER : (options.limit ?? usualLimit)
  const input = (options.inputs ?? []).map(({ key, value }) => ({ name: key, value }))
  const asked = { integration, type: options.type ?? '', input, filter: options.filter, refresh: options.refresh }
  const rows: Row[] = []
  let cachedAt: string | null = null
  for (let after = options.after ?? null; ; ) {
    const first = Math.min(pageSize, limit - rows.length)
    const { discoverResources: page } = await request(session, resourcesQuery, { ...asked, first, after })
    rows.push(...page.edges.map(({ node }) => node))
    cachedAt ??= page.cachedAt
    const { hasNextPage, endCursor } = page.pageInfo
    if (page.failure || !hasNextPage || rows.length >= limit) {
      return { rows, endCursor, hasNextPage, cachedAt, failure: page.failure }
    }
    after = endCursor
  }
}

function footer(io: Io, { rows, endCursor, hasNextPage, cachedAt, failure }: Found): void {
  if (failure) {
    const onwards = endCursor ? ` (go on from there: --after ${endCursor})` : ''
    io.note(io.colors.dim(`${rows.length} shown before it failed${onwards}`))
    return
  }
  const more = hasNextPage ? ` (more: --all${endCursor ? ` or --after ${endCursor}` : ''})` : ''
  const age = cachedAt ? `, asked of the service ${io.when(cachedAt)} (anew: --refresh)` : ''
  io.note(io.colors.dim(`${rows.length} shown${more}${age}`))
}

export async function resources({ io, session, args, options }: Run<ResourcesOptions>): Promise<void> {
  const integration = requireArgument(args, 0, 'id')
  if (options.all && options.limit !== undefined) throw usageError('Give --limit or --all, not both.')
  if (options.type === undefined) {
    settleView(io, listView)
    const { resourceLists } = await request(session, listsQuery, { integration })
    await printList(io, listView, resourceLists)
    if (resourceLists.length > 0) io.note(io.colors.dim('next: the same with --type and the name of a list'))
    return
  }
  settleView(io, resourceView)
  const found = await readResources(session, integration, options)
  const { endCursor, hasNextPage } = found
  // Nothing found and nothing to be had are told apart: an empty list would look like an answer.
  if (found.failure && found.rows.length === 0) throw failureOf(found.failure)
  await printList(io, resourceView, found.rows, { endCursor, hasNextPage })
  footer(io, found)
  if (found.failure) throw failureOf(found.failure)
}

type Image = NonNullable<ResolveTagQuery['resolveTag']['image']>

const imageView: View<Image> = {
  name: (image) => image.digest,
  columns: [],
  fields: {
    digest: (image) => image.digest,
    repository: (image) => image.repository,
    tag: (image) => image.tag,
    mediaType: (image) => image.mediaType,
    kind: (image) => lower(image.kind),
    artifactType: (image) => image.artifactType,
    sizeBytes: (image) => image.sizeBytes,
    pushedAt: (image) => image.pushedAt,
    platforms: (image) => image.platforms,
    resolvedAt: (image) => image.resolvedAt,
    isCached: (image) => image.isCached,
  },
}

const bytes = (count: number | null) => (count === null ? 'not known' : `${count} bytes`)

function imageDetails(io: Io, image: Image): Detail[] {
  const platforms = image.platforms.filter((one) => !one.isAttestation)
  return [
    ['Digest', image.digest],
    ['Repository', plainText(image.repository)],
    ['Tag', plainText(image.tag ?? '-')],
    ['Kind', lower(image.kind) ?? '-'],
    ['Media type', plainText(image.mediaType)],
    ['Size', bytes(image.sizeBytes)],
    ['Pushed', io.when(image.pushedAt)],
    ['Resolved', io.when(image.resolvedAt)],
    ...platforms.map(
      (one) => [`Platform ${plainText(one.platform ?? '-')}`, `${one.digest}  ${bytes(one.sizeBytes)}`] as const,
    ),
  ]
}

export async function resolve({ io, session, args, options }: Run<{ refresh?: boolean }>): Promise<void> {
  settleView(io, imageView)
  const asked = {
    integration: requireArgument(args, 0, 'id'),
    reference: requireArgument(args, 1, 'image'),
    refresh: options.refresh ?? false,
  }
  const { image, failure } = (await request(session, resolveQuery, asked)).resolveTag
  if (failure) throw failureOf(failure)
  if (!image) return
  // Alone, on a terminal as through a pipe: it is for scripts.
  if (io.format === undefined) return io.result(image.digest)
  await printOne(io, imageView, image, imageDetails(io, image))
}

type Manifest = NonNullable<ImageManifestQuery['manifest']['manifest']>

const manifestView: View<Manifest> = {
  name: (manifest) => manifest.digest,
  columns: [],
  fields: {
    digest: (manifest) => manifest.digest,
    repository: (manifest) => manifest.repository,
    mediaType: (manifest) => manifest.mediaType,
    kind: (manifest) => lower(manifest.kind),
    artifactType: (manifest) => manifest.artifactType,
    sizeBytes: (manifest) => manifest.sizeBytes,
    manifestBytes: (manifest) => manifest.manifestBytes,
    config: (manifest) => manifest.config,
    layers: (manifest) => manifest.layers,
    platforms: (manifest) => manifest.platforms,
    annotations: (manifest) => manifest.annotations,
    text: (manifest) => manifest.text,
    fetchedAt: (manifest) => manifest.fetchedAt,
  },
}

export async function manifest({ io, session, args, options }: Run<{ refresh?: boolean }>): Promise<void> {
  settleView(io, manifestView)
  const asked = {
    integration: requireArgument(args, 0, 'id'),
    repository: requireArgument(args, 1, 'repository'),
    reference: requireArgument(args, 2, 'reference'),
    refresh: options.refresh ?? false,
  }
  const { manifest: found, failure } = (await request(session, manifestQuery, asked)).manifest
  if (failure) throw failureOf(failure)
  if (!found) return
  if (io.format !== undefined && io.format !== 'table') return printOne(io, manifestView, found, [])
  // Through a pipe not a byte more, so that its digest can be checked.
  if (io.isTty) io.result(plainText(found.text))
  else process.stdout.write(found.text)
}

type Verified = VerifyDigestQuery['verifyDigest']

const verdictView: View<Verified> = {
  name: ({ verdict }) => verdict?.digest ?? '',
  columns: [],
  fields: {
    isVerified: (one) => one.isVerified,
    repository: ({ verdict }) => verdict?.repository,
    digest: ({ verdict }) => verdict?.digest,
    actual: ({ verdict }) => verdict?.actual,
    expected: ({ verdict }) => verdict?.expected,
    mediaType: ({ verdict }) => verdict?.mediaType,
    manifestBytes: ({ verdict }) => verdict?.manifestBytes,
    message: ({ failure }) => failure?.message,
  },
}

export async function verify({ io, session, args, options }: Run<{ expected?: string }>): Promise<void> {
  settleView(io, verdictView)
  const integration = requireArgument(args, 0, 'id')
  const [repository = '', digest] = requireArgument(args, 1, 'image').split('@')
  if (!digest) throw usageError('The image has no digest to verify.', 'Write it as team/app@sha256:…')
  const asked = { integration, repository: repository.replace(/:[^:/]*$/, ''), digest, expected: options.expected }
  const { verifyDigest: verified } = await request(session, verifyQuery, asked)
  const { verdict, failure, isVerified } = verified
  if (!verdict && failure) throw failureOf(failure)
  const details: Detail[] = [
    ['Verified', isVerified ? io.colors.green(`${io.symbols.pass} yes`) : io.colors.red(`${io.symbols.fail} no`)],
    ['Digest', verdict?.digest ?? '-'],
    ['Bytes hash to', verdict?.actual ?? '-'],
    ...(verdict?.expected ? [['Expected', plainText(verdict.expected)] as const] : []),
    ...(failure ? [['Why', plainText(failure.message)] as const] : []),
  ]
  await printOne(io, verdictView, verified, details)
  if (!isVerified) throw new QuietExit(exitCodes.refused)
}
