import type { FailureClass, LearnedQuota } from '@/server/kernel/health'
import type { HttpClient, HttpRequest, HttpResponse } from '@/server/kernel/http'
import { type Expectation, isThrottled, readAnswer, type Trouble } from './answers'
import type { Connector } from './define'
import { learnQuotas, parseReset, retryAfterMs, throttleOf } from './quotas'
import { buildRequest } from './request'
import { sendOne, startRun, withCredential } from './run'
import type { ConnectorSettings } from './settings'
import type { TemplateValues } from './template'

/**
 * Calls of people through a connector: the request below the base URL, the credential in it, and what the answer means
 * to whoever wants to try again. Whether and when it is tried again is decided elsewhere.
 */
export type VendorCall = {
  connector: Connector
  settings: ConnectorSettings
  http: HttpClient
  /** What the operation says about itself, such as the scope it needs; for the method's hook. */
  input?: Record<string, string>
  signal?: AbortSignal | undefined
  now?: () => Date
}

const clock = () => new Date()

/**
 * The request without its credential. A path of the caller's is taken to the letter; a line of a manifest is a template.
 *
 * @throws {HttpFailure} bad_request when it would lead elsewhere
 */
export function callRequest(
  settings: Pick<ConnectorSettings, 'baseUrl'>,
  line: string,
  values: TemplateValues | null,
): HttpRequest {
  const text = values === null ? line.replaceAll('{', '%7B').replaceAll('}', '%7D') : line
  return buildRequest(text, settings.baseUrl, values ?? {})
}

/** Names (lower case) of the headers the connector sets for a method, which nobody else may set. */
export function injectedHeaders({ manifest }: Connector, settings: ConnectorSettings): string[] {
  const inject = manifest.methods[settings.method]?.inject
  const values = { ...settings.config, ...settings.secrets }
  const named = Object.keys(inject?.headers ?? {}).map((name) =>
    name.replace(/\{\+?(\w+)\}/g, (_all, key: string) => String(values[key] ?? '')),
  )
  return named.map((name) => name.toLowerCase())
}

/**
 * The request as it goes out, with the credential and the TLS settings in it; or the answer with which the vendor
 * refused to make a credential.
 */
export async function readyRequest(call: VendorCall, request: HttpRequest): Promise<HttpRequest | HttpResponse> {
  const run = startRun(call.connector, call.settings, call.http, { signal: call.signal, now: call.now ?? clock })
  const ready = await withCredential(run, request, call.input ?? {})
  return 'status' in ready || !call.settings.tls ? ready : { ...ready, tls: call.settings.tls }
}

/** Sends one request with the credential in it. @throws {HttpFailure} when no answer came */
export function sendCall(call: VendorCall, request: HttpRequest): Promise<HttpResponse> {
  const run = startRun(call.connector, call.settings, call.http, { signal: call.signal, now: call.now ?? clock })
  return sendOne(run, request, call.input ?? {})
}

export type CallReading = {
  trouble: { failureClass: FailureClass; message: string; remedy: string } | null
  /** The vendor refuses the pace, whatever its status. */
  isThrottled: boolean
  /** How long the vendor asks to wait; null when it does not say. */
  waitMs: number | null
  quotas: LearnedQuota[]
}

type Headed = Pick<HttpResponse, 'headers'>

const resetHeaders = ['ratelimit-reset', 'x-ratelimit-reset', 'x-rate-limit-reset'].map((reset) => ({ reset }))

/** A wait that is told in so many words. */
function toldWait({ manifest }: Connector, { headers }: Headed, now: Date): number | null {
  const declared = manifest.quotas ?? []
  const own = headers['retry-after-ms'] ?? headers['x-retry-after-ms']
  if (own !== undefined && /^\d{1,9}$/.test(own)) return Number(own)
  for (const name of ['retry-after', ...declared.flatMap((one) => one.retryAfter ?? [])]) {
    const wait = retryAfterMs(headers, now, name)
    if (wait !== undefined) return wait
  }
  const after = headers['x-ratelimit-reset-after'] ?? headers['ratelimit-reset-after']
  return after !== undefined && /^\d{1,7}(\.\d+)?$/.test(after) ? Math.ceil(Number(after) * 1000) : null
}

/** When a refused pace is fine again: at the reset of the pool that is empty, or at any that is told without a count. */
function resetWait({ manifest }: Connector, { headers }: Headed, now: Date): number | null {
  const declared = manifest.quotas ?? []
  const pools = learnQuotas(declared, headers, now)
  // With something left it was not this pool that refused, and its reset says nothing.
  const at =
    throttleOf(declared, headers, now).resetAt ?? (pools.length === 0 ? barReset(declared, headers, now) : null)
  return at && Math.max(0, at.getTime() - now.getTime())
}

function barReset(
  declared: NonNullable<Connector['manifest']['quotas']>,
  headers: Record<string, string>,
  now: Date,
): Date | null {
  for (const one of [...declared, ...resetHeaders.map((header) => ({ pool: '', ...header, resetIn: undefined }))]) {
    const text = one.reset === undefined ? undefined : headers[one.reset.toLowerCase()]
    const at = text === undefined ? undefined : parseReset(text, one.resetIn, now)
    if (at) return at
  }
  return null
}

/**
 * What a connector says of a status is about the hub's own requests, where nothing but the settings can be wrong. Of a
 * request that a caller made up the settings are not to blame, unless the answer itself says so.
 */
function ofCallers(trouble: Trouble | null, status: number): Trouble | null {
  if (trouble?.failureClass !== 'request' || status < 300 || trouble.evidence.bodyError !== undefined) return trouble
  const remedy =
    status === 404
      ? 'Check the path, and that the credential may see what it names: many services answer 404 to those who may not.'
      : 'Check the method, the path, the query and the body: the answer itself may say which of them it is.'
  return { ...trouble, remedy }
}

/** What an answer means for the call that was made. */
export function readCall(
  call: Pick<VendorCall, 'connector' | 'now'>,
  response: HttpResponse,
  expectation: Expectation,
): CallReading {
  const { manifest } = call.connector
  const now = (call.now ?? clock)()
  const { trouble: told } = readAnswer(manifest, response, expectation, now)
  const trouble = ofCallers(told, response.status)
  const throttled = trouble?.failureClass === 'provider_limit' || isThrottled(manifest, response, now)
  const wait = toldWait(call.connector, response, now) ?? (throttled ? resetWait(call.connector, response, now) : null)
  return {
    trouble,
    isThrottled: throttled,
    waitMs: trouble ? wait : null,
    // An answer to somebody unknown tells the quota of strangers.
    quotas: response.status === 401 ? [] : learnQuotas(manifest.quotas ?? [], response.headers, now),
  }
}
