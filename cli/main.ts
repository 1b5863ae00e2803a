import { version } from '@/server/platform/version'
import type { Doors } from './admin/doors'
import { exitCodes } from './exit-codes'

/**
 * The program `inthub`. Almost everything is loaded when it is needed: asking for the version costs nothing. As a
 * composition root it lends the admin commands what they need of the database; no other command touches one.
 */
const doors: Doors = async () => {
  const [database, migrations, keys] = await Promise.all([
    import('@/db/tenant'),
    import('@/db/migrate'),
    import('@/server/generated-keys'),
  ])
  return { ...database, ...migrations, settleKeys: keys.settleKeys }
}

/** A reader that goes away, such as `head`, is no error. */
function letReadersGo(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? exitCodes.success : exitCodes.failed)
  })
}

async function fail(error: unknown, argv: readonly string[]): Promise<number> {
  const { failWith } = await import('./failing')
  return failWith(error, argv)
}

async function run(argv: readonly string[]): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`inthub ${version}\n`)
    return exitCodes.success
  }
  if (argv[0] === '__complete') {
    const [{ complete }, { makeProgram }] = await Promise.all([import('./completion/complete'), import('./program')])
    process.stdout.write(await complete(makeProgram(doors), argv.slice(1)))
    return exitCodes.success
  }
  try {
    const { makeProgram } = await import('./program')
    await makeProgram(doors).parseAsync(argv, { from: 'user' })
    return exitCodes.success
  } catch (error) {
    return fail(error, argv)
  }
}

process.on('SIGINT', () => process.exit(exitCodes.interrupted))
process.on('SIGTERM', () => process.exit(exitCodes.terminated))
letReadersGo()
process.exitCode = await run(process.argv.slice(2))
