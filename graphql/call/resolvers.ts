import {
  type BatchItem,
  executeBatch,
  executeCall,
  getCall,
  listCalls,
  readCallMetrics,
  resetCircuit,
  setCallPolicy,
} from '@/server/domain/calls/service'
import type { ExecuteCallInput, Resolvers } from '../generated/resolvers'
import { pageInfo } from '../pages'
import { bodyOf, headersOf, jsonOf, queryOf, textOf } from './bodies'

/** Calls through the hub over GraphQL. */
const itemOf = (input: ExecuteCallInput): BatchItem => {
  const { integration, method, path, query, headers, body, bodyText, bodyBase64, ...options } = input
  return {
    ...{ integration, method, path, query: queryOf(query), headers: headersOf(headers), ...options },
    body: bodyOf({ body, bodyText, bodyBase64 }),
  }
}

export const callResolvers = {
  Query: {
    calls: async (_root, args, { ctx }) => listCalls(await ctx(), args),
    call: async (_root, { id }, { ctx }) => getCall(await ctx(), id),
    callMetrics: async (_root, { input }, { ctx }) => readCallMetrics(await ctx(), input ?? {}),
  },

  Mutation: {
    executeCall: async (_root, { input }, { ctx }) => ({ call: await executeCall(await ctx(), itemOf(input)) }),
    executeBatch: async (_root, { input }, { ctx }) =>
      executeBatch(await ctx(), { ...input, calls: input.calls.map(itemOf) }),
    setCallPolicy: async (_root, { input }, { ctx }) => ({ integration: await setCallPolicy(await ctx(), input) }),
    resetCircuit: async (_root, { input }, { ctx }) => ({ integration: await resetCircuit(await ctx(), input) }),
  },

  Integration: {
    circuit: ({ id }, _args, { loaders }) => loaders.circuit(id),
    callPolicy: ({ id }, _args, { loaders }) => loaders.callPolicy(id),
  },
  CallPolicy: {
    timeoutMs: ({ policy }) => policy.timeoutMs,
    deadlineMs: ({ policy }) => policy.deadlineMs,
    retry: ({ policy }) => policy.retry,
    breaker: ({ policy }) => policy.breaker,
    bulkhead: ({ policy }) => policy.bulkhead,
    quota: ({ policy }) => policy.quota,
    fallback: ({ policy }) => policy.fallback,
    keepBodies: ({ policy }) => policy.keepBodies,
  },
  CallConnection: {
    edges: ({ items }) => items,
    pageInfo,
  },
  Call: {
    integration: async ({ integrationId }, _args, { loaders }) => (await loaders.integration(integrationId)) ?? null,
    requestBody: ({ bodies }) => bodies?.request ?? null,
    responseBody: ({ bodies }) => bodies?.response ?? null,
  },
  CallResult: {
    json: ({ body }) => jsonOf(body),
    text: ({ body }) => textOf(body),
    bodyBase64: ({ body }) => body.toString('base64'),
    bytes: ({ body }) => body.length,
    revalidated: ({ cached }) => cached === 'revalidated',
  },
  BatchAnswer: {
    call: (answer) => (answer.status === 'done' ? answer.result : null),
    error: (answer) => (answer.status === 'error' ? answer.error : null),
    skipped: ({ status }) => status === 'skipped',
  },
  CallMetricsPoint: { figures: (point) => point },

  CallPriority: { INTERACTIVE: 'interactive', DEPLOY: 'deploy', SYNC: 'sync', PROBE: 'probe' },
  CallOutcome: { SUCCESS: 'success', FAILURE: 'failure', REFUSED: 'refused' },
  CallMethod: { GET: 'GET', HEAD: 'HEAD', POST: 'POST', PUT: 'PUT', PATCH: 'PATCH', DELETE: 'DELETE' },
  CallKind: { CALL: 'call', BATCH: 'batch', PROXY: 'proxy', OPERATION: 'operation' },
  CircuitState: { CLOSED: 'closed', OPEN: 'open', HALF_OPEN: 'half_open' },
  MetricsStep: { MINUTE: 'minute', HOUR: 'hour' },
  MetricsGrouping: { INTEGRATION: 'integration', PROJECT: 'project', CALLER: 'caller', OPERATION: 'operation' },
} satisfies Resolvers
