import { z } from '@hono/zod-openapi'
import { findConnector, listConnectors, toIntegrationType } from '@/server/domain/connectors/service'
import { HubError } from '@/server/kernel/errors'
import { probeNames } from '@/server/kernel/health'
import { type Route, route } from '../route'

/** The kinds of service the hub can connect. */
const JsonSchema = z.record(z.string(), z.unknown()).openapi({ description: 'A JSON Schema.' })

export const IntegrationTypeShape = z
  .object({
    id: z.string(),
    version: z.string(),
    name: z.string(),
    description: z.string(),
    icon: z.string().nullable(),
    maturity: z.enum(['built_in', 'verified', 'community']),
    families: z.array(z.string()),
    capabilities: z.array(z.string()),
    aliases: z.array(z.string()),
    docs: z.object({
      setup: z.string().nullable(),
      scopes: z.string().nullable(),
      troubleshooting: z.string().nullable(),
    }),
    instances: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        description: z.string().nullable(),
        slugStem: z.string(),
        baseUrl: z.string(),
        aliases: z.array(z.string()),
        configSchema: JsonSchema,
        methodIds: z.array(z.string()),
      }),
    ),
    methods: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        kind: z.string(),
        help: z.string().nullable(),
        scopes: z.array(z.string()),
        configSchema: JsonSchema,
        secretsSchema: JsonSchema,
      }),
    ),
    probes: z.array(z.object({ name: z.enum(probeNames), proves: z.string(), asks: z.string().nullable() })),
    versionRange: z.string().nullable(),
    neededScopes: z.array(z.object({ capability: z.string().nullable(), scopes: z.array(z.string()) })),
    quotaPools: z.array(
      z.object({
        pool: z.string(),
        limitHeader: z.string().nullable(),
        remainingHeader: z.string().nullable(),
        resetHeader: z.string().nullable(),
      }),
    ),
    discoveryLists: z.array(z.object({ id: z.string(), title: z.string(), asks: z.string() })),
    operations: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        description: z.string().nullable(),
        effect: z.enum(['read', 'write', 'destructive']),
      }),
    ),
    webhooks: z.object({ schemes: z.array(z.string()), topics: z.array(z.string()) }).nullable(),
    remedies: z.array(z.object({ failure: z.string(), remedy: z.string() })),
  })
  .openapi('IntegrationType')

type Drawn = ReturnType<typeof toIntegrationType>

function toType(type: Drawn): z.input<typeof IntegrationTypeShape> {
  const { operations, discoveryLists, maturity, ...rest } = type
  return {
    ...rest,
    maturity: maturity === 'built-in' ? 'built_in' : maturity,
    discoveryLists: discoveryLists.map(({ id, title, asks }) => ({ id, title, asks })),
    operations: operations.map(({ id, title, description, effect }) => ({ id, title, description, effect })),
  }
}

const typeRef = z.strictObject({ type: z.string().openapi({ example: 'scm.github' }) })

export const typeRoutes: Route[] = [
  route(
    {
      ...{ id: 'listIntegrationTypes', method: 'get', path: '/api/v1/integration-types', tag: 'Integration types' },
      summary: 'The kinds of service the hub can connect',
      query: z.strictObject({ family: z.array(z.string()).optional() }),
      isOne: true,
      answer: z.object({ items: z.array(IntegrationTypeShape), nextCursor: z.null() }).openapi('IntegrationTypePage'),
    },
    async ({ ctx, query }) => {
      const fits = ({ families }: Drawn) => !query.family || families.some((each) => query.family?.includes(each))
      const items = (await listConnectors(ctx)).map(toIntegrationType).filter(fits).map(toType)
      return { body: { items, nextCursor: null } }
    },
  ),
  route(
    {
      ...{
        id: 'getIntegrationType',
        method: 'get',
        path: '/api/v1/integration-types/{type}',
        tag: 'Integration types',
      },
      summary: 'One kind: where it can live, how the hub signs in, what it can do',
      params: typeRef,
      isOne: true,
      answer: IntegrationTypeShape,
      errors: ['request.unknown_path'],
    },
    async ({ ctx, params }) => {
      const found = (await listConnectors(ctx)).find(({ manifest }) => manifest.id === params.type)
      if (!found) throw new HubError('request.unknown_path', 'There is no integration type of this name.')
      return { body: toType(toIntegrationType(await findConnector(ctx, found.manifest.id))) }
    },
  ),
]
