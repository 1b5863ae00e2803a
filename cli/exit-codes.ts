/** What each exit code says. Scripts rely on them: a number is never given a second meaning. */
export const exitCodes = {
  success: 0,
  failed: 1,
  usage: 2,
  notFound: 3,
  unauthenticated: 4,
  forbidden: 5,
  refused: 6,
  rateLimited: 7,
  timedOut: 8,
  provider: 9,
  unhealthy: 10,
  degraded: 11,
  unreachable: 12,
  configuration: 78,
  interrupted: 130,
  terminated: 143,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const exitCodeMeanings: readonly (readonly [ExitCode, string])[] = [
  [0, 'success, also with an empty list'],
  [1, 'failed for a reason without a number of its own: a bug, or trouble inside the hub'],
  [2, 'wrong usage: unknown command or flag, missing or invalid argument, a question without a terminal'],
  [3, 'not found'],
  [4, 'authentication needed, or the key is invalid, revoked or expired'],
  [5, 'signed in, but not allowed'],
  [6, 'conflict, or refused by the hub as invalid'],
  [7, 'rate limited; stderr says until when'],
  [8, 'timed out waiting for the hub; what was asked may still be done'],
  [9, 'the service could not be reached, or answered with an error of its own'],
  [10, 'the check says unhealthy (test, health, doctor, connect)'],
  [11, 'the check says degraded, only with --fail-on degraded'],
  [12, 'the hub cannot be reached'],
  [78, 'configuration refused (admin commands)'],
  [130, 'interrupted'],
  [143, 'terminated'],
]
