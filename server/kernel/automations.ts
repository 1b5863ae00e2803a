/** Where a run is. It ends succeeded, failed or skipped; what ended does not begin again. */
export const runStates = ['queued', 'running', 'waiting', 'succeeded', 'failed', 'skipped'] as const
export type RunState = (typeof runStates)[number]

export const stepStates = ['running', 'waiting', 'succeeded', 'failed', 'skipped'] as const
export type StepState = (typeof stepStates)[number]

/** `expired`: nobody decided in time, which counts as no. */
export const approvalStates = ['pending', 'approved', 'rejected', 'expired'] as const
export type ApprovalState = (typeof approvalStates)[number]

/** A run that was caused by a run that was caused … so often starts no other. */
export const maxRunDepth = 5
/** So many failures in a row pause an automation. */
export const failuresBeforePause = 20
