import { type Connector, type ConnectorSettings, parseConnectorSettings } from '@/connectors/kit'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import type { ProbeReport } from '@/server/kernel/health'
import type { Id } from '@/server/kernel/ids'
import { parseRef } from '@/server/kernel/ids'
import { requirePermission } from '@/server/kernel/permissions'
import { recordCheck, rescheduleChecks, stopChecks } from '../checks/service'
import { findConnector } from '../connectors/service'
import { destroyCredential, emptyCredential, isShared, replaceSecrets, storeCredential } from '../credentials/service'
import { emit } from '../events/emit'
import { keepKey, once, type Request } from '../idempotency/service'
import { labelMap } from '../placing'
import { getEnvironment } from '../tenants/service'
import { tellingVanished } from '../tenants/vanished'
import { asItIs, keyedRequest, reread, type Saved } from './connect'
import type { Integration, UpdateIntegrationInput } from './integration'
import { probeFailure, requirePlacing } from './rules'
import { proveSettings, type StoredSecrets, storedSecrets } from './settings'
import { changeIntegration, findIntegration, type NewIntegration, namingConflicts } from './store'

/**
 * Changing an integration. A credential belongs to an origin: when the host changes, the stored secret never goes
 * there; it is given anew or it is dropped.
 */
type Before = { saved: Integration; stored: StoredSecrets; connector: Connector }

/** What becomes of the stored secret. */
type SecretPlan = 'keep' | 'replace' | 'drop'

type Change = {
  settings: Pick<ConnectorSettings, 'instance' | 'method' | 'config' | 'secrets' | 'origin'>
  secretPlan: SecretPlan
  /** With these it can be called; without, the secret has to be entered again. */
  callable: ConnectorSettings | null
}

async function readBefore(ctx: Context, input: UpdateIntegrationInput): Promise<Before> {
  const { saved, stored } = await inTenant(ctx, async (tx) => {
    const found = await findIntegration(tx, ctx, parseRef('integration', input.id))
    if (!found) throw new HubError('integration.not_found')
    // Before the secret is opened, which leaves a trace.
    requirePermission(ctx, 'integrations:write', { projectId: found.projectId, integrationId: found.id })
    return { saved: found, stored: await storedSecrets(tx, ctx, found.credentialId) }
  })
  if (saved.version !== input.version) throw new HubError('integration.version_stale')
  return { saved, stored, connector: await findConnector(ctx, saved.type, saved.connectorVersion) }
}

/** Every secret field of ours that would have to be given again, in the words for the form. */
function reasked(error: unknown): FieldProblem[] {
  if (!(error instanceof HubError) || error.code !== 'integration.settings_invalid') throw error
  if (error.fields.some((field) => !field.path.startsWith('secrets.'))) throw error
  return error.fields.map(({ path }) => ({
    path,
    message: 'has to be entered again, because the host or the method changed',
  }))
}

type Shape = Pick<ConnectorSettings, 'instance' | 'method'> & { config: Record<string, unknown> }

/** The settings with the stored secret still in place; null when it may not be used: another host, another method. */
function withStored({ saved, stored, connector }: Before, shape: Shape, given: Record<string, unknown>) {
  if (shape.method !== saved.method || stored.origin === null) return null
  const merged = parseConnectorSettings(connector, { ...shape, secrets: { ...stored.secrets, ...given } })
  return merged.origin === stored.origin ? merged : null
}

/** The settings without their secret, which has to be entered before they can be used. */
function withoutSecret(
  connector: Connector,
  shape: Shape,
  given: Record<string, unknown>,
  fields: FieldProblem[],
): Change {
  const placeholder = Object.fromEntries(fields.map(({ path }) => [path.slice('secrets.'.length), 'x'.repeat(64)]))
  const shaped = parseConnectorSettings(connector, { ...shape, secrets: { ...given, ...placeholder } })
  return { settings: { ...shaped, secrets: {} }, secretPlan: 'drop', callable: null }
}

/** Decides what the settings become and whether the stored secret may stay. */
function planChange(before: Before, input: UpdateIntegrationInput): Change {
  const { saved, connector } = before
  const given = input.secrets ?? {}
  const shape = {
    instance: input.instance ?? saved.instance,
    method: input.method ?? saved.method,
    config: input.config ?? saved.config,
  }
  const kept = withStored(before, shape, given)
  if (kept) return { settings: kept, secretPlan: Object.keys(given).length > 0 ? 'replace' : 'keep', callable: kept }
  try {
    const fresh = parseConnectorSettings(connector, { ...shape, secrets: given })
    return { settings: fresh, secretPlan: Object.keys(fresh.secrets).length > 0 ? 'replace' : 'drop', callable: fresh }
  } catch (error) {
    const fields = reasked(error)
    if (input.saveDisabled) return withoutSecret(connector, shape, given, fields)
    throw new HubError('integration.settings_invalid', undefined, { fields })
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The names of what the input changes, for the event and for whether a test is needed. */
function changedFields(saved: Integration, input: UpdateIntegrationInput, { settings, secretPlan }: Change): string[] {
  const labels = input.labels && labelMap(input.labels)
  return [
    ...(['name', 'slug', 'owner', 'intervalSeconds'] as const).filter(
      (field) => input[field] != null && input[field] !== saved[field],
    ),
    ...(input.environment != null ? ['environment'] : []),
    ...(labels && !same(labels, labelMap(saved.labels)) ? ['labels'] : []),
    ...(settings.instance !== saved.instance ? ['instance'] : []),
    ...(settings.method !== saved.method ? ['method'] : []),
    ...(same(settings.config, saved.config) ? [] : ['config']),
    ...(secretPlan === 'keep' || (secretPlan === 'drop' && !saved.credentialId) ? [] : ['secrets']),
  ]
}

const touchesService = (changed: readonly string[]) =>
  changed.some((field) => ['instance', 'method', 'config', 'secrets'].includes(field))

async function prove(
  ctx: Context,
  { connector }: Before,
  change: Change,
  input: UpdateIntegrationInput,
): Promise<ProbeReport | null> {
  if (!change.callable || input.skipTest) return null
  const test = await proveSettings(ctx, connector, change.callable)
  const passed = test.verdict === 'healthy' || test.verdict === 'degraded'
  if (!passed && !input.saveDisabled) throw probeFailure(test)
  return test
}

/** Puts the secret where the plan wants it. Answers the credential the integration has afterwards. */
async function applySecrets(
  tx: TenantTx,
  ctx: Context,
  { saved, stored }: Before,
  { settings, secretPlan }: Change,
): Promise<Id<'credential'> | null> {
  const at = { integrationId: saved.id, projectId: saved.projectId, slug: saved.slug }
  const isSameOrigin = stored.origin === settings.origin
  if (secretPlan === 'keep') return saved.credentialId
  // Another way to sign in has other fields: whoever shares the credential goes on with the ones there are.
  const mayReplace = settings.method === saved.method || !(await isShared(tx, saved.credentialId, saved.id))
  if (secretPlan === 'replace' && saved.credentialId && isSameOrigin && mayReplace) {
    await replaceSecrets(tx, ctx, { id: saved.credentialId, secrets: settings.secrets, ...at })
    return saved.credentialId
  }
  const isGone =
    saved.credentialId !== null &&
    (await destroyCredential(tx, ctx, { id: saved.credentialId, reason: 'origin_changed', ...at }))
  if (secretPlan === 'drop') {
    if (settings.method !== saved.method || saved.credentialId === null) return null
    // What another integration goes on using is no longer this one's.
    return isGone || stored.origin === null ? saved.credentialId : emptyCredential(tx, ctx, settings.origin)
  }
  return storeCredential(tx, ctx, { origin: settings.origin, secrets: settings.secrets, ...at })
}

async function columnsOf(
  ctx: Context,
  input: UpdateIntegrationInput,
  { settings }: Change,
): Promise<Partial<NewIntegration>> {
  const environment = input.environment ? await getEnvironment(ctx, input.environment) : null
  return {
    instance: settings.instance,
    method: settings.method,
    config: settings.config,
    ...(input.name != null && { name: input.name.trim() }),
    ...(input.slug != null && { slug: input.slug }),
    ...(input.owner != null && { owner: input.owner || null }),
    ...(input.intervalSeconds != null && { intervalSeconds: input.intervalSeconds }),
    ...(input.environment != null && { environmentId: environment?.id ?? null }),
    ...(input.labels && { labels: labelMap(input.labels) }),
  }
}

/**
 * Changes an integration. Changed settings are proved first; a changed host drops the stored secret unless a new one
 * comes with it.
 *
 * @throws {HubError} permission.denied, integration.not_found, integration.version_stale, integration.settings_invalid,
 *   integration.probe_failed, integration.name_taken, environment.not_found, request.key_reused
 * @emits integration.updated, credential.stored, credential.revoked, integration.health_changed
 */
export function updateIntegration(ctx: Context, input: UpdateIntegrationInput): Promise<Saved> {
  const request = keyedRequest('updateIntegration', input)
  return once(ctx, request, { again: asItIs(ctx), run: () => applyUpdate(ctx, input, request) })
}

async function applyUpdate(ctx: Context, input: UpdateIntegrationInput, request: Request): Promise<Saved> {
  requirePlacing(input)
  const before = await readBefore(ctx, input)
  const { saved } = before
  const change = planChange(before, input)
  const changed = changedFields(saved, input, change)
  if (changed.length === 0) return { integration: saved, test: null }
  const concernsService = touchesService(changed)
  const test = concernsService ? await prove(ctx, before, change, input) : null
  const columns = await columnsOf(ctx, input, change)
  const mustStop =
    change.callable === null || (test !== null && test.verdict !== 'healthy' && test.verdict !== 'degraded')
  const work = () =>
    inTenant(ctx, async (tx) => {
      await keepKey(tx, ctx, request, saved.id)
      const credentialId = await applySecrets(tx, ctx, before, change)
      const enabled = saved.enabled && !mustStop
      await changeIntegration(tx, saved, { ...columns, credentialId, enabled })
      if (!enabled) await stopChecks(tx, saved.id)
      else if (concernsService || changed.includes('intervalSeconds')) {
        await rescheduleChecks(tx, saved.id, { forget: concernsService })
      }
      const { id: integrationId, projectId } = saved
      const now = await reread(tx, ctx, integrationId)
      const data = { integrationId, slug: now.slug, name: now.name, type: now.type, changed }
      await emit(tx, ctx, 'integration.updated', { data, integrationId, projectId })
      if (test) await recordCheck(tx, ctx, { target: now, report: test })
      return { integration: await reread(tx, ctx, integrationId), test }
    })
  return tellingVanished(() => namingConflicts(work))
}
