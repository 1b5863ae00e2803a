import { openKeyring } from '@/server/domain/credentials/service'
import { pruneHistory } from '@/server/domain/pruning/service'
import { env } from '@/server/platform/env'
import { CliError } from '../errors'
import { exitCodes } from '../exit-codes'
import { withDatabase } from './database'
import type { AdminRun } from './doors'

/** Prints what was done: a sentence for people, an object for programs. */
function tell({ io }: AdminRun<object>, sentence: string, facts: Record<string, unknown>): void {
  if (io.wantsJson) io.result(JSON.stringify({ apiVersion: 'v1', ...facts }))
  else io.result(`${io.colors.green(io.symbols.pass)} ${sentence}`)
}

export async function migrateNow(run: AdminRun): Promise<void> {
  const applied = await withDatabase(
    run,
    async ({ url }) => {
      const pending = await run.lent.pendingMigrations(url)
      await run.lent.migrate(url)
      return pending
    },
    { mayBeOld: true },
  )
  const sentence =
    applied === 0
      ? 'the schema is up to date: nothing to do'
      : `${applied} migration${applied === 1 ? '' : 's'} applied`
  tell(run, sentence, { applied })
}

export async function prune(run: AdminRun): Promise<void> {
  const pruned = await withDatabase(run, () => pruneHistory())
  const { events, checks, partitions, others } = pruned
  tell(run, `removed ${events} events, ${checks} checks, ${partitions} partitions and ${others} other rows`, pruned)
}

/** Takes the key as a start of the hub would. A key that had to be made for the question is taken away again. */
async function openWithKey(run: AdminRun, folder: string): Promise<string> {
  const isGiven = env().INTHUB_MASTER_KEY !== undefined
  const keys = run.lent.settleKeys(folder)
  try {
    if (!isGiven && keys.made.some((path) => path.endsWith('master.key'))) {
      throw new CliError(exitCodes.configuration, 'usage.configuration', 'There is no master key to verify.', {
        remedy: 'Give it in INTHUB_MASTER_KEY or INTHUB_MASTER_KEY_FILE, or start the hub once, which makes one.',
      })
    }
    return (await openKeyring(env().INTHUB_MASTER_KEY ?? '')).fingerprint
  } finally {
    keys.takeBack()
  }
}

export async function verifyKey(run: AdminRun): Promise<void> {
  const fingerprint = await withDatabase(run, ({ folder }) => openWithKey(run, folder))
  tell(run, `the master key fits this database (fingerprint ${fingerprint})`, { fingerprint })
}
