import { looksSecret } from '@/connectors/kit'
import { type EgressPolicy, judgeAddress } from '@/server/kernel/egress'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import { eventAliases } from '@/server/kernel/events'
import { HttpFailure } from '@/server/kernel/http'
import {
  defaultConcurrency,
  maxConcurrency,
  maxRatePerSecond,
  type PayloadVersion,
  payloadVersions,
} from '@/server/kernel/webhooks'
import { checkedHeaders, checkedUrl } from '@/server/platform/egress-request'
import { type Resolver, systemResolver } from '@/server/platform/egress-socket'
import { isName } from '../names'
import { isPrintable } from '../placing'
import type { CreateEndpointInput } from './endpoint'

/** What an endpoint may say, and where it may be. */
const maxEvents = 50
const maxHeaders = 20
const maxUrl = 2_000
const maxSteps = 20
const maxStepSeconds = 7 * 86_400
/** What the hub itself says of a delivery. */
const ofTheHub = /^(?:webhook-|x-inthub-)|^(?:content-type|user-agent|accept)$/
/** Names under which nothing but a secret is sent. */
const secretNames = /authorization|cookie|token|secret|password|api[-_]?key|signature/i
const eventForm = /^[a-z0-9_*-]+(?:\.[a-z0-9_*-]+)*$/

type Said = Partial<Omit<CreateEndpointInput, 'idempotencyKey'>>

const within = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most

function urlProblem(url: string): string | null {
  if (url.length > maxUrl) return `may have ${maxUrl} characters`
  try {
    checkedUrl(url)
  } catch (error) {
    if (error instanceof HttpFailure) return error.message
    throw error
  }
  if (looksSecret(url))
    return 'holds what looks like a secret; deliveries are signed, so that no secret has to be in it'
  return new URL(url).hash ? 'has a fragment, which is never sent' : null
}

function eventProblems(events: readonly string[]): FieldProblem[] {
  if (events.length === 0 || events.length > maxEvents) {
    return [{ path: 'events', message: `have to be 1 to ${maxEvents} names or patterns` }]
  }
  return events.flatMap((name, at) =>
    name.length <= 200 && (eventForm.test(name) || Object.hasOwn(eventAliases, name))
      ? []
      : [
          {
            path: `events.${at}`,
            message: 'has to be a name such as integration.created, or a pattern such as github.*',
          },
        ],
  )
}

function headerProblem(name: string, value: string): string | null {
  const lower = name.toLowerCase()
  if (ofTheHub.test(lower)) return 'is set by the hub'
  if (secretNames.test(lower) || looksSecret(value)) {
    return 'looks like a secret, which is not kept here: verify the signature of the delivery instead'
  }
  if (value.length > 1_000) return 'may have 1,000 characters'
  try {
    checkedHeaders({ [name]: value })
    return null
  } catch (error) {
    if (error instanceof HttpFailure) return error.message
    throw error
  }
}

function headerProblems(headers: Record<string, string>): FieldProblem[] {
  const names = Object.keys(headers)
  if (names.length > maxHeaders) return [{ path: 'headers', message: `may be ${maxHeaders} at most` }]
  return names.flatMap((name, at) => {
    const message = headerProblem(name, headers[name] ?? '')
    // A name that is refused may be anything, so it is told by its place.
    return message ? [{ path: /^[\w-]{1,60}$/.test(name) ? `headers.${name}` : `headers.${at}`, message }] : []
  })
}

function scheduleProblem(schedule: readonly number[]): string | null {
  if (schedule.length === 0 || schedule.length > maxSteps) return `has to have 1 to ${maxSteps} steps`
  return schedule.every((seconds) => within(seconds, 0, maxStepSeconds))
    ? null
    : `has to be whole seconds, 0 to ${maxStepSeconds}, before each try`
}

function numberProblems({ ratePerSecond, concurrency, payloadVersion, schedule }: Said): FieldProblem[] {
  const ask = (path: string, isRight: boolean, message: string) => (isRight ? [] : [{ path, message }])
  const broken = schedule ? scheduleProblem(schedule) : null
  return [
    ...ask(
      'ratePerSecond',
      ratePerSecond == null || within(ratePerSecond, 1, maxRatePerSecond),
      `has to be from 1 to ${maxRatePerSecond}`,
    ),
    ...ask(
      'concurrency',
      concurrency == null || within(concurrency, 1, maxConcurrency),
      `has to be from 1 to ${maxConcurrency}`,
    ),
    ...ask(
      'payloadVersion',
      payloadVersion == null || payloadVersions.includes(payloadVersion as PayloadVersion),
      `has to be ${payloadVersions.join(' or ')}`,
    ),
    ...(broken ? [{ path: 'schedule', message: broken }] : []),
  ]
}

function wordProblems({ name, description }: Said): FieldProblem[] {
  return [
    ...(name == null || isName(name) ? [] : [{ path: 'name', message: 'has to be 1 to 100 characters' }]),
    ...(description == null || description === '' || isPrintable(description, 500)
      ? []
      : [{ path: 'description', message: 'may have 500 characters in one line' }]),
  ]
}

/** @throws {HubError} request.invalid naming each field that is wrong */
export function requireSensible(said: Said): void {
  const url = said.url === undefined ? null : urlProblem(said.url)
  const fields = [
    ...(url ? [{ path: 'url', message: url }] : []),
    ...(said.events ? eventProblems(said.events) : []),
    ...(said.headers ? headerProblems(said.headers) : []),
    ...numberProblems(said),
    ...wordProblems(said),
  ]
  if (fields.length > 0) throw new HubError('request.invalid', undefined, { fields })
}

const refused = (message: string, remedy?: string) =>
  new HubError('request.invalid', 'The hub may not send webhooks to this URL.', {
    fields: [{ path: 'url', message }],
    ...(remedy && { remedy }),
  })

function denied(
  { address, reason, grantable }: { address: string; reason: string; grantable: boolean },
  port: number,
  tenant: string,
) {
  const rule = address.includes(':') ? `'[${address}/128]:${port}'` : `${address}/32:${port}`
  const remedy = `An instance admin can allow it: inthub admin egress grant ${tenant} ${rule}`
  return refused(`leads to ${address}, which is ${reason}`, grantable ? remedy : undefined)
}

/** Whether an address is on the public internet, where everybody on the way could read what is not encrypted. */
const isPublic = (policy: EgressPolicy, address: string, port: number) =>
  judgeAddress({ ...policy, allow: [], grants: [], deny: [] }, address, port).allowed && policy.mode === 'strict'

/**
 * Whether the hub may connect to where the name leads now. A name that cannot be resolved yet may be saved: the
 * address is judged again whenever something is sent.
 *
 * @throws {HubError} request.invalid naming `url`
 */
export async function requireAllowed(
  url: string,
  { policy, tenant }: { policy: EgressPolicy; tenant: string },
  resolve: Resolver = systemResolver,
): Promise<void> {
  const { hostname, port: given, protocol } = new URL(url)
  const port = Number(given || (protocol === 'https:' ? 443 : 80))
  const found = await resolve(hostname.replace(/^\[|\]$/g, '')).catch(() => [])
  const verdicts = found.map(({ address }) => ({ address, ...judgeAddress(policy, address, port) }))
  const [first] = verdicts
  if (first && !first.allowed && !verdicts.some(({ allowed }) => allowed)) throw denied(first, port, tenant)
  if (protocol === 'http:' && verdicts.some(({ address }) => isPublic(policy, address, port))) {
    throw refused('has to begin with https:// outside of private networks')
  }
}

export const withDefaults = ({ payloadVersion, concurrency, ratePerSecond, schedule }: Said) => ({
  payloadVersion: payloadVersion ?? payloadVersions[0],
  concurrency: concurrency ?? defaultConcurrency,
  ratePerSecond: ratePerSecond ?? null,
  schedule: schedule ? [...schedule] : null,
})
