import {
  discoverResources,
  fetchManifest,
  type ResourceBatch,
  readResourceLists,
  resolveTag,
  streamResources,
  verifyDigest,
} from '@/server/domain/resources/service'
import { HubError } from '@/server/kernel/errors'
import type { Resolvers } from '../generated/resolvers'
import { endable } from '../streams'

/** What lies behind integrations over GraphQL: each field one question to server/domain/resources. */
type Given = readonly { name: string; value: string }[] | null | undefined

function inputOf(given: Given): Record<string, string> {
  const input = Object.fromEntries((given ?? []).map(({ name, value }) => [name, value]))
  if (Object.keys(input).length === (given ?? []).length) return input
  throw new HubError('request.invalid', 'An input is given twice.', {
    fields: [{ path: 'input', message: 'names an input twice' }],
  })
}

type Paged = { items: readonly { cursor: string }[]; hasNextPage: boolean; endCursor: string | null }

/** The end of a page may lie behind its last row: what comes next was looked at and is not wanted. */
const pageInfo = ({ items, hasNextPage, endCursor }: Paged) => ({
  ...{ hasNextPage, hasPreviousPage: false, startCursor: items[0]?.cursor ?? null, endCursor },
})

export const resourceResolvers = {
  Query: {
    resourceLists: async (_root, { integration }, { ctx }) => readResourceLists(await ctx(), integration),
    discoverResources: async (_root, { input, ...asked }, { ctx }) =>
      discoverResources(await ctx(), { ...asked, input: inputOf(input) }),
    resolveTag: async (_root, asked, { ctx }) => {
      const { value, failure } = await resolveTag(await ctx(), asked)
      return { image: value, failure }
    },
    manifest: async (_root, asked, { ctx }) => {
      const { value, failure } = await fetchManifest(await ctx(), asked)
      return { manifest: value, failure }
    },
    verifyDigest: async (_root, asked, { ctx }) => {
      const { value, failure } = await verifyDigest(await ctx(), asked)
      return { isVerified: value?.isVerified ?? false, verdict: value, failure }
    },
  },

  Subscription: {
    resources: {
      subscribe: async (_root, { input, limit, ...asked }, { ctx }) => {
        const ending = new AbortController()
        const wanted = { ...asked, input: inputOf(input), first: limit }
        const batches = await streamResources(await ctx(), wanted, ending.signal)
        return endable((left) => {
          left.addEventListener('abort', () => ending.abort(), { once: true })
          return batches
        })
      },
      resolve: (batch: ResourceBatch) => batch,
    },
  },

  ResourceConnection: { edges: ({ items }) => items, pageInfo },
  ResourceBatch: { edges: ({ items }) => items, pageInfo },
  ResourceFailure: { page: ({ page }) => page ?? null },
  ImageKind: { IMAGE: 'image', INDEX: 'index', ARTIFACT: 'artifact' },
} satisfies Resolvers
