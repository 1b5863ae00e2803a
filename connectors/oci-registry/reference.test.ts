import { describe, expect, it } from 'vitest'
import { type ConnectorSettings, parseConnectorSettings } from '@/connectors/kit'
import { ociRegistry } from './index'
import { isDigest, parseReference } from './reference'

const settings = (instance: string, config: Record<string, unknown> = {}): ConnectorSettings =>
  parseConnectorSettings(ociRegistry, {
    ...{ instance, method: instance === 'ghcr' ? 'bearer' : 'none', config },
    secrets: instance === 'ghcr' ? { token: 'ghp_aaaaaaaa' } : {},
  })
const own = settings('custom', { baseUrl: 'https://registry.example.org:5000/mirror' })
const usual = settings('custom', { baseUrl: 'https://registry.example.org' })
const hub = settings('dockerHub')
const sha256 = `sha256:${'a1'.repeat(32)}`
const sha512 = `sha512:${'b2'.repeat(64)}`

describe('a reference', () => {
  it.each([
    [own, 'myapp:v2.3.1', 'myapp', 'v2.3.1', null],
    [own, 'team/my_app', 'team/my_app', 'latest', null],
    [own, 'a/b/c:1', 'a/b/c', '1', null],
    [own, `team/app@${sha256}`, 'team/app', null, sha256],
    [own, `team/app:v1@${sha512}`, 'team/app', 'v1', sha512],
    [own, 'registry.example.org:5000/team/app:v1', 'team/app', 'v1', null],
    [own, 'REGISTRY.example.org:5000/team/app', 'team/app', 'latest', null],
    [usual, 'registry.example.org/team/app', 'team/app', 'latest', null],
    [usual, 'registry.example.org:443/team/app', 'team/app', 'latest', null],
    [hub, 'alpine', 'library/alpine', 'latest', null],
    [hub, 'alpine:3.20', 'library/alpine', '3.20', null],
    [hub, 'acme/api:1', 'acme/api', '1', null],
    [hub, 'docker.io/alpine', 'library/alpine', 'latest', null],
    [hub, 'docker.io/library/alpine', 'library/alpine', 'latest', null],
    [hub, 'index.docker.io/acme/api', 'acme/api', 'latest', null],
    [settings('ghcr'), 'ghcr.io/acme/api:1', 'acme/api', '1', null],
    [own, 'app:_tag-With.Letters_1', 'app', '_tag-With.Letters_1', null],
    [own, 'a__b/c--d/e.f', 'a__b/c--d/e.f', 'latest', null],
  ] as const)('of %#: %s %s is understood', (...[at, text, repository, tag, digest]) => {
    expect(parseReference(text, at)).toEqual({ repository, tag, digest })
  })

  it.each([
    [own, ''],
    [own, 'Team/app'],
    [own, 'team//app'],
    [own, '/app'],
    [own, 'app/'],
    [own, '../../secret'],
    [own, 'a/../b'],
    [own, 'app:'],
    [own, 'app:-tag'],
    [own, `app:${'t'.repeat(129)}`],
    [own, 'app@sha256:abc'],
    [own, `app@md5:${'a'.repeat(32)}`],
    [own, `app@sha256:${'A1'.repeat(32)}`],
    [own, `app@${sha256}@${sha256}`],
    [own, `${'a/'.repeat(130)}b`],
    [own, 'a'.repeat(2_000)],
    [own, 'app name'],
    [own, 'app?x=1'],
    [own, 'app#x'],
    [own, 'a___b'],
    [own, 'a.-b'],
    [own, 'registry.example.org/team/app'],
    [own, 'ghcr.io/team/app'],
    [own, 'localhost/app'],
    [usual, 'registry.example.org:5000/app'],
    [hub, 'ghcr.io/acme/api'],
    [hub, 'https://docker.io/alpine'],
  ] as const)('of %#: %s %s is refused', (at, text) => {
    expect(parseReference(text, at)).toHaveProperty('problem')
  })

  it('of another registry is told with the names of both', () => {
    expect(parseReference('ghcr.io/acme/api', hub)).toEqual({
      problem: 'names the registry ghcr.io, and this integration is docker.io',
    })
  })

  it('that goes on and on is answered at once', () => {
    const began = performance.now()
    for (const part of ['a-', 'a.', 'a_', 'a/', '-', 'a__']) parseReference(part.repeat(500), own)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

it('a digest is of a registered algorithm and has its length', () => {
  expect([sha256, sha512].map(isDigest)).toEqual([true, true])
  expect(
    [sha256.slice(1), `${sha256}0`, 'sha256:', '', 'toString:a', `sha512:${'a'.repeat(64)}`].map(isDigest),
  ).toEqual(Array(6).fill(false))
})
