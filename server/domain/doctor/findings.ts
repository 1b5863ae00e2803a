import type { Trouble } from '@/connectors/kit'
import type { FailureClass, ProbeName, ProbeResult } from '@/server/kernel/health'

/**
 * The word for what a check found. The same finding has the same word wherever it is met, so that scripts, screens and
 * the suggestions can go by it; what the network did is named as the guarded client names it.
 */
const wordsOfClass: Record<FailureClass, string> = {
  ours: 'hub_trouble',
  network: 'network_trouble',
  provider_incident: 'service_error',
  provider_limit: 'slowed_down',
  credential: 'credential_rejected',
  permission: 'permission_missing',
  request: 'unexpected_answer',
}

const credentialEndsWithinDays = 30

type Seen = Pick<ProbeResult, 'status' | 'evidence' | 'failureClass'>

/** Its own issuer vouches for nothing; that is told apart from an authority the hub does not know. */
function certificateWord({ reason, subject, issuer }: ProbeResult['evidence']): string {
  if (reason === 'tls_untrusted' && subject !== undefined && subject === issuer) return 'tls_self_signed'
  return String(reason)
}

const passing: Partial<Record<ProbeName, (seen: Seen) => string>> = {
  authentication: ({ evidence: { daysLeft } }) =>
    typeof daysLeft === 'number' && daysLeft < credentialEndsWithinDays ? 'credential_expires_soon' : 'ok',
  authorization: ({ evidence: { surplus } }) => (surplus ? 'scope_surplus' : 'ok'),
}

const troubled: Partial<Record<ProbeName, (seen: Seen) => string | undefined>> = {
  tls: ({ evidence }) => (evidence.reason === undefined ? 'tls_expires_soon' : certificateWord(evidence)),
  authorization: ({ evidence: { missing }, failureClass }) =>
    missing && failureClass === 'permission' ? 'scope_missing' : undefined,
  version: ({ evidence: { version } }) => (version === undefined ? undefined : 'version_unsupported'),
  rate_limit: ({ evidence: { remaining } }) =>
    remaining === undefined ? undefined : remaining === 0 ? 'quota_empty' : 'quota_low',
  latency: () => 'slow',
}

/** What the cause of a trouble is called, whichever check met it. */
export function wordOfTrouble({ evidence, failureClass }: Pick<Trouble, 'evidence' | 'failureClass'>): string {
  return typeof evidence.reason === 'string' ? evidence.reason : wordsOfClass[failureClass]
}

export function findingOf(result: Seen & Pick<ProbeResult, 'name'>): string {
  if (result.status === 'skipped') return 'not_asked'
  if (result.status === 'pass') return passing[result.name]?.(result) ?? 'ok'
  const { evidence, failureClass } = result
  return troubled[result.name]?.(result) ?? wordOfTrouble({ evidence, failureClass: failureClass ?? 'request' })
}
