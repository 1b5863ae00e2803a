import { metrics } from '@/server/platform/metrics'
import { waitingCalls } from './bulkhead'
import { circuitBoard } from './circuits'
import { flushCalls } from './log'

export { type BatchAnswer, type BatchItem, executeBatch } from './batch'
export type { Call, CallOptions, CallRequest, CallResult, CallTarget, Circuit, QueryValue } from './call'
export { executeCall } from './execute'
export { tellStopping } from './failures'
export { flushCalls } from './log'
export {
  type CallFigures,
  type CallMetrics,
  type CallMetricsGroup,
  type CallMetricsPoint,
  type MetricsGrouping,
  type MetricsStep,
  readCallMetrics,
} from './metrics'
export { performCall } from './perform'
export {
  type CallPolicyFacts,
  callPoliciesOf,
  circuitsOf,
  findCircuit,
  resetCircuit,
  setCallPolicy,
} from './policies'
export { callPolicyChanges } from './policy'
export { getCall, listCalls } from './reading'
export { sumCallHours } from './rollup'
export { keptText } from './secrets'
export { type CallStream, type StreamAnswer, type Streamed, type StreamReader, streamCall } from './streaming'
export { openTarget } from './target'

/** Calls through integrations: made here, logged, and read back. */
const figuresMs = 5_000

/** Starts what calls need beside themselves. Answers how to stop it: what is held back of the log is written first. */
export function startCalls(): () => Promise<void> {
  const timer = setInterval(() => {
    metrics.callsWaiting.set(waitingCalls())
    metrics.circuitsOpen.set(circuitBoard.open)
  }, figuresMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await flushCalls()
  }
}
