import { z } from 'zod'
import {
  fitsActivity,
  lastSequence,
  listActivity,
  recentEvents,
  toActivityEntry,
} from '@/server/domain/events/activity'
import { publishEvents } from '@/server/domain/events/publish'
import { eventAliases, eventCatalog, eventTypes, type HubEvent } from '@/server/kernel/events'
import type { Resolvers } from '../generated/resolvers'
import { pageInfo } from '../pages'
import { onlyWhere } from '../streams'

/** What happened: read back page by page, and told live. Both show the same rows to the same people. */
const aliasesOf = (type: string) => Object.keys(eventAliases).filter((alias) => eventAliases[alias] === type)

export const eventResolvers = {
  Query: {
    activity: async (_root, args, { ctx }) => listActivity(await ctx(), args),
    recentEvents: async (_root, args, { ctx }) => recentEvents(await ctx(), args),
    eventTypes: (_root, _args, { instance }) => {
      instance()
      return eventTypes
    },
    lastSequence: async (_root, _args, { ctx }) => lastSequence(await ctx()),
  },

  Mutation: {
    publishEvents: async (_root, { input }, { ctx }) => publishEvents(await ctx(), input),
  },

  Subscription: {
    activityAdded: {
      subscribe: async (_root, { filter, after }, { hear }) =>
        onlyWhere(await hear(undefined, after), (event) => !filter || fitsActivity(event, filter)),
      resolve: (event: HubEvent) => ({ sequence: event.sequence, entry: toActivityEntry(event) }),
    },
    events: {
      subscribe: (_root, { types, after }, { hear }) => hear(types ?? undefined, after),
      resolve: (event: HubEvent) => event,
    },
  },

  ActivityConnection: {
    edges: ({ items }) => items,
    pageInfo,
  },
  Event: {
    type: ({ name }) => name,
    aliases: ({ name }) => aliasesOf(name),
  },
  EventTypeInfo: {
    type: (type) => type,
    description: (type) => eventCatalog[type].description,
    schemaVersion: (type) => eventCatalog[type].schemaVersion,
    dataSchema: (type) => z.toJSONSchema(eventCatalog[type].shape),
  },

  ActorKind: { USER: 'user', API_KEY: 'api_key', SYSTEM: 'system' },
  Level: { INFO: 'info', WARNING: 'warning', ERROR: 'error' },
  Outcome: { SUCCESS: 'success', FAILURE: 'failure' },
} satisfies Resolvers
