import { HttpFailure, type HttpFailureReason, type PeerCertificate } from '@/server/kernel/http'

/**
 * Turns what Node and undici throw into the sentences of {@link HttpFailure}. Only codes are looked at: a message of
 * theirs may quote the other side, so it stays in the cause.
 */
const reasonOfCode: Record<string, HttpFailureReason> = {
  ENOTFOUND: 'dns_failed',
  EAI_AGAIN: 'dns_failed',
  EAI_FAIL: 'dns_failed',
  EAI_NODATA: 'dns_failed',
  ENODATA: 'dns_failed',
  ECONNREFUSED: 'connection_refused',
  EHOSTUNREACH: 'connection_refused',
  ENETUNREACH: 'connection_refused',
  EADDRNOTAVAIL: 'connection_refused',
  EACCES: 'connection_refused',
  ETIMEDOUT: 'connect_timeout',
  UND_ERR_CONNECT_TIMEOUT: 'connect_timeout',
  ECONNRESET: 'connection_reset',
  EPIPE: 'connection_reset',
  UND_ERR_SOCKET: 'connection_reset',
  UND_ERR_HEADERS_OVERFLOW: 'malformed_answer',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'malformed_answer',
  UND_ERR_RESPONSE: 'malformed_answer',
  UND_ERR_INVALID_ARG: 'bad_request',
  UND_ERR_REQ_CONTENT_LENGTH_MISMATCH: 'bad_request',
}

const sentences: Partial<Record<HttpFailureReason, (host: string) => string>> = {
  dns_failed: (host) => `The name ${host.replace(/:\d+$/, '')} could not be resolved.`,
  connection_refused: (host) => `${host} does not accept connections.`,
  connect_timeout: (host) => `${host} did not accept a connection in time.`,
  connection_reset: (host) => `${host} closed the connection before the answer was complete.`,
  malformed_answer: (host) => `${host} did not answer in valid HTTP.`,
  bad_request: () => 'The request is not one that can be sent over HTTP.',
  tls_failed: (host) => `No encrypted connection to ${host} could be agreed on.`,
}

const remedies: Partial<Record<HttpFailureReason, string>> = {
  dns_failed: 'Check the host name, and that the hub can resolve it.',
  connection_refused: 'Check the address and the port, and that the service is running.',
  connect_timeout: 'Check the address, and that a firewall lets the hub through.',
  connection_reset: 'Check that the service is well; if it stays, look into its log.',
  malformed_answer: 'Check that address and port belong to an HTTP service.',
  tls_failed: 'Check that the port speaks TLS, and whether it asks for a client certificate.',
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors.at(-1))
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

const isParsersAssertion = ({ code, stack }: Error & { code: unknown }) =>
  code === 'ERR_ASSERTION' && /\bat (?:Parser|wasm)[._]/.test(stack ?? '')

function reasonOf(error: unknown): HttpFailureReason | undefined {
  // undici's parser gives no code for some of its complaints, and asserts what it thinks no service would send.
  if (error instanceof Error && error.name === 'HTTPParserError') return 'malformed_answer'
  if (error instanceof Error && 'code' in error && isParsersAssertion(error)) return 'malformed_answer'
  // A name that no resolver would take, such as one of 300 characters, has the code of any wrong argument.
  if (error instanceof Error && 'syscall' in error && error.syscall === 'getaddrinfo') return 'dns_failed'
  const code = codeOf(error)
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') return 'tls_failed'
  return reasonOfCode[code]
}

/**
 * Whether an answer that can have no body has ended well: the length it may tell all the same is that of another one,
 * and undici misses the bytes. Source: https://www.rfc-editor.org/rfc/rfc9110#section-8.6
 */
export const endsWithHead = (error: unknown, status: number): boolean =>
  (status === 204 || status === 304) && codeOf(error) === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'

/** @returns the failure to throw; an error that is nobody's but ours comes back as it is. */
export function failureOf(error: unknown, host: string): unknown {
  if (error instanceof HttpFailure) return error
  const reason = reasonOf(error)
  const sentence = reason && sentences[reason]
  if (!reason || !sentence) return error
  const remedy = remedies[reason]
  return new HttpFailure(reason, sentence(host), { cause: error, ...(remedy && { remedy }) })
}

export function connectTimeout(host: string, afterMs: number): HttpFailure {
  return new HttpFailure('connect_timeout', `${host} did not accept a connection within ${afterMs} ms.`, {
    remedy: 'Check the address, and that a firewall lets the hub through.',
  })
}

export function totalTimeout(host: string, afterMs: number): HttpFailure {
  return new HttpFailure('total_timeout', `${host} did not answer within ${afterMs} ms.`, {
    remedy: 'Check that the service is well and not overloaded.',
  })
}

const dateOf = (date: Date) => date.toISOString().slice(0, 10)

/** What OpenSSL said of the certificate, in our words. Source: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
export function certificateFailure(code: string, host: string, certificate: PeerCertificate): HttpFailure {
  if (code === 'CERT_HAS_EXPIRED') {
    return new HttpFailure('tls_expired', `The certificate of ${host} expired on ${dateOf(certificate.validTo)}.`, {
      certificate,
      remedy: 'Renew the certificate on the service.',
    })
  }
  if (code === 'CERT_NOT_YET_VALID') {
    return new HttpFailure(
      'tls_expired',
      `The certificate of ${host} is valid from ${dateOf(certificate.validFrom)} on.`,
      {
        certificate,
        remedy: 'Check the clocks of the service and of the hub.',
      },
    )
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return new HttpFailure('tls_wrong_name', `The certificate is not for ${host}.`, {
      certificate,
      remedy: 'Use the host name the certificate was issued for, or issue one for this host.',
    })
  }
  if (/SELF_SIGNED|ISSUER_CERT|LEAF_SIGNATURE|CERT_UNTRUSTED|CERT_CHAIN_TOO_LONG|INVALID_CA/.test(code)) {
    return new HttpFailure(
      'tls_untrusted',
      `The certificate of ${host} was issued by an authority the hub does not trust.`,
      {
        certificate,
        remedy: 'Give the certificate of your authority in the settings, or use a publicly trusted certificate.',
      },
    )
  }
  return new HttpFailure('tls_failed', `The certificate of ${host} is not acceptable (${code}).`, {
    certificate,
    remedy: 'Replace the certificate on the service.',
  })
}
