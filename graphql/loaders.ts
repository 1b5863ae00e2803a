import DataLoader from 'dataloader'
import { callPoliciesOf, circuitsOf } from '@/server/domain/calls/service'
import { doctorSchedulesOf, lastExaminationsOf } from '@/server/domain/doctor/service'
import { historyOf, statsOf } from '@/server/domain/health/service'
import { countByType, getIntegration } from '@/server/domain/integrations/service'
import { getProfile } from '@/server/domain/profiles/service'
import { quotasOf } from '@/server/domain/quotas/service'
import {
  countIntegrations,
  type IntegrationCounts,
  listEnvironments,
  listProjects,
} from '@/server/domain/tenants/service'
import { type DeliveryDetails, listEndpoints, readDelivery, statisticsOf } from '@/server/domain/webhooks/service'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import type {
  CallPolicyModel,
  CheckModel,
  CircuitModel,
  ConnectionProfileModel,
  DoctorScheduleModel,
  EnvironmentModel,
  ExaminationModel,
  HealthStatsModel,
  HealthWindowValue,
  IntegrationModel,
  ProjectModel,
  QuotaModel,
  WebhookEndpointModel,
  WebhookStatisticsModel,
} from './models'

/** Batching within one request: a list of fifty integrations costs one question per kind of detail, not fifty. */
type IntegrationId = Id<'integration'>

type ByArgument<A extends string | number, V, I extends string = IntegrationId> = (
  id: I,
  argument: A,
) => Promise<V | undefined>

/** One loader per value of the argument: `history(last: 10)` and `history(last: 60)` are two questions. */
function byArgument<A extends string | number, V, I extends string = IntegrationId>(
  ask: (ids: readonly I[], argument: A) => Promise<Map<string, V>>,
): ByArgument<A, V, I> {
  const loaders = new Map<A, DataLoader<I, V | undefined>>()
  return (id, argument) => {
    let loader = loaders.get(argument)
    if (!loader) {
      loader = new DataLoader(async (ids) => {
        const found = await ask(ids, argument)
        return ids.map((each) => found.get(each))
      })
      loaders.set(argument, loader)
    }
    return loader.load(id)
  }
}

/** Few and asked for together: read once per request, then looked up. */
function byId<T extends { id: string }>(list: () => Promise<T[]>): (id: string) => Promise<T | undefined> {
  let all: Promise<Map<string, T>> | undefined
  return async (id) => {
    all ??= list().then((items) => new Map(items.map((item) => [item.id, item])))
    return (await all).get(id)
  }
}

export type Loaders = {
  project(id: string): Promise<ProjectModel | undefined>
  environment(id: string): Promise<EnvironmentModel | undefined>
  /** Undefined when it was deleted or is not the caller's. */
  integration(id: string): Promise<IntegrationModel | undefined>
  /** Undefined when it was deleted or is not the caller's to see. */
  profile(id: string): Promise<ConnectionProfileModel | undefined>
  /** How many integrations of a type the caller can read. */
  countOfType(type: string): Promise<number>
  /** Of one tenant: read once, however many of its projects and environments ask. */
  integrationCounts(tenantId: Id<'tenant'>): Promise<IntegrationCounts>
  quotas(id: IntegrationId): Promise<QuotaModel[]>
  circuit(id: IntegrationId): Promise<CircuitModel>
  callPolicy(id: IntegrationId): Promise<CallPolicyModel>
  history: ByArgument<number, CheckModel[]>
  stats: ByArgument<HealthWindowValue, HealthStatsModel>
  /** Undefined when the doctor never came. */
  lastExamination(id: IntegrationId): Promise<ExaminationModel | undefined>
  doctorSchedule(id: IntegrationId): Promise<DoctorScheduleModel>
  /** Undefined when it was deleted or is not the caller's to see. */
  webhookEndpoint(id: string): Promise<WebhookEndpointModel | undefined>
  webhookStatistics(id: Id<'webhookEndpoint'>, hours: number): Promise<WebhookStatisticsModel>
  webhookDelivery(id: string): Promise<DeliveryDetails>
}

/** Of an integration that was there a moment ago. */
function found<T>(value: T | undefined): T {
  if (value !== undefined) return value
  throw new HubError('integration.not_found')
}

/** Undefined for what is not there and for what the caller may not see. */
async function ifVisible<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read
  } catch (error) {
    if (error instanceof HubError && (error.kind === 'not_found' || error.kind === 'permission_denied'))
      return undefined
    throw error
  }
}

type InTenant = (tenantId: Id<'tenant'>) => Promise<Context>

export function makeLoaders(ctx: () => Promise<Context>, inTenant: InTenant): Loaders {
  const quotas = byArgument(async (ids, _all: 'all') => quotasOf(await ctx(), [...ids]))
  const circuits = byArgument(async (ids, _all: 'all') => circuitsOf(await ctx(), ids))
  const policies = byArgument(async (ids, _all: 'all') => callPoliciesOf(await ctx(), ids))
  const examinations = byArgument(async (ids, _last: 'last') => lastExaminationsOf(await ctx(), ids))
  const schedules = byArgument(async (ids, _all: 'all') => doctorSchedulesOf(await ctx(), ids))
  const integrations = new DataLoader<string, IntegrationModel | undefined>(async (ids) => {
    const caller = await ctx()
    return Promise.all(ids.map((id) => ifVisible(getIntegration(caller, { id: id as IntegrationId }))))
  })
  const profiles = new DataLoader<string, ConnectionProfileModel | undefined>(async (ids) => {
    const caller = await ctx()
    return Promise.all(ids.map((id) => ifVisible(getProfile(caller, id))))
  })
  const integrationCounts = new DataLoader<Id<'tenant'>, IntegrationCounts>((ids) =>
    Promise.all(ids.map(async (id) => countIntegrations(await inTenant(id)))),
  )
  const statistics = byArgument(async (ids: readonly Id<'webhookEndpoint'>[], hours: number) =>
    statisticsOf(await ctx(), ids, hours),
  )
  const deliveries = new DataLoader<string, DeliveryDetails>(async (ids) => {
    const caller = await ctx()
    return Promise.all(ids.map((id) => readDelivery(caller, id)))
  })
  let counts: Promise<Map<string, number>> | undefined
  return {
    project: byId(async () => listProjects(await ctx())),
    environment: byId(async () => listEnvironments(await ctx())),
    integration: (id) => integrations.load(id),
    profile: (id) => profiles.load(id),
    countOfType: async (type) => {
      counts ??= countByType(await ctx())
      return (await counts).get(type) ?? 0
    },
    integrationCounts: (tenantId) => integrationCounts.load(tenantId),
    quotas: async (id) => (await quotas(id, 'all')) ?? [],
    circuit: async (id) => found(await circuits(id, 'all')),
    callPolicy: async (id) => found(await policies(id, 'all')),
    history: byArgument(async (ids, last) => historyOf(await ctx(), [...ids], last)),
    lastExamination: (id) => examinations(id, 'last'),
    doctorSchedule: async (id) => found(await schedules(id, 'all')),
    webhookEndpoint: byId(async () => (await ifVisible(listEndpoints(await ctx()))) ?? []),
    webhookStatistics: async (id, hours) => {
      const ofEndpoint = await statistics(id, hours)
      if (ofEndpoint) return ofEndpoint
      throw new HubError('webhook.not_found')
    },
    webhookDelivery: (id) => deliveries.load(id),
    stats: byArgument(async (ids, window) => statsOf(await ctx(), [...ids], window)),
  }
}
