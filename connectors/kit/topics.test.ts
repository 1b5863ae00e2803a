import { describe, expect, it } from 'vitest'
import { github } from '@/connectors/github'
import { gitlab } from '@/connectors/gitlab'
import { slack } from '@/connectors/slack'
import { isProviderTopic } from '@/server/kernel/events'
import { githubEvents } from '@/test/provider-events'
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
