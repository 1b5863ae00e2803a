import type { z } from '@hono/zod-openapi'
import { readHealth, statsOf, testIntegration } from '@/server/domain/health/service'
import {
  connectIntegration,
  deleteIntegration,
  disableIntegration,
  enableIntegration,
  getIntegration,
  listIntegrations,
  restoreIntegration,
  updateIntegration,
} from '@/server/domain/integrations/service'
import { HubError } from '@/server/kernel/errors'
import { parseRef } from '@/server/kernel/ids'
import { paged } from '../pages'
import { type Asked, type Route, route } from '../route'
import { integrationRef } from '../shapes/base'
import {
  IntegrationHealthShape,
  IntegrationStatusShape,
  SavedIntegrationShape,
  TestResultShape,
  toHealth,
  toSaved,
  toStatus,
  toTestResult,
} from '../shapes/health'
import {
  DeletedIntegrationShape,
  IntegrationChangesShape,
  IntegrationListShape,
  IntegrationQuery,
  IntegrationReplacementShape,
  IntegrationShape,
  NewIntegrationShape,
  RestoredIntegrationShape,
  selectionOf,
  toIntegration,
} from '../shapes/integration'
import { HealthQuery } from './health-query'

/** Integrations over REST. A route here turns a request into one domain call and back. */
const base = '/api/v1/integrations'
export const refOf = (id: string) => parseRef('integration', id)

const tag = 'Integrations'
const one = { tag, params: integrationRef, isOne: true, errors: ['integration.not_found'] } as const
const saving = [
  'connector.unknown',
  'integration.settings_invalid',
  'integration.probe_failed',
  'integration.name_taken',
  'environment.not_found',
  'request.key_reused',
] as const

type Query = z.output<typeof IntegrationQuery>

function labelOf(pair: string) {
  const at = pair.indexOf('=')
  return { key: pair.slice(0, at), value: pair.slice(at + 1) }
}

const filterOf = ({ type, family, status, name, project, environment, owner, label, deleted }: Query) => ({
  ...{ types: type, families: family, states: status, text: name, project, environment, owner, deleted },
  labels: label?.map(labelOf),
})

type Settings = { secrets?: Record<string, unknown> | undefined; credentials?: Record<string, unknown> | undefined }

/** Two names for one thing; both at once would leave open which is meant. @throws {HubError} request.invalid */
export function secretsOf({ secrets, credentials }: Settings): Record<string, unknown> | undefined {
  if (secrets && credentials) {
    const fields = [{ path: 'credentials', message: 'is another name for secrets: send one of them' }]
    throw new HubError('request.invalid', undefined, { fields })
  }
  return secrets ?? credentials
}

export const labelsOf = (labels: Record<string, string> | undefined) =>
  labels && Object.entries(labels).map(([key, value]) => ({ key, value }))

type Created = Pick<Asked<undefined, undefined, typeof NewIntegrationShape>, 'ctx' | 'body' | 'idempotencyKey'>

export async function create({ ctx, body, idempotencyKey }: Created) {
  const { credentials: _named, secrets: _too, labels, config = {}, ...rest } = body
  const given = { ...rest, config, secrets: secretsOf(body), labels: labelsOf(labels), idempotencyKey }
  const saved = await connectIntegration(ctx, given)
  const { id, version } = saved.integration
  return { body: toSaved(saved), version, location: `${base}/${id}` }
}

type Changed = Pick<
  Asked<typeof integrationRef, undefined, typeof IntegrationChangesShape>,
  'ctx' | 'params' | 'body' | 'ifMatch' | 'idempotencyKey'
>

/** Whatever its version is, is the one it has now; somebody who changes it in between is still noticed. */
const versionFor = async ({ ctx, params, ifMatch }: Pick<Changed, 'ctx' | 'params' | 'ifMatch'>) =>
  ifMatch ?? (await getIntegration(ctx, refOf(params.id))).version

export async function change(asked: Changed) {
  const { ctx, params, body, idempotencyKey } = asked
  const { credentials: _named, secrets: _too, labels, config, owner, environment, ...rest } = body
  const saved = await updateIntegration(ctx, {
    ...rest,
    id: params.id,
    version: await versionFor(asked),
    secrets: secretsOf(body),
    labels: labelsOf(labels),
    ...(config && { config }),
    // The domain takes an empty text for "none".
    ...(owner !== undefined && { owner: owner ?? '' }),
    ...(environment !== undefined && { environment: environment ?? '' }),
    idempotencyKey,
  })
  return { body: toSaved(saved), version: saved.integration.version }
}

const listing: Route[] = [
  route(
    {
      ...{ id: 'listIntegrations', method: 'get', path: base, tag, isPaged: true },
      summary: 'The integrations you may read, filtered and in pages',
      query: IntegrationQuery,
      answer: IntegrationListShape,
    },
    ({ ctx, query }) => {
      const { facts, toItem } = selectionOf(query.fields)
      const asked = { filter: filterOf(query), orderBy: query.sort, direction: query.direction }
      return paged(query, (page) => listIntegrations(ctx, { ...page, ...asked }, facts), toItem)
    },
  ),
  route(
    {
      ...{ id: 'createIntegration', method: 'post', path: base, tag, status: 201, isKeyed: true, isOne: true },
      summary: 'Tests, then saves, with the secrets sealed; all of it or nothing',
      body: NewIntegrationShape,
      answer: SavedIntegrationShape,
      errors: [...saving, 'project.not_found'],
    },
    create,
  ),
]

const changing: Route[] = [
  route(
    {
      ...{ ...one, id: 'getIntegration', method: 'get', path: `${base}/{id}` },
      summary: 'One integration',
      answer: IntegrationShape,
    },
    async ({ ctx, params }) => {
      const found = await getIntegration(ctx, refOf(params.id))
      return { body: toIntegration(found), version: found.version }
    },
  ),
  route(
    {
      ...{ ...one, id: 'replaceIntegration', method: 'put', path: `${base}/{id}`, isVersioned: true, isKeyed: true },
      summary: 'Replaces what people set',
      description:
        'What is absent becomes empty: labels, owner, environment. Slug, instance, method and interval stay, and so does the secret, which no answer holds, unless the host changes.',
      body: IntegrationReplacementShape,
      answer: SavedIntegrationShape,
      errors: [...one.errors, ...saving, 'integration.version_stale'],
    },
    ({ body, ...asked }) =>
      change({
        ...asked,
        body: { ...body, labels: body.labels ?? {}, owner: body.owner ?? null, environment: body.environment ?? null },
      }),
  ),
  route(
    {
      ...{ ...one, id: 'changeIntegration', method: 'patch', path: `${base}/{id}`, isVersioned: true, isKeyed: true },
      summary: 'Changes just what is sent',
      description: 'A changed host drops the stored secret unless a new one comes with it.',
      body: IntegrationChangesShape,
      answer: SavedIntegrationShape,
      errors: [...one.errors, ...saving, 'integration.version_stale'],
    },
    change,
  ),
  route(
    {
      ...{ ...one, id: 'deleteIntegration', method: 'delete', path: `${base}/{id}`, isVersioned: true, isOne: false },
      summary: 'Deletes it and destroys its secret; the rest can be restored for 7 days',
      answer: DeletedIntegrationShape,
      errors: [...one.errors, 'integration.version_stale'],
    },
    async ({ ctx, params, ifMatch }) => ({ body: await remove({ ctx, params, ifMatch }) }),
  ),
]

export async function remove({ ctx, params, ifMatch }: Pick<Changed, 'ctx' | 'params' | 'ifMatch'>) {
  const deleted = await deleteIntegration(ctx, refOf(params.id), ifMatch ?? undefined)
  const { integration, secretDestroyed, restorableUntil, leftAtProvider } = deleted
  return {
    integration: toIntegration(integration),
    secretDestroyed,
    leftAtProvider,
    restorableUntil: restorableUntil.toISOString(),
  }
}

const acting: Route[] = [
  route(
    {
      ...{ ...one, id: 'restoreIntegration', method: 'post', path: `${base}/{id}/restore`, isOne: false },
      summary: 'Brings a deleted integration back',
      answer: RestoredIntegrationShape,
      errors: ['integration.not_restorable', 'integration.name_taken'],
    },
    async ({ ctx, params }) => {
      const { integration, needsSecret } = await restoreIntegration(ctx, refOf(params.id))
      return { body: { integration: toIntegration(integration), needsSecret } }
    },
  ),
  route(
    {
      ...{ ...one, id: 'enableIntegration', method: 'post', path: `${base}/{id}/enable` },
      summary: 'Switches it on; its first check runs at once',
      answer: IntegrationShape,
      errors: [...one.errors, 'credential.missing'],
    },
    async ({ ctx, params }) => {
      const enabled = await enableIntegration(ctx, refOf(params.id))
      return { body: toIntegration(enabled), version: enabled.version }
    },
  ),
  route(
    {
      ...{ ...one, id: 'disableIntegration', method: 'post', path: `${base}/{id}/disable` },
      summary: 'Switches it off',
      answer: IntegrationShape,
    },
    async ({ ctx, params }) => {
      const disabled = await disableIntegration(ctx, refOf(params.id))
      return { body: toIntegration(disabled), version: disabled.version }
    },
  ),
  route(
    {
      ...{ ...one, id: 'testIntegration', method: 'post', path: `${base}/{id}/test`, isOne: false },
      summary: 'Checks it now; a service that fails is an answer, not an error',
      answer: TestResultShape,
    },
    test,
  ),
]

type OfOne = Pick<Asked<typeof integrationRef, undefined, undefined>, 'ctx' | 'params'>

export async function test({ ctx, params }: OfOne) {
  return { body: toTestResult((await testIntegration(ctx, refOf(params.id))).report) }
}

export async function health({ ctx, params, query }: OfOne & { query: z.output<typeof HealthQuery> }) {
  const found = await readHealth(ctx, refOf(params.id))
  const stats = (await statsOf(ctx, [found.id], query.window)).get(found.id)
  if (!stats) throw new HubError('integration.not_found')
  return { body: toHealth(found, stats) }
}

const reading: Route[] = [
  route(
    {
      ...{ ...one, id: 'getIntegrationStatus', method: 'get', path: `${base}/{id}/status` },
      summary: 'Whether it is connected, and if not, why',
      answer: IntegrationStatusShape,
    },
    async ({ ctx, params }) => ({ body: toStatus(await getIntegration(ctx, refOf(params.id))) }),
  ),
  route(
    {
      ...{ ...one, id: 'getIntegrationHealth', method: 'get', path: `${base}/{id}/health` },
      summary: 'The verdict, and uptime, errors and latency over a window',
      query: HealthQuery,
      answer: IntegrationHealthShape,
    },
    health,
  ),
]

export const integrationRoutes: Route[] = [...listing, ...changing, ...acting, ...reading]
