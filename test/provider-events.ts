/** Source: https://docs.github.com/en/webhooks/webhook-events-and-payloads, with one action of each where it has any. */
export const githubEvents = `branch_protection_configuration:enabled branch_protection_rule:created check_run:completed
  check_suite:requested code_scanning_alert:fixed commit_comment:created create custom_property:updated
  custom_property_values:updated delete dependabot_alert:dismissed deploy_key:created deployment:created
  deployment_protection_rule:requested deployment_review:approved deployment_status:created discussion:answered
  discussion_comment:edited fork github_app_authorization:revoked gollum installation:suspend
  installation_repositories:added installation_target:renamed issue_comment:created issue_dependencies:blocked_by_added
  issues:labeled label:deleted marketplace_purchase:purchased member:added membership:removed merge_group:checks_requested
  meta:deleted milestone:closed org_block:blocked organization:member_invited package:published page_build
  personal_access_token_request:approved ping project:created project_card:moved project_column:edited
  projects_v2:reopened projects_v2_item:archived projects_v2_status_update:created public pull_request:opened
  pull_request_review:submitted pull_request_review_comment:created pull_request_review_thread:resolved push
  registry_package:updated release:published repository:renamed repository_advisory:reported repository_dispatch:deploy
  repository_import repository_ruleset:edited repository_vulnerability_alert:create secret_scanning_alert:resolved
  secret_scanning_alert_location:created secret_scanning_scan:completed security_advisory:withdrawn
  security_and_analysis sponsorship:tier_changed star:created status sub_issues:sub_issue_added team:edited team_add
  watch:started workflow_dispatch workflow_job:queued workflow_run:in_progress`.split(/\s+/)
