import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer, Asked, LocalService } from './local-server'
import { openRealServer } from './real-server'

/**
 * Prometheus: the real one, which reads this hub's own metrics, or a small one that answers as its HTTP API documents.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/api/
 */
export async function openPrometheus(at: {
  program: string
  folder: string
  port: number
  metricsUrl: string
}): Promise<LocalService> {
  const { folder, port, metricsUrl } = at
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const config = join(folder, 'prometheus.yml')
  const job = { job_name: 'inthub', static_configs: [{ targets: [new URL(metricsUrl).host] }] }
  // JSON is YAML.
  writeFileSync(config, JSON.stringify({ global: { scrape_interval: '5s' }, scrape_configs: [job] }, null, 2))
  const args = [
    `--config.file=${config}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    '--storage.tsdb.retention.time=6h',
    `--web.listen-address=127.0.0.1:${port}`,
    '--log.level=error',
  ]
  return openRealServer({ ...at, name: 'prometheus', args, readyPath: '/-/ready' })
}

const success = (data: unknown): Answer => ({ status: 200, body: { status: 'success', data } })

export function prometheusAnswer({ path, query, origin }: Asked): Answer {
  if (path === '/-/ready') return { status: 200, body: 'Prometheus Server is Ready.\n' }
  if (path === '/api/v1/status/buildinfo') {
    return success({ version: '3.0.0', revision: '', branch: 'HEAD', buildUser: '', buildDate: '', goVersion: '' })
  }
  if (path !== '/api/v1/query') return { status: 404, body: 'Not Found' }
  const value = [Date.now() / 1000, '1']
  const self = { job: 'prometheus', instance: new URL(origin).host }
  switch (query.get('query')) {
    case 'up':
      return success({ resultType: 'vector', result: [{ metric: { __name__: 'up', ...self }, value }] })
    case 'vector(1)':
      return success({ resultType: 'vector', result: [{ metric: {}, value }] })
  }
  const error = 'only the queries "up" and "vector(1)" are known here'
  return { status: 400, body: { status: 'error', errorType: 'bad_data', error } }
}
