import {
  createEnvironment,
  createProject,
  createTenant,
  deleteEnvironment,
  deleteProject,
  getTenant,
  listEnvironments,
  listProjects,
  updateEnvironment,
  updateProject,
  updateTenant,
} from '@/server/domain/tenants/service'
import type { Context } from '@/server/kernel/context'
import type { GraphQLContext } from '../context'
import type { Resolvers } from '../generated/resolvers'
import type { TenantModel } from '../models'

/** A tenant's own lists, also where the tenant is another one than the request's, as in `viewer { tenants }`. */
async function inside(tenant: TenantModel, context: GraphQLContext): Promise<Context> {
  return context.inTenant(tenant.id)
}

export const tenantResolvers = {
  Query: {
    tenant: async (_root, _args, { ctx }) => getTenant(await ctx()),
  },
  Mutation: {
    createTenant: async (_root, { input }, { instance }) => ({ tenant: await createTenant(instance(), input) }),
    updateTenant: async (_root, { input }, { ctx }) => ({ tenant: await updateTenant(await ctx(), input) }),
    createProject: async (_root, { input }, { ctx }) => ({ project: await createProject(await ctx(), input) }),
    updateProject: async (_root, { input }, { ctx }) => ({ project: await updateProject(await ctx(), input) }),
    deleteProject: async (_root, { input }, { ctx }) => ({ id: await deleteProject(await ctx(), input) }),
    createEnvironment: async (_root, { input }, { ctx }) => ({
      environment: await createEnvironment(await ctx(), input),
    }),
    updateEnvironment: async (_root, { input }, { ctx }) => ({
      environment: await updateEnvironment(await ctx(), input),
    }),
    deleteEnvironment: async (_root, { input }, { ctx }) => ({ id: await deleteEnvironment(await ctx(), input) }),
  },
  Tenant: {
    projects: async (tenant, _args, context) => listProjects(await inside(tenant, context)),
    environments: async (tenant, _args, context) => listEnvironments(await inside(tenant, context)),
  },
  Project: {
    integrationCount: async ({ id, tenantId }, _args, { loaders }) =>
      (await loaders.integrationCounts(tenantId)).byProject.get(id) ?? 0,
  },
  Environment: {
    integrationCount: async ({ id, tenantId }, _args, { loaders }) =>
      (await loaders.integrationCounts(tenantId)).byEnvironment.get(id) ?? 0,
  },
} satisfies Resolvers
