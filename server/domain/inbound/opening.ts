import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import {
  challengeMethods,
  type InboundSecret,
  secretHeadersOf,
  type VerifyScheme,
  type Webhooks,
} from '@/connectors/kit'
import { findConnectorByAlias } from '@/connectors/registry'
import { inboundHooks, integrations } from '@/db/schema'
import { acrossTenants, inTenant } from '@/db/tenant'
import { systemContext } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { EventType } from '@/server/kernel/events'
import type { Id } from '@/server/kernel/ids'
import type { HookKind } from '@/server/kernel/inbound'
import { hashToken } from '@/server/platform/tokens'
import { findConnector } from '../connectors/service'
import { httpClientIn } from '../egress/service'
import { watchEmitting } from '../events/emit'
import { hearEverywhere, isHearing } from '../events/hear'
import { within } from './patience'
import { openSecrets } from './store'

/**
 * Hooks opened for receiving, secrets included: in memory only, for seconds, and never older than the last change heard
 * of. A process that hears no events remembers nothing.
 */
export type OpenHook = {
  id: Id<'inboundHook'>
  tenantId: Id<'tenant'>
  integrationId: Id<'integration'>
  projectId: Id<'project'>
  slug: string
  name: string
  kind: HookKind
  routeKey: string | null
  enabled: boolean
  waived: boolean
  schemes: readonly VerifyScheme[]
  /** Headers of which the value is not kept. */
  secretHeaders: ReadonlySet<string>
  /** Methods besides POST. */
  methods: readonly string[]
  webhooks: Webhooks | undefined
  secrets: readonly InboundSecret[]
  /** Gets keys and certificates of the provider, by the rules of the tenant's egress. */
  fetch: (url: string) => Promise<Buffer>
}

const keptMs = 10_000
/** Longer than a transaction takes from its event to its commit. */
const unsettledMs = 2_000
const opened = new LRUCache<string, Promise<OpenHook | null>>({ max: 5_000, ttl: keptMs })
/** Changes heard of, and those about to be committed here; what was read before one is not kept. */
let drops = 0
let unsettledUntil = 0

const changes = (type: EventType) =>
  type.startsWith('inbound_hook.') ||
  type.startsWith('egress.') ||
  /^integration\.(updated|deleted|restored|enabled|disabled)$/.test(type)

export function forgetHooks(): void {
  drops += 1
  opened.clear()
}

watchEmitting((_tenantId, type) => {
  if (!changes(type)) return
  unsettledUntil = performance.now() + unsettledMs
  forgetHooks()
})
hearEverywhere((event) => {
  if (changes(event.type)) forgetHooks()
})

const columns = {
  ...{ id: inboundHooks.id, tenantId: inboundHooks.tenantId, kind: inboundHooks.kind, name: inboundHooks.name },
  ...{ routeKey: inboundHooks.routeKey, own: inboundHooks.schemes, hookEnabled: inboundHooks.enabled },
  ...{ waivedAt: inboundHooks.waivedAt, integrationId: integrations.id, projectId: integrations.projectId },
  ...{ slug: integrations.slug, typeId: integrations.typeId, connectorVersion: integrations.connectorVersion },
  enabled: integrations.enabled,
}

const select = (where: ReturnType<typeof sql> | undefined) =>
  acrossTenants('open hook', (tx) =>
    tx
      .select(columns)
      .from(inboundHooks)
      .innerJoin(integrations, eq(integrations.id, inboundHooks.integrationId))
      .where(and(where, isNull(integrations.deletedAt)))
      .orderBy(asc(inboundHooks.id))
      .limit(mostCandidates),
  )
type Found = Awaited<ReturnType<typeof select>>[number]

/** So many hooks may share what tells deliveries apart. */
const mostCandidates = 20
const keys = new LRUCache<string, Buffer>({ max: 500, ttl: 600_000 })
const keyBytes = 1_048_576

async function open(found: Found): Promise<OpenHook> {
  const ctx = systemContext(found.tenantId, 'inbound', ['webhooks:read'])
  const { manifest } = await findConnector(ctx, found.typeId, found.connectorVersion)
  const schemes = manifest.webhooks?.verify ?? ((found.own ?? []) as VerifyScheme[])
  const { secrets, http } = await inTenant(ctx, async (tx) => ({
    secrets: await openSecrets(tx, ctx, found.id),
    http: await httpClientIn(tx, ctx),
  }))
  const fetch = async (url: string): Promise<Buffer> => {
    const key = `${found.tenantId} ${url}`
    const known = keys.get(key)
    if (known) return known
    const { status, body, truncated } = await http({ method: 'GET', url, maxRedirects: 0, maxBodyBytes: keyBytes })
    if (status !== 200 || truncated) throw new Error(`The keys could not be read: status ${status}.`)
    keys.set(key, body)
    return body
  }
  const { id, tenantId, integrationId, projectId, slug, name, kind, routeKey } = found
  return {
    ...{ id, tenantId, integrationId, projectId, slug, name, kind, routeKey, schemes, fetch },
    ...{ enabled: found.enabled && found.hookEnabled, waived: found.waivedAt !== null, webhooks: manifest.webhooks },
    secretHeaders: secretHeadersOf(schemes),
    methods: challengeMethods(schemes),
    secrets: secrets.filter(({ version }) => version > 0),
  }
}

function remembered(key: string, read: () => Promise<OpenHook | null>): Promise<OpenHook | null> {
  const known = isHearing() ? opened.get(key) : undefined
  if (known) return known
  const before = drops
  const reading = read()
  if (!isHearing() || performance.now() < unsettledUntil) return reading
  opened.set(key, reading)
  // Neither what failed, nor what is not there, nor what was read before a change is kept.
  reading.then(
    (found) => (drops !== before || found === null) && opened.delete(key),
    () => opened.delete(key),
  )
  return reading
}

const tokenForm = /^[A-Za-z0-9_-]{20,100}$/

/** @throws {HubError} inbound_hook.not_found, hub.unavailable */
export async function openHook(token: string): Promise<OpenHook> {
  const hash = tokenForm.test(token) ? hashToken(token) : null
  const hook = hash
    ? await within(
        remembered(hash, async () => {
          const [found] = await select(sql`${inboundHooks.tokenHash} = ${hash} and ${inboundHooks.kind} = 'path'`)
          return found ? open(found) : null
        }),
      )
    : null
  if (hook) return hook
  throw new HubError('inbound_hook.not_found')
}

/** The connector behind a name such as `github`. @throws {HubError} inbound_hook.not_found */
export function appTypeOf(name: string): { typeId: string; webhooks: Webhooks } {
  const found = findConnectorByAlias(name)?.connector.manifest
  if (found?.webhooks?.route) return { typeId: found.id, webhooks: found.webhooks }
  throw new HubError('inbound_hook.not_found', 'No provider of this name sends to a shared address.')
}

/** Hooks at the shared address of a type that want what a body says, those that name it first. */
export const openAppHooks = (typeId: string, route: string | undefined): Promise<OpenHook[]> =>
  within(findAppHooks(typeId, route))

async function findAppHooks(typeId: string, route: string | undefined): Promise<OpenHook[]> {
  const key = route?.toLowerCase()
  const wanted = key ? or(eq(inboundHooks.routeKey, key), isNull(inboundHooks.routeKey)) : isNull(inboundHooks.routeKey)
  const found = await select(and(eq(inboundHooks.kind, 'app'), eq(inboundHooks.typeId, typeId), wanted) ?? sql`false`)
  const sorted = found.sort((a, b) => Number(a.routeKey === null) - Number(b.routeKey === null))
  const hooks = await Promise.all(sorted.map((one) => remembered(`app ${one.id}`, () => open(one))))
  return hooks.filter((one) => one !== null)
}
