import type { apiKeys } from '@/db/schema'
import type { Id } from '@/server/kernel/ids'
import type { Grant } from '@/server/kernel/permissions'

export type ApiKey = {
  id: Id<'apiKey'>
  name: string
  /** The first characters, to tell keys apart. */
  prefix: string
  scopes: Grant[]
  createdAt: Date
  createdBy: string
  expiresAt: Date | null
  lastUsedAt: Date | null
  revokedAt: Date | null
  rotatedAt: Date | null
  /** Until when the secret before this one works; null when it does not. */
  previousSecretUntil: Date | null
}

export type ApiKeyRow = typeof apiKeys.$inferSelect

/** A key as it is shown: without the hashes of its secrets. */
export function toApiKey(row: ApiKeyRow): ApiKey {
  const { secretHash: _kept, previousSecretHash: _before, tenantId: _own, previousSecretUntil: until, ...key } = row
  return { ...key, previousSecretUntil: until && until > new Date() && !key.revokedAt ? until : null }
}
