import type { ConnectorManifest } from '@/connectors/kit'

/**
 * A hook with a signing token is signed; an older one only repeats the secret it was given. Hooks that keep failing are
 * switched off by GitLab.
 * Source: https://docs.gitlab.com/user/project/integrations/webhooks/
 */
export const webhooks: NonNullable<ConnectorManifest['webhooks']> = {
  verify: [
    { scheme: 'standard_webhooks', secretPrefix: 'whsec_', toleranceSeconds: 300 },
    { scheme: 'shared_token', header: 'X-Gitlab-Token' },
  ],
  deliveryId: { header: 'Idempotency-Key' },
  type: { header: 'X-Gitlab-Event' },
  route: { body: 'project.id' },
  words: {
    open: 'opened',
    close: 'closed',
    reopen: 'reopened',
    update: 'updated',
    merge: 'merged',
    create: 'created',
    delete: 'deleted',
    award: 'awarded',
    revoke: 'revoked',
  },
  // Source: https://docs.gitlab.com/user/project/integrations/webhook_events/
  topics: {
    'Push Hook': 'gitlab.push',
    'Tag Push Hook': 'gitlab.tag_push',
    'Merge Request Hook': 'gitlab.merge_request.{object_attributes.action}',
    'Issue Hook': 'gitlab.issue.{object_attributes.action}',
    'Confidential Issue Hook': 'gitlab.issue.{object_attributes.action}',
    'Work Item Hook': 'gitlab.work_item.{object_attributes.action}',
    'Note Hook': 'gitlab.note.created',
    'Confidential Note Hook': 'gitlab.note.created',
    'Pipeline Hook': 'gitlab.pipeline.{object_attributes.status}',
    'Job Hook': 'gitlab.job.{build_status}',
    'Build Hook': 'gitlab.job.{build_status}',
    'Deployment Hook': 'gitlab.deployment.{status}',
    'Release Hook': 'gitlab.release.{action}',
    'Wiki Page Hook': 'gitlab.wiki_page.{object_attributes.action}',
    'Emoji Hook': 'gitlab.emoji.{event_type}',
    'Milestone Hook': 'gitlab.milestone.{action}',
    'Feature Flag Hook': 'gitlab.feature_flag.updated',
    'Resource Access Token Hook': 'gitlab.access_token.{event_name}',
    'Resource Deploy Token Hook': 'gitlab.deploy_token.{event_name}',
    'Member Hook': 'gitlab.member.{event_name}',
    'Subgroup Hook': 'gitlab.subgroup.{event_name}',
    'Project Hook': 'gitlab.project.{event_name}',
    'Vulnerability Hook': 'gitlab.vulnerability.{object_attributes.state}',
    'System Hook': 'gitlab.system.{event_name}',
    '*': 'gitlab.{type}.{object_attributes.action}',
  },
  // Source: https://docs.gitlab.com/api/project_webhooks/#list-all-events-for-a-project-webhook
  recover: {
    strategy: 'redelivery_api',
    list: 'GET /projects/{project}/hooks/{hookId}/events',
    redeliver: 'POST /projects/{project}/hooks/{hookId}/events/{eventId}/resend',
    keptHours: 168,
  },
  register: { hook: 'projectHook' },
}
