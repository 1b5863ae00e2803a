import { inArray } from 'drizzle-orm'
import { apiKeys, users } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import { findId } from '@/server/kernel/ids'

/**
 * What callers of the sums are called: people of the tenant, its keys, parts of the hub. Somebody who is gone has no
 * name here any more.
 */
export async function namesOfCallers(tx: TenantTx, callers: readonly string[]): Promise<Map<string, string>> {
  const parted = callers.map((caller) => {
    const [kind = '', ...rest] = caller.split(':')
    return { caller, kind, id: rest.join(':') }
  })
  const people = parted.flatMap(({ kind, id }) => (kind === 'user' ? (findId('user', id) ?? []) : []))
  const keys = parted.flatMap(({ kind, id }) => (kind === 'api_key' ? (findId('apiKey', id) ?? []) : []))
  const named = [
    ...(people.length === 0
      ? []
      : await tx.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, people))),
    ...(keys.length === 0
      ? []
      : await tx.select({ id: apiKeys.id, name: apiKeys.name }).from(apiKeys).where(inArray(apiKeys.id, keys))),
  ]
  const names = new Map<string, string>(named.map(({ id, name }) => [id, name]))
  return new Map(
    parted.flatMap(({ caller, kind, id }) => {
      const name = kind === 'system' ? id : names.get(id)
      return name ? [[caller, name] as const] : []
    }),
  )
}
