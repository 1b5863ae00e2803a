import { request } from '../client'
import { usageError } from '../errors'
import type { Io } from '../io'
import { type Detail, printOne, settleView, type View } from '../output'
import type { Session } from '../session'
import { plainText } from '../terminal'
import type { Run } from './command'
import { readInput } from './operation-input'
import { ofTypeQuery } from './operation-queries'
import { itemView, printItems, requireSuccess, runOperation } from './operation-run'

/** `inthub github …`, by the operations of the connector. */
const type = 'scm.github'

/** The one that was named, or the only one there is; which it is is said, since it was not. */
async function integrationOf(io: Io, session: Session, named: string | undefined): Promise<string> {
  if (named !== undefined) return named
  const { integrations } = await request(session, ofTypeQuery, { type })
  const slugs = integrations.edges.map(({ node }) => node.slug)
  const [only] = slugs
  if (only === undefined) {
    throw usageError('There is no integration of GitHub.', 'Connect one: inthub integration connect github')
  }
  if (slugs.length > 1) {
    throw usageError(
      'There is more than one integration of GitHub.',
      `Say which with --integration-id, such as ${slugs.join(' or ')}.`,
    )
  }
  io.note(io.colors.dim(`through ${plainText(only)}`))
  return only
}

const repositories = [
  'id',
  'visibility',
  'defaultBranch',
  'updatedAt',
  'url',
  'cloneUrl',
  'isPrivate',
  'isArchived',
  'name',
]

type ListOptions = { integrationId?: string; visibility?: string; limit?: number }

export async function listRepos({ io, session, options }: Run<ListOptions>): Promise<void> {
  const view = itemView(repositories)
  settleView(io, view)
  const { visibility, limit } = options
  const run = await runOperation(session, {
    integration: await integrationOf(io, session, options.integrationId),
    operation: 'listRepositories',
    input: { ...(visibility && { visibility }), ...(limit && { limit }) },
  })
  await printItems(io, view, await requireSuccess(io, run))
}

type CreateOptions = {
  integrationId?: string
  repo: string
  title: string
  body?: string
  bodyFile?: string
  headBranch: string
  baseBranch?: string
  draft?: boolean
  idempotencyKey?: string
}

type Pull = Record<string, unknown>
const pullView: View<Pull> = {
  ...itemView(['number', 'url', 'state', 'title', 'headBranch', 'baseBranch', 'isDraft', 'author', 'sha']),
  name: (pull) => String(pull.number),
}

async function bodyOf({ body, bodyFile }: CreateOptions): Promise<Record<string, unknown>> {
  if (body !== undefined && bodyFile !== undefined) {
    throw usageError('The description came twice.', 'Give --body or --body-file, not both.')
  }
  const given = bodyFile === undefined ? undefined : `body=@${bodyFile}`
  return given === undefined ? { ...(body !== undefined && { body }) } : readInput({ given: [given] }, {})
}

export async function createPr({ io, session, options }: Run<CreateOptions>): Promise<void> {
  settleView(io, pullView)
  const { repo, title, headBranch, baseBranch, draft, idempotencyKey } = options
  const input = {
    ...{ repository: repo, title, headBranch },
    ...(await bodyOf(options)),
    ...(baseBranch !== undefined && { baseBranch }),
    ...(draft && { draft }),
  }
  const run = await runOperation(session, {
    integration: await integrationOf(io, session, options.integrationId),
    operation: 'createPullRequest',
    input,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  })
  const pull = await requireSuccess(io, run)
  const details: Detail[] = [
    ['Pull request', `#${plainText(String(pull.number))} ${plainText(String(pull.title ?? title))}`],
    ['State', plainText(pull.isDraft === true ? 'draft' : String(pull.state))],
    ['From', plainText(String(pull.headBranch ?? headBranch))],
    ['Into', plainText(String(pull.baseBranch ?? baseBranch ?? 'main'))],
    ['URL', plainText(String(pull.url ?? '-'))],
  ]
  await printOne(io, pullView, pull, details)
}
