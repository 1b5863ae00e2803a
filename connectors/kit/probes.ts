import { type ProbeName, type ProbeReport, type ProbeResult, probeNames } from '@/server/kernel/health'
import type { HttpClient } from '@/server/kernel/http'
import { minuteOf } from './answers'
import type { Connector } from './define'
import { echoesOf, echoesOfSettings, secretsSent, withoutEchoes } from './echo'
import { findings } from './findings'
import { injectCredential } from './request'
import { type DrawQuota, type Finding, type HeldQuota, type ProbeRun, QuotaHeld, skipped, startRun } from './run'
import type { ConnectorSettings } from './settings'

/**
 * Runs the seven probes of a connector in order and says what they mean together. An outcome is data: this never
 * throws for a service that is down. It is used for drafts in the wizard, for tests by hand and for the health loop.
 */
export type ProbeOptions = {
  signal?: AbortSignal | undefined
  /** Hears each result as soon as it is known. */
  onProbe?: ((result: ProbeResult) => void) | undefined
  /** Of the checks so far; without history this run's own latency stands for it. */
  p99Ms?: number | null | undefined
  /** Hears of a fault of ours, to log it. */
  onFault?: ((error: unknown) => void) | undefined
  now?: (() => Date) | undefined
  /** Only what needs no credential: a ping. */
  anonymous?: boolean | undefined
  /** Asks for what a request with the credential costs; absent: nobody counts. */
  draw?: DrawQuota | undefined
  /** Pools that calls through the integration draw from, beside those of the probes themselves. */
  usedPools?: ReadonlySet<string> | undefined
  /** Just these, and what they rest upon; all of them when absent. */
  only?: readonly ProbeName[] | undefined
}

const withoutCredential: readonly ProbeName[] = ['connectivity', 'tls', 'latency']
/** What is meaningless after a failure of the key: the rest would only repeat it. */
const meaninglessAfter: Partial<Record<ProbeName, readonly ProbeName[]>> = {
  connectivity: probeNames,
  tls: probeNames,
  authentication: ['authorization', 'version'],
}

/** What a probe needs to know from others: where nobody answers there is nothing to sign in to. */
const restsUpon: Record<ProbeName, readonly ProbeName[]> = {
  connectivity: [],
  tls: ['connectivity'],
  authentication: ['connectivity', 'tls'],
  authorization: ['connectivity', 'tls', 'authentication'],
  version: ['connectivity', 'tls', 'authentication'],
  rate_limit: ['connectivity', 'tls', 'authentication'],
  latency: ['connectivity', 'tls'],
}

/** The probes that are run to answer for these, in their order. */
export function probesFor(only: readonly ProbeName[]): ProbeName[] {
  const needed = new Set(only.flatMap((name) => [name, ...restsUpon[name]]))
  return probeNames.filter((name) => needed.has(name))
}

function skipReason(name: ProbeName, results: readonly ProbeResult[], options: ProbeOptions): string | undefined {
  const broken = results.find((result) => result.status === 'fail' && meaninglessAfter[result.name]?.includes(name))
  if (broken) return `Not asked, because ${broken.name} failed.`
  return options.anonymous && !withoutCredential.includes(name) ? 'Not asked: a ping uses no credential.' : undefined
}

/** A service that repeats what it was told would have its secret in a finding. */
function echoesIn({ connector, settings }: Pick<ProbeRun, 'connector' | 'settings'>): readonly string[] {
  const stored = echoesOfSettings(settings)
  if (connector.manifest.methods[settings.method]?.authorize !== undefined) return stored
  const request = injectCredential(connector.manifest, settings, { method: 'GET', url: settings.baseUrl })
  const others = secretsSent(request).filter((value) => !stored.includes(value))
  return others.length === 0 ? stored : [...echoesOf(others), ...stored]
}

/** Ten thousand checks a minute find nothing: that is seen in one look at all that a finding says. */
function isSafe({ message, evidence = {} }: Finding, echoes: readonly string[]): boolean {
  const said = Object.values(evidence).reduce<string>(
    (all, value) => (typeof value === 'string' ? `${all}\n${value}` : all),
    message,
  )
  return !echoes.some((echo) => said.includes(echo))
}

function withoutSecrets(finding: Finding, echoes: readonly string[]): Finding {
  if (isSafe(finding, echoes)) return finding
  const evidence = Object.entries(finding.evidence ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? withoutEchoes(value, echoes) : value,
  ])
  return { ...finding, message: withoutEchoes(finding.message, echoes), evidence: Object.fromEntries(evidence) }
}

function resultOf(name: ProbeName, finding: Finding, durationMs: number): ProbeResult {
  const isTrouble = finding.status === 'warn' || finding.status === 'fail'
  return {
    name,
    status: finding.status,
    message: finding.message,
    evidence: finding.evidence ?? {},
    remedy: isTrouble ? (finding.remedy ?? null) : null,
    failureClass: isTrouble ? (finding.failureClass ?? null) : null,
    durationMs,
  }
}

function oursToMend(signal: AbortSignal | undefined): Finding {
  return {
    status: 'fail',
    message: signal?.aborted
      ? 'The check was given up before it was finished.'
      : 'The hub could not finish this check.',
    failureClass: 'ours',
    remedy: 'Try again; if it stays, tell the operator of the hub.',
  }
}

const waitingFor = ({ pool, until }: HeldQuota) =>
  `waiting for the quota of ${pool || 'the hub'} until ${minuteOf(until)}`

/** `isOurs`: a fault of ours, or an abort, ended the run. */
type Found = { finding: Finding; isOurs: boolean }

async function findOne(run: ProbeRun, name: ProbeName, options: ProbeOptions): Promise<Found> {
  try {
    options.signal?.throwIfAborted()
    return { finding: await findings[name](run, options.p99Ms ?? null), isOurs: false }
  } catch (error) {
    if (error instanceof QuotaHeld) {
      run.held ??= error.held
      return { finding: skipped(`Not asked: ${waitingFor(error.held)}.`), isOurs: false }
    }
    if (!options.signal?.aborted) options.onFault?.(error)
    return { finding: oursToMend(options.signal), isOurs: true }
  }
}

const verdictOf = { pass: 'healthy', skipped: 'healthy', warn: 'degraded', fail: 'unhealthy' } as const

const leftOf = ({ limit, remaining }: HeldQuota) =>
  limit === null || remaining === null ? 'none is left for checks' : `${remaining} of ${limit} are left`

function messageOf(run: ProbeRun, deciding: ProbeResult | undefined): string {
  const isHeld = run.held && (!deciding || deciding.failureClass === 'provider_limit')
  if (deciding && !isHeld) return deciding.message
  if (run.held) return `${waitingFor(run.held).replace('w', 'W')}: calls come first, and ${leftOf(run.held)}.`
  const who = run.identity ? ` as ${run.identity}` : ''
  return run.latencyMs === null ? `All is well${who}.` : `Answers in ${Math.round(run.latencyMs)} ms${who}.`
}

function reportOf(run: ProbeRun, probes: ProbeResult[], startedAt: Date, durationMs: number): ProbeReport {
  const deciding = probes.find(({ status }) => status === 'fail') ?? probes.find(({ status }) => status === 'warn')
  const isOurs = deciding?.failureClass === 'ours'
  // Whether the credential is still good is not known: what was known of it stays.
  const isHeld = !deciding && run.held !== null
  return {
    verdict: isOurs || isHeld ? null : verdictOf[deciding?.status ?? 'pass'],
    probes,
    failingProbe: deciding?.name ?? null,
    failureClass: deciding?.failureClass ?? (isHeld ? 'provider_limit' : null),
    message: messageOf(run, deciding),
    remedy: deciding?.remedy ?? null,
    latencyMs: run.latencyMs === null ? null : Math.round(run.latencyMs),
    quotas: run.quotas,
    identity: run.identity,
    serviceVersion: run.serviceVersion,
    credentialExpiresAt: run.credentialExpiresAt,
    ...(run.held && { waitingUntil: run.held.until }),
    startedAt,
    durationMs,
  }
}

/**
 * Reach or identity fails: unhealthy. Missing scope, version out of range, certificate under 30 days, quota at or
 * under 10 %, p99 over 5 s, or being asked to slow down: degraded. Our own trouble, an abort included, and no quota left
 * for checks: no verdict.
 */
export async function runProbes(
  connector: Connector,
  settings: ConnectorSettings,
  http: HttpClient,
  options: ProbeOptions = {},
): Promise<ProbeReport> {
  const now = options.now ?? (() => new Date())
  const startedAt = now()
  const began = performance.now()
  const run = startRun(connector, settings, http, {
    ...{ signal: options.signal, now, draw: options.draw, usedPools: options.usedPools },
  })
  const probes: ProbeResult[] = []
  const echoes = echoesIn(run)
  let endedByUs = false
  for (const name of options.only ? probesFor(options.only) : probeNames) {
    const probeBegan = performance.now()
    const reason: string | undefined = endedByUs
      ? 'Not asked, because the run was ended.'
      : skipReason(name, probes, options)
    const found: Found = reason
      ? { finding: { status: 'skipped', message: reason }, isOurs: false }
      : await findOne(run, name, options)
    endedByUs ||= found.isOurs
    const durationMs = Math.round(performance.now() - probeBegan)
    const result = resultOf(name, withoutSecrets(found.finding, echoes), durationMs)
    probes.push(result)
    options.onProbe?.(result)
  }
  run.identity = run.identity && withoutEchoes(run.identity, echoes)
  run.serviceVersion = run.serviceVersion && withoutEchoes(run.serviceVersion, echoes)
  return reportOf(run, probes, startedAt, Math.round(performance.now() - began))
}
