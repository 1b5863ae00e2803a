import { ownerDatabaseUrl } from '@/db/tenant'
import { liveTopic } from '@/server/domain/events/hear'
import { deliveriesChannel } from '@/server/domain/events/relay'
import { type Bus, postgresBus } from '@/server/platform/bus'
import { env } from '@/server/platform/env'
import { Automations } from './automations'
import { callSumming } from './call-summing'
import { startChecker } from './checker'
import { DoctorRounds, doctorCall } from './doctor'
import { healthSweep } from './health-sweep'
import { historyPruning } from './history-pruning'
import { hookTending } from './hook-tending'
import { startInbound } from './inbound'
import { startWorker } from './kit'
import { openQueue } from './queue'
import { react } from './reactions'
import { startRelay } from './relay'
import { startSchedule } from './schedule'
import { announcer } from './webhook-announcing'
import { WebhookSender } from './webhook-sender'

/** How long running checks may take to finish when the process stops; then they are given back. */
const patienceMs = 12_000

export type RunningWorkers = { stop(): Promise<void> }

/** Starts every job, the schedule and the relay of this process. */
export async function startWorkers(live: Bus): Promise<RunningWorkers> {
  const queue = await openQueue()
  const checker = startChecker()
  const sweep = healthSweep(checker)
  const rounds = new DoctorRounds()
  const call = doctorCall(rounds)
  const automations = new Automations()
  const worker = startWorker(queue, [sweep, historyPruning, callSumming, call, hookTending])
  const jobs = { healthSweep: sweep, doctorCall: call }
  const outbox = env().REDIS_URL ? postgresBus(ownerDatabaseUrl()) : live
  const stopRelay = await startRelay({ outbox, live, react: (events) => react(queue, jobs, events) })
  const announcing = announcer(live)
  const sender = new WebhookSender({ recorded: announcing.changed })
  const stopWaking = await outbox.subscribe(deliveriesChannel, () => sender.wake())
  const stopInbound = await startInbound(outbox)
  const stopSchedule = startSchedule({ queue, checker, rounds, sender, automations })
  const stopHearing = await live.subscribe(liveTopic, () => automations.wake())
  return {
    stop: async () => {
      await stopSchedule()
      await stopWaking()
      await stopHearing()
      await Promise.all([
        automations.stop(patienceMs),
        checker.stop(patienceMs),
        rounds.stop(patienceMs),
        worker.stop(patienceMs),
        sender.stop(patienceMs),
        stopInbound(),
      ])
      announcing.stop()
      // Last, so that what the finishing jobs told is still published.
      await stopRelay()
      if (outbox !== live) await outbox.close()
      await queue.close()
    },
  }
}
