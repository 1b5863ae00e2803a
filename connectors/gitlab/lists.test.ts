import { describe, expect, it } from 'vitest'
import { listResources, parseConnectorSettings } from '@/connectors/kit'
import { createHttpClient } from '@/server/platform/http'
import { aServer } from '@/test/world'
import { gitlab } from './index'

const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })

describe('what a project of GitLab keeps', () => {
  it.each([
    [
      'jobs',
      {
        id: 9,
        name: 'build',
        stage: 'test',
        status: 'failed',
        pipeline: { id: 46 },
        artifacts_file: { filename: 'a.zip' },
      },
      { id: '9', attributes: { status: 'failed', pipeline: 46, artifact: 'a.zip' } },
      'jobs',
    ],
    [
      'artifacts',
      { id: 7, name: 'web', version: '1.0', package_type: 'npm' },
      { id: '7', name: 'web', attributes: { version: '1.0', kind: 'npm' } },
      'packages',
    ],
  ] as const)('is listed: %s', async (list, item, ...told) => {
    const [resource, path] = told
    const { url, asked } = await aServer(() => ({ status: 200, body: [item] }))
    const given = { instance: 'selfManaged', config: { server: url }, secrets: { token: 'glpat-1' } }
    const input = { project: 'acme/web' }
    const listing = await listResources(gitlab, parseConnectorSettings(gitlab, given), http, { list, input })
    expect(listing).toMatchObject({ trouble: null, resources: [resource] })
    expect(asked[0]?.url.split('?')[0]).toBe(`/api/v4/projects/acme%2Fweb/${path}`)
  })
})
