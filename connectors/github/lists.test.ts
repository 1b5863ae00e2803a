import { describe, expect, it } from 'vitest'
import { listResources, parseConnectorSettings } from '@/connectors/kit'
import { createHttpClient } from '@/server/platform/http'
import { aServer } from '@/test/world'
import { github } from './index'

const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })

type Row = [list: string, { input: Record<string, string>; path: string; body: object; resource: object }]

describe('what GitHub Actions keeps', () => {
  it.each<Row>([
    [
      'pipelines',
      {
        input: {},
        path: '/runs',
        body: { workflow_runs: [{ id: 5, display_title: 'Deploy', name: 'CI', run_number: 3, head_branch: 'main' }] },
        resource: { id: '5', name: 'Deploy', attributes: { workflow: 'CI', number: 3, branch: 'main' } },
      },
    ],
    [
      'jobs',
      {
        input: { run: '5' },
        path: '/runs/5/jobs',
        body: { jobs: [{ id: 9, name: 'build', status: 'completed', conclusion: 'failure' }] },
        resource: { id: '9', name: 'build', attributes: { conclusion: 'failure' } },
      },
    ],
    [
      'artifacts',
      {
        input: {},
        path: '/artifacts',
        body: { artifacts: [{ id: 7, name: 'web.zip', size_in_bytes: 12, workflow_run: { head_branch: 'main' } }] },
        resource: { id: '7', name: 'web.zip', attributes: { sizeBytes: 12, branch: 'main' } },
      },
    ],
  ])('is listed: %s', async (list, { input: more, body, resource, path }) => {
    const { url, asked } = await aServer(() => ({ status: 200, body: { total_count: 1, ...body } }))
    const given = { instance: 'enterpriseServer', config: { server: url }, secrets: { token: 'ghp_1' } }
    const input = { repository: 'octocat/web', ...more }
    const listing = await listResources(github, parseConnectorSettings(github, given), http, { list, input })
    expect(listing).toMatchObject({ trouble: null, resources: [resource] })
    expect(asked[0]?.url.split('?')[0]).toBe(`/api/v3/repos/octocat/web/actions${path}`)
  })
})
