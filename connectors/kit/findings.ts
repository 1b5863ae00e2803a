import type { LearnedQuota, ProbeName } from '@/server/kernel/health'
import { HttpFailure, type HttpResponse } from '@/server/kernel/http'
import { isStorableInstant } from '@/server/kernel/text'
import { isCertificateTrouble, type Trouble, troubleOfFailure } from './answers'
import { attempt, type Finding, type ProbeRun, plainRequest, readable, reading, sendAuthorized, troubled } from './run'
import { valueAt } from './template'
import { isInRange } from './versions'

/** The seven probes: what each asks, and what it makes of the answer. Their order and the verdict are in probes.ts. */
const dayMs = 86_400_000
const certificateWarningDays = 30
const quotaWarningShare = 0.1
const slowMs = 5_000

const skipped = (message: string): Finding => ({ status: 'skipped', message })
const rounded = (ms: number) => Math.round(ms)

/** What the network did, as trouble. `attempt` let only failures of the outside through. */
function troubleOf(failure: HttpFailure): Trouble {
  const trouble = troubleOfFailure(failure)
  if (!trouble) throw failure
  return trouble
}

function noteLatency(run: ProbeRun, response: HttpResponse): number {
  run.latencyMs = Math.max(run.latencyMs ?? 0, response.timings.totalMs)
  return rounded(response.timings.totalMs)
}

async function connectivity(run: ProbeRun): Promise<Finding> {
  const { reach } = run.connector.manifest.probes
  // The request is made inside, for a path that cannot be sent is a fault of the settings.
  const response = await attempt(async () =>
    run.http({ ...plainRequest(run, reach?.request ?? 'GET /'), maxRedirects: 0, maxBodyBytes: 16_384 }),
  )
  const { host } = new URL(run.settings.baseUrl)
  if (response instanceof HttpFailure) {
    if (!isCertificateTrouble(response)) return troubled('fail', troubleOf(response))
    run.certificateTrouble = troubleOf(response)
    run.certificate = response.certificate
    return { status: 'pass', message: `${host} accepts connections.`, evidence: { host } }
  }
  const { status } = response
  const evidence = { host, status, address: response.remoteAddress, latencyMs: noteLatency(run, response) }
  if (reach?.ok ? reach.ok.includes(status) : status < 500) {
    return { status: 'pass', message: `${host} answers (status ${status}, asked without the credential).`, evidence }
  }
  if (status === 429) return { status: 'pass', message: `${host} answers, and asks to slow down.`, evidence }
  const isBroken = status >= 500
  return {
    status: 'fail',
    message: `${host} answers with status ${status}, ${isBroken ? 'an error of its own' : 'which this kind of service does not'}.`,
    evidence,
    failureClass: isBroken ? 'provider_incident' : 'request',
    remedy: isBroken
      ? 'Look at the status page or the log of the service.'
      : 'Check the base URL: it may belong to another kind of service.',
  }
}

async function tls(run: ProbeRun): Promise<Finding> {
  if (run.settings.baseUrl.startsWith('http:')) return skipped('The address begins with http, so nothing is encrypted.')
  const { certificate } = run
  const evidence = certificate && {
    subject: readable(certificate.subject),
    issuer: readable(certificate.issuer),
    validTo: certificate.validTo.toISOString(),
    daysLeft: Math.floor((certificate.validTo.getTime() - run.now().getTime()) / dayMs),
  }
  if (run.certificateTrouble) {
    return troubled('fail', {
      ...run.certificateTrouble,
      evidence: { ...run.certificateTrouble.evidence, ...evidence },
    })
  }
  if (!evidence) return skipped('The certificate was not shown.')
  const left = evidence.daysLeft === 1 ? '1 day' : `${evidence.daysLeft} days`
  if (evidence.daysLeft >= certificateWarningDays) {
    return { status: 'pass', message: `The certificate is valid for ${left} more.`, evidence }
  }
  return {
    status: 'warn',
    message: `The certificate expires in ${left}.`,
    evidence,
    failureClass: 'provider_incident',
    remedy: 'Renew the certificate on the service.',
  }
}

async function authentication(run: ProbeRun): Promise<Finding> {
  const { identity } = run.connector.manifest.probes
  if ('none' in identity) return skipped(identity.none)
  const response = await attempt(() => sendAuthorized(run, identity.request, identity.input))
  if (response instanceof HttpFailure) return troubled('fail', troubleOf(response))
  const read = reading(run, response, identity)
  if (read.trouble?.failureClass === 'provider_limit') return troubled('warn', read.trouble)
  if (read.trouble) return troubled('fail', read.trouble)
  run.identity = identity.label ? readable(valueAt(read.body, identity.label)) : null
  const evidence = { status: response.status, latencyMs: noteLatency(run, response), identity: run.identity }
  await learnExpiry(run)
  if (run.method.kind === 'none')
    return { status: 'pass', message: 'The service answers without a credential.', evidence }
  const who = run.identity ? ` It belongs to ${run.identity}.` : ''
  return { status: 'pass', message: `The credential is accepted.${who}`, evidence }
}

/** A fact only: a service that does not tell it is no worse for that. */
async function learnExpiry(run: ProbeRun): Promise<void> {
  const { expiry } = run.method
  const { identity } = run.connector.manifest.probes
  const line = expiry?.request ?? ('none' in identity ? undefined : identity.request)
  if (!expiry || line === undefined) return
  const response = await attempt(() => sendAuthorized(run, line))
  if (response instanceof HttpFailure || response.status >= 300) return
  const body = expiry.path ? reading(run, response, {}).body : undefined
  const told = expiry.header ? response.headers[expiry.header.toLowerCase()] : valueAt(body, expiry.path ?? '$')
  const at = new Date(typeof told === 'string' ? told : Number.NaN)
  if (isStorableInstant(at)) run.credentialExpiresAt = at
}

const scopesIn = (value: unknown, separator: string): string[] =>
  (Array.isArray(value) ? value : String(value ?? '').split(separator)).map((scope) => String(scope).trim())

async function authorization(run: ProbeRun): Promise<Finding> {
  const { scopes } = run.connector.manifest.probes
  if (!scopes) return skipped('The service does not tell what the credential may do.')
  const response = await attempt(() => sendAuthorized(run, scopes.request))
  if (response instanceof HttpFailure) return troubled('warn', troubleOf(response))
  const read = reading(run, response, scopes)
  if (read.trouble) return troubled('warn', read.trouble)
  const told = scopes.header ? response.headers[scopes.header.toLowerCase()] : valueAt(read.body, scopes.path ?? '$')
  if (told === undefined) return skipped('The service does not tell what this kind of credential may do.')
  const held = scopesIn(told, scopes.separator ?? ',')
  const needed = scopes.needs['*'] ?? []
  const missing = needed.filter((scope) => !held.includes(scope))
  const evidence = { needed: needed.join(', '), missing: missing.join(', ') }
  if (missing.length === 0) return { status: 'pass', message: 'The credential has the scopes it needs.', evidence }
  return {
    status: 'warn',
    message: `The credential lacks ${missing.join(', ')}.`,
    evidence,
    failureClass: 'permission',
    remedy: `Make a credential with ${needed.join(', ')} and reconnect.`,
  }
}

async function version(run: ProbeRun): Promise<Finding> {
  const { version: probe } = run.connector.manifest.probes
  if (!probe) return skipped('The service does not tell its version.')
  const response = await attempt(() => sendAuthorized(run, probe.request))
  if (response instanceof HttpFailure) return troubled('warn', troubleOf(response))
  const read = reading(run, response, probe)
  if (read.trouble) return skipped(`The service does not tell its version (status ${response.status}).`)
  const told = probe.header ? response.headers[probe.header.toLowerCase()] : valueAt(read.body, probe.path ?? '$')
  run.serviceVersion = readable(told)
  if (!run.serviceVersion) return skipped('The service does not tell its version.')
  const evidence = { version: run.serviceVersion, range: probe.range ?? null }
  if (!probe.range || isInRange(run.serviceVersion, probe.range) !== false) {
    return { status: 'pass', message: `Version ${run.serviceVersion}.`, evidence }
  }
  return {
    status: 'warn',
    message: `Version ${run.serviceVersion} is outside ${probe.range}.`,
    evidence,
    failureClass: 'request',
    remedy: `Bring the service to a version ${probe.range}.`,
  }
}

const shareOf = (quota: LearnedQuota) => (quota.limit > 0 ? quota.remaining / quota.limit : 1)
const inWords = (quota: LearnedQuota) =>
  `${quota.remaining} of ${quota.limit} left in ${readable(quota.pool) ?? 'the quota'}`

async function rateLimit(run: ProbeRun): Promise<Finding> {
  const { quota } = run.connector.manifest.probes
  if (quota && (quota.instances?.includes(run.settings.instance) ?? true)) {
    await attempt(() => sendAuthorized(run, quota.request, quota.input))
  }
  const [scarcest] = [...run.quotas].sort((a, b) => shareOf(a) - shareOf(b))
  if (!scarcest) {
    if (!run.isThrottled) return skipped('The service does not tell its quota.')
    return {
      status: 'warn',
      message: 'The service asks us to slow down.',
      failureClass: 'provider_limit',
      remedy: slowDown(null),
    }
  }
  const evidence = {
    pool: readable(scarcest.pool),
    limit: scarcest.limit,
    remaining: scarcest.remaining,
    resetAt: scarcest.resetAt?.toISOString() ?? null,
  }
  const isScarce = shareOf(scarcest) <= quotaWarningShare || run.isThrottled
  if (!isScarce) return { status: 'pass', message: `${inWords(scarcest)}.`, evidence }
  return {
    status: 'warn',
    message: `${run.isThrottled ? 'The service asks us to slow down: ' : ''}${inWords(scarcest)}.`,
    evidence,
    failureClass: 'provider_limit',
    remedy: slowDown(scarcest.resetAt),
  }
}

function slowDown(resetAt: Date | null): string {
  const until = resetAt ? ` It is full again at ${resetAt.toISOString().slice(0, 16).replace('T', ' ')} UTC.` : ''
  return `Call less often, or use a credential with a larger quota.${until}`
}

async function latency(run: ProbeRun, p99Ms: number | null): Promise<Finding> {
  const limitMs = run.connector.manifest.probes.latency?.p99Ms ?? slowMs
  const measured = p99Ms ?? run.latencyMs
  if (measured === null || run.latencyMs === null) return skipped('No answer was timed.')
  const evidence = { latencyMs: rounded(run.latencyMs), p99Ms: p99Ms === null ? null : rounded(p99Ms), limitMs }
  if (measured <= limitMs) return { status: 'pass', message: `Answers in ${evidence.latencyMs} ms.`, evidence }
  const what = p99Ms === null ? 'The answer took' : 'One answer in a hundred takes'
  return {
    status: 'warn',
    message: `${what} ${rounded(measured)} ms, more than ${limitMs} ms.`,
    evidence,
    failureClass: 'provider_incident',
    remedy: 'Look into the load of the service and the network on the way.',
  }
}

export const findings = {
  connectivity,
  tls,
  authentication,
  authorization,
  version,
  rate_limit: rateLimit,
  latency,
} as const satisfies Record<ProbeName, (run: ProbeRun, p99Ms: number | null) => Promise<Finding>>
