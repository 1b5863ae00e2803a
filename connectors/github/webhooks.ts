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
  rules: [
    {
      type: 'pull_request',
      where: { action: 'closed', 'pull_request.merged': true },
      topic: 'github.pull_request.merged',
    },
  ],
  topics: {
    ping: 'github.ping',
    push: 'github.push',
    create: 'github.ref.created',
    delete: 'github.ref.deleted',
    issues: 'github.issue.{action}',
    deployment_status: 'github.deployment_status.{deployment_status.state}',
    status: 'github.commit_status.{state}',
    fork: 'github.repository.forked',
    public: 'github.repository.publicized',
    gollum: 'github.wiki.updated',
    page_build: 'github.page_build.{build.status}',
    '*': 'github.{type}.{action}',
  },
  recover: {
    strategy: 'redelivery_api',
    list: 'GET /repos/{+repository}/hooks/{hookId}/deliveries',
    redeliver: 'POST /repos/{+repository}/hooks/{hookId}/deliveries/{deliveryId}/attempts',
    keptHours: 72,
  },
  register: { hook: 'repositoryHook' },
}
