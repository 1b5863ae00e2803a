import type { IncomingHttpHeaders } from 'node:http'
import type { CallOptions } from '@/server/domain/calls/service'
import { callPriorities } from '@/server/kernel/calls'
import { HubError } from '@/server/kernel/errors'

/** How a caller says, in headers, how this one call is made; without them the policy of the integration says it. */
const maxTimeoutMs = 600_000
const maxRetries = 9

function numberIn(headers: IncomingHttpHeaders, name: string, min: number, max: number): number | undefined {
  const text = headers[name]
  if (text === undefined) return undefined
  const value = typeof text === 'string' && /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  throw new HubError('request.invalid', `The header ${name} has to be a number from ${min} to ${max}.`)
}

/** @throws {HubError} request.invalid */
export function readSteering(headers: IncomingHttpHeaders): CallOptions {
  const wish = headers['x-inthub-priority']
  const priority = callPriorities.find((one) => one === wish)
  if (wish !== undefined && priority === undefined) {
    throw new HubError('request.invalid', `The header x-inthub-priority has to be one of ${callPriorities.join(', ')}.`)
  }
  const timeoutMs = numberIn(headers, 'x-inthub-timeout-ms', 1, maxTimeoutMs)
  const retries = numberIn(headers, 'x-inthub-retries', 0, maxRetries)
  return {
    priority,
    timeoutMs,
    deadlineMs: deadlineFor(timeoutMs),
    attempts: retries === undefined ? undefined : retries + 1,
  }
}

/** Who gives one attempt a minute does not want to be told after half of it that the time is over. */
const deadlineFor = (timeoutMs: number | undefined) =>
  timeoutMs !== undefined && timeoutMs > 30_000 ? timeoutMs : undefined
