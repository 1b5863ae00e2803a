import type { z } from '@hono/zod-openapi'
import { listActivity } from '@/server/domain/events/activity'
import { getIntegration } from '@/server/domain/integrations/service'
import type { Context } from '@/server/kernel/context'
import { parseRef } from '@/server/kernel/ids'
import { paged } from '../pages'
import { type Asked, type Route, route } from '../route'
import { LogPageShape, LogQuery, LogQuestionShape, levelOf, toLogEntry } from '../shapes/activity'
import { integrationRef } from '../shapes/base'

/** The activity log over REST: of one integration, of everything, and by a question in a body. */
type Question = Omit<z.output<typeof LogQuestionShape>, 'types'> & { types?: string[] | undefined }
const dateOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text))

export const readLogs = (ctx: Context, { component, level, since, until, limit, cursor, ...rest }: Question) =>
  paged(
    { limit, cursor },
    (page) =>
      listActivity(ctx, {
        ...page,
        filter: {
          ...rest,
          minLevel: levelOf(level),
          from: dateOf(since),
          to: dateOf(until),
          component,
        },
      }),
    toLogEntry,
  )

type OfOne = Pick<Asked<typeof integrationRef, typeof LogQuery, undefined>, 'ctx' | 'params' | 'query'>

export async function logsOf({ ctx, params, query: { type, ...query } }: OfOne) {
  const { id } = await getIntegration(ctx, parseRef('integration', params.id))
  return readLogs(ctx, { ...query, types: type, component: id })
}

const asking = {
  tag: 'Logs',
  body: LogQuestionShape,
  needsBody: false,
  answer: LogPageShape,
} as const

export const logRoutes: Route[] = [
  route(
    {
      ...{ id: 'listIntegrationLogs', method: 'get', path: '/api/v1/integrations/{id}/logs', tag: 'Logs' },
      summary: 'What happened to one integration, the newest first',
      params: integrationRef,
      query: LogQuery,
      isPaged: true,
      answer: LogPageShape,
      errors: ['integration.not_found'],
    },
    logsOf,
  ),
  route(
    {
      ...{ id: 'listLogs', method: 'get', path: '/api/v1/logs', tag: 'Logs' },
      summary: 'What happened in the tenant, the newest first',
      query: LogQuery,
      isPaged: true,
      answer: LogPageShape,
    },
    ({ ctx, query: { type, ...query } }) => readLogs(ctx, { ...query, types: type }),
  ),
  route(
    { ...asking, id: 'queryLogs', method: 'post', path: '/api/v1/logs/query', summary: 'The same, asked with a body' },
    ({ ctx, body }) => readLogs(ctx, body),
  ),
  route(
    {
      ...asking,
      ...{ id: 'queryLogsAtRoot', method: 'post', path: '/logs/query' },
      summary: 'Another address of POST /api/v1/logs/query',
    },
    ({ ctx, body }) => readLogs(ctx, body),
  ),
]
