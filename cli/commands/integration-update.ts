import { randomUUID } from 'node:crypto'
import { request } from '../client'
import { usageError } from '../errors'
import type { IntegrationShowQuery, IntegrationUpdateMutation, UpdateIntegrationInput } from '../generated/graphql'
import { printOne, settleView } from '../output'
import { readSecrets, refusePlainSecrets } from '../secrets'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'
import type { ConnectOptions } from './connect-input'
import { type Missing, mergeConfig, missingOf, requireComplete, requireInstance, type Target } from './connect-plan'
import { readConfigFile } from './integration-connect'
import { enableMutation, showQuery, typesQuery, updateMutation } from './integration-queries'
import { integrationView, probeLines, type Row, statusDetails } from './integration-views'

/**
 * `inthub integration update` and `reconnect`. Both send the version that was read, so that nobody's change in between
 * is lost; what touches the service is tested before it is kept.
 */
export type UpdateOptions = Omit<ConnectOptions, 'instance' | 'project'>
type UpdateRun = Run<UpdateOptions>
type Shown = IntegrationShowQuery['integration']

async function targetOf({ session, options }: UpdateRun, saved: Shown): Promise<Target> {
  const { integrationTypes } = await request(session, typesQuery, {})
  const type = integrationTypes.find((one) => one.id === saved.type)
  if (!type) throw usageError(`This hub has no connector for ${saved.type} any more.`)
  const wanted = options.method ?? saved.method
  const method = type.methods.find((one) => one.id === wanted)
  const instance = requireInstance(type, saved.instance)
  if (method && instance.methodIds.includes(method.id)) return { type, instance, method }
  throw usageError('--method names a method that does not exist here.', `Methods: ${instance.methodIds.join(', ')}.`)
}

const duration = (seconds: number | undefined) => seconds !== undefined && { intervalSeconds: Math.round(seconds) }

/** What was asked for and nothing else: a field that is absent stays as it is. */
function namesIn({ name, slug, environment, label, owner, interval }: UpdateOptions): Partial<UpdateIntegrationInput> {
  return {
    ...(name !== undefined && { name }),
    ...(slug !== undefined && { slug }),
    ...(environment !== undefined && { environment }),
    ...(owner !== undefined && { owner }),
    ...(label && { labels: label }),
    ...duration(interval),
  }
}

async function settingsIn(run: UpdateRun, saved: Shown): Promise<Partial<UpdateIntegrationInput>> {
  const { io, options } = run
  const { set = [], config, secret = [], method } = options
  if (set.length === 0 && config === undefined && secret.length === 0 && method === undefined) return {}
  const target = await targetOf(run, saved)
  const secrets = await readSecrets(io, secret)
  const merged = { ...saved.config, ...mergeConfig(target, await readConfigFile(config), set) }
  return {
    ...(method !== undefined && { method }),
    ...((set.length > 0 || config !== undefined) && { config: merged }),
    ...(secret.length > 0 && { secrets }),
  }
}

type Updated = IntegrationUpdateMutation['updateIntegration']

async function send(run: UpdateRun, saved: Shown, change: Partial<UpdateIntegrationInput>): Promise<Updated> {
  const { session, options } = run
  const { updateIntegration } = await request(session, updateMutation, {
    input: {
      id: saved.id,
      version: saved.version,
      ...change,
      ...(!options.test && { skipTest: true }),
      ...(options.saveDisabled && { saveDisabled: true }),
      idempotencyKey: randomUUID(),
    },
  })
  return updateIntegration
}

async function tell({ io }: UpdateRun, row: Row, { test }: Updated, sentence: string): Promise<void> {
  if (test && (io.format === undefined || io.format === 'table')) for (const line of probeLines(test, io)) io.note(line)
  if (io.format === undefined) io.result(`${io.colors.green(io.symbols.pass)} ${plainText(row.slug)} ${sentence}`)
  else await printOne(io, integrationView, row, statusDetails(row, io))
}

export async function update(run: UpdateRun): Promise<void> {
  const { io, session, args, options } = run
  settleView(io, integrationView)
  refusePlainSecrets(options.secret ?? [])
  const { integration: saved } = await request(session, showQuery, { id: requireArgument(args, 0, 'id') })
  const change = { ...namesIn(options), ...(await settingsIn(run, saved)) }
  if (Object.keys(change).length === 0)
    throw usageError(
      'Say what to change, such as --name, --set or --interval.',
      'See: inthub integration update --help',
    )
  const updated = await send(run, saved, change)
  await tell(run, updated.integration, updated, `is changed: ${Object.keys(change).join(', ')}`)
}

/** Every secret of the method anew, from flags, or from hidden questions. */
async function newSecrets(run: UpdateRun, target: Target): Promise<Record<string, string>> {
  const { io, options } = run
  const given = await readSecrets(io, options.secret ?? [])
  const missing: Missing = { ...missingOf(target, {}, given), settings: [] }
  if (missing.secrets.length === 0) return given
  if (!io.canPrompt) requireComplete(target, missing)
  const whole = await (await import('./connect-wizard')).askMissing({ target, config: {}, secrets: given }, missing)
  return whole.secrets
}

/** A new secret, tested before it is kept; an integration that was waiting for one is enabled. */
export async function reconnect(run: UpdateRun): Promise<void> {
  const { io, session, args, options } = run
  settleView(io, integrationView)
  refusePlainSecrets(options.secret ?? [])
  const { integration: saved } = await request(session, showQuery, { id: requireArgument(args, 0, 'id') })
  const target = await targetOf(run, saved)
  const secrets = await newSecrets(run, target)
  if (Object.keys(secrets).length === 0)
    throw usageError(`${plainText(saved.slug)} signs in without a secret.`, 'Test it instead: inthub integration test')
  const updated = await send(run, saved, { secrets, ...(options.method !== undefined && { method: options.method }) })
  const { enabled, id } = updated.integration
  const row = enabled || options.saveDisabled ? undefined : await request(session, enableMutation, { id })
  await tell(
    run,
    row?.enableIntegration.integration ?? updated.integration,
    updated,
    'is connected again with its new secret',
  )
}
