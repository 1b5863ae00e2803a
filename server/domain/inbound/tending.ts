import { sql } from 'drizzle-orm'
import { acrossTenants } from '@/db/tenant'
import { systemContext } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { fromUuid } from '@/server/kernel/ids'
import type { Permission } from '@/server/kernel/permissions'
import { logger } from '@/server/platform/logger'
import { checkHook } from './provider'
import { recoverDeliveries } from './recover'

/**
 * Looks after the hooks that the hub registered: whether the provider still sends to them, and what it could not deliver.
 * Each is due an hour after the last look, on the database's clock, and looked after by one process.
 */
const everySeconds = 3_600
const atOnce = 4
const timeLimitMs = 120_000
const permissions: Permission[] = ['webhooks:read', 'webhooks:write', 'integrations:read', 'integrations:execute']

type Due = { tenant_id: string; id: string }

const leaseDue = () =>
  acrossTenants('tend hooks', (tx) =>
    tx.execute<Due>(sql`
      update inbound_hooks set provider_checked_at = now()
      where id in (
        select id from inbound_hooks
        where provider_hook_id is not null and enabled
          and (provider_checked_at is null or provider_checked_at < now() - make_interval(secs => ${everySeconds}))
        order by provider_checked_at nulls first limit ${atOnce} for update skip locked
      )
      returning tenant_id, id`),
  )

/** A provider that refuses, or an integration that is switched off, is no trouble of the hub's. */
const note = (error: unknown) => {
  if (error instanceof HubError) logger.debug({ error }, 'a hook could not be looked after')
  else logger.warn({ error }, 'a hook could not be looked after')
}

/** @returns how many were looked after: 0 means that none is due */
export async function tendHooks(): Promise<number> {
  const due = [...(await leaseDue())]
  await Promise.all(
    due.map(async (row) => {
      const signal = AbortSignal.timeout(timeLimitMs)
      const ctx = systemContext(fromUuid('tenant', row.tenant_id), 'hook-tending', permissions, { signal })
      const id = fromUuid('inboundHook', row.id)
      try {
        await checkHook(ctx, id)
        await recoverDeliveries(ctx, { id })
      } catch (error) {
        note(error)
      }
    }),
  )
  return due.length
}
