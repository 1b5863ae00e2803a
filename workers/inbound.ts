import { inboundChannel, processDeliveries } from '@/server/domain/inbound/service'
import type { Bus } from '@/server/platform/bus'
import { logger } from '@/server/platform/logger'

/**
 * Tells of the webhooks that came in: woken when some did, and by a slow poll for wake-ups that were lost and leases of
 * processes that died. Every process with workers runs one; what is leased by one is not told of by another.
 */
const pollMs = 1_000

export async function startInbound(outbox: Bus): Promise<() => Promise<void>> {
  let running: Promise<void> | null = null
  let again = false
  let isStopping = false

  async function tellAll(): Promise<void> {
    do {
      again = false
      if ((await processDeliveries()) > 0) again = true
    } while (again && !isStopping)
  }

  const wake = () => {
    if (isStopping) return
    again = true
    running ??= tellAll()
      .catch((error) => logger.warn({ error }, 'webhooks could not be told of; they are told of soon'))
      .finally(() => {
        running = null
      })
  }
  const unsubscribe = await outbox.subscribe(inboundChannel, wake)
  const poll = setInterval(wake, pollMs)
  wake()
  return async () => {
    isStopping = true
    clearInterval(poll)
    await unsubscribe()
    await running
  }
}
