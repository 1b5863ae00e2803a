import {
  approve,
  createAutomation,
  deleteAutomation,
  disableAutomation,
  dryRunAutomation,
  enableAutomation,
  getAutomation,
  getRun,
  listApprovals,
  listAutomations,
  listRecipes,
  listRunApprovals,
  listRunSteps,
  listRuns,
  reject,
  updateAutomation,
} from '@/server/domain/automations/service'
import type { HubEvent } from '@/server/kernel/events'
import type { GraphQLContext } from '../context'
import type { Resolvers } from '../generated/resolvers'
import { pageInfo } from '../pages'
import { onlyWhere } from '../streams'

/** Automations, their runs, and what these ask people. */
const changing = ['run.succeeded', 'run.failed', 'approval.requested', 'approval.decided'] as const
const told = (event: HubEvent) => event.data as { runId: string; automationId: string }

export const automationResolvers = {
  Query: {
    automations: async (_root, args, { ctx }) => listAutomations(await ctx(), args),
    automation: async (_root, { id }, { ctx }) => getAutomation(await ctx(), id),
    automationRecipes: (_root, _args, { instance }) => {
      instance()
      return [...listRecipes()]
    },
    automationRuns: async (_root, args, { ctx }) => listRuns(await ctx(), args),
    automationRun: async (_root, { id }, { ctx }) => getRun(await ctx(), id),
    approvals: async (_root, args, { ctx }) => listApprovals(await ctx(), args),
    dryRunAutomation: async (_root, args, { ctx }) => dryRunAutomation(await ctx(), args),
  },

  Mutation: {
    createAutomation: async (_root, { input }, { ctx }) => ({ automation: await createAutomation(await ctx(), input) }),
    updateAutomation: async (_root, { input }, { ctx }) => ({ automation: await updateAutomation(await ctx(), input) }),
    enableAutomation: async (_root, { input }, { ctx }) => ({
      automation: await enableAutomation(await ctx(), input.id),
    }),
    disableAutomation: async (_root, { input }, { ctx }) => ({
      automation: await disableAutomation(await ctx(), input.id),
    }),
    deleteAutomation: async (_root, { input }, { ctx }) => ({
      automation: await deleteAutomation(await ctx(), input.id),
    }),
    approveRun: async (_root, { input }, { ctx }) => ({ approval: await approve(await ctx(), input) }),
    rejectRun: async (_root, { input }, { ctx }) => ({ approval: await reject(await ctx(), input) }),
  },

  Subscription: {
    automationRunChanged: {
      // A foreign id is an error at once, not a stream that stays silent.
      subscribe: async (_root, { automation, after }, { ctx, hear }) => {
        const id = automation ? (await getAutomation(await ctx(), automation)).id : null
        return onlyWhere(await hear(changing, after), (event) => id === null || told(event).automationId === id)
      },
      resolve: async (event: HubEvent, _args: unknown, { ctx }: GraphQLContext) => ({
        sequence: event.sequence,
        type: event.name,
        run: await getRun(await ctx(), told(event).runId),
      }),
    },
  },

  AutomationConnection: { edges: ({ items }) => items, pageInfo },
  AutomationRunConnection: { edges: ({ items }) => items, pageInfo },
  ApprovalConnection: { edges: ({ items }) => items, pageInfo },
  AutomationRun: {
    steps: async ({ id }, _args, { ctx }) => listRunSteps(await ctx(), id),
    approvals: async ({ id }, _args, { ctx }) => listRunApprovals(await ctx(), id),
  },

  RunState: {
    QUEUED: 'queued',
    RUNNING: 'running',
    WAITING: 'waiting',
    SUCCEEDED: 'succeeded',
    FAILED: 'failed',
    SKIPPED: 'skipped',
  },
  StepState: {
    RUNNING: 'running',
    WAITING: 'waiting',
    SUCCEEDED: 'succeeded',
    FAILED: 'failed',
    SKIPPED: 'skipped',
  },
  ApprovalState: { PENDING: 'pending', APPROVED: 'approved', REJECTED: 'rejected', EXPIRED: 'expired' },
} satisfies Resolvers
