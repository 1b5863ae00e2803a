import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/db/migrate'
import { startEmbeddedPostgres } from '@/server/platform/postgres'

/**
 * One embedded PostgreSQL for the whole run, migrated once and gone with it. Every test makes a tenant of its own in
 * it, so tests run side by side and none may count on what the others left.
 */
declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'inthub-test-'))
  const embedded = await startEmbeddedPostgres({ dataDir: join(folder, 'data') })
  await migrate(embedded.url)
  project.provide('databaseUrl', embedded.url)
  return async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
