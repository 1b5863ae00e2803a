import type { KeyPrincipal, Principal } from '@/server/auth/context'
import { offeredProviders } from '@/server/auth/providers'
import { listAccounts, unlinkAccount } from '@/server/domain/accounts/service'
import { proofEndsAt } from '@/server/domain/integrations/service'
import { listSessions, revokeOtherSessions, revokeSession } from '@/server/domain/sessions/service'
import { completeSetup, isSetUpLinkUsable, isSetupPending } from '@/server/domain/setup/service'
import { getTenant, listTenantsOfUser } from '@/server/domain/tenants/service'
import { updateProfile } from '@/server/domain/users/service'
import { HubError } from '@/server/kernel/errors'
import { parseId } from '@/server/kernel/ids'
import type { GraphQLContext } from '../context'
import type { Resolvers } from '../generated/resolvers'
import type { ViewerTenantModel } from '../models'

/** Who asks. A person has sessions and tenants; a key has its one tenant and what it may do there. */
async function tenantOfKey(key: KeyPrincipal, { ctx }: GraphQLContext): Promise<ViewerTenantModel> {
  const permissions = [...new Set(key.grants.map((grant) => grant.permission))]
  return { tenant: await getTenant(await ctx()), role: null, permissions }
}

function person(principal: Principal | null) {
  if (principal?.kind === 'user') return principal
  throw new HubError('auth.required', 'Only a person who is signed in may do this.')
}

export const sessionResolvers = {
  Query: {
    viewer: (_root, _args, { principal }) => principal,
    setupPending: () => isSetupPending(),
    setupLinkWorks: (_root, { token }) => isSetUpLinkUsable(token),
    signInProviders: () => offeredProviders(),
  },
  Mutation: {
    completeSetup: (_root, { input }) => completeSetup(input),
    revokeSession: async (_root, { input }, { principal }) => {
      const id = parseId('session', input.id)
      await revokeSession(person(principal).user.id, id)
      return { id }
    },
    revokeOtherSessions: async (_root, _args, { principal }) => {
      const { user, sessionId } = person(principal)
      return { revoked: await revokeOtherSessions(user.id, sessionId) }
    },
    updateProfile: async (_root, { input }, { principal }) => {
      const viewer = person(principal)
      return { viewer: { ...viewer, user: await updateProfile(viewer.user.id, input) } }
    },
    unlinkAccount: async (_root, { input }, { principal }) => {
      const id = parseId('account', input.id)
      await unlinkAccount(person(principal).user.id, id)
      return { id }
    },
  },
  Viewer: {
    id: (viewer) => (viewer.kind === 'user' ? viewer.user.id : viewer.id),
    name: (viewer) => (viewer.kind === 'user' ? viewer.user.name : viewer.name),
    email: (viewer) => (viewer.kind === 'user' ? viewer.user.email : null),
    emailVerified: (viewer) => viewer.kind === 'user' && viewer.user.emailVerifiedAt !== null,
    proofEndsAt: (viewer) => (viewer.kind === 'user' ? proofEndsAt(viewer.provedAt) : null),
    isInstanceAdmin: (viewer) => viewer.kind === 'user' && viewer.user.isInstanceAdmin,
    tenants: async (viewer, _args, context) =>
      viewer.kind === 'user' ? listTenantsOfUser(viewer.user.id) : [await tenantOfKey(viewer, context)],
    sessions: (viewer) => (viewer.kind === 'user' ? listSessions(viewer.user.id) : []),
    accounts: (viewer) => (viewer.kind === 'user' ? listAccounts(viewer.user.id) : []),
  },
  Session: {
    isCurrent: ({ id }, _args, { principal }) => principal?.kind === 'user' && principal.sessionId === id,
  },
  ViewerKind: { USER: 'user', API_KEY: 'api_key' },
} satisfies Resolvers
