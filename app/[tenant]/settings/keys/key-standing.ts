import type { ApiKeyFieldsFragment } from '@/app/generated/graphql'
import { endsSoon } from './lifetimes'

export type Key = ApiKeyFieldsFragment
export type Standing = 'active' | 'expires soon' | 'expired' | 'revoked'

export function standingOf({ revokedAt, expiresAt }: Pick<Key, 'revokedAt' | 'expiresAt'>, now: number): Standing {
  if (revokedAt) return 'revoked'
  if (!expiresAt) return 'active'
  if (new Date(expiresAt).getTime() < now) return 'expired'
  return endsSoon(expiresAt, now) ? 'expires soon' : 'active'
}
