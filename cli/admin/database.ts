import type { InstanceContext } from '@/server/kernel/context'
import { newId } from '@/server/kernel/ids'
import { env, overrideEnv } from '@/server/platform/env'
import { attachEmbeddedPostgres, startEmbeddedPostgres } from '@/server/platform/postgres'
import { CliError } from '../errors'
import { exitCodes } from '../exit-codes'
import type { AdminRun } from './doors'

/** The database of the hub on this machine, for as long as one command takes. */
type Place = { url: string; folder: string; close(): Promise<void> }

const nothingToClose = async () => {}

async function findDatabase({ io }: AdminRun<object>): Promise<Place> {
  const { DATABASE_URL, INTHUB_DATA_DIR } = env()
  const dataDir = INTHUB_DATA_DIR
  if (DATABASE_URL) return { url: DATABASE_URL, folder: dataDir, close: nothingToClose }
  const running = await attachEmbeddedPostgres({ dataDir })
  if (running) return { url: running.url, folder: running.dataDir, close: nothingToClose }
  io.note(io.colors.dim(`no hub runs on ${dataDir}: starting its PostgreSQL for this command`))
  const own = await startEmbeddedPostgres({ dataDir })
  return { url: own.url, folder: own.dataDir, close: own.stop }
}

async function requireSchema({ lent }: AdminRun<object>, url: string): Promise<void> {
  const pending = await lent.pendingMigrations(url)
  if (pending === 0) return
  const what = pending === 1 ? 'One migration is' : `${pending} migrations are`
  throw new CliError(exitCodes.configuration, 'usage.configuration', `${what} pending on this database.`, {
    remedy: 'Bring it up to date with: inthub admin migrate',
  })
}

export type Opened = { url: string; folder: string }

type Options = { mayBeOld?: boolean }

/** Opens the database, does the work, and closes what was opened, whatever happens. */
export async function withDatabase<T>(
  run: AdminRun<object>,
  work: (opened: Opened) => Promise<T>,
  options: Options = {},
): Promise<T> {
  // The logger speaks on stdout, which belongs to the result here.
  overrideEnv({ LOG_LEVEL: 'silent' })
  const { url, folder, close } = await findDatabase(run)
  try {
    if (!options.mayBeOld) await requireSchema(run, url)
    const { APP_DATABASE_URL, SYSTEM_DATABASE_URL } = env()
    run.lent.connectDatabase({
      ownerUrl: url,
      appUrl: APP_DATABASE_URL,
      systemUrl: SYSTEM_DATABASE_URL,
      appConnections: 2,
      systemConnections: 2,
    })
    return await work({ url, folder })
  } finally {
    await run.lent.closeDatabase()
    await close()
  }
}

/** Whoever can read the hub's database on its own machine is its admin. */
export const asInstanceAdmin = (): InstanceContext => ({
  actor: { kind: 'system', name: 'inthub admin' },
  isInstanceAdmin: true,
  requestId: newId('request'),
})
