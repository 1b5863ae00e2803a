import { graphql } from '../generated'

graphql(`
  fragment CliAutomation on Automation {
    id
    projectId
    name
    description
    enabled
    pausedReason
    failuresInRow
    version
    definition
    savedBy { name }
    createdAt
    updatedAt
  }
`)

graphql(`
  fragment CliAutomationRun on AutomationRun {
    id
    automationId
    version
    eventId
    eventType
    state
    reason
    depth
    createdAt
    startedAt
    endedAt
  }
`)

graphql(`
  fragment CliApproval on Approval {
    id
    runId
    message
    state
    requestedAt
    expiresAt
    decidedBy { name }
    comment
  }
`)

export const automationsQuery = graphql(`
  query CliAutomations($project: String, $text: String, $first: Int) {
    automations(project: $project, text: $text, first: $first) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...CliAutomation } }
    }
  }
`)

export const automationQuery = graphql(`
  query CliAutomationShow($id: ID!) {
    automation(id: $id) { ...CliAutomation }
  }
`)

export const recipesQuery = graphql(`
  query CliAutomationRecipes {
    automationRecipes { id name description definition }
  }
`)

export const runsQuery = graphql(`
  query CliAutomationRuns($automation: String, $states: [RunState!], $first: Int) {
    automationRuns(automation: $automation, states: $states, first: $first) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...CliAutomationRun } }
    }
  }
`)

export const runQuery = graphql(`
  query CliAutomationRunShow($id: ID!) {
    automationRun(id: $id) {
      ...CliAutomationRun
      steps { position name action state attempts input output error startedAt waitsUntil endedAt }
      approvals { ...CliApproval }
    }
  }
`)

export const dryRunQuery = graphql(`
  query CliAutomationDryRun($automation: String, $project: String, $definition: JSONObject, $last: Int) {
    dryRunAutomation(automation: $automation, project: $project, definition: $definition, last: $last) {
      eventId
      eventType
      time
      summary
      holds
      problem
      steps { name action wouldRun input problem }
    }
  }
`)

export const createMutation = graphql(`
  mutation CliAutomationCreate($input: CreateAutomationInput!) {
    createAutomation(input: $input) { automation { ...CliAutomation } }
  }
`)

export const updateMutation = graphql(`
  mutation CliAutomationUpdate($input: UpdateAutomationInput!) {
    updateAutomation(input: $input) { automation { ...CliAutomation } }
  }
`)

export const enableMutation = graphql(`
  mutation CliAutomationEnable($input: EnableAutomationInput!) {
    enableAutomation(input: $input) { automation { ...CliAutomation } }
  }
`)

export const disableMutation = graphql(`
  mutation CliAutomationDisable($input: DisableAutomationInput!) {
    disableAutomation(input: $input) { automation { ...CliAutomation } }
  }
`)

export const deleteMutation = graphql(`
  mutation CliAutomationDelete($input: DeleteAutomationInput!) {
    deleteAutomation(input: $input) { automation { ...CliAutomation } }
  }
`)

export const approveMutation = graphql(`
  mutation CliApprove($input: ApproveRunInput!) {
    approveRun(input: $input) { approval { ...CliApproval } }
  }
`)

export const rejectMutation = graphql(`
  mutation CliReject($input: RejectRunInput!) {
    rejectRun(input: $input) { approval { ...CliApproval } }
  }
`)
