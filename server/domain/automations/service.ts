/** Automations: rules over events, their runs, and what they ask people. */
export { approve, listApprovals, reject } from './approvals'
export type {
  Approval,
  Automation,
  Run,
  RunStep,
} from './automation'
export {
  createAutomation,
  deleteAutomation,
  disableAutomation,
  enableAutomation,
  getAutomation,
  listAutomations,
  updateAutomation,
} from './changes'
export { type DryRun, dryRunAutomation } from './dry-run'
export { holdLease, type LeasedRun, leaseRuns, leaseSeconds } from './lease'
export { listRecipes, type Recipe } from './recipes'
export { runDefinition } from './running'
export { getRun, listRunApprovals, listRunSteps, listRuns } from './runs'
export { startRuns } from './starting'
