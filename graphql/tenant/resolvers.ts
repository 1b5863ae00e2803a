import { createProject, createTenant, getTenant, listEnvironments, listProjects } from '@/server/domain/tenants/service'
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
    createProject: async (_root, { input }, { ctx }) => ({ project: await createProject(await ctx(), input) }),
  },
  Tenant: {
    projects: async (tenant, _args, context) => listProjects(await inside(tenant, context)),
    environments: async (tenant, _args, context) => listEnvironments(await inside(tenant, context)),
  },
} satisfies Resolvers
