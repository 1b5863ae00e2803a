import { migrate, pendingMigrations } from '@/db/migrate'
import { closeDatabase, connectDatabase } from '@/db/tenant'
import { executeGraphql } from '@/graphql/execute'
import { makeGraphqlHandler } from '@/graphql/http'
import { makeSockets } from '@/graphql/ws'
import type { Demo, DemoGround, DemoStage } from '@/scripts/demo/demo'
import { startWorkers } from '@/workers/main'
import { openBridge } from './auth/bridge'
import { handleAuth } from './auth/handler'
import { printBanner } from './banner'
import { startCalls, tellStopping } from './domain/calls/service'
import { openKeyring, WrongMasterKey } from './domain/credentials/service'
import { startHearing } from './domain/events/hear'
import { closeQuotas } from './domain/quotas/service'
import { listTenants } from './domain/tenants/service'
import { startHearingDeliveries } from './domain/webhooks/service'
import { type KeyFiles, settleKeys } from './generated-keys'
import { startHttp } from './http'
import { startBus } from './platform/bus'
import {
  configurationRefused,
  EnvironmentError,
  env,
  formatEnvironmentTable,
  lendOriginToNextAuth,
  overrideEnv,
} from './platform/env'
import { logger } from './platform/logger'
import { startMetricsServer } from './platform/metrics'
import { EmbeddedPostgresError, startEmbeddedPostgres } from './platform/postgres'
import { startTracing } from './platform/tracing'
import { ReadinessBoard } from './readiness'
import { hubChecks } from './readiness-checks'
import { type Screens, startScreens } from './screens'

/**
 * The composition root: starts what this process needs, in order, and stops it in the reverse order, PostgreSQL last.
 * Whatever fails on the way up takes down again what was started before.
 */
export type HubOptions = {
  /** False: no Next, so every page answers 503. For tests of what stands in front of it. */
  screens?: boolean
  /** Sample data and local services beside the hub. */
  demo?: Demo | undefined
  /** Start on a database that holds the demo. */
  allowDemo?: boolean
}

export type RunningHub = {
  url: string
  port: number | null
  metricsUrl: string
  stop(): Promise<void>
}

const httpPatienceMs = 10_000

/** Undone in reverse; one that fails does not keep the others from being undone. */
class Undoing {
  readonly #steps: { name: string; undo: () => Promise<unknown> | unknown }[] = []

  add(name: string, undo: () => Promise<unknown> | unknown): void {
    this.#steps.push({ name, undo })
  }

  async run(): Promise<void> {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step.undo()
      } catch (err) {
        logger.error({ err, step: step.name }, 'a part could not be stopped')
      }
    }
  }
}

type Database = {
  ownerUrl: string
  description: string
  folder: string
  /** Which variable names it. */
  variable: 'DATABASE_URL' | 'INTHUB_DATA_DIR'
}

async function openDatabase(undoing: Undoing): Promise<Database> {
  const { DATABASE_URL, APP_DATABASE_URL, SYSTEM_DATABASE_URL, DATABASE_POOL_SIZE, INTHUB_DATA_DIR } = env()
  if (DATABASE_URL) {
    connectDatabase({
      ownerUrl: DATABASE_URL,
      appUrl: APP_DATABASE_URL,
      systemUrl: SYSTEM_DATABASE_URL,
      appConnections: DATABASE_POOL_SIZE,
    })
    undoing.add('database connections', closeDatabase)
    undoing.add('quotas', closeQuotas)
    const description = `Postgres at ${new URL(DATABASE_URL).host}`
    return { ownerUrl: DATABASE_URL, description, folder: INTHUB_DATA_DIR, variable: 'DATABASE_URL' }
  }
  const embedded = await startEmbeddedPostgres({ dataDir: INTHUB_DATA_DIR })
  undoing.add('PostgreSQL', embedded.stop)
  overrideEnv({ DATABASE_URL: embedded.url })
  connectDatabase({ ownerUrl: embedded.url, appConnections: DATABASE_POOL_SIZE })
  undoing.add('database connections', closeDatabase)
  undoing.add('quotas', closeQuotas)
  const description = `Postgres ${embedded.version} embedded ${embedded.dataDir}`
  return { ownerUrl: embedded.url, description, folder: embedded.dataDir, variable: 'INTHUB_DATA_DIR' }
}

/** The schema is the one this version knows, or the start is refused. */
async function settleSchema(ownerUrl: string): Promise<void> {
  if (env().INTHUB_AUTO_MIGRATE) return migrate(ownerUrl)
  const pending = await pendingMigrations(ownerUrl)
  if (pending === 0) return
  const problem = `is 0, and ${pending} migration${pending === 1 ? ' is' : 's are'} pending: run inthub admin migrate, or allow it`
  throw new EnvironmentError([{ variable: 'INTHUB_AUTO_MIGRATE', problem, example: '1' }])
}

async function unlock(folder: string, demo: Demo | undefined): Promise<KeyFiles> {
  const keys = demo ? demo.settleKeys() : settleKeys(folder)
  try {
    await openKeyring(env().INTHUB_MASTER_KEY ?? '')
    return keys
  } catch (error) {
    if (error instanceof WrongMasterKey) keys.takeBack()
    throw error
  }
}

/** Sample data and accounts that everybody knows have no place beside real ones. */
async function refuseDemoData({ variable }: Database, { demo, allowDemo }: HubOptions): Promise<void> {
  if (demo || allowDemo || env().INTHUB_MODE !== 'production') return
  const found = (await listTenants()).find((tenant) => tenant.isDemo)
  if (!found) return
  const problem = `names a database that holds the demo's tenant "${found.slug}"`
  throw new EnvironmentError([{ variable, problem, example: 'another one, or: npm start -- --allow-demo' }])
}

type Web = { url: string; port: number }

async function startWeb(undoing: Undoing, ownerUrl: string, options: HubOptions): Promise<Web> {
  const readiness = new ReadinessBoard(hubChecks(ownerUrl))
  const graphql = await makeGraphqlHandler()
  undoing.add('GraphQL', graphql.stop)
  const sockets = makeSockets()
  let screens: Screens | undefined
  const http = await startHttp({ graphql, sockets, readiness, screens: () => screens }, env().PORT, env().HOST)
  // Sockets first: a server that is closing waits for its connections, and theirs would never end by themselves.
  undoing.add('HTTP', async () => {
    readiness.drain()
    const closed = http.close(httpPatienceMs, tellStopping)
    screens?.drain?.()
    await sockets.drain()
    await closed
    await screens?.close()
  })
  const url = env().INTHUB_URL.endsWith(':0') ? `http://localhost:${http.port}` : env().INTHUB_URL
  overrideEnv({ INTHUB_URL: new URL(url).origin, PORT: http.port })
  lendOriginToNextAuth()
  openBridge({ executeGraphql, handleAuth })
  if (options.screens !== false) {
    screens = await startScreens({ dev: env().INTHUB_MODE === 'development', port: http.port, hostname: env().HOST })
  }
  return { url: env().INTHUB_URL, port: http.port }
}

/** Before the workers, so that no check finds a service of the demo that is still coming up. */
async function openDemo(undoing: Undoing, { demo }: HubOptions, ground: DemoGround): Promise<DemoStage | undefined> {
  const stage = await demo?.open(ground)
  if (stage) undoing.add('the demo', stage.stop)
  return stage
}

/** Last to stop, so that the end of everything else is still in the traces. */
async function openTracing(undoing: Undoing): Promise<void> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = env()
  if (!endpoint) return
  const { OTEL_SERVICE_NAME: serviceName, OTEL_TRACES_SAMPLER_ARG: sampled } = env()
  const onTrouble = (message: string) => logger.warn({ endpoint }, message)
  undoing.add('traces', (await startTracing({ endpoint, headers, serviceName, sampled, onTrouble })).stop)
}

async function startParts(undoing: Undoing, options: HubOptions): Promise<Omit<RunningHub, 'stop'>> {
  const startedAt = performance.now()
  const { INTHUB_ROLE, METRICS_PORT, HOST } = env()
  await openTracing(undoing)
  const database = await openDatabase(undoing)
  await settleSchema(database.ownerUrl)
  await refuseDemoData(database, options)
  const keys = await unlock(database.folder, options.demo)
  const bus = startBus()
  undoing.add('live bus', () => bus.close())
  undoing.add('live events', await startHearing(bus))
  undoing.add('live deliveries', await startHearingDeliveries(bus))
  // Before the database goes, and after everything that makes calls.
  undoing.add('the log of calls', startCalls())
  const metricsServer = await startMetricsServer(METRICS_PORT, HOST)
  undoing.add('metrics', metricsServer.close)
  const { url: metricsUrl } = metricsServer
  const stage = await openDemo(undoing, options, { folder: database.folder, metricsUrl })
  if (INTHUB_ROLE !== 'web') {
    const workers = await startWorkers(bus)
    undoing.add('workers', workers.stop)
  }
  const web = INTHUB_ROLE === 'worker' ? null : await startWeb(undoing, database.ownerUrl, options)
  const url = web?.url ?? env().INTHUB_URL
  const facts = { url, metricsUrl, database: database.description, keyFiles: keys.made }
  if (stage) await stage.present({ ...facts, startedAt })
  else if (web) await printBanner({ ...facts, startedMs: performance.now() - startedAt })
  else logger.info({ metricsUrl }, 'the worker is ready')
  return { url, port: web?.port ?? null, metricsUrl }
}

/** Starts a hub in this process, as the environment says. */
export async function startHub(options: HubOptions = {}): Promise<RunningHub> {
  const undoing = new Undoing()
  try {
    const started = await startParts(undoing, options)
    let stopping: Promise<void> | undefined
    const stop = () => {
      stopping ??= undoing.run()
      return stopping
    }
    return { ...started, stop }
  } catch (error) {
    await undoing.run()
    throw error
  }
}

/** Another program, or another hub, has the port. */
function portTaken(error: unknown): string | undefined {
  const { code, port } = (error instanceof Error ? error : {}) as { code?: string; port?: number }
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return undefined
  const variable = port === env().METRICS_PORT ? 'METRICS_PORT' : 'PORT'
  const problem = code === 'EACCES' ? 'may not be opened by this user' : 'is taken by another program'
  return formatEnvironmentTable([{ variable, problem: `${port} ${problem}`, example: String((port ?? 3000) + 10_000) }])
}

const refusal = (error: unknown): string | undefined => {
  if (error instanceof EnvironmentError) return formatEnvironmentTable(error.problems)
  if (error instanceof WrongMasterKey || error instanceof EmbeddedPostgresError) return `${error.message}\n`
  return portTaken(error)
}

const usageRefused = 2

function refuseStart(error: unknown): never {
  if (error instanceof Error && error.name === 'UsageError') {
    process.stderr.write(`${error.message}\n`)
    process.exit(usageRefused)
  }
  const words = refusal(error)
  if (words === undefined) logger.fatal({ err: error }, 'the hub could not start')
  process.stderr.write(words ?? `The hub could not start: ${error instanceof Error ? error.message : 'see its log'}\n`)
  process.exit(words === undefined ? 1 : configurationRefused)
}

const drainLimitMs = 28_000

function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = (signal: NodeJS.Signals) => {
    // Somebody who asks twice does not want to wait.
    if (stopping) process.exit(1)
    stopping = true
    logger.info({ signal }, 'shutting down')
    setTimeout(() => {
      logger.error('shutting down took too long')
      process.exit(1)
    }, drainLimitMs).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

/** What nobody caught leaves the process in a state nobody knows: it stops in order, and whoever watches starts it anew. */
function stopOnBreakage(stop: () => Promise<void>): void {
  process.once('uncaughtException', (err) => {
    logger.fatal({ err }, 'an error was not caught; the hub stops')
    setTimeout(() => process.exit(1), drainLimitMs).unref()
    const exit = () => process.exit(1)
    stop().then(exit, exit)
  })
}

/** The demo's code is loaded by the demo only. */
async function optionsOf(args: readonly string[]): Promise<HubOptions> {
  if (env().INTHUB_MODE !== 'demo') return { allowDemo: args.includes('--allow-demo') }
  const { prepareDemo } = await import('@/scripts/demo/demo')
  return { demo: await prepareDemo(args) }
}

/** Runs the hub as this program, until a signal ends it; without options, as the command line says. */
export async function main(options?: HubOptions): Promise<RunningHub> {
  // One forgotten promise must not end what everybody else is doing.
  process.on('unhandledRejection', (err) => logger.error({ err }, 'a promise was rejected and nobody looked'))
  try {
    const starting = (options ? Promise.resolve(options) : optionsOf(process.argv.slice(2))).then(startHub)
    const stop = async () => (await starting).stop()
    stopOnSignals(stop)
    stopOnBreakage(stop)
    return await starting
  } catch (error) {
    return refuseStart(error)
  }
}

// Run as a program, from the sources or from the bundle, and not when a test imports it.
if (/[\\/](?:server[\\/]main\.ts|dist[\\/]server\.js)$/.test(process.argv[1] ?? '')) await main()
