import { describe, expect, it } from 'vitest'
import { metrics, startMetricsServer } from './metrics'

describe('startMetricsServer', () => {
  it('serves the metrics and nothing else', async () => {
    metrics.checks.inc({ type: 'custom.http', verdict: 'healthy', failure_class: '' })
    const server = await startMetricsServer(0, '127.0.0.1')
    try {
      const answer = await fetch(server.url)
      const text = await answer.text()
      expect(answer.status).toBe(200)
      expect(text).toContain('inthub_checks_total{type="custom.http",verdict="healthy",failure_class=""} 1')
      expect(text).toContain('process_cpu_user_seconds_total')
      expect((await fetch(new URL('/graphql', server.url))).status).toBe(404)
      expect((await fetch(server.url, { method: 'POST' })).status).toBe(404)
    } finally {
      await server.close()
    }
  })

  it('tells when its port is taken', async () => {
    const first = await startMetricsServer(0, '127.0.0.1')
    await expect(startMetricsServer(first.port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await first.close()
  })
})
