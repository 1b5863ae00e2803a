import { describe, expect, it } from 'vitest'
import { connectors } from '../registry'
import { learnQuotas, poolOf } from './quotas'

const manifestOf = (id: string) => {
  const found = connectors.find(({ manifest }) => manifest.id === id)
  if (!found) throw new Error(`There is no connector ${id}.`)
  return found.manifest
}

describe('the pool a request draws from', () => {
  it.each([
    ['scm.github', 'GET', '/repos/acme/app', ['core']],
    ['scm.github', 'GET', '/search/issues?q=x', ['search']],
    ['scm.github', 'GET', '/search/code?q=x', ['code_search']],
    ['scm.github', 'POST', '/graphql', ['graphql']],
    ['scm.gitlab', 'GET', '/projects/1', ['api']],
    ['scm.gitlab', 'GET', '/projects/1/repository/files/a%2Fb/raw', ['files']],
    ['registry.oci', 'GET', '/v2/library/nginx/manifests/latest', ['pulls']],
    ['registry.oci', 'HEAD', '/v2/library/nginx/manifests/latest', []],
    ['registry.oci', 'GET', '/v2/library/nginx/tags/list', []],
    ['communication.slack', 'POST', '/chat.postMessage', ['posting']],
    ['communication.slack', 'GET', '/conversations.list', ['listing']],
    ['communication.slack', 'GET', '/conversations.history', ['reading']],
    ['communication.slack', 'POST', '/auth.test', ['methods']],
    ['custom.http', 'GET', '/anything', ['*']],
  ])('of %s for %s %s is %j', (id, method, path, pools) => {
    expect(poolOf(manifestOf(id), method, path)).toEqual(pools)
  })

  it('does not read a pattern as a regular expression', () => {
    const quotas = [{ pool: 'a', matches: ['/a.b/(x)+'] }]
    expect(poolOf({ quotas }, 'GET', '/a.b/(x)+')).toEqual(['a'])
    expect(poolOf({ quotas }, 'GET', '/aXb/x')).toEqual([])
  })
})

describe("a vendor's name of a pool", () => {
  it('is told as the one the connector declares', () => {
    const headers = {
      'ratelimit-name': 'throttle_authenticated_api',
      'ratelimit-limit': '60',
      'ratelimit-remaining': '59',
    }
    const quotas = learnQuotas(manifestOf('scm.gitlab').quotas ?? [], headers, new Date())
    expect(quotas.map(({ pool }) => pool)).toEqual(['api'])
  })
})
