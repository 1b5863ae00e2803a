import { findConnector, listConnectors, toIntegrationType } from '@/server/domain/connectors/service'
import { pingIntegration, testIntegration } from '@/server/domain/health/service'
import {
  connectIntegration,
  deleteIntegration,
  disableIntegration,
  enableIntegration,
  getIntegration,
  groupIntegrations,
  listIntegrations,
  restoreIntegration,
  suggestIntegration,
  testDraft,
  updateIntegration,
} from '@/server/domain/integrations/service'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { HubEvent } from '@/server/kernel/events'
import { parseRef } from '@/server/kernel/ids'
import { askedOfIntegrations } from '../asked'
import type { GraphQLContext } from '../context'
import type { Resolvers } from '../generated/resolvers'
import { pageInfo } from '../pages'
import { onlyWhere } from '../streams'

/**
 * Integrations over GraphQL. A resolver here turns arguments into one domain call and back; the rules, the permissions
 * and the SQL are in server/domain/integrations.
 */
const refOf = (id: string) => parseRef('integration', id)
const maxHistory = 500

function lastOf(last: number | null | undefined): number {
  const asked = last ?? 60
  if (asked >= 1 && asked <= maxHistory) return asked
  throw new HubError('request.invalid', `"last" has to be from 1 to ${maxHistory}.`)
}

type OfIntegration = 'integration.health_changed' | 'integration.rate_limit_warned'

/** A known, own integration or all of the tenant's: a foreign id is an error, not silence. */
async function hearOf<T extends OfIntegration>(
  type: T,
  { integrationId, after }: { integrationId?: string | null | undefined; after?: string | null | undefined },
  { ctx, hear }: GraphQLContext,
) {
  const only = integrationId ? (await getIntegration(await ctx(), refOf(integrationId))).id : undefined
  return onlyWhere(await hear([type], after), (event) => !only || event.integrationId === only)
}

async function typeName(ctx: Context, type: string): Promise<string> {
  const known = (await listConnectors(ctx)).find(({ manifest }) => manifest.id === type)
  return known?.manifest.name ?? type
}

const ofData = <K extends string>(key: K) => {
  return <V>({ data }: { data: { [P in K]: V } }): V => data[key]
}

export const integrationResolvers = {
  Query: {
    integration: async (_root, { id }, { ctx }) => getIntegration(await ctx(), refOf(id)),
    integrations: async (_root, args, { ctx }, info) => listIntegrations(await ctx(), args, askedOfIntegrations(info)),
    integrationGroups: async (_root, { by, filter }, { ctx }) => groupIntegrations(await ctx(), by, filter ?? {}),
    suggestIntegration: async (_root, args, { ctx }) => suggestIntegration(await ctx(), args),
  },

  Mutation: {
    testIntegrationDraft: async (_root, { input }, { ctx }) => ({ result: await testDraft(await ctx(), input) }),
    connectIntegration: async (_root, { input }, { ctx }) => connectIntegration(await ctx(), input),
    updateIntegration: async (_root, { input }, { ctx }) => {
      const { config, ...rest } = input
      return updateIntegration(await ctx(), { ...rest, ...(config && { config }) })
    },
    enableIntegration: async (_root, { input }, { ctx }) => ({
      integration: await enableIntegration(await ctx(), refOf(input.id)),
    }),
    disableIntegration: async (_root, { input }, { ctx }) => ({
      integration: await disableIntegration(await ctx(), refOf(input.id)),
    }),
    deleteIntegration: async (_root, { input }, { ctx }) => deleteIntegration(await ctx(), refOf(input.id)),
    restoreIntegration: async (_root, { input }, { ctx }) => restoreIntegration(await ctx(), refOf(input.id)),
    testIntegration: async (_root, { input }, { ctx }) => {
      const maxAgeMs = (input.maxAgeSeconds ?? 0) * 1000
      const { integration, report } = await testIntegration(await ctx(), refOf(input.id), { maxAgeMs })
      return { integration, result: report }
    },
    pingIntegration: async (_root, { input }, { ctx }) => pingIntegration(await ctx(), refOf(input.id)),
  },

  Subscription: {
    integrationStatusChanged: {
      subscribe: (_root, args, context) => hearOf('integration.health_changed', args, context),
      resolve: (event: HubEvent<'integration.health_changed'>) => event,
    },
    rateLimitWarning: {
      subscribe: (_root, args, context) => hearOf('integration.rate_limit_warned', args, context),
      resolve: (event: HubEvent<'integration.rate_limit_warned'>) => event,
    },
  },

  Integration: {
    integrationType: async ({ type, connectorVersion }, _args, { ctx }) =>
      toIntegrationType(await findConnector(await ctx(), type, connectorVersion)),
    project: async ({ projectId }, _args, { loaders }) => {
      const project = await loaders.project(projectId)
      if (!project) throw new HubError('project.not_found')
      return project
    },
    environment: async ({ environmentId }, _args, { loaders }) =>
      (environmentId && (await loaders.environment(environmentId))) || null,
    quotas: ({ id }, _args, { loaders }) => loaders.quotas(id),
    history: async ({ id }, { last }, { loaders }) => (await loaders.history(id, lastOf(last))) ?? [],
    stats: async ({ id }, { window }, { loaders }) => {
      const stats = await loaders.stats(id, window)
      if (!stats) throw new HubError('integration.not_found')
      return stats
    },
  },
  IntegrationConnection: {
    edges: ({ items }) => items,
    pageInfo,
    totalCount: ({ countAll }) => countAll(),
  },
  IntegrationGroup: {
    // Connectors have names, and states are told in the API's own words; the rest is called as its rows call it.
    title: async ({ by, key, title }, _args, { ctx }) =>
      by === 'type' && key !== null ? typeName(await ctx(), key) : title,
    key: ({ by, key }) => (by === 'state' && key !== null ? key.toUpperCase() : key),
  },
  IntegrationStatusChange: {
    eventId: ({ id }) => id,
    integrationId: ofData('integrationId'),
    slug: ofData('slug'),
    from: ofData('from'),
    to: ofData('to'),
    message: ofData('message'),
    remedy: ofData('remedy'),
    failingProbe: ofData('failingProbe'),
    failureClass: ofData('failureClass'),
    latencyMs: ofData('latencyMs'),
    checkedAt: ofData('checkedAt'),
    integration: async ({ data }, _args, { loaders }) => (await loaders.integration(data.integrationId)) ?? null,
  },
  RateLimitWarning: {
    eventId: ({ id }) => id,
    integrationId: ofData('integrationId'),
    slug: ofData('slug'),
    pool: ofData('pool'),
    limit: ofData('limit'),
    remaining: ofData('remaining'),
    thresholdPercent: ofData('thresholdPercent'),
    resetAt: ofData('resetAt'),
  },

  IntegrationOrder: {
    NAME: 'name',
    CREATED: 'created',
    SEVERITY: 'severity',
    TYPE: 'type',
    OWNER: 'owner',
    LATENCY: 'latency',
    CHECKED: 'checked',
  },
  SortDirection: { ASC: 'asc', DESC: 'desc' },
  IntegrationGrouping: {
    TYPE: 'type',
    STATE: 'state',
    OWNER: 'owner',
    PROJECT: 'project',
    ENVIRONMENT: 'environment',
  },
} satisfies Resolvers
