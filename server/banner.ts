import { isSetupPending, issueSetUpLink } from '@/server/domain/setup/service'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { version } from '@/server/platform/version'
import { masterKeyFile } from './generated-keys'

/** What a person who started the hub sees: where it is, what it runs on, and the way in when nobody has one yet. */
export type BannerFacts = {
  url: string
  metricsUrl: string
  database: string
  startedMs: number
  keyFiles: readonly string[]
}

const modeWords = { production: '', development: 'development', demo: 'demo', test: 'test' } as const

function block({ url, metricsUrl, database, startedMs }: BannerFacts): string {
  const redis = env().REDIS_URL ? 'redis' : 'postgres'
  return [
    '',
    `  inthub ${version}  ${modeWords[env().INTHUB_MODE]}`.trimEnd(),
    '',
    `  Dashboard   ${url}/`,
    `  GraphiQL    ${url}/graphiql`,
    `  Metrics     ${metricsUrl}`,
    '',
    `  ${database}   queue: ${redis}   events: ${redis}`,
    `  ready in ${(startedMs / 1000).toFixed(1)} s`,
    '',
  ].join('\n')
}

function effects(keyFiles: readonly string[]): string {
  const lines = keyFiles.map((path) =>
    path.endsWith(masterKeyFile)
      ? `  New key in ${path}: back it up. Without it stored credentials cannot be read.`
      : `  New key in ${path}: without it everybody signs in again.`,
  )
  if (!env().SMTP_URL && env().INTHUB_SIGN_IN_LINK) lines.push('  SMTP_URL is not set: sign-in links are printed here.')
  return lines.length > 0 ? `${lines.join('\n')}\n\n` : ''
}

// Written straight to the terminal: the logger would mask the link's token.
async function printSetUpLink(url: string): Promise<void> {
  if (!(await isSetupPending())) return
  const { token } = await issueSetUpLink()
  const link = new URL('/setup', url)
  link.searchParams.set('token', token)
  process.stdout.write(`  First start: set the hub up with this one-time link (15 minutes):\n  ${link.href}\n\n`)
}

export async function printBanner(facts: BannerFacts): Promise<void> {
  logger.info({ version, url: facts.url, metricsUrl: facts.metricsUrl, mode: env().INTHUB_MODE }, 'the hub is ready')
  if (process.stdout.isTTY || env().INTHUB_MODE !== 'test')
    process.stdout.write(`${block(facts)}${effects(facts.keyFiles)}`)
  await printSetUpLink(facts.url)
}
