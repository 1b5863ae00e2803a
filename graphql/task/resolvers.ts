import { completeTask, createTask, failTask, getTask, listTasks, startTask } from '@/server/domain/tasks/service'
import type { Resolvers } from '../generated/resolvers'
import { pageInfo } from '../pages'

export const taskResolvers = {
  Query: {
    tasks: async (_root, args, { ctx }) => listTasks(await ctx(), args),
    task: async (_root, { id }, { ctx }) => getTask(await ctx(), id),
  },

  Mutation: {
    createTask: async (_root, { input }, { ctx }) => ({ task: await createTask(await ctx(), input) }),
    startTask: async (_root, { input }, { ctx }) => ({ task: await startTask(await ctx(), input) }),
    completeTask: async (_root, { input }, { ctx }) => ({ task: await completeTask(await ctx(), input) }),
    failTask: async (_root, { input }, { ctx }) => ({ task: await failTask(await ctx(), input) }),
  },

  TaskConnection: {
    edges: ({ items }) => items,
    pageInfo,
  },
  TaskState: { CREATED: 'created', STARTED: 'started', COMPLETED: 'completed', FAILED: 'failed' },
} satisfies Resolvers
