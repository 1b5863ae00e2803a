import { z } from '@hono/zod-openapi'
import { getIntegration, listIntegrations } from '@/server/domain/integrations/service'
import { getProject } from '@/server/domain/tenants/service'
import { healthStates } from '@/server/kernel/health'
import { parseRef } from '@/server/kernel/ids'
import { paged } from '../pages'
import { type Route, route } from '../route'
import { LogPageShape, LogQuery } from '../shapes/activity'
import { byId, paging } from '../shapes/base'
import { BatchRequestShape, CallRequestShape, CallResultShape } from '../shapes/calls'
import { IntegrationHealthShape, SavedIntegrationShape, TestResultShape } from '../shapes/health'
import {
  DeletedIntegrationShape,
  IntegrationChangesShape,
  IntegrationPageShape,
  IntegrationShape,
  NewIntegrationShape,
  shownFacts,
  toIntegration,
} from '../shapes/integration'
import { MetricsQuery, MetricsShape } from '../shapes/metrics'
import { BatchResultShape, batch, execute, metricsOf } from './calls'
import { HealthQuery } from './health-query'
import { change, create, health, remove, test } from './integrations'
import { logsOf } from './logs'
import { StatisticsQuery, StatisticsShape, statistics } from './projects'

/**
 * The addresses an integration hub of another make had, so that its clients find theirs here: the same calls, with the
 * names they know. Nothing is decided here.
 */
const base = '/api/integration-hub'
const tag = 'Integration hub'
const integrationRef = z.strictObject({ integrationId: byId('Id or slug of the integration.').shape.id })
const projectRef = z.strictObject({ projectId: byId('Id or slug of the project.').shape.id })
const one = { tag, params: integrationRef, errors: ['integration.not_found'] } as const
const idOf = ({ integrationId }: z.output<typeof integrationRef>) => ({ id: integrationId })

const RegistrationShape = NewIntegrationShape.omit({ config: true, project: true })
  .extend({
    configuration: NewIntegrationShape.shape.config,
    projectId: z.string().optional().openapi({ description: 'Id or slug; the default project when absent.' }),
  })
  .openapi('Registration')

const UpdateShape = IntegrationChangesShape.omit({ config: true })
  .extend({ configuration: IntegrationChangesShape.shape.config })
  .openapi('RegistrationUpdate')

const managing: Route[] = [
  route(
    {
      ...{ id: 'hubRegister', method: 'post', path: `${base}/register`, tag, status: 201, isKeyed: true, isOne: true },
      summary: 'The same as POST /api/v1/integrations',
      body: RegistrationShape,
      answer: SavedIntegrationShape,
      errors: [
        'connector.unknown',
        'integration.settings_invalid',
        'integration.probe_failed',
        'integration.name_taken',
      ],
    },
    ({ ctx, body: { configuration, projectId, ...rest }, idempotencyKey }) =>
      create({ ctx, idempotencyKey, body: { ...rest, config: configuration, project: projectId } }),
  ),
  route(
    {
      ...{ ...one, id: 'hubGet', method: 'get', path: `${base}/{integrationId}`, isOne: true },
      summary: 'The same as GET /api/v1/integrations/{id}',
      answer: IntegrationShape,
    },
    async ({ ctx, params }) => {
      const found = await getIntegration(ctx, parseRef('integration', params.integrationId))
      return { body: toIntegration(found), version: found.version }
    },
  ),
  route(
    {
      ...{
        ...one,
        id: 'hubUpdate',
        method: 'put',
        path: `${base}/{integrationId}`,
        isOne: true,
        isVersioned: 'if said',
      },
      summary: 'The same as PATCH /api/v1/integrations/{id}; If-Match may be left out',
      body: UpdateShape,
      answer: SavedIntegrationShape,
      errors: [...one.errors, 'integration.settings_invalid', 'integration.probe_failed', 'integration.version_stale'],
    },
    ({ ctx, params, body: { configuration, ...rest }, ifMatch }) =>
      change({ ctx, params: idOf(params), ifMatch, idempotencyKey: null, body: { ...rest, config: configuration } }),
  ),
  route(
    {
      ...{ ...one, id: 'hubDelete', method: 'delete', path: `${base}/{integrationId}`, isVersioned: 'if said' },
      summary: 'The same as DELETE /api/v1/integrations/{id}; If-Match may be left out',
      answer: DeletedIntegrationShape,
      errors: [...one.errors, 'integration.version_stale'],
    },
    async ({ ctx, params, ifMatch }) => ({ body: await remove({ ctx, params: idOf(params), ifMatch }) }),
  ),
]

const ofProjects: Route[] = [
  route(
    {
      ...{ id: 'hubListOfProject', method: 'get', path: `${base}/projects/{projectId}`, tag, isPaged: true },
      summary: 'The same as GET /api/v1/integrations?project=',
      params: projectRef,
      query: z.strictObject({
        ...paging,
        type: z.array(z.string()).optional(),
        status: z.array(z.enum(healthStates)).optional(),
      }),
      answer: IntegrationPageShape,
      errors: ['project.not_found'],
    },
    async ({ ctx, params, query: { type, status, ...page } }) => {
      const { id } = await getProject(ctx, params.projectId)
      const filter = { project: id, types: type, states: status }
      return paged(page, (asked) => listIntegrations(ctx, { ...asked, filter }, shownFacts), toIntegration)
    },
  ),
  route(
    {
      ...{ id: 'hubStatistics', method: 'get', path: `${base}/projects/{projectId}/statistics`, tag },
      summary: 'The same as GET /api/v1/projects/{id}/statistics',
      params: projectRef,
      query: StatisticsQuery,
      answer: StatisticsShape,
      errors: ['project.not_found'],
    },
    ({ ctx, params, query }) => statistics({ ctx, params: { id: params.projectId }, query }),
  ),
]

const looking: Route[] = [
  route(
    {
      ...{ ...one, id: 'hubTest', method: 'post', path: `${base}/{integrationId}/test` },
      summary: 'The same as POST /api/v1/integrations/{id}/test',
      answer: TestResultShape,
    },
    ({ ctx, params }) => test({ ctx, params: idOf(params) }),
  ),
  route(
    {
      ...{ ...one, id: 'hubHealth', method: 'get', path: `${base}/{integrationId}/health` },
      summary: 'The same as GET /api/v1/integrations/{id}/health',
      query: HealthQuery,
      answer: IntegrationHealthShape,
    },
    ({ ctx, params, query }) => health({ ctx, params: idOf(params), query }),
  ),
  route(
    {
      ...{ ...one, id: 'hubMetrics', method: 'get', path: `${base}/{integrationId}/metrics` },
      summary: 'The same as GET /api/v1/integrations/{id}/metrics',
      query: MetricsQuery,
      answer: MetricsShape,
    },
    ({ ctx, params, query }) => metricsOf({ ctx, params: idOf(params), query }),
  ),
  route(
    {
      ...{ ...one, id: 'hubLogs', method: 'get', path: `${base}/{integrationId}/logs`, isPaged: true },
      summary: 'The same as GET /api/v1/integrations/{id}/logs',
      query: LogQuery,
      answer: LogPageShape,
    },
    ({ ctx, params, query }) => logsOf({ ctx, params: idOf(params), query }),
  ),
]

const calling: Route[] = [
  route(
    {
      ...{ ...one, id: 'hubExecute', method: 'post', path: `${base}/{integrationId}/execute`, isKeyed: true },
      summary: 'The same as POST /api/v1/integrations/{id}/execute',
      body: CallRequestShape,
      answer: CallResultShape,
      errors: [...one.errors, 'integration.disabled', 'credential.missing'],
    },
    ({ params, ...asked }) => execute({ ...asked, params: idOf(params) }),
  ),
  route(
    {
      ...{
        ...one,
        id: 'hubBatchExecute',
        method: 'post',
        path: `${base}/{integrationId}/batch-execute`,
        isKeyed: true,
      },
      summary: 'The same as POST /api/v1/integrations/{id}/batch-execute',
      body: BatchRequestShape,
      answer: BatchResultShape,
      errors: [...one.errors, 'integration.disabled', 'credential.missing'],
    },
    ({ params, ...asked }) => batch({ ...asked, params: idOf(params) }),
  ),
]

export const aliasRoutes: Route[] = [...managing, ...ofProjects, ...looking, ...calling]
