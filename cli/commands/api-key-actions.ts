import { request } from '../client'
import { CliError, usageError } from '../errors'
import { exitCodes } from '../exit-codes'
import { graphql } from '../generated'
import type { ApiKeyFieldsFragment } from '../generated/graphql'
import type { Io } from '../io'
import { type Detail, printList, printOne, settleView, type View } from '../output'
import { confirmByName } from '../prompts'
import type { Session } from '../session'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'

/** `inthub api-key …`. A secret is printed once, on stdout and nowhere else. */
graphql(`
  fragment ApiKeyFields on ApiKey {
    id
    name
    prefix
    scopes { permission projectId integrationId }
    createdAt
    createdBy
    expiresAt
    lastUsedAt
    revokedAt
    rotatedAt
    previousSecretUntil
  }
`)

const listQuery = graphql(`
  query ApiKeys {
    apiKeys { ...ApiKeyFields }
  }
`)

const createMutation = graphql(`
  mutation ApiKeyCreate($input: CreateApiKeyInput!) {
    createApiKey(input: $input) { apiKey { ...ApiKeyFields } secret }
  }
`)

const rotateMutation = graphql(`
  mutation ApiKeyRotate($input: RotateApiKeyInput!) {
    rotateApiKey(input: $input) { apiKey { ...ApiKeyFields } secret }
  }
`)

const revokeMutation = graphql(`
  mutation ApiKeyRevoke($id: ID!) {
    revokeApiKey(input: { id: $id }) { apiKey { ...ApiKeyFields } }
  }
`)

type Key = ApiKeyFieldsFragment

const isPast = (at: string | null) => at !== null && Date.parse(at) <= Date.now()

function stateOf({ revokedAt, expiresAt }: Key): string {
  if (revokedAt !== null) return 'revoked'
  return isPast(expiresAt) ? 'expired' : 'valid'
}

const scopeText = ({ permission, projectId, integrationId }: Key['scopes'][number]) => {
  const place = integrationId ?? projectId
  return place ? `${permission}@${place}` : permission
}

const keyView: View<Key> = {
  name: (key) => key.id,
  columns: [
    { name: 'name', text: (key) => key.name, flexible: true },
    { name: 'prefix', text: (key) => key.prefix },
    { name: 'state', text: stateOf },
    { name: 'used', text: (key, io) => (key.lastUsedAt ? io.when(key.lastUsedAt) : 'never') },
    { name: 'expires', text: (key, io) => (key.expiresAt ? io.when(key.expiresAt) : 'never') },
    { name: 'scopes', text: (key) => key.scopes.map(scopeText).join(','), flexible: true },
    { name: 'created', text: (key, io) => io.when(key.createdAt), wide: true },
    { name: 'by', text: (key) => key.createdBy, wide: true },
    { name: 'id', text: (key) => key.id },
  ],
  fields: {
    id: (key) => key.id,
    name: (key) => key.name,
    prefix: (key) => key.prefix,
    state: stateOf,
    scopes: (key) =>
      key.scopes.map(({ permission, projectId, integrationId }) => ({ permission, projectId, integrationId })),
    createdAt: (key) => key.createdAt,
    createdBy: (key) => key.createdBy,
    expiresAt: (key) => key.expiresAt,
    lastUsedAt: (key) => key.lastUsedAt,
    revokedAt: (key) => key.revokedAt,
    rotatedAt: (key) => key.rotatedAt,
    previousSecretUntil: (key) => key.previousSecretUntil,
  },
}

type WithSecret = Key & { secret: string }
const secretView: View<WithSecret> = {
  ...keyView,
  columns: [],
  name: (key) => key.secret,
  fields: { ...keyView.fields, secret: (key) => key.secret },
}

export async function list({ io, session, options }: Run<{ all?: boolean }>): Promise<void> {
  settleView(io, keyView)
  const { apiKeys } = await request(session, listQuery, {})
  const rows = options.all ? apiKeys : apiKeys.filter((key) => key.revokedAt === null)
  await printList(io, keyView, rows, { total: rows.length })
}

/** By id, or by a name or prefix only one key that is not revoked has. */
async function findKey(session: Session, wanted: string): Promise<Key> {
  const { apiKeys } = await request(session, listQuery, {})
  const exact = apiKeys.find((key) => key.id === wanted)
  if (exact) return exact
  const named = apiKeys.filter((key) => key.revokedAt === null && (key.name === wanted || key.prefix === wanted))
  const [only] = named
  if (only && named.length === 1) return only
  if (named.length > 1)
    throw usageError('Several keys have this name.', `Say which by id: ${named.map((key) => key.id).join(', ')}.`)
  throw new CliError(exitCodes.notFound, 'api_key.not_found', 'There is no such API key.', {
    remedy: 'List them with: inthub api-key list',
  })
}

/** People and pipes get the secret alone, so that it can go into a file; programs get the whole record. */
async function printSecret(io: Io, key: WithSecret, sentence: string): Promise<void> {
  if (io.format !== undefined && io.format !== 'table') return printOne(io, secretView, key, [])
  io.result(key.secret)
  io.note(`${io.colors.green(io.symbols.pass)} ${plainText(key.name)} ${sentence}`)
  io.note(io.colors.dim('its secret is above and is never shown again; keep it where secrets are kept'))
}

export type CreateOptions = { scope?: string[]; project?: string; integration?: string; expires?: Date }

export async function create({ io, session, args, options }: Run<CreateOptions>): Promise<void> {
  settleView(io, secretView)
  const { scope = [], project, integration, expires } = options
  if (scope.length === 0)
    throw usageError(
      'Say what the key may do: --scope integrations:read',
      'Every scope has to be one you hold yourself.',
    )
  const place = { ...(project && { project }), ...(integration && { integration }) }
  const { createApiKey } = await request(session, createMutation, {
    input: {
      name: requireArgument(args, 0, 'name'),
      scopes: scope.map((permission) => ({ permission, ...place })),
      ...(expires && { expiresAt: expires.toISOString() }),
    },
  })
  await printSecret(io, { ...createApiKey.apiKey, secret: createApiKey.secret }, `is made (${createApiKey.apiKey.id})`)
}

/** A new secret; the old one goes on working for the overlap. */
export async function rotate({ io, session, args, options }: Run<{ overlap?: number; expires?: Date }>): Promise<void> {
  settleView(io, secretView)
  const { id } = await findKey(session, requireArgument(args, 0, 'key'))
  const { overlap, expires } = options
  const { rotateApiKey } = await request(session, rotateMutation, {
    input: {
      id,
      ...(overlap !== undefined && { overlapSeconds: Math.round(overlap) }),
      ...(expires && { expiresAt: expires.toISOString() }),
    },
  })
  const { apiKey, secret } = rotateApiKey
  const until = apiKey.previousSecretUntil
  const old = until ? `the old secret works until ${io.instant(new Date(until))}` : 'the old secret works no more'
  await printSecret(io, { ...apiKey, secret }, `has a new secret; ${old}`)
}

export async function revoke({ io, session, args, options }: Run<{ yes?: boolean }>): Promise<void> {
  settleView(io, keyView)
  const key = await findKey(session, requireArgument(args, 0, 'key'))
  if (!options.yes) {
    const used = key.lastUsedAt ? `It was last used ${io.when(key.lastUsedAt)}.` : 'It was never used.'
    await confirmByName(io, plainText(key.name), [`Whatever uses ${plainText(key.prefix)}… is shut out at once.`, used])
  }
  const { revokeApiKey } = await request(session, revokeMutation, { id: key.id })
  if (io.format !== undefined) {
    const details: Detail[] = [['Key', plainText(key.name)]]
    return printOne(io, keyView, revokeApiKey.apiKey, details)
  }
  io.result(`${io.colors.green(io.symbols.pass)} ${plainText(key.name)} (${key.id}) is revoked`)
}
