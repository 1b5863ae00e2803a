import { createServer } from 'node:net'
import { signInUrl } from '@/server/auth/sign-in-link'
import { issueSignInLink } from '@/server/domain/users/service'
import { describeEnv, EnvironmentError, env, overrideEnv } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { type BlockFacts, demoBlock } from './block'
import { breakSomething, healEverything } from './breakage'
import { openServiceMemory, removeDemo, settleDemoKeys, shownPath, tokenFile } from './files'
import { listenToKeys } from './keyboard'
import { type DemoOptions, readDemoOptions } from './options'
import { countsAfterFirstChecks, type Seeded, seedDemo } from './seed'
import { type DemoServices, openServices } from './services'

/**
 * The demo, as the composition root uses it: keys of its own, local services and the seed before the workers start (so
 * that no check finds a service that is still coming up), then the words and the keys of the terminal.
 */
export type DemoGround = { folder: string; metricsUrl: string }
export type DemoStage = {
  present(facts: Pick<BlockFacts, 'url' | 'metricsUrl' | 'database'> & { startedAt: number }): Promise<void>
  stop(): Promise<void>
}
export type Demo = {
  settleKeys: typeof settleDemoKeys
  open(ground: DemoGround): Promise<DemoStage>
}

const isDefault = (name: string) => describeEnv().some((row) => row.name === name && row.from === 'default')

function settleEnvironment({ port }: DemoOptions): void {
  if (port !== undefined) {
    overrideEnv({ PORT: port, ...(isDefault('INTHUB_URL') && { INTHUB_URL: `http://localhost:${port}` }) })
  }
  // A terminal with the block on it is no place for a line per request.
  if (isDefault('LOG_LEVEL')) overrideEnv({ LOG_LEVEL: 'warn' })
}

async function reset(): Promise<void> {
  if (env().DATABASE_URL) {
    const problem = 'is set, and --reset removes only what the demo made itself'
    throw new EnvironmentError([{ variable: 'DATABASE_URL', problem, example: 'unset, or without --reset' }])
  }
  await removeDemo()
}

/** Before anything is started: a taken port is told at once, in the words for every taken port. */
async function requireFreePort(): Promise<void> {
  const { PORT, HOST } = env()
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(PORT, HOST, resolve)
  })
  await new Promise((resolve) => server.close(resolve))
}

/** @throws {UsageError} for options that do not exist, {EnvironmentError} when a reset is refused */
export async function prepareDemo(args: readonly string[]): Promise<Demo> {
  const options = readDemoOptions(args)
  settleEnvironment(options)
  await requireFreePort()
  if (options.reset) await reset()
  return { settleKeys: settleDemoKeys, open: (ground) => openStage(options, ground) }
}

async function openStage(options: DemoOptions, { folder, metricsUrl }: DemoGround): Promise<DemoStage> {
  const memory = openServiceMemory(folder)
  const services = await openServices({ memory, metricsUrl, isLarge: options.seed === 'large' })
  let giveBack = () => {}
  try {
    const seeded = await seedDemo(services)
    memory.save()
    return {
      present: async (facts) => {
        await present(options, seeded, { ...facts, isEmulated: services.isEmulated })
        giveBack = listenToKeys(keysOf(seeded, services), () => process.kill(process.pid, 'SIGTERM'))
      },
      stop: async () => {
        giveBack()
        await services.stop()
      },
    }
  } catch (error) {
    await services.stop()
    throw error
  }
}

const say = (text: string) => process.stdout.write(text)

async function present(
  { quiet }: DemoOptions,
  { ctx, adminEmail }: Seeded,
  facts: Parameters<DemoStage['present']>[0] & Pick<BlockFacts, 'isEmulated'>,
): Promise<void> {
  const counts = await countsAfterFirstChecks(ctx)
  const link = await issueSignInLink(adminEmail)
  const signInLink = link ? signInUrl(link.token, adminEmail) : `${facts.url}/sign-in`
  const startedMs = performance.now() - facts.startedAt
  logger.info({ url: facts.url, metricsUrl: facts.metricsUrl, counts, startedMs }, 'the demo is ready')
  // Written straight to the terminal: the logger would mask the link's token.
  if (quiet) {
    say(`${signInLink}\n`)
    return
  }
  const queue = env().REDIS_URL ? 'redis' : 'postgres'
  const hasKeys = process.stdin.isTTY === true
  const database = facts.database.replaceAll(`${process.cwd()}/`, '')
  say(
    demoBlock({ ...facts, database, signInLink, tokenPath: shownPath(tokenFile()), queue, counts, startedMs, hasKeys }),
  )
}

function keysOf({ ctx }: Seeded, services: DemoServices) {
  return {
    b: async () => {
      const broken = await breakSomething(ctx, services)
      if (!broken) return void say('  Nothing healthy is left to break; h heals.\n')
      say(`  ${broken.slug} ${broken.words}. Its card turns ${broken.state} within 20 s.\n`)
    },
    h: async () => {
      await healEverything(services)
      say(
        '  Healed: what was broken is healthy again at its next check, what asked for a pause after it, what was slow once its last twenty were quick.\n',
      )
    },
  }
}
