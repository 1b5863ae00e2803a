import { version } from '@/server/platform/version'
import type { HealthCounts } from './seed'

/** What a person who started the demo sees. */
export type BlockFacts = {
  url: string
  metricsUrl: string
  signInLink: string
  tokenPath: string
  database: string
  queue: 'postgres' | 'redis'
  counts: HealthCounts
  startedMs: number
  hasKeys: boolean
  /** GitHub and Slack come from the package `emulate`. */
  isEmulated: boolean
}

export const notEmulated = 'GitHub and Slack are small servers of ours: the emulators are packages for development.'

const states = ['healthy', 'degraded', 'unhealthy', 'disabled', 'stale', 'unknown', 'checking'] as const
const always = new Set<string>(['healthy', 'degraded', 'unhealthy', 'disabled'])

export function countsLine(counts: HealthCounts): string {
  const parts = states
    .filter((state) => always.has(state) || counts[state] > 0)
    .map((state) => `${counts[state]} ${state}`)
  return `${counts.total} integrations seeded (${parts.join(', ')})`
}

export function demoBlock(facts: BlockFacts): string {
  const { url, metricsUrl, signInLink, tokenPath, database, queue, counts, startedMs, hasKeys, isEmulated } = facts
  const keys = hasKeys ? '     b break something   h heal   q quit' : ''
  return [
    '',
    `  inthub ${version}  demo: sample data, local services, nothing leaves this machine`,
    '',
    `  Dashboard   ${signInLink}`,
    '              one-time sign-in link, admin of "Acme"',
    `  GraphiQL    ${url}/graphiql`,
    `  Metrics     ${metricsUrl}`,
    `  CLI         export INTHUB_URL=${url} INTHUB_TOKEN=$(cat ${tokenPath})`,
    '              npx inthub integration list',
    '',
    `  ${database}   queue: ${queue}   events: ${queue}   redis: ${queue === 'redis' ? 'on' : 'off'}`,
    `  ${countsLine(counts)}`,
    ...(isEmulated ? [] : [`  ${notEmulated}`]),
    `  ready in ${(startedMs / 1000).toFixed(1)} s${keys}`,
    '',
    '',
  ].join('\n')
}
