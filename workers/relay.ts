import { liveTopic } from '@/server/domain/events/hear'
import { outboxChannel, type PublishedEvent, relayEvents } from '@/server/domain/events/relay'
import type { Bus } from '@/server/platform/bus'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'

/**
 * Runs the relay: woken by each commit that emitted, and by a slow poll for wake-ups that were lost. Every process
 * with workers runs one; the database lets one work at a time.
 */
const pollMs = 1_000

export type RelayOptions = {
  /** Says that there is something in the outbox; always Postgres, for commits happen there. */
  outbox: Bus
  /** Tells every process that something was published. */
  live: Bus
  react: (events: readonly PublishedEvent[]) => Promise<void>
}

export async function startRelay({ outbox, live, react }: RelayOptions): Promise<() => Promise<void>> {
  let running: Promise<void> | null = null
  let again = false

  async function publishAll(): Promise<void> {
    do {
      again = false
      const events = await relayEvents()
      const last = events.at(-1)
      if (!last) continue
      metrics.eventsRelayed.inc(events.length)
      for (const { type } of events) metrics.busPublished.inc({ topic: type })
      await live.publish(liveTopic, last.sequence)
      await react(events)
      again = true
    } while (again)
  }

  const wake = () => {
    again = true
    running ??= publishAll()
      .catch((error) => logger.warn({ error }, 'events could not be published; they are published soon'))
      .finally(() => {
        running = null
      })
  }
  const unsubscribe = await outbox.subscribe(outboxChannel, wake)
  const poll = setInterval(wake, pollMs)
  wake()
  return async () => {
    clearInterval(poll)
    await unsubscribe()
    await running
  }
}
