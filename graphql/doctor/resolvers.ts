import {
  checksFor,
  type Examination,
  examineDraft,
  examineIntegration,
  getExamination,
  listExaminations,
  setDoctorSchedule,
} from '@/server/domain/doctor/service'
import { getIntegration } from '@/server/domain/integrations/service'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { parseId, parseRef } from '@/server/kernel/ids'
import type { Resolvers } from '../generated/resolvers'
import { type DoctorProgress, examining } from './progress'

/** The doctor over GraphQL: reports read back, an examination in one answer, and one that tells as it goes. */
const refOf = (id: string) => parseRef('integration', id)
const report = (examination: Examination) => examination

/** None at all is no wish to hear nothing. */
const wished = <T>(checks: readonly T[] | null | undefined) => (checks && checks.length > 0 ? [...checks] : undefined)

const until = (ctx: Context, ending: AbortSignal): Context => ({
  ...ctx,
  signal: ctx.signal ? AbortSignal.any([ctx.signal, ending]) : ending,
})

function firstOf(first: number | null | undefined): number {
  const asked = first ?? 10
  if (asked >= 1 && asked <= 100) return asked
  throw new HubError('request.invalid', '"first" has to be from 1 to 100.')
}

const step = (progress: DoctorProgress) => progress

export const doctorResolvers = {
  Query: {
    examination: async (_root, { id }, { ctx }) => getExamination(await ctx(), parseId('doctorRun', id)),
    examinations: async (_root, { integration, first }, { ctx }) =>
      listExaminations(await ctx(), { integration: refOf(integration), first: firstOf(first) }),
  },

  Mutation: {
    runDoctor: async (_root, { input }, { ctx }) => {
      const wanted = { integration: refOf(input.integration), source: 'person', checks: wished(input.checks) } as const
      return { report: await examineIntegration(await ctx(), wanted) }
    },
    setDoctorSchedule: async (_root, { input }, { ctx }) => ({
      integration: await setDoctorSchedule(await ctx(), input),
    }),
  },

  Subscription: {
    doctor: {
      // A foreign id is an error at once, not a stream that fails.
      subscribe: async (_root, { integration, checks }, { ctx }) => {
        const caller = await ctx()
        const { id } = await getIntegration(caller, refOf(integration))
        const wanted = { integration: { id }, source: 'person', checks: wished(checks) } as const
        return examining(checksFor(wanted.checks), (ending, onCheck) =>
          examineIntegration(until(caller, ending), wanted, onCheck),
        )
      },
      resolve: step,
    },
    doctorDraft: {
      subscribe: async (_root, { input }, { ctx }) => {
        const caller = await ctx()
        return examining(checksFor(), (ending, onCheck) => examineDraft(until(caller, ending), input, onCheck))
      },
      resolve: step,
    },
  },

  Integration: {
    lastExamination: async ({ id }, _args, { loaders }) => (await loaders.lastExamination(id)) ?? null,
    doctorSchedule: ({ id }, _args, { loaders }) => loaders.doctorSchedule(id),
  },
  Examination: { report },

  DoctorCheckName: {
    CONNECTIVITY: 'connectivity',
    TLS: 'tls',
    AUTHENTICATION: 'authentication',
    AUTHORIZATION: 'authorization',
    VERSION: 'version',
    RATE_LIMIT: 'rate_limit',
    LATENCY: 'latency',
    RESOURCES: 'resources',
  },
  DoctorVerdict: { HEALTHY: 'healthy', DEGRADED: 'degraded', UNHEALTHY: 'unhealthy' },
  DoctorSource: { PERSON: 'person', SCHEDULE: 'schedule', HEALTH: 'health', DRAFT: 'draft' },
} satisfies Resolvers
