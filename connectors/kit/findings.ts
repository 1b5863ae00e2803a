import type { LearnedQuota, ProbeName } from '@/server/kernel/health'
import { HttpFailure, type HttpResponse } from '@/server/kernel/http'
import { isStorableInstant } from '@/server/kernel/text'
import { isCertificateTrouble, minuteOf, type Reading, type Trouble } from './answers'
import { mergeQuotas, quotasInBody } from './quotas'
import {
  applies,
  attempt,
  type Finding,
  type HeldQuota,
  type ProbeRun,
  plainRequest,
  QuotaHeld,
  readable,
  reading,
  sendAuthorized,
  shareWith,
  skipped,
  slowedDown,
  troubled,
  troubleOf,
} from './run'
import { authorization } from './scopes'
import { valueAt } from './template'
import { isInRange, rangeInWords } from './versions'

/** The seven probes: what each asks, and what it makes of the answer. Their order and the verdict are in probes.ts. */
const dayMs = 86_400_000
const certificateWarningDays = 30
const quotaWarningShare = 0.1
const slowMs = 5_000

const rounded = (ms: number) => Math.round(ms)
const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

function noteLatency(run: ProbeRun, response: HttpResponse): number {
  run.latencyMs = Math.max(run.latencyMs ?? 0, response.timings.totalMs)
  return rounded(response.timings.totalMs)
}

/** Without a credential the identity's request would be this one over again: the answer serves both. */
function shareAnswer(run: ProbeRun, response: HttpResponse): void {
  const isSame = run.method.kind === 'none' && !run.method.inject && !run.method.authorize
  const isWhole = !response.truncated && (response.status < 300 || response.status >= 400)
  if (isSame && isWhole) shareWith(run, run.connector.manifest.probes.reach?.request ?? 'GET /', response)
}

/** Of a connection that was kept they were told before. */
const connectingTimes = ({ timings: { dnsMs, connectMs } }: HttpResponse) => ({
  ...(dnsMs !== null && { dnsMs: rounded(dnsMs) }),
  ...(connectMs !== null && { connectMs: rounded(connectMs) }),
})

async function connectivity(run: ProbeRun): Promise<Finding> {
  const { reach } = run.connector.manifest.probes
  // The request is made inside, for a path that cannot be sent is a fault of the settings.
  const send = run.method.kind === 'none' ? run.http : run.strangerHttp
  const response = await attempt(async () =>
    send({ ...plainRequest(run, reach?.request ?? 'GET /'), maxRedirects: 0, maxBodyBytes: 16_384 }),
  )
  const { host } = new URL(run.settings.baseUrl)
  if (response instanceof HttpFailure) {
    if (!isCertificateTrouble(response)) return troubled('fail', troubleOf(response))
    run.certificateTrouble = troubleOf(response)
    run.certificate = response.certificate
    return { status: 'pass', message: `${host} accepts connections.`, evidence: { host } }
  }
  shareAnswer(run, response)
  const { status } = response
  const evidence = {
    ...{ host, status, address: response.remoteAddress, latencyMs: noteLatency(run, response) },
    ...connectingTimes(response),
  }
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

const daysUntil = (at: Date, { now }: Pick<ProbeRun, 'now'>) => Math.floor((at.getTime() - now().getTime()) / dayMs)

async function tls(run: ProbeRun): Promise<Finding> {
  if (run.settings.baseUrl.startsWith('http:')) return skipped('The address begins with http, so nothing is encrypted.')
  const { certificate } = run
  const evidence = certificate && {
    subject: readable(certificate.subject),
    issuer: readable(certificate.issuer),
    validTo: certificate.validTo.toISOString(),
    daysLeft: daysUntil(certificate.validTo, run),
    ...(certificate.chainEnd && {
      chainEnd: readable(certificate.chainEnd.subject),
      chainValidTo: certificate.chainEnd.validTo.toISOString(),
      chainDaysLeft: daysUntil(certificate.chainEnd.validTo, run),
    }),
  }
  if (run.certificateTrouble) {
    return troubled('fail', {
      ...run.certificateTrouble,
      evidence: { ...run.certificateTrouble.evidence, ...evidence },
    })
  }
  if (!evidence) return skipped('The certificate was not shown.')
  const left = days(evidence.daysLeft)
  const chainLeft = evidence.chainDaysLeft ?? Number.POSITIVE_INFINITY
  if (Math.min(evidence.daysLeft, chainLeft) >= certificateWarningDays) {
    return { status: 'pass', message: `The certificate is valid for ${left} more.`, evidence }
  }
  const isLeaf = evidence.daysLeft <= chainLeft
  return {
    status: 'warn',
    message: isLeaf
      ? `The certificate expires in ${left}.`
      : `A certificate of the chain expires in ${days(chainLeft)}: ${evidence.chainEnd}.`,
    evidence,
    failureClass: 'provider_incident',
    remedy: isLeaf ? 'Renew the certificate on the service.' : 'Renew the chain of certificates on the service.',
  }
}

type Proof = { trouble: Trouble } | { trouble: null; response: HttpResponse; label: string | null }
type IdentityProbe = Extract<ProbeRun['connector']['manifest']['probes']['identity'], { request: string }>

async function prove(run: ProbeRun, identity: Omit<IdentityProbe, 'orElse'>): Promise<Proof> {
  const response = await attempt(() => sendAuthorized(run, identity.request, identity.input))
  if (response instanceof HttpFailure) return { trouble: troubleOf(response) }
  const read: Reading = reading(run, response, identity)
  if (read.trouble) return { trouble: read.trouble }
  return { trouble: null, response, label: identity.label ? labelIn(read.body, identity.label) : null }
}

/** `login`, or `{user} @ {team}`; a label of which a part is missing is none. */
function labelIn(body: unknown, label: string): string | null {
  const paths = [...label.matchAll(/\{([^}]+)\}/g)].map(([, path = '']) => path)
  if (paths.length === 0) return readable(valueAt(body, label))
  const parts = new Map(paths.map((path) => [path, readable(valueAt(body, path))]))
  if ([...parts.values()].includes(null)) return null
  return readable(label.replace(/\{([^}]+)\}/g, (_all, path: string) => parts.get(path) ?? ''))
}

/** Some credentials are good and still may not ask who they are: then the other request is the proof. */
async function proveEither(run: ProbeRun, identity: IdentityProbe): Promise<Proof> {
  const first = await prove(run, identity)
  if (first.trouble?.failureClass !== 'permission' || !identity.orElse) return first
  const second = await prove(run, identity.orElse)
  return second.trouble ? first : second
}

async function authentication(run: ProbeRun): Promise<Finding> {
  const { identity } = run.connector.manifest.probes
  if ('none' in identity) return skipped(identity.none)
  const proof = await proveEither(run, identity)
  if (proof.trouble?.failureClass === 'provider_limit') return troubled('warn', proof.trouble)
  run.isRefused = proof.trouble !== null
  if (proof.trouble) return troubled('fail', proof.trouble)
  run.identity = proof.label
  await learnExpiry(run)
  const expiry = run.credentialExpiresAt && {
    expiresAt: run.credentialExpiresAt.toISOString(),
    daysLeft: Math.floor((run.credentialExpiresAt.getTime() - run.now().getTime()) / dayMs),
  }
  const { response } = proof
  const evidence = { status: response.status, latencyMs: noteLatency(run, response), identity: run.identity, ...expiry }
  if (run.method.kind === 'none')
    return { status: 'pass', message: 'The service answers without a credential.', evidence }
  const who = run.identity ? ` It belongs to ${run.identity}.` : ''
  const isNear = expiry && expiry.daysLeft < certificateWarningDays
  const until = isNear ? ` It expires ${expiry.daysLeft < 1 ? 'within a day' : `in ${days(expiry.daysLeft)}`}.` : ''
  return { status: 'pass', message: `The credential is accepted.${who}${until}`, evidence }
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
  const at = endOf(told, expiry.form, run.now())
  if (isStorableInstant(at)) run.credentialExpiresAt = at
}

function endOf(told: unknown, form: 'date' | 'seconds' | undefined, now: Date): Date {
  if (form !== 'seconds') return new Date(typeof told === 'string' ? told : Number.NaN)
  return new Date(typeof told === 'number' ? now.getTime() + told * 1000 : Number.NaN)
}

async function version(run: ProbeRun): Promise<Finding> {
  const { version: probe } = run.connector.manifest.probes
  if (!probe) return skipped('The service does not tell its version.')
  if (!applies(run, probe)) return skipped('Not asked: the vendor keeps this one up to date.')
  if (run.isThrottled) return skipped(slowedDown)
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
  const wanted = rangeInWords(probe.range)
  return {
    status: 'warn',
    message: `Version ${run.serviceVersion} is not one the hub works with: it needs ${wanted}.`,
    evidence,
    failureClass: 'request',
    remedy: probe.remedy?.replaceAll('{range}', wanted) ?? `Bring the service to version ${wanted}.`,
  }
}

const shareOf = (quota: LearnedQuota) => (quota.limit > 0 ? quota.remaining / quota.limit : 1)
const inWords = (quota: LearnedQuota) =>
  `${quota.remaining} of ${quota.limit} left in ${readable(quota.pool) ?? 'the quota'}`

/** Null when there is no quota left for it. */
async function sendUnlessHeld(run: ProbeRun, line: string, input?: Record<string, string>) {
  try {
    return await sendAuthorized(run, line, input)
  } catch (error) {
    if (error instanceof QuotaHeld) return null
    throw error
  }
}

async function askForQuota(run: ProbeRun): Promise<void> {
  const { quota } = run.connector.manifest.probes
  if (!quota || run.isRefused || !applies(run, quota)) return
  const response = await attempt(() => sendUnlessHeld(run, quota.request, quota.input))
  if (response === null) return
  if (!quota.pools || response instanceof HttpFailure || response.status !== 200) return
  const told = quotasInBody(quota.pools, reading(run, response, {}).body, run.now())
  // Where a header tells of the same pool, it counted this very request.
  run.quotas = mergeQuotas(told, run.quotas)
}

/** A pool nobody here draws from may be empty: that is no trouble of this integration. */
const concerning = ({ quotas, ownPools }: ProbeRun) => quotas.filter(({ pool }) => ownPools.has(pool))

const heldAsQuota = ({ pool, until, limit, remaining }: HeldQuota): LearnedQuota[] =>
  limit === null || remaining === null ? [] : [{ pool, limit, remaining, resetAt: until }]

async function rateLimit(run: ProbeRun): Promise<Finding> {
  await askForQuota(run)
  const known = concerning(run)
  const concerned = known.length > 0 || !run.held ? known : heldAsQuota(run.held)
  const [scarcest] = concerned.sort((a, b) => shareOf(a) - shareOf(b))
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
  const until = resetAt ? ` It is full again at ${minuteOf(resetAt)}.` : ''
  return `Call less often, or use a credential with a larger quota.${until}`
}

async function latency(run: ProbeRun, p99Ms: number | null): Promise<Finding> {
  const limitMs = run.connector.manifest.probes.latency?.p99Ms ?? slowMs
  if (run.latencyMs === null) return skipped('No answer was timed.')
  // This answer is the newest of those that count.
  const measured = Math.max(p99Ms ?? 0, run.latencyMs)
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
