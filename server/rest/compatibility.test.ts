import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { githubHeaders } from '@/test/inbound'
import { aRestGround, type RestGround } from '@/test/rest-ground'

/** docs/compatibility.md, asked row by row of a running hub. */
type Row = { source: string; method: string; path: string; answers: string }

const page = readFileSync(new URL('../../docs/compatibility.md', import.meta.url), 'utf8')
const rows: Row[] = page
  .split('\n')
  .filter((line) => /^\| .+ \| (?:GET|POST|PUT|PATCH|DELETE) \|/.test(line))
  .map((line) => {
    const [, source = '', method = '', path = '', answers = ''] = line.split('|').map((cell) => cell.trim())
    return { source, method, path: path.replaceAll('`', ''), answers }
  })

/** What a client sends where the table has a body. */
const bodies: Record<string, (ground: RestGround) => unknown> = {
  'POST /api/v1/integrations': ({ service }) => service,
  'PUT /api/v1/integrations/{id}': ({ service }) => ({ name: 'renamed', config: service.config }),
  'POST /api/v1/integrations/github/pr': () => ({
    ...{ owner: 'myorg', repo: 'myrepo', title: 'Implement feature X', body: 'Automated' },
    ...{ head: 'feature/x', base: 'main' },
  }),
  'POST /logs/query': () => ({ component: 'github', level: 'info', limit: 100 }),
  'POST /api/v1/logs/query': () => ({ component: 'code', level: 'warn' }),
  'POST /api/v1/connection-profiles': ({ url }) => ({
    ...{ name: 'Production', integrationType: 'custom.http', defaultConfig: { baseUrl: url } },
  }),
  'PUT /api/v1/connection-profiles/{id}': () => ({ isDefault: true }),
  'POST /api/integration-hub/register': ({ service: { type, method, config, secrets } }) => ({
    ...{ type, method, name: 'registered', projectId: 'default', configuration: config, credentials: secrets },
  }),
  'PUT /api/integration-hub/{integrationId}': ({ service }) => ({ name: 'other', configuration: service.config }),
  'POST /api/integration-hub/{integrationId}/webhooks': ({ url }) => ({ url, events: ['integration.health_changed'] }),
  'POST /api/integration-hub/{integrationId}/execute': () => ({ method: 'GET', path: '/me' }),
  'POST /api/integration-hub/{integrationId}/batch-execute': () => ({
    calls: [{ method: 'GET', path: '/me' }, { path: '/other' }],
  }),
}

/** Webhooks are signed by who sends them. */
const signed = ({ repository, secret }: RestGround['app']) => {
  const body = JSON.stringify({ action: 'opened', repository: { full_name: repository } })
  return { body, headers: githubHeaders(Buffer.from(body), { event: 'pull_request', secret }) }
}
const sent: Record<string, (ground: RestGround) => { body: unknown; headers?: Record<string, string> }> = {
  'POST /api/v1/webhooks/github': ({ app }) => signed(app),
  'POST /api/v1/webhooks/slack': () => ({ body: { type: 'url_verification', token: 'x', challenge: '3eZbrw1a' } }),
}

const queries: Record<string, string> = { 'GET /api/v1/integrations/{id}/resources': '?type=repositories' }

function addressOf({ method, path }: Row, { ids }: RestGround): string {
  const id = path.includes('connection-profiles')
    ? ids.profile
    : path.endsWith('/resources')
      ? ids.github
      : ids.integration
  const values: Record<string, string> = { id, integrationId: id, type: 'scm.github', projectId: ids.project }
  return (
    path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? 'x') + (queries[`${method} ${path}`] ?? '')
  )
}

function whatIsSent(row: Row, ground: RestGround) {
  const line = `${row.method} ${row.path}`
  const usual = isVersioned(row) ? { 'if-match': '*' } : {}
  const { body, headers = usual } = sent[line]?.(ground) ?? { body: bodies[line]?.(ground) }
  return { body, headers }
}

const isVersioned = ({ method, path }: Row) => /^(PUT|DELETE)$/.test(method) && path.startsWith('/api/v1/')

describe('the index of compatibility', () => {
  it('names every endpoint of the five documents', () => {
    expect(rows).toHaveLength(64)
    expect(new Set(rows.map(({ answers }) => answers))).toEqual(new Set(['yes', 'not yet', 'own port']))
  })

  it.each(rows)('$source: $method $path ($answers)', async (row) => {
    const ground = await aRestGround()
    const { body, headers } = whatIsSent(row, ground)
    const reply = await ground.ask(`${row.method} ${addressOf(row, ground)}`, {
      headers,
      ...(body !== undefined && { body }),
    })
    if (row.answers === 'yes') {
      expect([reply.status, reply.text]).toEqual([
        expect.toSatisfy((status: number) => status < 300),
        expect.anything(),
      ])
      if (reply.body && 'success' in reply.body) expect(reply.body).toMatchObject({ success: true })
    } else if (row.answers === 'own port') {
      // Next's part of the port: not there without it, and no page of numbers with it.
      expect(reply.text).not.toContain('inthub_http_requests_total')
    } else {
      expect(reply).toMatchObject({ status: expect.toSatisfy((status: number) => status === 404 || status === 405) })
      expect(reply.headers.get('content-type')).toBe('application/problem+json')
    }
  })
})
