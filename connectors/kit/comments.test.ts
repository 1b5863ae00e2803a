import { describe, expect, it } from 'vitest'
import { connectors } from '../registry'
import { commentTarget } from './comments'
import type { Connector } from './define'
import { parseConnectorSettings } from './settings'

const called = (id: string) => connectors.find(({ manifest }) => manifest.id === id) as Connector
const github = called('scm.github')
const gitlab = called('scm.gitlab')

function at(connector: Connector, instance: string, config: Record<string, unknown>, page: string) {
  const settings = parseConnectorSettings(connector, {
    instance,
    method: 'token',
    config,
    secrets: { token: 'x'.repeat(40) },
  })
  return commentTarget(connector, settings, new URL(page))
}

describe('commentTarget', () => {
  it.each([
    ['https://github.com/acme/api/pull/7', 'saas', {}],
    ['https://github.com/acme/api/issues/7#issuecomment-1', 'saas', {}],
    ['https://github.com/acme/api/pull/7/files', 'saas', {}],
    ['https://git.example.org/acme/api/pull/7', 'enterpriseServer', { server: 'git.example.org' }],
    ['http://127.0.0.1:8080/acme/api/pull/7', 'enterpriseServer', { server: 'http://127.0.0.1:8080' }],
    ['https://octo.ghe.com/acme/api/pull/7', 'dataResidency', { subdomain: 'octo' }],
  ])('finds %s on GitHub', (page, instance, config) => {
    expect(at(github, instance, config, page)).toEqual({
      operation: 'commentIssue',
      input: { repository: 'acme/api', number: 7 },
    })
  })

  it.each([
    ['https://gitlab.com/group/sub/app/-/merge_requests/3', 'reviewPullRequest', { verdict: 'comment' }],
    ['https://gitlab.com/group/sub/app/merge_requests/3', 'reviewPullRequest', { verdict: 'comment' }],
    ['https://gitlab.com/group/sub/app/-/issues/3', 'commentIssue', {}],
  ])('finds %s on GitLab', (page, operation, more) => {
    expect(at(gitlab, 'saas', {}, page)).toEqual({
      operation,
      input: { repository: 'group/sub/app', number: 3, ...more },
    })
  })

  it('finds a server below a path', () => {
    const config = { server: 'https://example.org/gitlab' }
    expect(at(gitlab, 'selfManaged', config, 'https://example.org/gitlab/a/b/-/issues/3')?.input).toMatchObject({
      repository: 'a/b',
    })
    expect(at(gitlab, 'selfManaged', config, 'https://example.org/a/b/-/issues/3')).toBeNull()
  })

  it.each([
    'https://github.com.evil.example/acme/api/pull/7',
    'http://github.com/acme/api/pull/7',
    'https://github.com/acme/api/pull/0',
    'https://github.com/acme/api/tree/main',
    'https://gitlab.com/acme/api/pull/7',
  ])('finds nothing in %s', (page) => {
    expect(at(github, 'saas', {}, page)).toBeNull()
  })
})
