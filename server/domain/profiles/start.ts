import { type Connector, publicConfig } from '@/connectors/kit'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import { findConnector } from '../connectors/service'
import type { Label } from '../placing'
import { type Content, insertNamed } from './create'
import { toProfile } from './drawing'
import type { Profile } from './profile'
import { requireFitting, requireReading, requireWriting, withoutFallback } from './rules'
import { markUsed, namingConflicts, requireProfile } from './store'

/** What connecting an integration asks of profiles: settings to start from, and a profile made of what was typed. */
/**
 * Whether what is being connected may be saved as a profile of this name, asked before anything else is done.
 *
 * @throws {HubError} permission.denied, integration.settings_invalid
 */
export function requireSaving(ctx: Context, name: string): void {
  requireWriting(ctx)
  requireFitting({ name }, null, null, 'saveAsProfile')
}

/**
 * Saves what an integration is being connected with, in the transaction that connects it. What does not belong into a
 * profile is left out.
 *
 * @throws {HubError} profile.name_taken naming `saveAsProfile`
 * @emits profile.created
 */
export async function saveAsProfile(
  tx: TenantTx,
  ctx: Context,
  { name, connector, ...settings }: Omit<Content, 'typeId'> & { name: string; connector: Connector },
): Promise<Id<'profile'>> {
  const content = { ...settings, typeId: connector.manifest.id, callPolicy: withoutFallback(settings.callPolicy) }
  const config = publicConfig(connector, settings)
  return (await namingConflicts(() => insertNamed(tx, ctx, { ...content, config }, { name }), 'saveAsProfile')).id
}

/**
 * Notes that an integration was started from a profile, in the transaction that connects it. A template stays as it is.
 *
 * @throws {HubError} profile.not_found
 */
export const noteProfileUsed = (tx: TenantTx, _ctx: Context, id: Id<'profile'>): Promise<void> => markUsed(tx, id)

type Startable = {
  type: string
  profile?: string | null | undefined
  instance?: string | null | undefined
  method?: string | null | undefined
  config: Record<string, unknown>
  labels?: readonly Label[] | null | undefined
  intervalSeconds?: number | null | undefined
}

/** A value of null takes a field of the profile away. */
function withoutNulls(config: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== null))
}

/**
 * Fills in from a profile what was not said. For another place or another way to sign in than the profile's only what
 * exists there, too, is taken.
 *
 * @throws {HubError} permission.denied, profile.not_found, connector.unknown, request.invalid
 */
export async function completeFromProfile<T extends Startable>(
  ctx: Context,
  input: T,
): Promise<{ input: T; profile: Profile | null }> {
  if (!input.profile) return { input, profile: null }
  const ref = input.profile
  requireReading(ctx)
  const profile = await toProfile(ctx, await inTenant(ctx, (tx) => requireProfile(tx, ctx, ref)))
  if (profile.type !== input.type) {
    const fields = [{ path: 'profile', message: `is one of ${profile.type}` }]
    throw new HubError('request.invalid', 'The profile is of another type.', { fields })
  }
  const place = { instance: input.instance ?? profile.instance, method: input.method ?? profile.method }
  const connector = await findConnector(ctx, input.type)
  const offered = publicConfig(connector, { ...place, config: profile.config })
  const completed = {
    ...input,
    ...place,
    config: withoutNulls({ ...offered, ...input.config }),
    labels: input.labels ?? profile.labels,
    intervalSeconds: input.intervalSeconds ?? profile.intervalSeconds,
  }
  return { input: completed, profile }
}
