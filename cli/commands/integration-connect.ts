import { readFileSync } from 'node:fs'
import { request } from '../client'
import { usageError } from '../errors'
import type { ConnectIntegrationInput, IntegrationConnectMutation } from '../generated/graphql'
import { type Detail, printOne, settleView } from '../output'
import { readSecrets, refusePlainSecrets } from '../secrets'
import { plainText } from '../terminal'
import { type ConnectOptions, type ConnectRun, type Draft, toInput } from './connect-input'
import {
  type CatalogType,
  chooseMethod,
  type Given,
  type Meant,
  mergeConfig,
  methodsOf,
  missingOf,
  requireComplete,
  requireInstance,
  requireMeant,
} from './connect-plan'
import { connectMutation, typesQuery } from './integration-queries'
import { integrationView, probeLines, statusDetails } from './integration-views'

/**
 * `inthub integration connect`. With everything given it asks nothing; on a terminal it asks for what is missing, and
 * without any flag it is the wizard; elsewhere it ends with code 2 and names the flags.
 */
export async function readConfigFile(path: string | undefined): Promise<Record<string, unknown>> {
  if (path === undefined) return {}
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw usageError('The file of --config cannot be read.', 'Check its path and who may read it.')
  }
  const { parse } = await import('yaml')
  try {
    const value: unknown = parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Told below: the parser's own words would quote the file.
  }
  throw usageError('The file of --config has to hold settings as "name: value" lines (YAML or JSON).')
}

function settleInstance({ type, instance }: Meant, asked: string | undefined): CatalogType['instances'][number] {
  if (asked) return requireInstance(type, asked)
  const only = type.instances.length === 1 ? type.instances[0] : undefined
  const found = instance ?? only
  if (found) return found
  const names = type.instances.map((one) => one.id).join(', ')
  throw usageError(`${type.id} has several instances.`, `Choose one with --instance: ${names}.`)
}

/** The plan from the flags alone. */
async function planFromFlags({ options }: ConnectRun, meant: Meant, given: Given): Promise<Draft> {
  const instance = settleInstance(meant, options.instance)
  const method = chooseMethod(methodsOf(meant.type, instance), options.method, given)
  const target = { type: meant.type, instance, method }
  return {
    target,
    config: mergeConfig(target, await readConfigFile(options.config), given.settings),
    secrets: given.secrets,
  }
}

const isBare = (options: ConnectOptions) =>
  !options.set && !options.secret && !options.config && !options.method && !options.instance

type Connected = IntegrationConnectMutation['connectIntegration']

async function printConnected({ io }: ConnectRun, { integration, test }: Connected): Promise<void> {
  const details: Detail[] = statusDetails(integration, io)
  if (test && (io.format === undefined || io.format === 'table')) for (const line of probeLines(test, io)) io.note(line)
  await printOne(io, integrationView, integration, details)
  const state = integration.enabled ? 'connected' : 'saved, disabled'
  io.note(
    io.colors.dim(
      `${plainText(integration.slug)} is ${state} - next: inthub integration status ${plainText(integration.slug)}`,
    ),
  )
}

async function planOf(
  run: ConnectRun,
  types: readonly CatalogType[],
): Promise<{ draft: Draft; input: ConnectIntegrationInput }> {
  const { io, args, options } = run
  if (!args[0] && !io.canPrompt)
    throw usageError('Which type? The argument <type> is missing.', 'List them with: inthub integration types')
  const meant = args[0] ? requireMeant(types, args[0]) : undefined
  if (io.canPrompt && (!meant || isBare(options))) {
    return (await import('./connect-wizard')).askEverything(run, types, meant)
  }
  if (!meant) throw usageError('Which type? The argument <type> is missing.')
  const given: Given = { settings: options.set ?? [], secrets: await readSecrets(io, options.secret ?? []) }
  const draft = await planFromFlags(run, meant, given)
  const missing = missingOf(draft.target, draft.config, draft.secrets)
  const isComplete = missing.settings.length + missing.secrets.length === 0
  if (!isComplete && !io.canPrompt) requireComplete(draft.target, missing)
  const whole = isComplete ? draft : await (await import('./connect-wizard')).askMissing(draft, missing)
  return { draft: whole, input: toInput(run, whole) }
}

export async function connect(run: ConnectRun): Promise<void> {
  const { io, session, options } = run
  settleView(io, integrationView)
  // Refused before the hub is asked anything, so that a secret on the command line goes nowhere.
  refusePlainSecrets(options.secret ?? [])
  const { integrationTypes } = await request(session, typesQuery, {})
  const { input } = await planOf(run, integrationTypes)
  const { connectIntegration } = await request(session, connectMutation, { input })
  await printConnected(run, connectIntegration)
}
