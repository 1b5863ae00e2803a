import { findConnector, toIntegrationType } from '@/server/domain/connectors/service'
import {
  createProfile,
  deleteProfile,
  getProfile,
  listProfiles,
  readLastUsed,
  setDefaultProfile,
  updateProfile,
} from '@/server/domain/profiles/service'
import { HubError } from '@/server/kernel/errors'
import type { Resolvers } from '../generated/resolvers'
import { pageInfo } from '../pages'

export const profileResolvers = {
  Query: {
    connectionProfiles: async (_root, args, { ctx }) => listProfiles(await ctx(), args),
    connectionProfile: async (_root, { id }, { ctx }) => getProfile(await ctx(), id),
    lastUsedSettings: async (_root, { type, instance }, { ctx }) => readLastUsed(await ctx(), type, instance),
  },

  Mutation: {
    createConnectionProfile: async (_root, { input }, { ctx }) => ({
      connectionProfile: await createProfile(await ctx(), input),
    }),
    updateConnectionProfile: async (_root, { input }, { ctx }) => ({
      connectionProfile: await updateProfile(await ctx(), input),
    }),
    deleteConnectionProfile: async (_root, { input }, { ctx }) => ({
      connectionProfile: await deleteProfile(await ctx(), input.id),
    }),
    setDefaultConnectionProfile: async (_root, { input: { id, isDefault } }, { ctx }) => ({
      connectionProfile: await setDefaultProfile(await ctx(), { id, isDefault: isDefault ?? true }),
    }),
  },

  Integration: {
    profile: async ({ profileId }, _args, { loaders }) => (profileId && (await loaders.profile(profileId))) || null,
  },
  ConnectionProfile: {
    integrationType: async ({ type }, _args, { ctx }) => {
      try {
        return toIntegrationType(await findConnector(await ctx(), type))
      } catch (error) {
        if (error instanceof HubError && error.code === 'connector.unknown') return null
        throw error
      }
    },
  },
  ConnectionProfileConnection: {
    edges: ({ items }) => items,
    pageInfo,
  },
} satisfies Resolvers
