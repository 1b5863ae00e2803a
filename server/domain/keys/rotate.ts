import { eq } from 'drizzle-orm'
import { apiKeys } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import { allows, requirePermission } from '@/server/kernel/permissions'
import { hashToken } from '@/server/platform/tokens'
import { emit } from '../events/emit'
import { type ApiKey, type ApiKeyRow, toApiKey } from './key'
import { newApiKeySecret } from './secret'

const dayInSeconds = 86_400
const maxOverlapSeconds = 7 * dayInSeconds

export type RotateApiKeyInput = {
  id: Id<'apiKey'>
  overlapSeconds?: number | null | undefined
  expiresAt?: Date | null | undefined
}

const hasPassed = (at: Date | null | undefined): boolean => at != null && at <= new Date()

function requireSensible({ overlapSeconds, expiresAt }: RotateApiKeyInput, row: ApiKeyRow): void {
  const fields: FieldProblem[] = []
  const overlap = overlapSeconds ?? dayInSeconds
  if (!Number.isInteger(overlap) || overlap < 0 || overlap > maxOverlapSeconds) {
    fields.push({ path: 'overlapSeconds', message: `has to be from 0 to ${maxOverlapSeconds}` })
  }
  if (hasPassed(expiresAt)) fields.push({ path: 'expiresAt', message: 'has to be in the future' })
  if (!expiresAt && hasPassed(row.expiresAt)) {
    fields.push({ path: 'expiresAt', message: 'is needed, for the key has expired' })
  }
  if (fields.length > 0) throw new HubError('request.invalid', undefined, { fields })
}

/** Whoever gets a secret could do all that it allows: so they must hold it, as who makes a key must. */
function requireRightOver(ctx: Context, row: ApiKeyRow): void {
  for (const { permission, projectId, integrationId } of row.scopes) {
    const place = { ...(projectId && { projectId }), ...(integrationId && { integrationId }) }
    if (allows(ctx.grants, permission, place)) continue
    throw new HubError('permission.denied', `The key holds ${permission}, which you do not hold there.`)
  }
}

/** A secret ends when it was made to: neither an expired nor a living one gets the new end of its key. */
function previousOf(row: ApiKeyRow, overlapSeconds: number) {
  if (overlapSeconds === 0 || hasPassed(row.expiresAt)) return { previousSecretHash: null, previousSecretUntil: null }
  const overlapEnd = Date.now() + overlapSeconds * 1000
  const previousSecretUntil = new Date(Math.min(overlapEnd, row.expiresAt?.getTime() ?? overlapEnd))
  return { previousSecretHash: row.secretHash, previousSecretUntil }
}

/**
 * Gives a key a new secret. The one before works on for the overlap, a day unless said otherwise; one older than that
 * ends now. The new secret is only in this answer.
 *
 * @throws {HubError} permission.denied, api_key.not_found, api_key.revoked, request.invalid
 * @emits api_key.rotated
 */
export async function rotateApiKey(
  ctx: Context,
  input: RotateApiKeyInput,
): Promise<{ apiKey: ApiKey; secret: string }> {
  requirePermission(ctx, 'keys:write')
  const secret = newApiKeySecret()
  return inTenant(ctx, async (tx) => {
    const [row] = await tx.select().from(apiKeys).where(eq(apiKeys.id, input.id)).for('update')
    if (!row) throw new HubError('api_key.not_found')
    if (row.revokedAt) throw new HubError('api_key.revoked')
    requireRightOver(ctx, row)
    requireSensible(input, row)
    const previous = previousOf(row, input.overlapSeconds ?? dayInSeconds)
    const changes = {
      prefix: secret.slice(0, 8),
      secretHash: hashToken(secret),
      ...previous,
      rotatedAt: new Date(),
      ...(input.expiresAt && { expiresAt: input.expiresAt }),
    }
    await tx.update(apiKeys).set(changes).where(eq(apiKeys.id, row.id))
    const until = previous.previousSecretUntil?.toISOString() ?? null
    const data = { apiKeyId: row.id, name: row.name, previousSecretUntil: until }
    await emit(tx, ctx, 'api_key.rotated', { data })
    return { apiKey: toApiKey({ ...row, ...changes }), secret }
  })
}
