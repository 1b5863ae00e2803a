import { type Connector, type ConnectorSettings, parseConnectorSettings, slugStem } from '@/connectors/kit'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import type { ProbeReport, ProbeResult } from '@/server/kernel/health'
import { type Id, newId, parseRef } from '@/server/kernel/ids'
import { requirePermission } from '@/server/kernel/permissions'
import { recordCheck, startChecks } from '../checks/service'
import { findConnector } from '../connectors/service'
import { storeCredential } from '../credentials/service'
import { emit } from '../events/emit'
import { keepKey, once, type Request } from '../idempotency/service'
import { labelMap } from '../placing'
import { completeFromProfile, noteProfileUsed, type Profile, requireSaving, saveAsProfile } from '../profiles/service'
import { getEnvironment, getProject, type Project } from '../tenants/service'
import { tellingVanished } from '../tenants/vanished'
import type { ConnectIntegrationInput, Integration, SettingsInput } from './integration'
import { type Reused, reusedSettings, tieSecret } from './reuse'
import { defaultIntervalSeconds, nextSlug, probeFailure, requireConnecting, requirePlacing } from './rules'
import { proveSettings, storedSecrets } from './settings'
import { findIntegration, insertIntegration, lockNumbering, namingConflicts, slugsLike } from './store'

/** Testing what is not saved yet, and saving it. */
export type Saved = { integration: Integration; test: ProbeReport | null }

/** @throws {HubError} integration.not_found */
export async function reread(tx: TenantTx, ctx: Context, id: Id<'integration'>): Promise<Integration> {
  const found = await findIntegration(tx, ctx, { id })
  if (found) return found
  throw new HubError('integration.not_found')
}

export type DraftInput = SettingsInput & { integrationId?: string | null | undefined }

/**
 * What a draft comes to: the stored secret of a saved integration stands in for fields the draft does not give, at the
 * same origin only.
 *
 * @throws {HubError} permission.denied, connector.unknown, integration.settings_invalid, integration.not_found
 */
export async function completeDraft(ctx: Context, input: DraftInput): Promise<ConnectorSettings> {
  const connector = await findConnector(ctx, input.type)
  const given = input.secrets ?? {}
  if (!input.integrationId) {
    requireConnecting(ctx)
    return parseConnectorSettings(connector, { ...input, secrets: given })
  }
  const ref = parseRef('integration', input.integrationId)
  const { saved, stored } = await inTenant(ctx, async (tx) => {
    const found = await findIntegration(tx, ctx, ref)
    if (!found || found.type !== input.type) throw new HubError('integration.not_found')
    // Before the secret is opened, which leaves a trace.
    requirePermission(ctx, 'integrations:write', { projectId: found.projectId, integrationId: found.id })
    return { saved: found, stored: await storedSecrets(tx, ctx, found.credentialId) }
  })
  const isSameMethod = (input.method ?? saved.method) === saved.method
  const reusable = isSameMethod ? stored.secrets : {}
  const settings = parseConnectorSettings(connector, { ...input, secrets: { ...reusable, ...given } })
  if (stored.origin === settings.origin) return settings
  // Another host: only what was typed for it now may go there.
  return parseConnectorSettings(connector, { ...input, secrets: given })
}

/**
 * Runs the probes on settings that are not saved. Nothing is kept.
 *
 * @throws {HubError} permission.denied, connector.unknown, integration.settings_invalid, integration.not_found
 */
export async function testDraft(
  ctx: Context,
  input: DraftInput,
  onProbe?: (result: ProbeResult) => void,
): Promise<ProbeReport> {
  const settings = await completeDraft(ctx, input)
  const connector = await findConnector(ctx, input.type)
  return proveSettings(ctx, connector, settings, { onProbe })
}

type Keyed = { secrets?: unknown; idempotencyKey?: string | null | undefined }

/** What is compared when an idempotency key comes again: everything but the secrets. */
export function keyedRequest(operation: string, { secrets: _never, idempotencyKey: key, ...body }: Keyed): Request {
  return { key, operation, noun: 'integration', body }
}

/** What a request is answered that was done before: the integration as it is now. */
export const asItIs =
  (ctx: Context) =>
  async (id: Id<'integration'>): Promise<Saved> => ({
    integration: await inTenant(ctx, (tx) => reread(tx, ctx, id)),
    test: null,
  })

type Prepared = {
  connector: Connector
  settings: ConnectorSettings
  reused: Reused | null
  test: ProbeReport | null
  enabled: boolean
  project: Project
}

async function prepare(ctx: Context, input: ConnectIntegrationInput): Promise<Prepared> {
  const project = await getProject(ctx, input.project)
  requirePermission(ctx, 'integrations:write', { projectId: project.id })
  requirePlacing(input)
  if (input.saveAsProfile != null) requireSaving(ctx, input.saveAsProfile)
  const connector = await findConnector(ctx, input.type)
  const { reuseSecretOf } = input
  const reused = reuseSecretOf ? await reusedSettings(ctx, connector, { ...input, reuseSecretOf }) : null
  const settings = reused?.settings ?? parseConnectorSettings(connector, { ...input, secrets: input.secrets ?? {} })
  return { connector, settings, reused, project, ...(await proved(ctx, connector, settings, input)) }
}

async function proved(
  ctx: Context,
  connector: Connector,
  settings: ConnectorSettings,
  { skipTest, saveDisabled }: Pick<ConnectIntegrationInput, 'skipTest' | 'saveDisabled'>,
): Promise<Pick<Prepared, 'test' | 'enabled'>> {
  if (skipTest) return { test: null, enabled: !saveDisabled }
  const test = await proveSettings(ctx, connector, settings)
  const passed = test.verdict === 'healthy' || test.verdict === 'degraded'
  if (!passed && !saveDisabled) throw probeFailure(test)
  return { test, enabled: passed && !saveDisabled }
}

/**
 * Connects a service for the caller's tenant: checks the settings, proves them, then stores them, the secrets sealed.
 * All of it or nothing. The probes run before the transaction, so no lock is held while we wait for the network.
 *
 * @throws {HubError} permission.denied, project.not_found, environment.not_found, connector.unknown,
 *   integration.settings_invalid, integration.probe_failed, integration.name_taken, request.key_reused; with a profile
 *   profile.not_found, profile.name_taken; with the secret of another integration integration.not_found,
 *   credential.reuse_unconfirmed, credential.not_reusable, credential.missing, auth.sign_in_again
 * @emits credential.stored or credential.reused, profile.created, integration.created, integration.health_changed
 */
export function connectIntegration(ctx: Context, input: ConnectIntegrationInput): Promise<Saved> {
  const request = keyedRequest('connectIntegration', input)
  return once(ctx, request, { again: asItIs(ctx), run: () => connectNew(ctx, input, request) })
}

async function connectNew(ctx: Context, given: ConnectIntegrationInput, request: Request): Promise<Saved> {
  const { input, profile } = await completeFromProfile(ctx, given)
  const prepared = await prepare(ctx, input)
  const environment = input.environment ? await getEnvironment(ctx, input.environment) : null
  const { connector, settings, test, enabled, project } = prepared
  const write = () =>
    inTenant(ctx, async (tx) => {
      const id = newId('integration')
      // First, so that of two retries at once the second waits here and then finds what the first made.
      await keepKey(tx, ctx, request, id)
      const stem = slugStem(connector, settings.instance)
      if (input.slug == null) await lockNumbering(tx, ctx, stem)
      const slug = input.slug ?? nextSlug(stem, await slugsLike(tx, stem))
      const credentialId = await secretFor(tx, ctx, prepared, { integrationId: id, projectId: project.id, slug })
      const profileId = await profileFor(tx, ctx, prepared, { input, profile })
      const name = input.name?.trim() ?? slug
      const environmentId = environment?.id ?? null
      const settled = { id, slug, name, environmentId, credentialId, profileId }
      await insertIntegration(tx, { ...columnsFor(ctx, prepared, { input, profile }), ...settled })
      await startChecks(tx, ctx, id, enabled)
      const data = { integrationId: id, slug, name, type: input.type, enabled }
      await emit(tx, ctx, 'integration.created', { data, integrationId: id, projectId: project.id })
      if (test) await recordCheck(tx, ctx, { target: await reread(tx, ctx, id), report: test })
      return { integration: await reread(tx, ctx, id), test }
    })
  return tellingVanished(() => retryingOurNames(write, input))
}

type Start = { input: ConnectIntegrationInput; profile: Profile | null }

/** The columns that are settled before the transaction. */
function columnsFor(ctx: Context, prepared: Prepared, { input, profile }: Start) {
  const { connector, settings, enabled, project } = prepared
  return {
    tenantId: ctx.tenantId,
    projectId: project.id,
    typeId: input.type,
    connectorVersion: connector.manifest.version,
    instance: settings.instance,
    method: settings.method,
    config: settings.config,
    labels: labelMap(input.labels ?? []),
    owner: input.owner || null,
    enabled,
    intervalSeconds: input.intervalSeconds ?? defaultIntervalSeconds(),
    callPolicy: profile?.callPolicy ?? {},
    createdById: ctx.actor.kind === 'user' ? ctx.actor.id : null,
  }
}

/** Seals what was typed, or ties the integration to the credential it shares. */
async function secretFor(
  tx: TenantTx,
  ctx: Context,
  { settings, reused }: Prepared,
  at: { integrationId: Id<'integration'>; projectId: Id<'project'>; slug: string },
): Promise<Id<'credential'> | null> {
  if (reused) return tieSecret(tx, ctx, reused, at)
  if (Object.keys(settings.secrets).length === 0) return null
  return storeCredential(tx, ctx, { origin: settings.origin, secrets: settings.secrets, ...at })
}

/** Counts the profile it was started from, and makes the one it is to be kept as, which then is the one it names. */
async function profileFor(
  tx: TenantTx,
  ctx: Context,
  { connector, settings }: Prepared,
  { input, profile }: Start,
): Promise<Id<'profile'> | null> {
  if (profile) await noteProfileUsed(tx, ctx, profile.id)
  if (input.saveAsProfile == null) return profile?.id ?? null
  const made = await saveAsProfile(tx, ctx, {
    name: input.saveAsProfile,
    connector,
    instance: settings.instance,
    method: settings.method,
    config: settings.config,
    callPolicy: profile?.callPolicy ?? {},
    labels: [...(input.labels ?? [])],
    intervalSeconds: input.intervalSeconds ?? null,
  })
  await noteProfileUsed(tx, ctx, made)
  return made
}

/** A name of our own making that somebody took in the same instant is simply made again. */
async function retryingOurNames<T>(
  write: () => Promise<T>,
  given: Pick<ConnectIntegrationInput, 'slug' | 'name'>,
): Promise<T> {
  const isOurs = ({ path }: FieldProblem) =>
    path === 'slug' ? given.slug == null : given.name == null && given.slug == null
  for (let attempt = 1; ; attempt++) {
    try {
      return await namingConflicts(write)
    } catch (error) {
      const isTaken = error instanceof HubError && error.code === 'integration.name_taken'
      if (!isTaken || !error.fields.every(isOurs) || attempt === 5) throw error
    }
  }
}
