import { z } from '@hono/zod-openapi'
import { listIntegrations } from '@/server/domain/integrations/service'
import { listOperations, runOperation } from '@/server/domain/operations/service'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { type Route, route } from '../route'
import { integrationRef } from '../shapes/base'
import {
  OperationOrderShape,
  OperationRunShape,
  OperationShape,
  PullRequestShape,
  toOperationRun,
} from '../shapes/operation'

/** Operations of connectors over REST. */
const tag = 'Operations'
const base = '/api/v1/integrations/{id}/operations'
const running = [
  'integration.not_found',
  'integration.disabled',
  'credential.missing',
  'operation.unknown',
  'call.unconfirmed',
  'request.key_reused',
] as const
const operationRef = integrationRef.extend({
  operation: z.string().max(100).openapi({ example: 'createPullRequest' }),
})

/** The integration that is named, else the only one of its kind. @throws {HubError} integration.not_found, request.invalid */
async function onlyOne(ctx: Context, named: string | undefined, type: string): Promise<string> {
  if (named !== undefined) return named
  const { items } = await listIntegrations(ctx, { first: 2, filter: { types: [type] } })
  if (items.length > 1) {
    throw new HubError('request.invalid', 'Several are connected: say which one is meant.', {
      fields: [{ path: 'integration', message: 'is needed' }],
    })
  }
  if (!items[0]) throw new HubError('integration.not_found')
  return items[0].node.id
}

export const operationRoutes: Route[] = [
  route(
    {
      ...{ id: 'listOperations', method: 'get', path: base, tag, params: integrationRef },
      summary: 'What can be done through the integration, with the JSON Schema of each input',
      answer: z.object({ items: z.array(OperationShape), nextCursor: z.null() }).openapi('OperationPage'),
      errors: ['integration.not_found'],
    },
    async ({ ctx, params }) => {
      const items = await listOperations(ctx, { integration: params.id })
      return {
        body: { items: items.map((each) => ({ ...each, inputSchema: { ...each.inputSchema } })), nextCursor: null },
      }
    },
  ),
  route(
    {
      ...{ id: 'runOperation', method: 'post', path: `${base}/{operation}`, tag, params: operationRef, isKeyed: true },
      summary: 'Does it; that the service refuses is an answer, not an error',
      body: OperationOrderShape,
      needsBody: false,
      answer: OperationRunShape,
      errors: running,
    },
    async ({ ctx, params, body, idempotencyKey }) => {
      const { id: integration, operation } = params
      return { body: toOperationRun(await runOperation(ctx, { ...body, integration, operation, idempotencyKey })) }
    },
  ),
  route(
    {
      ...{ id: 'createGithubPullRequest', method: 'post', path: '/api/v1/integrations/github/pr', tag, isKeyed: true },
      summary: 'Opens a pull request: the operation createPullRequest of the GitHub integration',
      body: PullRequestShape,
      answer: OperationRunShape,
      errors: running,
    },
    async ({ ctx, body: { owner, repo, title, body, head, base: target, integration }, idempotencyKey }) => {
      const run = await runOperation(ctx, {
        integration: await onlyOne(ctx, integration, 'scm.github'),
        operation: 'createPullRequest',
        input: {
          repository: `${owner}/${repo}`,
          title,
          headBranch: head,
          ...(body !== undefined && { body }),
          ...(target !== undefined && { baseBranch: target }),
        },
        idempotencyKey,
      })
      return { body: toOperationRun(run) }
    },
  ),
]
