import { and, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import { apiKeys } from '@/db/schema'
import { acrossTenants, inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import { type Id, newId, parseRef } from '@/server/kernel/ids'
import { allows, type Grant, type Permission, permissions, requirePermission } from '@/server/kernel/permissions'
import { hashToken } from '@/server/platform/tokens'
import { emit } from '../events/emit'
import { keepKey, once, type Request } from '../idempotency/service'
import { getIntegration } from '../integrations/service'
import { isName } from '../names'
import { getProject } from '../tenants/service'
import { type ApiKey, toApiKey } from './key'
import { looksLikeApiKey, newApiKeySecret } from './secret'

export type { ApiKey } from './key'
export { rotateApiKey } from './rotate'

export type ScopeInput = {
  permission: string
  project?: string | null | undefined
  integration?: string | null | undefined
}

export type CreateApiKeyInput = { name: string; scopes: readonly ScopeInput[]; expiresAt?: Date | null | undefined }

const isPermission = (text: string): text is Permission => permissions.some((known) => known === text)

async function grantOf(ctx: Context, scope: ScopeInput, path: string): Promise<Grant> {
  if (!isPermission(scope.permission)) {
    const message = `has to be one of ${permissions.join(', ')}`
    throw new HubError('request.invalid', undefined, { fields: [{ path: `${path}.permission`, message }] })
  }
  const integration = scope.integration ? await getIntegration(ctx, parseRef('integration', scope.integration)) : null
  const project = scope.project ? await getProject(ctx, scope.project) : null
  if (project && integration && integration.projectId !== project.id) {
    const fields = [{ path: `${path}.integration`, message: 'is not in this project' }]
    throw new HubError('request.invalid', undefined, { fields })
  }
  // A key for one integration keeps to that integration's project, so that its place can be judged as a whole.
  const projectId = project?.id ?? integration?.projectId
  const place = { ...(projectId && { projectId }), ...(integration && { integrationId: integration.id }) }
  if (allows(ctx.grants, scope.permission, place)) return { permission: scope.permission, ...place }
  throw new HubError('permission.denied', `You cannot give away ${scope.permission}, which you do not hold there.`)
}

/** Each costs a lookup. */
const maxScopes = 100

function requireSensible(input: CreateApiKeyInput): void {
  const fields: FieldProblem[] = []
  if (!isName(input.name)) fields.push({ path: 'name', message: 'has to be 1 to 100 characters' })
  if (input.scopes.length === 0 || input.scopes.length > maxScopes) {
    fields.push({ path: 'scopes', message: `has to name 1 to ${maxScopes} permissions` })
  }
  if (input.expiresAt && input.expiresAt <= new Date()) {
    fields.push({ path: 'expiresAt', message: 'has to be in the future' })
  }
  if (fields.length > 0) throw new HubError('request.invalid', undefined, { fields })
}

/** The tenant's API keys, the newest first. */
export async function listApiKeys(ctx: Context): Promise<ApiKey[]> {
  requirePermission(ctx, 'keys:read')
  const rows = await inTenant(ctx, (tx) => tx.select().from(apiKeys).orderBy(desc(apiKeys.createdAt)))
  return rows.map(toApiKey)
}

/**
 * Makes a key that can do what its scopes say, none of which its maker lacks. The secret is only in this answer.
 *
 * @throws {HubError} permission.denied, request.invalid, project.not_found, integration.not_found
 * @emits api_key.created
 */
export function createApiKey(ctx: Context, input: CreateApiKeyInput): Promise<{ apiKey: ApiKey; secret: string }> {
  return makeApiKey(ctx, input)
}

/** What a request with an idempotency key is compared by. */
const keyedRequest = ({ idempotencyKey: key, name, scopes, expiresAt }: KeyedApiKeyInput): Request<'apiKey'> => ({
  ...{ key, operation: 'createApiKey', noun: 'apiKey' },
  body: { name, scopes, expiresAt: expiresAt?.toISOString() ?? null },
})

export type KeyedApiKeyInput = CreateApiKeyInput & { idempotencyKey: string | null }

/**
 * The same for who may ask twice. A repetition is answered with the key that was made and without its secret, which is
 * nowhere: whoever never got it revokes that key and makes another.
 *
 * @returns with a secret of null when an earlier request made the key
 * @throws {HubError} permission.denied, request.invalid, project.not_found, integration.not_found, request.key_reused
 * @emits api_key.created
 */
export async function createApiKeyOnce(
  ctx: Context,
  input: KeyedApiKeyInput,
): Promise<{ apiKey: ApiKey; secret: string | null }> {
  requirePermission(ctx, 'keys:write')
  const request = keyedRequest(input)
  return once<{ apiKey: ApiKey; secret: string | null }, 'apiKey'>(ctx, request, {
    again: async (id) => ({ apiKey: await readApiKey(ctx, id), secret: null }),
    run: () => makeApiKey(ctx, input, request),
  })
}

async function readApiKey(ctx: Context, id: Id<'apiKey'>): Promise<ApiKey> {
  const [row] = await inTenant(ctx, (tx) => tx.select().from(apiKeys).where(eq(apiKeys.id, id)))
  if (!row) throw new HubError('api_key.not_found')
  return toApiKey(row)
}

async function makeApiKey(
  ctx: Context,
  input: CreateApiKeyInput,
  request?: Request<'apiKey'>,
): Promise<{ apiKey: ApiKey; secret: string }> {
  requirePermission(ctx, 'keys:write')
  requireSensible(input)
  const scopes: Grant[] = []
  for (const [at, scope] of input.scopes.entries()) scopes.push(await grantOf(ctx, scope, `scopes.${at}`))
  const secret = newApiKeySecret()
  const id = newId('apiKey')
  return inTenant(ctx, async (tx) => {
    if (request) await keepKey(tx, ctx, request, id)
    const [row] = await tx
      .insert(apiKeys)
      .values({
        id,
        tenantId: ctx.tenantId,
        name: input.name.trim(),
        prefix: secret.slice(0, 8),
        secretHash: hashToken(secret),
        scopes,
        createdBy: ctx.actor.name,
        expiresAt: input.expiresAt ?? null,
      })
      .returning()
    if (!row) throw new HubError('hub.internal')
    const data = { apiKeyId: row.id, name: row.name, expiresAt: row.expiresAt?.toISOString() ?? null }
    await emit(tx, ctx, 'api_key.created', { data })
    return { apiKey: toApiKey(row), secret }
  })
}

/**
 * Ends a key. HTTP stops within a second, open sockets within five. Revoking again changes nothing.
 *
 * @throws {HubError} permission.denied, api_key.not_found
 * @emits api_key.revoked
 */
export async function revokeApiKey(ctx: Context, input: { id: Id<'apiKey'> }): Promise<ApiKey> {
  requirePermission(ctx, 'keys:write')
  return inTenant(ctx, async (tx) => {
    const [row] = await tx.select().from(apiKeys).where(eq(apiKeys.id, input.id)).for('update')
    if (!row) throw new HubError('api_key.not_found')
    if (row.revokedAt) return toApiKey(row)
    const revokedAt = new Date()
    await tx.update(apiKeys).set({ revokedAt }).where(eq(apiKeys.id, input.id))
    await emit(tx, ctx, 'api_key.revoked', { data: { apiKeyId: row.id, name: row.name } })
    return toApiKey({ ...row, revokedAt })
  })
}

export type FoundApiKey = {
  id: Id<'apiKey'>
  name: string
  tenantId: Id<'tenant'>
  grants: Grant[]
  expiresAt: Date | null
  revokedAt: Date | null
}

const lately = sql`now() - interval '1 minute'`

/**
 * The key of this secret, or of the one before while it still works; expired and revoked keys too. Null when it is
 * none of ours. Found by its hash. That it is used is noted at most once a minute.
 */
export async function findApiKey(secret: string): Promise<FoundApiKey | null> {
  if (!looksLikeApiKey(secret)) return null
  const hash = hashToken(secret)
  const before = and(eq(apiKeys.previousSecretHash, hash), gt(apiKeys.previousSecretUntil, sql`now()`))
  return acrossTenants('find API key', async (tx) => {
    const [row] = await tx
      .select()
      .from(apiKeys)
      .where(or(eq(apiKeys.secretHash, hash), before))
    if (!row) return null
    const isStale = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, lately))
    await tx
      .update(apiKeys)
      .set({ lastUsedAt: sql`now()` })
      .where(and(eq(apiKeys.id, row.id), isNull(apiKeys.revokedAt), isStale))
    const { id, name, tenantId, scopes, expiresAt, revokedAt } = row
    return { id, name, tenantId, grants: scopes, expiresAt, revokedAt }
  })
}

/** What a key may do now; null when it is gone, revoked or expired. */
export async function grantsOfKey(ctx: Context, id: Id<'apiKey'>): Promise<readonly Grant[] | null> {
  const isLive = and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, sql`now()`)))
  const [row] = await inTenant(ctx, (tx) =>
    tx
      .select({ scopes: apiKeys.scopes })
      .from(apiKeys)
      .where(and(eq(apiKeys.id, id), isLive)),
  )
  return row?.scopes ?? null
}
