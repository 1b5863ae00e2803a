/**
 * The words for calls to the outside. The guarded client that keeps them is server/platform/http.ts; connectors know
 * only these types, so that a forbidden address is refused whoever calls.
 */
export type HttpRequest = {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** Names (lower case) of headers that carry a credential; never sent to another origin by a redirect. */
  secretHeaders?: readonly string[]
  /** Until connected, TLS included. 5,000 by default. */
  connectTimeoutMs?: number
  /** Until the last byte that is read. 10,000 by default. */
  totalTimeoutMs?: number
  /** Bytes kept; a longer body is cut, `truncated` is set and the connection closed. 1 MiB by default. */
  maxBodyBytes?: number
  /** 5 by default; 0 answers the redirect itself. */
  maxRedirects?: number
  tls?: TlsSettings
  signal?: AbortSignal
}

export type TlsSettings = {
  /** PEM, one or more certificates trusted beside the system's. */
  ca?: string
  /** PEM, sent when the server asks for a client certificate. */
  cert?: string
  key?: string
}

export type PeerCertificate = {
  subject: string
  issuer: string
  validFrom: Date
  validTo: Date
  fingerprint256: string
  /** Of the others in its chain, the one that expires first; null when no other was shown. */
  chainEnd: { subject: string; validTo: Date } | null
}

export type HttpTimings = {
  dnsMs: number | null
  connectMs: number | null
  tlsMs: number | null
  firstByteMs: number
  totalMs: number
}

export type HttpResponse = {
  status: number
  /** Lower-case names; repeated headers joined by ", ". */
  headers: Record<string, string>
  body: Buffer
  truncated: boolean
  /** Where the answer came from, after redirects. */
  url: string
  redirects: number
  timings: HttpTimings
  remoteAddress: string
  certificate: PeerCertificate | null
}

/** Why no answer came. Each has one sentence of ours in `message`; the cause is for the log. */
export const httpFailureReasons = [
  'egress_denied',
  'bad_request',
  'dns_failed',
  'connection_refused',
  'connection_reset',
  'connect_timeout',
  'total_timeout',
  'tls_expired',
  'tls_wrong_name',
  'tls_untrusted',
  'tls_failed',
  'redirect_loop',
  'redirect_refused',
  'malformed_answer',
  'aborted',
] as const
export type HttpFailureReason = (typeof httpFailureReasons)[number]

export class HttpFailure extends Error {
  readonly reason: HttpFailureReason
  /** What to do, where it can be said without knowing the connector. */
  readonly remedy: string | null
  /** The certificate that was refused, when there was one. */
  readonly certificate: PeerCertificate | null

  constructor(
    reason: HttpFailureReason,
    message: string,
    options: { remedy?: string; certificate?: PeerCertificate; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'HttpFailure'
    this.reason = reason
    this.remedy = options.remedy ?? null
    this.certificate = options.certificate ?? null
  }
}

/** Throws {@link HttpFailure} when no answer came; any answer, whatever its status, is returned. */
export type HttpClient = (request: HttpRequest) => Promise<HttpResponse>
