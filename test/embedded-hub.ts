import { startEmbeddedPostgres } from '@/server/platform/postgres'

/**
 * A hub of one part, for the tests of the embedded PostgreSQL: starts it on the given folder, prints its URL, and stays.
 */
try {
  const { url } = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' })
  process.stdout.write(`${url}\n`)
  setInterval(() => {}, 60_000)
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : 'failed'}\n`)
  process.exitCode = 1
}
