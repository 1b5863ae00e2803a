import type { FailureClass } from '@/server/kernel/health'
import { HttpFailure, type HttpFailureReason, type HttpResponse } from '@/server/kernel/http'
import type { answerForms, BodyError, ConnectorManifest } from './manifest'
import { throttleOf } from './quotas'
import { valueAt } from './template'

/**
 * Reads an answer: is it what was asked for, and if not, whose trouble is it and what helps? A 200 alone proves nothing:
 * sign-in pages, 203s and bodies that say "not ok" are failures.
 */
export type Trouble = {
  failureClass: FailureClass
  message: string
  remedy: string
  evidence: Record<string, string | number | boolean | null>
}

/** What of an answer is looked at. */
export type Answered = Pick<HttpResponse, 'status' | 'headers' | 'body' | 'truncated'>

export type Expectation = {
  ok?: readonly number[] | undefined
  expect?: (typeof answerForms)[number] | undefined
  notOk?: Record<string, FailureClass> | undefined
  holds?: { path: string; equals: string | number | boolean } | undefined
}

export type Reading = { trouble: Trouble; body: undefined } | { trouble: null; body: unknown }

const classOfReason = {
  egress_denied: 'request',
  bad_request: 'request',
  dns_failed: 'network',
  connection_refused: 'network',
  connection_reset: 'network',
  connect_timeout: 'network',
  total_timeout: 'network',
  tls_expired: 'provider_incident',
  tls_wrong_name: 'request',
  tls_untrusted: 'request',
  tls_failed: 'network',
  redirect_loop: 'request',
  redirect_refused: 'request',
  malformed_answer: 'provider_incident',
  aborted: 'ours',
} as const satisfies Record<HttpFailureReason, FailureClass>

const certificateReasons: readonly HttpFailureReason[] = [
  'tls_expired',
  'tls_wrong_name',
  'tls_untrusted',
  'tls_failed',
]
export const isCertificateTrouble = (failure: HttpFailure) => certificateReasons.includes(failure.reason)

/** @returns null when the failure is a fault of ours, which says nothing about the service */
export function troubleOfFailure(error: unknown): Trouble | null {
  if (!(error instanceof HttpFailure) || error.reason === 'aborted') return null
  return {
    failureClass: classOfReason[error.reason],
    message: error.message,
    remedy: error.remedy ?? 'Check the address, and that the service is well.',
    evidence: { reason: error.reason },
  }
}

function classOfStatus(status: number): FailureClass {
  if (status === 401 || status === 203) return 'credential'
  if (status === 403) return 'permission'
  if (status === 429) return 'provider_limit'
  return status >= 500 ? 'provider_incident' : 'request'
}

const sentences: Record<FailureClass, (status: number) => [message: string, remedy: string]> = {
  credential: (status) => [
    `The service does not accept the credential (status ${status}).`,
    'Check that the secret is right and has neither expired nor been revoked; then reconnect.',
  ],
  permission: (status) => [
    `The credential is not allowed to do this (status ${status}).`,
    'Give the credential the permissions that the connector names.',
  ],
  provider_limit: (status) => [
    `The service asks us to slow down (status ${status}).`,
    'Wait until the quota is renewed, or check less often.',
  ],
  provider_incident: (status) => [
    `The service answers with an error of its own (status ${status}).`,
    'Look at the status page or the log of the service.',
  ],
  request: (status) => [
    status === 404
      ? 'The service does not know this address (status 404).'
      : `The service did not expect this request (status ${status}).`,
    'Check the base URL and the path: they may belong to another service or version.',
  ],
  network: (status) => [`A proxy on the way refused the request (status ${status}).`, 'Check the proxy.'],
  ours: (status) => [`The answer could not be used (status ${status}).`, 'Try again.'],
}

function statusTrouble(
  manifest: ConnectorManifest,
  response: Answered,
  declared: FailureClass | undefined,
  now: Date,
): Trouble {
  const { status } = response
  const failureClass = declared ?? (status === 407 ? 'network' : classOfStatus(status))
  const [message, remedy] = sentences[failureClass](status)
  // What a manifest says of 403 is about permissions, so it is no help where 403 means "too fast".
  const own = failureClass === 'provider_limit' && status !== 429 ? undefined : manifest.remedies?.[String(status)]
  return { failureClass, message, ...waited(manifest, response, own ?? remedy, now) }
}

/** The remedy, and how long the service asks to wait, where it says so. */
function waited(manifest: ConnectorManifest, response: Answered, remedy: string, now: Date) {
  const { status, headers } = response
  const { retryAfterSeconds, resetAt } = throttleOf(manifest.quotas ?? [], headers, now)
  const wait = retryAfterSeconds === null ? '' : ` The service asks to wait ${retryAfterSeconds} s.`
  const until = resetAt === null ? '' : ` The quota is full again at ${minuteOf(resetAt)}.`
  return {
    remedy: remedy + (wait || until),
    evidence: {
      status,
      ...(retryAfterSeconds !== null && { retryAfterSeconds }),
      ...(resetAt !== null && { resetAt: resetAt.toISOString() }),
    },
  }
}

/** As people read it: `2026-03-01 12:00 UTC`. */
export const minuteOf = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

/**
 * Whether an answer refuses the pace and not the credential: some vendors say so with 403, and tell the difference by
 * Retry-After or a quota that is used up.
 * Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function isThrottled(manifest: ConnectorManifest, response: Answered, now: Date): boolean {
  if (response.status === 429) return true
  if (response.status !== 403) return false
  const { retryAfterSeconds, isUsedUp } = throttleOf(manifest.quotas ?? [], response.headers, now)
  return retryAfterSeconds !== null || isUsedUp
}

const isHtml = (response: Answered) =>
  /^\s*(text\/html|application\/xhtml)/i.test(response.headers['content-type'] ?? '') ||
  /^\s*(<!doctype html|<html)/i.test(response.body.subarray(0, 200).toString('latin1'))

type Place = Pick<BodyError, 'bodyPath' | 'header'>
const valueIn = ({ bodyPath = '$', header }: Place, response: Answered, body: unknown): unknown =>
  header === undefined ? valueAt(body, bodyPath) : response.headers[header.toLowerCase()]

function matchesError(error: BodyError, response: Answered, body: unknown): boolean {
  if (error.status !== undefined && error.status !== response.status) return false
  const value = valueIn(error, response, body)
  if (error.equals !== undefined) return value === error.equals
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return false
  return error.match === undefined || String(value).toLowerCase().includes(error.match.toLowerCase())
}

/** The name of a scope or a permission, as an answer tells it; anything that is not of that form is not repeated. */
function missingIn({ missing }: BodyError, response: Answered, body: unknown): string | undefined {
  const found = missing && valueIn(missing, response, body)
  const told = Array.isArray(found) ? [...new Set(found)].join(', ') : found
  return typeof told === 'string' && /^[\w.:/, -]{1,120}$/.test(told) ? told : undefined
}

function bodyTrouble(manifest: ConnectorManifest, response: Answered, body: unknown, now: Date): Trouble | null {
  const { status } = response
  const error = (manifest.errors ?? []).find((one) => matchesError(one, response, body))
  if (!error) return null
  const [message, general] = sentences[error.class](status)
  const missing = missingIn(error, response, body)
  const remedy = error.remedy?.replaceAll('{missing}', missing ?? 'what it needs')
  const { evidence, ...rest } = waited(manifest, response, remedy ?? general, now)
  // The words of the manifest, so that a person can look them up at the vendor's.
  const code = typeof error.equals === 'string' ? error.equals : undefined
  const told = `The service answered, and its answer says that the request failed${code ? `: ${code}` : ''} (status ${status}).`
  return {
    failureClass: error.class,
    message: status < 400 ? told : message,
    ...rest,
    evidence: {
      ...evidence,
      bodyError: error.bodyPath ?? error.header ?? null,
      ...(code !== undefined && { code }),
      ...(missing !== undefined && { missing }),
    },
  }
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

const notTheApi = (response: Answered, what: string): Trouble => ({
  failureClass: 'request',
  message: `The service answered with ${what} instead of data (status ${response.status}).`,
  remedy: 'Check the base URL: it may lead to a sign-in page or to another service.',
  evidence: { status: response.status, contentType: (response.headers['content-type'] ?? '').slice(0, 80) },
})

const isWanted = ({ ok }: Expectation, status: number) =>
  ok ? ok.includes(status) : status >= 200 && status < 300 && status !== 203

/** An answer that says no: by its body, its status, or its headers. The pace comes first, for it passes by itself. */
function refusalOf(
  manifest: ConnectorManifest,
  response: Answered,
  expectation: Expectation & { body: unknown },
  now: Date,
): Trouble | null {
  const { status } = response
  const isOk = isWanted(expectation, status)
  const told = bodyTrouble(manifest, response, expectation.body, now)
  if (told?.failureClass === 'provider_limit') return told
  if (!isOk && isThrottled(manifest, response, now)) return statusTrouble(manifest, response, 'provider_limit', now)
  const declared = expectation.notOk?.[String(status)]
  if (declared) return statusTrouble(manifest, response, declared, now)
  return told ?? (isOk ? null : statusTrouble(manifest, response, undefined, now))
}

/** What an answer means for the request that was made. */
export function readAnswer(
  manifest: ConnectorManifest,
  response: Answered,
  expectation: Expectation,
  now: Date,
): Reading {
  const body = parseJson(response.body)
  const refused = (trouble: Trouble): Reading => ({ trouble, body: undefined })
  const trouble = refusalOf(manifest, response, { ...expectation, body }, now)
  if (trouble) return refused(trouble)
  if (expectation.expect === 'any') return { trouble: null, body }
  if (isHtml(response)) return refused(notTheApi(response, 'a web page'))
  if (expectation.expect === 'data') return { trouble: null, body }
  if (body === undefined && response.truncated) return refused(notTheApi(response, 'more than can be read'))
  const { holds } = expectation
  const isForeign = holds !== undefined && valueAt(body, holds.path) !== holds.equals
  if (body === undefined || isForeign) return refused(notTheApi(response, 'something else'))
  return { trouble: null, body }
}
