import { probesFor } from '@/connectors/kit'
import type { Context } from '@/server/kernel/context'
import {
  type DoctorCheckName,
  type DoctorCheckResult,
  type DoctorReport,
  type DoctorVerdict,
  doctorCheckNames,
} from '@/server/kernel/doctor'
import type { EgressPolicy } from '@/server/kernel/egress'
import { HubError } from '@/server/kernel/errors'
import type { ProbeName, ProbeReport, ProbeResult } from '@/server/kernel/health'
import type { HttpClient } from '@/server/kernel/http'
import { proveSettings } from '../integrations/service'
import { type AddressFacts, factsOf } from './address'
import { findingOf } from './findings'
import { checkResources, type ResourceQuestion } from './resources'
import { type Patient, suggestionsFor } from './suggestions'

/**
 * One examination: the probes of the connector in one run, then the reach of what the integration is used for, each
 * told as soon as it ended. Nothing is asked of the vendor twice, and trouble of the hub's own gives no verdict.
 */
export type OnCheck = (result: DoctorCheckResult) => void

export type Examined = Omit<ResourceQuestion, 'signal' | 'http'> & {
  http: HttpClient
  policy: EgressPolicy
  /** Of the checks before, newest last, twenty at most. */
  recentLatenciesMs: readonly number[]
  /** Pools that calls drew from lately: of others it says nothing when they are empty. */
  usedPools?: ReadonlySet<string>
  /** Just these, and what they rest upon; all of them when absent. */
  checks?: readonly DoctorCheckName[] | undefined
}

export type Outcome = { report: Omit<DoctorReport, 'changes'>; probes: ProbeReport }

const longestMs = 60_000
const enoughLatencies = 20

const isProbe = (name: DoctorCheckName): name is ProbeName => name !== 'resources'

/** The probes that answer for these checks; to reach for resources somebody has to be signed in. */
function probesOf(checks: readonly DoctorCheckName[]): ProbeName[] {
  return probesFor([...checks.filter(isProbe), ...(checks.includes('resources') ? (['authentication'] as const) : [])])
}

/** Which checks are run for these, in their order. */
export function checksFor(checks: readonly DoctorCheckName[] = doctorCheckNames): DoctorCheckName[] {
  const wanted = new Set(checks)
  return doctorCheckNames.filter((name) => wanted.has(name))
}

/** Times every answer of the run: where few are known from before, they are measured here. */
function timed(http: HttpClient, measured: number[]): HttpClient {
  return async (request) => {
    const response = await http(request)
    measured.push(response.timings.totalMs)
    return response
  }
}

/** Whether the connection came about can be told from what went wrong after the name was resolved. */
function tcpOf({ status, evidence }: ProbeResult, { dns, egress }: AddressFacts): string {
  if (status === 'pass' || evidence.status !== undefined) return 'open'
  if (dns === 'failed' || egress?.startsWith('denied')) return 'not tried'
  const before = ['dns_failed', 'egress_denied', 'connection_refused', 'connect_timeout']
  return before.includes(String(evidence.reason)) ? 'closed' : 'open'
}

type Gathered = { facts: AddressFacts; recentLatenciesMs: readonly number[]; measured: readonly number[] }

function evidenceOf(probe: ProbeResult, { facts, recentLatenciesMs, measured }: Gathered): ProbeResult['evidence'] {
  if (probe.name === 'connectivity') return { ...probe.evidence, ...facts, tcp: tcpOf(probe, facts) }
  if (probe.name !== 'latency' || probe.status === 'skipped') return probe.evidence
  const fresh = Math.max(0, Math.min(measured.length, enoughLatencies - recentLatenciesMs.length))
  return { ...probe.evidence, samples: recentLatenciesMs.length + fresh }
}

/** Fewer than twenty answers know no "one in a hundred". */
function messageOf(probe: ProbeResult, evidence: ProbeResult['evidence']): string {
  const { samples, p99Ms, latencyMs, limitMs } = evidence
  const isFew = typeof samples === 'number' && samples < enoughLatencies
  if (probe.name !== 'latency' || probe.status !== 'warn' || !isFew) return probe.message
  const slowest = Math.max(Number(p99Ms ?? 0), Number(latencyMs ?? 0))
  return `The slowest of ${samples} answers took ${slowest} ms, more than ${limitMs} ms.`
}

function resultOf(patient: Patient, probe: ProbeResult, gathered: Gathered): DoctorCheckResult {
  const { name, status, durationMs, remedy } = probe
  const finding = findingOf(probe)
  const evidence = evidenceOf(probe, gathered)
  return {
    ...{ name, status, finding, message: messageOf(probe, evidence), evidence, durationMs },
    suggestions: suggestionsFor(patient, { name, finding, remedy }),
  }
}

const verdicts = { pass: 'healthy', skipped: 'healthy', warn: 'degraded', fail: 'unhealthy' } as const

/** The worst check decides; the sentence is its own, or that of the probes when all is well. */
export function concluded(
  checks: readonly DoctorCheckResult[],
  well: string,
): { overall: DoctorVerdict; message: string } {
  const deciding = checks.find(({ status }) => status === 'fail') ?? checks.find(({ status }) => status === 'warn')
  return { overall: verdicts[deciding?.status ?? 'pass'], message: deciding?.message ?? well }
}

/** Of the checks that others rest upon, only those that failed were asked for by nobody and are told all the same. */
const isTold = (name: DoctorCheckName, status: string, wanted: ReadonlySet<DoctorCheckName>) =>
  wanted.has(name) || status === 'fail'

async function resourcesOf(question: ResourceQuestion, earlier: readonly DoctorCheckResult[]) {
  const began = performance.now()
  const { remedy, ...found } = await checkResources(question, earlier)
  const suggestions = suggestionsFor(question.patient, { name: 'resources', finding: found.finding, remedy })
  return { name: 'resources' as const, ...found, suggestions, durationMs: Math.round(performance.now() - began) }
}

function requireVerdict({ verdict }: ProbeReport, signal: AbortSignal): void {
  if (verdict !== null) return
  const detail = signal.aborted
    ? 'The examination was given up before it was finished.'
    : 'The hub could not finish the examination: the trouble is its own, so there is no verdict.'
  throw new HubError('hub.unavailable', detail)
}

/** @throws {HubError} hub.unavailable when the trouble is the hub's own, or the caller has gone */
export async function examine(ctx: Context, examined: Examined, onCheck: OnCheck = () => {}): Promise<Outcome> {
  const { patient, settings, policy, recentLatenciesMs, usedPools } = examined
  const wanted = new Set(checksFor(examined.checks))
  const signal = AbortSignal.any([...(ctx.signal ? [ctx.signal] : []), AbortSignal.timeout(longestMs)])
  const startedAt = new Date()
  const began = performance.now()
  const measured: number[] = []
  const http = timed(examined.http, measured)
  const facts = await factsOf(policy, settings.baseUrl)
  const all: DoctorCheckResult[] = []
  const told: DoctorCheckResult[] = []
  const tell = (result: DoctorCheckResult) => {
    all.push(result)
    if (!isTold(result.name, result.status, wanted)) return
    told.push(result)
    onCheck(result)
  }
  const probes = await proveSettings({ ...ctx, signal }, patient.connector, settings, {
    http,
    p99Ms: recentLatenciesMs.length === 0 ? null : Math.max(...recentLatenciesMs),
    usedPools,
    only: probesOf([...wanted]),
    onProbe: (probe) => {
      if (probe.failureClass === 'ours') return
      tell(resultOf(patient, probe, { facts, recentLatenciesMs, measured }))
    },
  })
  requireVerdict(probes, signal)
  if (wanted.has('resources')) tell(await resourcesOf({ patient, settings, http, signal }, all))
  const report = {
    ...concluded(told, probes.message),
    checks: told,
    startedAt,
    durationMs: Math.round(performance.now() - began),
  }
  return { report, probes }
}

const unasked = (name: ProbeName | 'resources'): DoctorCheckResult => ({
  ...{ name, status: 'skipped', finding: 'not_asked', evidence: {}, suggestions: [], durationMs: 0 },
  message: 'Not asked, because the secret is missing.',
})

/** The secret was destroyed or belongs to another host: nothing can be asked before it is entered again. */
export function examineWithoutSecret(
  patient: Patient,
  checks: readonly DoctorCheckName[] | undefined,
  onCheck: OnCheck = () => {},
): Omit<DoctorReport, 'changes'> {
  const finding = 'secret_missing'
  const missing: DoctorCheckResult = {
    ...{ name: 'authentication', status: 'fail', finding, message: 'The secret is missing.', evidence: {} },
    suggestions: suggestionsFor(patient, { name: 'authentication', finding, remedy: null }),
    durationMs: 0,
  }
  const wanted = checksFor([...(checks ?? doctorCheckNames), 'authentication'])
  const told = wanted.map((name) => (name === 'authentication' ? missing : unasked(name)))
  for (const result of told) onCheck(result)
  return { ...concluded(told, ''), checks: told, startedAt: new Date(), durationMs: 0 }
}
