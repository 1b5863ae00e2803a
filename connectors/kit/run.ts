import type { FailureClass, LearnedQuota, ProbeStatus } from '@/server/kernel/health'
import {
  type HttpClient,
  HttpFailure,
  type HttpRequest,
  type HttpResponse,
  type PeerCertificate,
} from '@/server/kernel/http'
import { clipped } from '@/server/kernel/text'
import {
  type Answered,
  type Expectation,
  isThrottled,
  type Reading,
  readAnswer,
  type Trouble,
  troubleOfFailure,
} from './answers'
import type { Authorization, Connector } from './define'
import { answerForms, type Instance, type Method } from './manifest'
import { anyPool, learnQuotas, mergeQuotas, poolOf } from './quotas'
import { buildRequest, injectCredential } from './request'
import type { ConnectorSettings } from './settings'

/** What one run of the probes sends and learns. Made by probes.ts for each run, and gone with it. */
export type ProbeRun = {
  connector: Connector
  settings: ConnectorSettings
  instance: Instance
  method: Method
  http: HttpClient
  /** For requests without the credential: the vendor's quota for strangers is not the credential's. */
  strangerHttp: HttpClient
  now: () => Date
  /** Answers to requests that carried the credential, so that two probes may share one. */
  answers: Map<string, Promise<HttpResponse>>
  quotas: LearnedQuota[]
  /** Pools that this run's own requests draw from, and those that calls were told to use: others degrade nothing. */
  ownPools: Set<string>
  draw: DrawQuota | undefined
  /** No quota is left for this run: what needs the credential waits. */
  held: HeldQuota | null
  isThrottled: boolean
  /** The credential was refused, so that asking on with it would only make the vendor lock it. */
  isRefused: boolean
  latencyMs: number | null
  certificate: PeerCertificate | null
  certificateTrouble: Trouble | null
  identity: string | null
  serviceVersion: string | null
  credentialExpiresAt: Date | null
}

export type Finding = {
  status: ProbeStatus
  message: string
  evidence?: Record<string, string | number | boolean | null>
  remedy?: string
  failureClass?: FailureClass
}

/** Asks for what one request costs. Null: it may go out. */
export type DrawQuota = (pools: readonly string[]) => Promise<HeldQuota | null>
export type HeldQuota = { pool: string; until: Date; limit: number | null; remaining: number | null }

/** A request that was not sent, for there is no quota left for checks. */
export class QuotaHeld extends Error {
  readonly held: HeldQuota

  constructor(held: HeldQuota) {
    super('There is no quota left for this request.')
    this.name = 'QuotaHeld'
    this.held = held
  }
}

/** Those who ask on while they are told to wait are locked out by some vendors. */
export const slowedDown = 'Not asked, because the service asks us to slow down.'
export const skipped = (message: string): Finding => ({ status: 'skipped', message })

/** What the network did, as trouble. `attempt` let only failures of the outside through. */
export function troubleOf(failure: HttpFailure): Trouble {
  const trouble = troubleOfFailure(failure)
  if (!trouble) throw failure
  return trouble
}

export const troubled = (status: 'warn' | 'fail', trouble: Trouble): Finding => ({ status, ...trouble })

/** A vendor's text that people will read: without control characters and direction marks, and short. */
export function readable(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value)
    .replace(/[\p{C}\u2028\u2029]/gu, '')
    .trim()
  return clipped(text, 120) || null
}

const originOfUrl = (url: string) => (URL.canParse(url) ? new URL(url).origin : '')

/** The client as probes and hooks see it: with the integration's TLS, its certificate for its own origin only. */
function clientOf(
  run: Pick<ProbeRun, 'settings' | 'connector' | 'now'>,
  http: HttpClient,
  signal: AbortSignal | undefined,
) {
  const own = new URL(run.settings.baseUrl).origin
  const { tls } = run.settings
  return async (request: HttpRequest, learn: (response: HttpResponse) => void): Promise<HttpResponse> => {
    const isOwn = originOfUrl(request.url) === own
    const allowed = isOwn || tls?.ca === undefined ? (isOwn ? tls : undefined) : { ca: tls.ca }
    const response = await http({ ...request, ...(allowed && { tls: allowed }), ...(signal && { signal }) })
    if (originOfUrl(response.url) === own) learn(response)
    return response
  }
}

export function startRun(
  connector: Connector,
  settings: ConnectorSettings,
  http: HttpClient,
  options: {
    signal?: AbortSignal | undefined
    now: () => Date
    draw?: DrawQuota | undefined
    usedPools?: ReadonlySet<string> | undefined
  },
): ProbeRun {
  const instance = connector.manifest.instances[settings.instance]
  const method = connector.manifest.methods[settings.method]
  if (!instance || !method) throw new Error('The settings are of another connector.')
  const send = clientOf({ settings, connector, now: options.now }, http, options.signal)
  const run: ProbeRun = {
    connector,
    settings,
    instance,
    method,
    now: options.now,
    http: (request) => send(request, (response) => learnFrom(run, response)),
    strangerHttp: (request) => send(request, (response) => noteCertificate(run, response)),
    answers: new Map(),
    quotas: [],
    ownPools: new Set(options.usedPools),
    draw: options.draw,
    held: null,
    isThrottled: false,
    isRefused: false,
    latencyMs: null,
    certificate: null,
    certificateTrouble: null,
    identity: null,
    serviceVersion: null,
    credentialExpiresAt: null,
  }
  return run
}

function noteCertificate(run: ProbeRun, response: HttpResponse): void {
  run.certificate ??= response.certificate
}

function learnFrom(run: ProbeRun, response: HttpResponse): void {
  const { manifest } = run.connector
  noteCertificate(run, response)
  run.isThrottled ||= isThrottled(manifest, response, run.now())
  // An answer to somebody unknown tells the quota of strangers.
  if (response.status === 401) return
  const learned = learnQuotas(manifest.quotas ?? [], response.headers, run.now())
  // A header counts the very request it answers.
  for (const { pool } of learned) run.ownPools.add(pool)
  run.quotas = mergeQuotas(run.quotas, learned)
}

const valuesOf = (run: ProbeRun) => ({ ...run.instance.constants, ...run.settings.config })

export function plainRequest(run: ProbeRun, line: string, values: Record<string, string> = {}): HttpRequest {
  const request = buildRequest(line, run.settings.baseUrl, { ...valuesOf(run), ...values })
  return { ...request, headers: { accept: 'application/json, */*;q=0.5', ...lowered(run.connector.manifest.headers) } }
}

const lowered = (headers: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

/** Whether a probe, a list or an operation makes sense for the integration's instance and method. */
export function applies(
  { settings }: { settings: Pick<ConnectorSettings, 'instance' | 'method'> },
  where: { instances?: readonly string[] | undefined; methods?: readonly string[] | undefined },
): boolean {
  return (where.instances?.includes(settings.instance) ?? true) && (where.methods?.includes(settings.method) ?? true)
}

/** The request with the credential in it, or the answer with which the vendor refused to make one. */
export async function withCredential(
  run: ProbeRun,
  request: HttpRequest,
  input: Record<string, string>,
): Promise<HttpRequest | HttpResponse> {
  const name = run.method.authorize?.hook
  if (name === undefined) return injectCredential(run.connector.manifest, run.settings, request)
  const hook = run.connector.hooks.authorize?.[name]
  if (!hook) throw new Error(`The connector has no hook "${name}".`)
  const given: Authorization = await hook({ settings: run.settings, http: run.http, request, input })
  if ('refused' in given) return given.refused
  return {
    ...request,
    headers: { ...request.headers, ...given.headers },
    secretHeaders: Object.keys(given.headers).map((header) => header.toLowerCase()),
  }
}

/** Sends one request with the credential in it. */
export async function sendOne(
  run: ProbeRun,
  request: HttpRequest,
  input: Record<string, string> = {},
): Promise<HttpResponse> {
  const ready = await withCredential(run, request, input)
  return 'status' in ready ? ready : run.http(ready)
}

const answerKey = (line: string, input: Record<string, string>) => `${line} ${JSON.stringify(input)}`

/** An answer that was asked for where there is no credential: whoever asks the same later gets it. */
export function shareWith(run: ProbeRun, line: string, response: HttpResponse): void {
  run.answers.set(answerKey(line, {}), Promise.resolve(response))
}

/** What a request costs is taken before it is sent. @throws {QuotaHeld} */
async function drawFor(run: ProbeRun, { method = 'GET', url }: HttpRequest): Promise<void> {
  const below = url.slice(run.settings.baseUrl.replace(/\/$/, '').length)
  const pools = poolOf(run.connector.manifest, method, below)
  for (const pool of pools) if (pool !== anyPool) run.ownPools.add(pool)
  const held = (await run.draw?.(pools)) ?? null
  if (held) throw new QuotaHeld(held)
}

/** Sends with the credential, once per run however many probes ask. */
export function sendAuthorized(run: ProbeRun, line: string, input: Record<string, string> = {}): Promise<HttpResponse> {
  const key = answerKey(line, input)
  const known = run.answers.get(key)
  if (known) return known
  // The request is made inside, for a path that cannot be sent is a fault of the settings.
  const sent = (async () => {
    const request = plainRequest(run, line)
    await drawFor(run, request)
    return sendOne(run, request, input)
  })()
  run.answers.set(key, sent)
  return sent
}

type Declared = Expectation & { okFrom?: string | undefined; expectFrom?: string | undefined }

/** Reads an answer as the manifest expects it, or as the integration's config does where the manifest leaves it that. */
export function reading(run: ProbeRun, response: Answered, declared: Declared): Reading {
  const { config } = run.settings
  const status = declared.okFrom === undefined ? undefined : config[declared.okFrom]
  const form =
    declared.expectFrom === undefined ? undefined : answerForms.find((one) => one === config[declared.expectFrom ?? ''])
  const expectation = {
    ...declared,
    ...(typeof status === 'number' && { ok: [status] }),
    ...(form && { expect: form }),
  }
  const read = readAnswer(run.connector.manifest, response, expectation, run.now())
  run.isThrottled ||= read.trouble?.failureClass === 'provider_limit'
  return read
}

/** Calls, and turns what the network did into a failure to look at; our own faults and an abort go on as they are. */
export async function attempt<T>(call: () => Promise<T>): Promise<T | HttpFailure> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof HttpFailure && error.reason !== 'aborted') return error
    throw error
  }
}
