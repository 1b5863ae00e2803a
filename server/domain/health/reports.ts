import { HubError } from '@/server/kernel/errors'
import type { FailureClass, ProbeReport } from '@/server/kernel/health'

/** Reports of checks that could not reach the service at all. */
function report(
  startedAt: Date,
  said: Pick<ProbeReport, 'verdict' | 'message' | 'remedy'> & { failureClass: FailureClass },
) {
  return {
    ...said,
    probes: [],
    failingProbe: null,
    latencyMs: null,
    quotas: [],
    identity: null,
    serviceVersion: null,
    credentialExpiresAt: null,
    startedAt,
    durationMs: Date.now() - startedAt.getTime(),
  }
}

/** The secret was destroyed or belongs to another host: nobody can sign in until it is entered again. */
export function missingSecret(startedAt: Date): ProbeReport {
  return {
    ...report(startedAt, {
      verdict: 'unhealthy',
      failureClass: 'credential',
      message: 'The secret is missing.',
      remedy: 'Reconnect the integration: enter its secret again.',
    }),
    failingProbe: 'authentication',
  }
}

/** The hub itself was the trouble, so there is no verdict. */
export function ourTrouble(startedAt: Date, error: unknown): ProbeReport {
  const known = error instanceof HubError ? error : undefined
  return report(startedAt, {
    verdict: null,
    failureClass: 'ours',
    message: known?.message ?? 'The hub could not run the check.',
    remedy: known?.remedy ?? 'Nothing to do: the check runs again soon.',
  })
}
