import type { ConnectorManifest } from '@/connectors/kit'

/**
 * GitHub signs each delivery, and never repeats a failed one by itself: what was missed is asked for again.
 * Source: https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 * and https://docs.github.com/en/webhooks/using-webhooks/handling-failed-webhook-deliveries
 */
export const webhooks: NonNullable<ConnectorManifest['webhooks']> = {
  verify: [{ scheme: 'hmac', algo: 'sha256', encoding: 'hex', header: 'X-Hub-Signature-256', prefix: 'sha256=' }],
  deliveryId: { header: 'X-GitHub-Delivery' },
  type: { header: 'X-GitHub-Event' },
  route: { body: 'repository.full_name' },
  topics: {
    ping: 'github.ping',
    push: 'github.push',
    create: 'github.ref.created',
    delete: 'github.ref.deleted',
    pull_request: 'github.pull_request.{action}',
    pull_request_review: 'github.pull_request_review.{action}',
    issues: 'github.issue.{action}',
    issue_comment: 'github.issue_comment.{action}',
    release: 'github.release.{action}',
    workflow_run: 'github.workflow_run.{action}',
    check_run: 'github.check_run.{action}',
    deployment_status: 'github.deployment_status.{action}',
  },
  recover: {
    strategy: 'redelivery_api',
    list: 'GET /repos/{+repository}/hooks/{hookId}/deliveries',
    redeliver: 'POST /repos/{+repository}/hooks/{hookId}/deliveries/{deliveryId}/attempts',
    keptHours: 72,
  },
}
