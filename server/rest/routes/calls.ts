import { z } from '@hono/zod-openapi'
import {
  type BatchAnswer,
  type CallRequest,
  executeBatch,
  executeCall,
  getCall,
  listCalls,
  readCallMetrics,
} from '@/server/domain/calls/service'
import { getIntegration } from '@/server/domain/integrations/service'
import { callKinds, callOutcomes } from '@/server/kernel/calls'
import { failureClasses } from '@/server/kernel/health'
import { parseRef } from '@/server/kernel/ids'
import { paged } from '../pages'
import { type Asked, type Route, route } from '../route'
import { byId, InstantInput, integrationRef, orNull, pageOf, paging } from '../shapes/base'
import { BatchRequestShape, CallRequestShape, CallResultShape, CallShape, toCallResult } from '../shapes/calls'
import { EveryMetricsQuery, MetricsQuery, MetricsShape, toMetrics } from '../shapes/metrics'

/** Calls through integrations over REST: made, read back, and counted. */
const base = '/api/v1/integrations/{id}'
const one = { tag: 'Calls', params: integrationRef } as const
const calling = ['integration.not_found', 'integration.disabled', 'credential.missing', 'request.key_reused'] as const
const dateOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text))

type Sent = z.output<typeof CallRequestShape>
/** JSON is all that comes over this surface, and all that goes out as a body. */
const requestOf = ({ body, ...rest }: Sent): CallRequest => ({ ...rest, body: body as CallRequest['body'] })

type One = Pick<
  Asked<typeof integrationRef, undefined, typeof CallRequestShape>,
  'ctx' | 'params' | 'body' | 'idempotencyKey'
>

export async function execute({ ctx, params, body, idempotencyKey }: One) {
  const result = await executeCall(ctx, { ...requestOf(body), integration: params.id, idempotencyKey })
  return { body: toCallResult(result) }
}

const ErrorShape = z.object({ code: z.string(), detail: z.string(), remedy: z.string() })

export const BatchResultShape = z
  .object({
    groupId: z.string(),
    succeeded: z.number().int(),
    failed: z.number().int(),
    skipped: z.number().int(),
    results: z.array(
      z.object({
        index: z.number().int(),
        status: z.enum(['done', 'error', 'skipped']),
        result: orNull(CallResultShape),
        error: ErrorShape.nullable().openapi({ description: 'What was wrong with the question, or may not be asked.' }),
      }),
    ),
  })
  .openapi('BatchResult')

function toAnswer(answer: BatchAnswer) {
  const { index, status } = answer
  const error = status === 'error' ? answer.error : null
  return {
    index,
    status,
    result: status === 'done' ? toCallResult(answer.result) : null,
    error: error && { code: error.code, detail: error.message, remedy: error.remedy },
  }
}

type Batch = Pick<
  Asked<typeof integrationRef, undefined, typeof BatchRequestShape>,
  'ctx' | 'body' | 'idempotencyKey'
> & {
  params: { id: string | null }
}

export async function batch({ ctx, params, body: { calls, ...rest }, idempotencyKey }: Batch) {
  const named = calls.map(({ integration, ...call }) => ({
    ...requestOf(call),
    integration: integration ?? params.id ?? '',
  }))
  const { groupId, succeeded, failed, skipped, answers } = await executeBatch(ctx, {
    ...{ ...rest, calls: named, idempotencyKey },
  })
  return { body: { groupId, succeeded, failed, skipped, results: answers.map(toAnswer) } }
}

type OfOne = Pick<Asked<typeof integrationRef, typeof MetricsQuery, undefined>, 'ctx' | 'params' | 'query'>

export async function metricsOf({ ctx, params, query }: OfOne) {
  const { id } = await getIntegration(ctx, parseRef('integration', params.id))
  const window = { since: dateOf(query.since), until: dateOf(query.until) }
  return { body: toMetrics(await readCallMetrics(ctx, { ...query, ...window, integration: id })) }
}

const making: Route[] = [
  route(
    {
      ...{ ...one, id: 'executeCall', method: 'post', path: `${base}/execute`, isKeyed: true },
      summary: 'Calls the service with its credential; that it fails is an answer, not an error',
      body: CallRequestShape,
      answer: CallResultShape,
      errors: calling,
    },
    execute,
  ),
  route(
    {
      ...{ ...one, id: 'executeBatch', method: 'post', path: `${base}/batch-execute`, isKeyed: true },
      summary: 'Up to 100 calls, answered in order',
      description:
        'With an Idempotency-Key the same batch again is answered as the first time, call by call; only what never went out is sent.',
      body: BatchRequestShape,
      answer: BatchResultShape,
      errors: calling,
    },
    batch,
  ),
]

const CallQuery = z.strictObject({
  ...paging,
  integration: z.string().optional(),
  project: z.string().optional(),
  kind: z.enum(callKinds).optional(),
  operation: z.string().optional(),
  outcome: z.enum(callOutcomes).optional(),
  failureClass: z.enum(failureClasses).optional(),
  groupId: z.string().optional(),
  since: InstantInput.optional(),
  until: InstantInput.optional(),
  text: z.string().optional(),
})

const reading: Route[] = [
  route(
    {
      ...{ id: 'listCalls', method: 'get', path: '/api/v1/calls', tag: 'Calls', isPaged: true },
      summary: 'The log of calls, the newest first',
      query: CallQuery,
      answer: pageOf('CallPage', CallShape),
    },
    ({ ctx, query: { limit, cursor, since, until, ...filter } }) =>
      paged(
        { limit, cursor },
        (page) => listCalls(ctx, { ...page, filter: { ...filter, since: dateOf(since), until: dateOf(until) } }),
        (call) => call,
      ),
  ),
  route(
    {
      ...{ id: 'getCall', method: 'get', path: '/api/v1/calls/{id}', tag: 'Calls', isOne: true },
      summary: 'One call with its attempts',
      params: byId('Id of the call.'),
      answer: CallShape,
      errors: ['call.not_found'],
    },
    async ({ ctx, params }) => ({ body: await getCall(ctx, params.id) }),
  ),
  route(
    {
      ...{ ...one, id: 'getIntegrationMetrics', method: 'get', path: `${base}/metrics`, tag: 'Metrics' },
      summary: 'Calls through one integration in numbers',
      query: MetricsQuery,
      answer: MetricsShape,
      errors: ['integration.not_found'],
    },
    metricsOf,
  ),
  route(
    {
      ...{ id: 'getMetrics', method: 'get', path: '/api/v1/metrics', tag: 'Metrics' },
      summary: 'Calls in numbers, by integration, project, caller or operation',
      query: EveryMetricsQuery,
      answer: MetricsShape,
      errors: ['project.not_found'],
    },
    async ({ ctx, query }) => {
      const window = { since: dateOf(query.since), until: dateOf(query.until) }
      return { body: toMetrics(await readCallMetrics(ctx, { ...query, ...window })) }
    },
  ),
]

export const callRoutes: Route[] = [...making, ...reading]
