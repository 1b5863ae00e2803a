import {
  acceptInvitation,
  createInvitation,
  findInvitationOffer,
  listInvitations,
  revokeInvitation,
} from '@/server/domain/invitations/service'
import {
  addMember,
  changeMemberRole,
  leaveTenant,
  listMembers,
  removeMember,
  removeMemberRole,
} from '@/server/domain/members/service'
import { HubError } from '@/server/kernel/errors'
import { parseId } from '@/server/kernel/ids'
import type { GraphQLContext } from '../context'
import type { Resolvers } from '../generated/resolvers'

/** Who accepts an invitation: the person who is signed in, or nobody yet. A key is no person. */
function personOrNobody({ principal }: GraphQLContext) {
  if (principal?.kind === 'api_key') throw new HubError('auth.required', 'An API key cannot accept an invitation.')
  return principal?.user ?? null
}

export const memberResolvers = {
  Query: {
    members: async (_root, _args, { ctx }) => listMembers(await ctx()),
    invitations: async (_root, _args, { ctx }) => listInvitations(await ctx()),
    invitationOffer: (_root, { token }) => findInvitationOffer(token),
  },
  Mutation: {
    addMember: async (_root, { input }, { ctx }) => ({ member: await addMember(await ctx(), input) }),
    changeMemberRole: async (_root, { input }, { ctx }) => ({
      member: await changeMemberRole(await ctx(), { ...input, id: parseId('user', input.id) }),
    }),
    removeMemberRole: async (_root, { input }, { ctx }) => ({
      member: await removeMemberRole(await ctx(), { ...input, id: parseId('user', input.id) }),
    }),
    removeMember: async (_root, { input }, { ctx }) => ({
      id: await removeMember(await ctx(), { id: parseId('user', input.id) }),
    }),
    leaveTenant: async (_root, _args, { ctx }) => ({ tenantId: await leaveTenant(await ctx()) }),
    createInvitation: async (_root, { input }, { ctx }) => createInvitation(await ctx(), input),
    revokeInvitation: async (_root, { input }, { ctx }) => ({
      id: await revokeInvitation(await ctx(), { id: parseId('invitation', input.id) }),
    }),
    acceptInvitation: (_root, { input }, context) => acceptInvitation(personOrNobody(context), input),
  },
  Role: { OWNER: 'owner', ADMIN: 'admin', OPERATOR: 'operator', VIEWER: 'viewer' },
} satisfies Resolvers
