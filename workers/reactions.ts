import type { PublishedEvent } from '@/server/domain/events/relay'
import type { EventType } from '@/server/kernel/events'
import { metrics } from '@/server/platform/metrics'
import type { doctorCall } from './doctor'
import type { healthSweep } from './health-sweep'
import { jobOf } from './kit'
import type { JobQueue, NewJob } from './queue'

/** Event to job: everything that is done because something happened. */
type Jobs = { healthSweep: ReturnType<typeof healthSweep>; doctorCall: ReturnType<typeof doctorCall> }
type Reaction = (event: PublishedEvent, jobs: Jobs) => NewJob | undefined

/** BullMQ refuses ids with a colon; the event's id makes the job one however often the event comes. */
const sweepAtOnce: Reaction = (event, { healthSweep: sweep }) => jobOf(sweep, {}, { jobId: `sweep-${event.id}` })

/** Whether it turned bad is decided when the job runs, by what holds then. */
const callDoctor: Reaction = ({ id: eventId, tenantId, integrationId }, { doctorCall: call }) =>
  integrationId ? jobOf(call, { tenantId, integrationId, eventId }, { jobId: `doctor-${eventId}` }) : undefined

const reactions: Partial<Record<EventType, Reaction>> = {
  'integration.created': sweepAtOnce,
  'integration.updated': sweepAtOnce,
  'integration.enabled': sweepAtOnce,
  'integration.restored': sweepAtOnce,
  'integration.health_changed': callDoctor,
}

export async function react(queue: JobQueue, jobs: Jobs, events: readonly PublishedEvent[]): Promise<void> {
  const caused = events.flatMap((event) => {
    const job = reactions[event.type]?.(event, jobs)
    if (job) metrics.busConsumed.inc({ topic: event.type, integration: job.name })
    return job ?? []
  })
  if (caused.length > 0) await queue.add(caused)
}
