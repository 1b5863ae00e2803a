import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { logger } from './logger'
import { prepareBinaries } from './postgres-binaries'
import { claim, findPostmaster, ownerLives, publish, readOwner, release } from './postgres-owner'
import { type Account, choosePlace, EmbeddedPostgresError, isRoot, makeOpenFolder, type Place } from './postgres-place'
import { createCluster, type Postmaster, startPostmaster, stopOrphan } from './postgres-process'

/**
 * The embedded PostgreSQL, for when DATABASE_URL is unset: loopback only, scram with a random password, one hub per
 * data directory. Whatever a crash left behind is cleaned up here, and what cannot be is refused with a sentence that
 * says what to do. Committed rows survive a kill -9 of everything.
 */
export { EmbeddedPostgresError } from './postgres-place'

export type EmbeddedOptions = {
  dataDir: string
  database?: string
  /** Where root keeps what other accounts cannot reach under a closed home. */
  stateRoot?: string
}

export type EmbeddedPostgres = {
  /** As the owner of everything. Holds the password: never print it. */
  url: string
  version: string
  /** Where the data really is; not the wanted place when that cannot be reached. */
  dataDir: string
  stop(): Promise<void>
}

const user = 'inthub'
const passwordFile = (dataDir: string) => join(dataDir, 'password')
const pgdataOf = (dataDir: string) => join(dataDir, 'pgdata')

const urlOf = (dataDir: string, port: number, database: string) => {
  const password = readFileSync(passwordFile(dataDir), 'utf8').trim()
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
}

function give(path: string, account: Account): void {
  if (account) chownSync(path, account.uid, account.gid)
}

function giveAll(path: string, account: Account): void {
  give(path, account)
  if (!lstatSync(path).isDirectory()) return
  for (const name of readdirSync(path)) {
    const inner = join(path, name)
    if (!lstatSync(inner).isSymbolicLink()) giveAll(inner, account)
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')

/** Makes the folder and sees to it that only the account that runs PostgreSQL can enter. */
function makeFolder({ dataDir, account }: Place): void {
  try {
    makeOpenFolder(dataDir)
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `The data directory ${dataDir} cannot be made (${codeOf(cause)}). Set INTHUB_DATA_DIR to a place this user can write to.`,
      { cause },
    )
  }
  mend(dataDir, account)
  if (existsSync(pgdataOf(dataDir))) mend(pgdataOf(dataDir), account)
}

function mend(folder: string, account: Account): void {
  const stats = lstatSync(folder)
  const wanted = account?.uid ?? process.getuid?.() ?? stats.uid
  if (stats.uid !== wanted) {
    if (!isRoot()) {
      throw new EmbeddedPostgresError(
        `The data directory ${folder} belongs to uid ${stats.uid}, and this hub runs as uid ${wanted}. ` +
          `Run the hub as its owner, or give it away: chown -R ${wanted} ${folder}`,
      )
    }
    giveAll(folder, account)
    if (stats.uid !== 0)
      logger.warn({ folder, uid: wanted }, 'the data directory was given to the account that runs PostgreSQL')
  }
  if (process.platform === 'win32' || (stats.mode & 0o777) === 0o700) return
  chmodSync(folder, 0o700)
  // A fresh folder has the umask's mode; only one that holds a database was open to others.
  if (existsSync(join(folder, 'PG_VERSION'))) {
    logger.warn({ folder }, 'the data directory was open to other users; its mode is 0700 again')
  }
}

function refuseForeignContent(pgdata: string, packageVersion: string): boolean {
  if (!existsSync(pgdata)) return false
  const versionFile = join(pgdata, 'PG_VERSION')
  if (!existsSync(versionFile)) {
    throw new EmbeddedPostgresError(
      `${pgdata} exists and holds no PostgreSQL database. Move it away, or set INTHUB_DATA_DIR to another place.`,
    )
  }
  const found = readFileSync(versionFile, 'utf8').trim()
  const ours = packageVersion.split('.')[0]
  if (found === ours) return true
  throw new EmbeddedPostgresError(
    `${pgdata} was written by PostgreSQL ${found}, and this hub brings ${ours}. ` +
      `Run the hub that wrote it, or point DATABASE_URL at a PostgreSQL ${found} on that directory.`,
  )
}

/** What a hub that was killed left running, or a file that names somebody else's process. */
async function clearRemains(pgdata: string): Promise<void> {
  const postmaster = findPostmaster(pgdata)
  if (!postmaster) return
  if (!postmaster.onThisDirectory) {
    rmSync(join(pgdata, 'postmaster.pid'), { force: true })
    return
  }
  logger.warn({ pid: postmaster.pid }, 'a PostgreSQL whose hub was killed is still running; it is stopped first')
  await stopOrphan(postmaster.pid)
}

async function prepareDatabase(url: (database: string) => string, database: string): Promise<string> {
  const sql = postgres(url('postgres'), { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql<{ version: string; present: boolean }[]>`
      select current_setting('server_version') as version,
             exists (select 1 from pg_database where datname = ${database}) as present`
    if (!row?.present) await sql`create database ${sql(database)}`
    return row?.version ?? 'unknown'
  } finally {
    await sql.end()
  }
}

async function launch(
  place: Place,
  database: string,
): Promise<{ postmaster: Postmaster; version: string; port: number }> {
  const { dataDir, account } = place
  const pgdata = pgdataOf(dataDir)
  const binaries = prepareBinaries(place)
  const exists = refuseForeignContent(pgdata, binaries.packageVersion)
  await clearRemains(pgdata)
  if (!exists) {
    writeFileSync(passwordFile(dataDir), randomBytes(24).toString('base64url'), { mode: 0o600 })
    give(passwordFile(dataDir), account)
    await createCluster({ binaries, pgdata, account, user, passwordFile: passwordFile(dataDir) })
  }
  chmodSync(passwordFile(dataDir), 0o600)
  const postmaster = await startPostmaster({ binaries, pgdata, account, logFile: join(dataDir, 'postgres.log') })
  try {
    const version = await prepareDatabase((name) => urlOf(dataDir, postmaster.port, name), database)
    return { postmaster, version, port: postmaster.port }
  } catch (error) {
    await postmaster.stop()
    throw error
  }
}

/**
 * Starts the embedded PostgreSQL, on a free port of the loopback interface.
 *
 * @throws {EmbeddedPostgresError} with a sentence for people, where it cannot be started here
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { database = 'inthub' } = options
  const place = choosePlace(options.dataDir, options.stateRoot)
  makeFolder(place)
  const owner = claim(place.dataDir)
  try {
    const { postmaster, version, port } = await launch(place, database)
    publish(place.dataDir, { ...owner, port, database })
    const stop = async () => {
      await postmaster.stop()
      release(place.dataDir)
    }
    return { url: urlOf(place.dataDir, port, database), version, dataDir: place.dataDir, stop }
  } catch (error) {
    release(place.dataDir)
    throw error
  }
}

/** Finds the server that a running hub started on this directory; null when none runs. */
export async function attachEmbeddedPostgres(
  options: EmbeddedOptions,
): Promise<Pick<EmbeddedPostgres, 'url' | 'dataDir'> | null> {
  const { dataDir } = choosePlace(options.dataDir, options.stateRoot)
  const owner = readOwner(dataDir)
  if (!owner?.port || !ownerLives(owner)) return null
  return { url: urlOf(dataDir, owner.port, options.database ?? owner.database ?? 'inthub'), dataDir }
}
