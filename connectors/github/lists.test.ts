import { describe, expect, it } from 'vitest'
import { listResources, parseConnectorSettings } from '@/connectors/kit'
import { createHttpClient } from '@/server/platform/http'
import { aServer } from '@/test/world'
import { github } from './index'

const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })

describe('what GitHub Actions keeps', () => {
  it.each([
    [
      'pipelines',
      {},
      {
        workflow_runs: [
          {
            id: 5,
            display_title: 'Deploy',
            name: 'CI',
            run_number: 3,
            status: 'completed',
            conclusion: 'success',
            head_branch: 'main',
          },
        ],
      },
      { id: '5', name: 'Deploy', attributes: { workflow: 'CI', number: 3, conclusion: 'success', branch: 'main' } },
      '/runs',
    ],
    [
      'jobs',
      { run: '5' },
      { jobs: [{ id: 9, name: 'build', status: 'completed', conclusion: 'failure' }] },
      { id: '9', name: 'build', attributes: { conclusion: 'failure' } },
      '/runs/5/jobs',
    ],
    [
      'artifacts',
      {},
      {
        artifacts: [
          { id: 7, name: 'web.zip', size_in_bytes: 12, expired: false, workflow_run: { head_branch: 'main' } },
        ],
      },
      { id: '7', name: 'web.zip', attributes: { sizeBytes: 12, expired: false, branch: 'main' } },
      '/artifacts',
    ],
  ] as const)('is listed: %s', async (list, more, ...told) => {
    const [body, resource, path] = told
    const { url, asked } = await aServer(() => ({ status: 200, body: { total_count: 1, ...body } }))
    const given = { instance: 'enterpriseServer', config: { server: url }, secrets: { token: 'ghp_1' } }
    const input = { repository: 'octocat/web', ...more }
    const listing = await listResources(github, parseConnectorSettings(github, given), http, { list, input })
    expect(listing).toMatchObject({ trouble: null, resources: [resource] })
    expect(asked[0]?.url.split('?')[0]).toBe(`/api/v3/repos/octocat/web/actions${path}`)
  })
})
