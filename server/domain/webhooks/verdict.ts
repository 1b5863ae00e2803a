import { isoOf } from '@/server/kernel/time'
import { type DeliveryState, defaultSchedule } from '@/server/kernel/webhooks'
import type { EndpointRow } from './endpoint'
import type { LeasedDelivery } from './lease'
import type { AttemptOutcome } from './sending'

/** What a try means: for the delivery, and for the endpoint as a whole. Pure; the database adds its own time. */
export type FinishedAttempt = {
  delivery: LeasedDelivery
  endpoint: Pick<EndpointRow, 'id' | 'tenantId' | 'name' | 'url' | 'schedule'>
  outcome: AttemptOutcome
}

export type NextStep = {
  state: Exclude<DeliveryState, 'pending' | 'skipped'>
  step: number
  /** From now on. */
  inSeconds: number
}

const spread = 0.15
const jittered = (seconds: number) => seconds * (1 - spread + 2 * spread * Math.random())

/** What is told of an endpoint that is gone is told of each of its deliveries: nobody needs a second no. */
export function nextStep({ delivery, endpoint, outcome: { failure } }: FinishedAttempt): NextStep {
  const schedule = endpoint.schedule ?? defaultSchedule
  const step = delivery.step + 1
  if (!failure) return { state: 'delivered', step, inSeconds: 0 }
  const seconds = schedule[step]
  if (failure.isGone || seconds === undefined) return { state: 'failed', step, inSeconds: 0 }
  return { state: 'retrying', step, inSeconds: Math.max(jittered(seconds), failure.retryAfterSeconds ?? 0) }
}

/** What a batch of tries says of one endpoint. Our own trouble says nothing. */
export type EndpointNews = {
  id: EndpointRow['id']
  tenantId: EndpointRow['tenantId']
  hasDelivered: boolean
  /** Failures since the last good one of the batch. */
  trailing: number
  lastFailure: string | null
  retryAfterSeconds: number | null
  isGone: boolean
  /** When the failures that end the batch began. */
  failingSince: string | null
}

const noNews = ({ id, tenantId }: FinishedAttempt['endpoint']): EndpointNews => ({
  ...{ id, tenantId, hasDelivered: false, trailing: 0, lastFailure: null },
  ...{ retryAfterSeconds: null, isGone: false, failingSince: null },
})

function hear(news: EndpointNews, { failure, startedAt }: AttemptOutcome): void {
  if (!failure) {
    Object.assign(news, { hasDelivered: true, trailing: 0, failingSince: null, retryAfterSeconds: null })
    return
  }
  if (failure.failureClass === 'ours') return
  news.trailing += 1
  news.failingSince ??= isoOf(startedAt)
  news.lastFailure = failure.message
  news.isGone ||= failure.isGone
  news.retryAfterSeconds = Math.max(news.retryAfterSeconds ?? 0, failure.retryAfterSeconds ?? 0) || null
}

/** By endpoint, in one order for everybody, so that two senders wait for each other and never both. */
export function newsOf(finished: readonly FinishedAttempt[]): EndpointNews[] {
  const all = new Map<string, EndpointNews>()
  const inOrder = [...finished].sort((a, b) => endOf(a) - endOf(b))
  for (const one of inOrder) {
    const news = all.get(one.endpoint.id) ?? noNews(one.endpoint)
    all.set(one.endpoint.id, news)
    hear(news, one.outcome)
  }
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const endOf = ({ outcome: { startedAt, timings } }: FinishedAttempt) => startedAt.getTime() + timings.totalMs
