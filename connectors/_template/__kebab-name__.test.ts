import { describe, expect, it } from 'vitest'
import { parseConnectorSettings, runProbes } from '@/connectors/kit'
import { createHttpClient } from '@/server/platform/http'
import { serve } from '@/test/loopback'
import { __camelName__ } from './index'

const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })
const probed = (baseUrl: string, token: string) => {
  const settings = parseConnectorSettings(__camelName__, { config: { baseUrl }, secrets: { token } })
  return runProbes(__camelName__, settings, http)
}

describe('__Name__', () => {
  it('is healthy with the right token, and unhealthy with a wrong one', async () => {
    const url = await serve((req, res) => {
      const isRight = req.headers.authorization === 'Bearer right'
      res.writeHead(isRight ? 200 : 401, { 'content-type': 'application/json' }).end('{"name":"bot"}')
    })
    expect(await probed(url, 'right')).toMatchObject({ verdict: 'healthy', identity: 'bot' })
    expect(await probed(url, 'wrong')).toMatchObject({ verdict: 'unhealthy', failureClass: 'credential' })
  })
})
