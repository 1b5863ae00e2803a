import { describe, expect, it } from 'vitest'
import { github } from '@/connectors/github'
import { gitlab } from '@/connectors/gitlab'
import { slack } from '@/connectors/slack'
import { isProviderTopic } from '@/server/kernel/events'
import { documentOf } from './content'
import type { Connector } from './define'
import { topicOf } from './topics'

const topic = (connector: Connector, family: string, headers: Record<string, string>, body: string | object) => {
  const document = documentOf(
    headers['content-type'],
    Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  )
  const found = topicOf(connector.manifest.webhooks, family, { headers, document })
  expect(isProviderTopic(found.topic), found.topic).toBe(true)
  return found.topic
}

const onGitHub = (event: string, body: string | object = {}) =>
  topic(github, 'github', { 'x-github-event': event }, body)
const onGitLab = (event: string, body: object = {}) => topic(gitlab, 'gitlab', { 'x-gitlab-event': event }, body)
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** Source: https://docs.github.com/en/webhooks/webhook-events-and-payloads, with one action of each where it has any. */
const githubEvents = `branch_protection_configuration:enabled branch_protection_rule:created check_run:completed
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

describe('topics', () => {
  it.each(githubEvents)('are had by every event of GitHub: %s', (line) => {
    const [event = '', action] = line.split(':')
    const found = onGitHub(event, action ? { action, deployment_status: { state: action } } : {})
    expect(found).toMatch(/^github\.[a-z0-9_]+(\.[a-z0-9_]+)?$/)
    if (action) expect(found.endsWith(`.${action}`)).toBe(true)
  })

  it('tell a merged pull request from one that was closed', () => {
    const closed = (merged: boolean) => onGitHub('pull_request', { action: 'closed', pull_request: { merged } })
    expect([closed(true), closed(false)]).toEqual(['github.pull_request.merged', 'github.pull_request.closed'])
    expect(onGitHub('pull_request', { action: 'synchronize', pull_request: { merged: true } })).toBe(
      'github.pull_request.synchronize',
    )
  })

  it('are had by what nobody has heard of, and by what cannot be read', () => {
    expect(onGitHub('brand_new_thing', { action: 'Did Something!' })).toBe('github.brand_new_thing.did_something')
    expect(onGitHub('push', '{'.repeat(20_000))).toBe('github.push')
    expect(onGitHub('../../x', { action: { a: 1 } })).toBe('github.x')
    expect(topic(github, 'github', {}, {})).toBe('github.received')
    expect(onGitHub('a', { action: 'b.c' })).toBe('github.a.b_c')
  })

  it.each([
    ['Push Hook', {}, 'gitlab.push'],
    ['Merge Request Hook', { object_attributes: { action: 'merge' } }, 'gitlab.merge_request.merged'],
    ['Merge Request Hook', { object_attributes: { action: 'open' } }, 'gitlab.merge_request.opened'],
    ['Merge Request Hook', { object_attributes: { action: 'approved' } }, 'gitlab.merge_request.approved'],
    ['Issue Hook', { object_attributes: { action: 'close' } }, 'gitlab.issue.closed'],
    ['Confidential Note Hook', {}, 'gitlab.note.created'],
    ['Pipeline Hook', { object_attributes: { status: 'failed' } }, 'gitlab.pipeline.failed'],
    ['Job Hook', { build_status: 'success' }, 'gitlab.job.success'],
    ['Deployment Hook', { status: 'running' }, 'gitlab.deployment.running'],
    ['Release Hook', { action: 'create' }, 'gitlab.release.created'],
    ['Wiki Page Hook', { object_attributes: { action: 'update' } }, 'gitlab.wiki_page.updated'],
    ['Emoji Hook', { event_type: 'award' }, 'gitlab.emoji.awarded'],
    ['Member Hook', { event_name: 'user_add_to_group' }, 'gitlab.member.user_add_to_group'],
    ['Of Tomorrow Hook', {}, 'gitlab.of_tomorrow_hook'],
  ])('of GitLab: %s %j', (event, body, expected) => expect(onGitLab(event, body)).toBe(expected))

  it('of Slack: events, commands and what people press', () => {
    const onSlack = (body: string | object, headers = {}) => topic(slack, 'slack', headers, body)
    const event = { type: 'event_callback', team_id: 'T1', event: { type: 'app_mention', text: 'hi' } }
    expect(onSlack(event)).toBe('slack.event.app_mention')
    expect(onSlack({ ...event, event: { type: 'message', channel_type: 'im' } })).toBe('slack.event.message')
    expect(onSlack('command=%2Finthub&text=status&team_id=T1', form)).toBe('slack.command.inthub')
    const pressed = { type: 'block_actions', team: { id: 'T1' }, user: { id: 'U1' }, actions: [] }
    expect(onSlack(`payload=${encodeURIComponent(JSON.stringify(pressed))}`, form)).toBe(
      'slack.interaction.block_actions',
    )
    expect(onSlack({ type: 'url_verification', challenge: 'x' })).toBe('slack.url_verification')
  })

  it('are the noun and the type, where a manifest says nothing', () => {
    expect(topicOf(undefined, 'jenkins', { headers: {}, document: {} })).toEqual({
      type: null,
      topic: 'jenkins.received',
    })
  })
})
