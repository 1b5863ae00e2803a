import { addMember, changeMemberRole, listMembers, removeMember } from '@/server/domain/members/service'
import { parseId } from '@/server/kernel/ids'
import type { Resolvers } from '../generated/resolvers'

export const memberResolvers = {
  Query: {
    members: async (_root, _args, { ctx }) => listMembers(await ctx()),
  },
  Mutation: {
    addMember: async (_root, { input }, { ctx }) => ({ member: await addMember(await ctx(), input) }),
    changeMemberRole: async (_root, { input }, { ctx }) => ({
      member: await changeMemberRole(await ctx(), { ...input, id: parseId('user', input.id) }),
    }),
    removeMember: async (_root, { input }, { ctx }) => ({
      id: await removeMember(await ctx(), { id: parseId('user', input.id) }),
    }),
  },
  Role: { OWNER: 'owner', ADMIN: 'admin', OPERATOR: 'operator', VIEWER: 'viewer' },
} satisfies Resolvers
