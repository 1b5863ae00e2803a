import { slugStem } from '@/connectors/kit'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { severityOrder } from '@/server/kernel/health'
import type { Ref } from '@/server/kernel/ids'
import { pageSize, pageSkip } from '@/server/kernel/page'
import { findConnector, typesOfFamilies } from '../connectors/service'
import { type Label, labelProblems } from '../placing'
import { findLastUsed, type LastUsed } from '../profiles/service'
import { getEnvironment, getProject } from '../tenants/service'
import type {
  HealthCounts,
  Integration,
  IntegrationFilter,
  IntegrationGroup,
  IntegrationGrouping,
  IntegrationPage,
  ListIntegrationsInput,
} from './integration'
import { nextSlug, requireConnecting } from './rules'
import { findIntegration, slugsLike } from './store'
import { type Conditions, countGroups, countRows, countStates, countTypes, listRows } from './store-listing'

export { completeDraft, connectIntegration, type DraftInput, testDraft } from './connect'
export type {
  ConnectIntegrationInput,
  HealthCounts,
  Integration,
  IntegrationFilter,
  IntegrationGroup,
  IntegrationGrouping,
  IntegrationOrder,
  IntegrationPage,
  ListIntegrationsInput,
  SortDirection,
} from './integration'
export { deleteIntegration, disableIntegration, enableIntegration, restoreIntegration } from './lifecycle'
export { proofEndsAt } from './reuse'
export { proveSettings, type SavedSettings, settingsOf } from './settings'
export { updateIntegration } from './update'

/**
 * Reading integrations. Whoever may not read one is told that it does not exist, in the words used for one that
 * never did.
 *
 * @throws {HubError} integration.not_found
 */
export async function getIntegration(ctx: Context, ref: Ref<'integration'>): Promise<Integration> {
  const found = await inTenant(ctx, (tx) => findIntegration(tx, ctx, ref))
  if (found) return found
  throw new HubError('integration.not_found')
}

async function environmentOf(ctx: Context, environment: string) {
  return environment === '' ? null : (await getEnvironment(ctx, environment)).id
}

/** A label that can be none would find nothing, and nobody would know why. @throws {HubError} request.invalid */
function requireLabels(labels: readonly Label[] | null | undefined): void {
  const fields = labelProblems(labels ?? [])
  if (fields.length > 0) throw new HubError('request.invalid', 'A label to look for cannot be one.', { fields })
}

async function conditionsOf(ctx: Context, filter: IntegrationFilter): Promise<Conditions> {
  const { types, families, states, project, environment, labels, owner, text, deleted } = filter
  requireLabels(labels)
  const ofFamilies = families ? typesOfFamilies(families) : undefined
  const typeIds = types && ofFamilies ? types.filter((type) => ofFamilies.includes(type)) : (types ?? ofFamilies)
  return {
    typeIds,
    states: states ?? undefined,
    ...(project && { projectId: (await getProject(ctx, project)).id }),
    ...(environment != null && { environmentId: await environmentOf(ctx, environment) }),
    ...(labels && labels.length > 0 && { labels: Object.fromEntries(labels.map(({ key, value }) => [key, value])) }),
    ...(owner != null && { owner: owner.trim() || null }),
    text: text?.trim() || undefined,
    deleted: deleted ?? undefined,
  }
}

/**
 * The integrations the caller may read, filtered and in pages. Whoever says which facts are `asked` gets those, and may
 * find others undefined.
 *
 * @throws {HubError} request.invalid
 */
export async function listIntegrations(
  ctx: Context,
  input: ListIntegrationsInput = {},
  asked?: ReadonlySet<keyof Integration>,
): Promise<IntegrationPage> {
  const listing = {
    first: pageSize(input),
    after: input.after,
    skip: pageSkip(input.skip),
    order: input.orderBy ?? 'name',
    direction: input.direction ?? undefined,
    asked,
  } as const
  const conditions = await conditionsOf(ctx, input.filter ?? {})
  const page = await inTenant(ctx, (tx) => listRows(tx, ctx, conditions, listing))
  return { ...page, countAll: () => inTenant(ctx, (tx) => countRows(tx, ctx, conditions)) }
}

const noStates = { total: 0, healthy: 0, degraded: 0, unhealthy: 0, unknown: 0, stale: 0, disabled: 0, checking: 0 }

/** How many of the caller's integrations are in which state. */
export async function countHealth(ctx: Context, filter: IntegrationFilter = {}): Promise<HealthCounts> {
  const conditions = await conditionsOf(ctx, filter)
  const counts = await inTenant(ctx, (tx) => countStates(tx, ctx, conditions))
  const summary = { ...noStates }
  for (const { state, count } of counts) {
    summary[state] = count
    summary.total += count
  }
  return summary
}

/** How many of the caller's integrations are of which type; a type without any is not in it. */
export function countByType(ctx: Context): Promise<Map<string, number>> {
  return inTenant(ctx, (tx) => countTypes(tx, ctx))
}

const worstOf = (counts: HealthCounts) => severityOrder.find((state) => counts[state] > 0) ?? 'disabled'
const severityOf = ({ worst }: IntegrationGroup) => severityOrder.indexOf(worst)

/** What the list falls into, worst first and those without last among equals, with how many are in which state. */
export async function groupIntegrations(
  ctx: Context,
  by: IntegrationGrouping,
  filter: IntegrationFilter = {},
): Promise<IntegrationGroup[]> {
  const conditions = await conditionsOf(ctx, filter)
  const rows = await inTenant(ctx, (tx) => countGroups(tx, ctx, conditions, by))
  const groups = new Map<string | null, IntegrationGroup>()
  for (const { key, title, state, count } of rows) {
    const group = groups.get(key) ?? { by, key, title, worst: state, counts: { ...noStates } }
    group.counts[state] += count
    group.counts.total += count
    groups.set(key, group)
  }
  const titleOf = ({ title }: IntegrationGroup) => title ?? '\u{10ffff}'
  return [...groups.values()]
    .map((group) => ({ ...group, worst: worstOf(group.counts) }))
    .sort((a, b) => severityOf(a) - severityOf(b) || (titleOf(a) < titleOf(b) ? -1 : 1))
}

export type Suggestion = { name: string; slug: string; lastUsed: LastUsed | null }

/**
 * What the next integration of a type may be called, and the settings last used for the type. Never secrets.
 *
 * @throws {HubError} permission.denied, connector.unknown
 */
export async function suggestIntegration(
  ctx: Context,
  input: { type: string; instance?: string | null | undefined },
): Promise<Suggestion> {
  requireConnecting(ctx)
  const connector = await findConnector(ctx, input.type)
  const stem = slugStem(connector, input.instance)
  return inTenant(ctx, async (tx) => {
    const slug = nextSlug(stem, await slugsLike(tx, stem))
    return { name: slug, slug, lastUsed: await findLastUsed(tx, ctx, input) }
  })
}
