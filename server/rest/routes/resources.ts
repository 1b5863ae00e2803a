import { z } from '@hono/zod-openapi'
import { getIntegration } from '@/server/domain/integrations/service'
import { listQuotas } from '@/server/domain/quotas/service'
import { discoverResources, readResourceLists } from '@/server/domain/resources/service'
import { HubError } from '@/server/kernel/errors'
import { failureClasses } from '@/server/kernel/health'
import { parseRef } from '@/server/kernel/ids'
import { type Route, route } from '../route'
import { Cursor, flag, Instant, integrationRef, orNull, paging, picked } from '../shapes/base'

/** What a connected service has, and what it lets us ask of it. */
const ResourceShape = z
  .object({
    id: z.string(),
    name: z.string(),
    url: z.string().nullable(),
    attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .openapi('Resource')

const FailureShape = z.object({
  failureClass: z.enum(failureClasses),
  message: z.string(),
  remedy: z.string().nullable(),
  page: z.number().int(),
})

const ResourcePageShape = z
  .object({
    type: z.string(),
    items: z.array(ResourceShape),
    nextCursor: Cursor,
    seen: z.number().int().openapi({ description: 'How many were looked at to find these.' }),
    isCached: z.boolean(),
    cachedAt: Instant.nullable(),
    failure: orNull(FailureShape).openapi({
      description: 'A page that could not be read; try it again with nextCursor.',
    }),
  })
  .openapi('ResourcePage')

const ListShape = z
  .object({
    name: z.string(),
    title: z.string(),
    description: z.string().nullable(),
    inputs: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        description: z.string().nullable(),
        pattern: z.string().nullable(),
        list: z.string().nullable(),
        examples: z.array(z.string()),
      }),
    ),
    isSearchable: z.boolean(),
    missing: z.string().nullable(),
  })
  .openapi('ResourceList')

const ResourceQuery = z.strictObject({
  ...paging,
  type: z.string().openapi({ description: 'A list of the integration, such as repositories.' }),
  filter: z.string().optional().openapi({ description: 'Part of the name or the id.' }),
  refresh: flag.optional().openapi({ description: 'Ask the service, whatever is remembered.' }),
  input: z
    .array(z.string().regex(/^[^=]+=/))
    .optional()
    .openapi({ description: 'What the list wants to know first, as name=value.' }),
})

/** @throws {HubError} request.invalid */
function inputOf(pairs: string[] | undefined): Record<string, string> | undefined {
  if (!pairs) return undefined
  const input = Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
  if (Object.keys(input).length === pairs.length) return input
  throw new HubError('request.invalid', undefined, { fields: [{ path: 'input', message: 'names something twice' }] })
}

const base = '/api/v1/integrations/{id}'
const one = { params: integrationRef, errors: ['integration.not_found'] } as const

const QuotaShape = z
  .object({
    pool: z.string(),
    title: z.string().nullable(),
    limit: z.number(),
    remaining: z.number(),
    remainingPercent: z.number(),
    resetAt: Instant.nullable(),
    learnedAt: Instant,
    usedPerMinute: z.number(),
    emptyAt: Instant.nullable(),
    forecast: z.string().nullable().openapi({ example: 'empty in 11 min at this rate' }),
    mode: z.enum(['enforce', 'observe']),
    perSecond: z.number().nullable(),
    waiting: z.number().int(),
    pausedUntil: Instant.nullable(),
  })
  .openapi('Quota')

type Quota = Awaited<ReturnType<typeof listQuotas>>[number]

const toQuota = (quota: Quota): z.input<typeof QuotaShape> => ({
  ...picked(quota, 'pool', 'title', 'limit', 'remaining', 'resetAt', 'learnedAt', 'usedPerMinute', 'emptyAt'),
  ...picked(quota, 'mode', 'perSecond', 'waiting', 'pausedUntil'),
  remainingPercent: quota.limit > 0 ? Math.round((quota.remaining / quota.limit) * 10_000) / 100 : 0,
  forecast: quota.text,
})

export const resourceRoutes: Route[] = [
  route(
    {
      ...{ ...one, id: 'discoverResources', method: 'get', path: `${base}/resources`, tag: 'Resources', isPaged: true },
      summary: 'What the service has: repositories, branches, channels, by connector',
      query: ResourceQuery,
      answer: ResourcePageShape,
      errors: [...one.errors, 'resource.unknown_list', 'integration.disabled', 'credential.missing'],
    },
    async ({ ctx, params, query: { limit, cursor, input, ...rest } }) => {
      const asked = { ...rest, integration: params.id, first: limit, after: cursor, input: inputOf(input) }
      const page = await discoverResources(ctx, asked)
      const next = page.hasNextPage || page.failure ? page.endCursor : null
      const { type, seen, isCached, cachedAt, failure } = page
      const items = page.items.map(({ node }) => node)
      return { body: { type, items, nextCursor: next, seen, isCached, cachedAt, failure }, next }
    },
  ),
  route(
    {
      ...{ ...one, id: 'listResourceLists', method: 'get', path: `${base}/resource-lists`, tag: 'Resources' },
      summary: 'What can be listed, and what each list wants to know first',
      answer: z.object({ items: z.array(ListShape), nextCursor: z.null() }).openapi('ResourceListPage'),
      errors: [...one.errors, 'integration.disabled', 'credential.missing'],
    },
    async ({ ctx, params }) => ({ body: { items: await readResourceLists(ctx, params.id), nextCursor: null } }),
  ),
  route(
    {
      ...{ ...one, id: 'listQuotas', method: 'get', path: `${base}/quotas`, tag: 'Quotas' },
      summary: 'The pools of the service, what is left of each, and for how long at this rate',
      answer: z.object({ items: z.array(QuotaShape), nextCursor: z.null() }).openapi('QuotaPage'),
    },
    async ({ ctx, params }) => {
      const found = await getIntegration(ctx, parseRef('integration', params.id))
      return { body: { items: (await listQuotas(ctx, found)).map(toQuota), nextCursor: null } }
    },
  ),
]
