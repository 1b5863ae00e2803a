import { sql } from 'drizzle-orm'
import { acrossTenants } from '@/db/tenant'
import { logger } from '@/server/platform/logger'

/**
 * Says that something came in. Beside the transactions and not in them: a notification is told at the commit, one
 * transaction after the other, and would undo what batches gain. A wake-up that is lost costs a second.
 */
export const inboundChannel = 'inthub_inbound'

const everyMs = 25
let isWaiting = false

export function tellReceived(): void {
  if (isWaiting) return
  isWaiting = true
  setTimeout(() => {
    isWaiting = false
    acrossTenants('tell of webhooks', (tx) => tx.execute(sql`select pg_notify(${inboundChannel}, '')`)).catch((error) =>
      logger.debug({ error }, 'nobody could be woken for a webhook'),
    )
  }, everyMs).unref()
}
