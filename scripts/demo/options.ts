import { parseArgs } from 'node:util'

/** What may stand after `npm run demo --`. */
export type DemoOptions = { reset: boolean; quiet: boolean; seed: 'small' | 'large'; port: number | undefined }

export const demoUsage = `npm run demo -- [--port <number>] [--seed small|large] [--quiet] [--reset]

  --port   port of the dashboard (default 3000; 0 takes a free one)
  --seed   small: twelve integrations; large: a hundred more
  --quiet  print the sign-in link and nothing else
  --reset  begin anew: removes the demo's database, keys and API key, and nothing else
`

export class UsageError extends Error {
  constructor(sentence: string) {
    super(`${sentence}\n\n${demoUsage}`)
    this.name = 'UsageError'
  }
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new UsageError('--port has to be a number from 0 to 65535.')
}

function parsed(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({
      args: [...args],
      options: { reset: flag, quiet: flag, seed: { type: 'string', default: 'small' }, port: { type: 'string' } },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'These options are not known.')
  }
}

/** @throws {UsageError} naming what is wrong, with all there is */
export function readDemoOptions(args: readonly string[]): DemoOptions {
  const { reset, quiet, seed, port } = parsed(args)
  if (seed !== 'small' && seed !== 'large') throw new UsageError('--seed has to be small or large.')
  return { reset, quiet, seed, port: portOf(port) }
}
