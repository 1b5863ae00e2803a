import { type Connector, type ConnectorManifest, describeSettings, type JsonSchema, scopeNames } from '@/connectors/kit'
import type { ProbeName } from '@/server/kernel/health'
import { drawOperations, type OperationType } from './operations'

/** A connector as the catalog and the connect form show it: its manifest in words, without a vendor's name anywhere. */
export type IntegrationType = {
  id: string
  version: string
  name: string
  description: string
  icon: string | null
  maturity: ConnectorMaturity
  families: string[]
  capabilities: string[]
  aliases: string[]
  docs: { setup: string | null; scopes: string | null; troubleshooting: string | null }
  instances: {
    id: string
    title: string
    description: string | null
    slugStem: string
    baseUrl: string
    aliases: string[]
    configSchema: JsonSchema
    methodIds: string[]
  }[]
  methods: {
    id: string
    title: string
    kind: string
    help: string | null
    scopes: string[]
    configSchema: JsonSchema
    secretsSchema: JsonSchema
  }[]
  probes: { name: ProbeName; proves: string; asks: string | null }[]
  versionRange: string | null
  neededScopes: { capability: string | null; scopes: string[] }[]
  quotaPools: { pool: string; limitHeader: string | null; remainingHeader: string | null; resetHeader: string | null }[]
  discoveryLists: { id: string; title: string; asks: string }[]
  operations: OperationType[]
  webhooks: { schemes: string[]; topics: string[] } | null
  remedies: { failure: string; remedy: string }[]
}

export type ConnectorMaturity = NonNullable<ConnectorManifest['maturity']>

type Probes = ConnectorManifest['probes']

function identityAsks({ identity }: Probes): { proves: string; asks: string | null } {
  return 'none' in identity
    ? { proves: identity.none, asks: null }
    : { proves: 'The credential is accepted, and whom it belongs to.', asks: identity.request }
}

const wholeSeconds = (ms: number) => (ms % 1000 === 0 ? `${ms / 1000} s` : `${ms} ms`)

/** The seven probes in their order, those that ask this vendor nothing left out. */
function probesOf({ reach, scopes, access, version, quota, latency, ...rest }: Probes, hasQuotas: boolean) {
  const range = version?.range ? `, and that it is ${version.range}` : ''
  const rights = scopes ?? access
  const slow = wholeSeconds(latency?.p99Ms ?? 5_000)
  const all: (IntegrationType['probes'][number] | null | undefined)[] = [
    {
      name: 'connectivity',
      proves: 'The service answers, asked without the credential.',
      asks: reach?.request ?? 'GET /',
    },
    { name: 'tls', proves: 'Its certificate is trusted and is valid for 30 days at least.', asks: null },
    { name: 'authentication', ...identityAsks({ ...rest }) },
    rights && {
      name: 'authorization',
      proves: 'The credential has the rights it needs.',
      asks: rights.request,
    },
    version && { name: 'version', proves: `Which version runs${range}.`, asks: version.request },
    quota || hasQuotas
      ? {
          name: 'rate_limit',
          proves: 'More than 10 % of the quota is left.',
          asks: quota?.request ?? null,
        }
      : null,
    { name: 'latency', proves: `99 of 100 answers come within ${slow}.`, asks: null },
  ]
  return all.filter((probe) => probe !== null && probe !== undefined)
}

/** Before anything failed nothing is named yet. */
const inGeneral = (remedy: string) => remedy.replaceAll('{missing}', 'what it needs')

function remediesOf({ remedies, errors }: ConnectorManifest): IntegrationType['remedies'] {
  const byStatus = Object.entries(remedies ?? {}).map(([status, remedy]) => ({ failure: `status ${status}`, remedy }))
  const byAnswer = (errors ?? []).flatMap(({ remedy, bodyPath, header, equals, match }) => {
    if (!remedy) return []
    const place = bodyPath ?? header
    const said = equals === undefined ? match : String(equals)
    return [{ failure: said ? `${place}: ${said}` : `the answer has ${place}`, remedy: inGeneral(remedy) }]
  })
  return [...byStatus, ...byAnswer]
}

/** Told in the headers of every answer, or in the body of one. */
function poolsOf({ quotas, probes }: ConnectorManifest): IntegrationType['quotaPools'] {
  const inHeaders = (quotas ?? []).map(({ pool, limit, remaining, reset }) => ({
    pool,
    limitHeader: limit ?? null,
    remainingHeader: remaining ?? null,
    resetHeader: reset ?? null,
  }))
  const inBody = (probes.quota?.pools?.names ?? [])
    .filter((name) => !inHeaders.some(({ pool }) => pool === name))
    .map((pool) => ({ pool, limitHeader: null, remainingHeader: null, resetHeader: null }))
  return [...inHeaders, ...inBody]
}

function webhooksOf({ webhooks }: ConnectorManifest): IntegrationType['webhooks'] {
  if (!webhooks) return null
  const schemes = [...new Set(webhooks.verify.map(({ scheme }) => scheme))]
  return { schemes, topics: [...new Set(Object.values(webhooks.topics ?? {}))] }
}

/** A list among the needs means that any one of it will do. */
function scopesOf({ scopes, access }: Probes): IntegrationType['neededScopes'] {
  if (!scopes && access?.needs?.length) return [{ capability: null, scopes: [...access.needs] }]
  return Object.entries(scopes?.needs ?? {}).map(([capability, needed]) => ({
    capability: capability === '*' ? null : capability,
    scopes: scopeNames(needed),
  }))
}

function nameOf({ docs, maturity, ...manifest }: ConnectorManifest) {
  return {
    id: manifest.id,
    version: manifest.version,
    name: manifest.name,
    description: manifest.description ?? '',
    icon: manifest.icon ?? null,
    maturity: maturity ?? 'community',
    families: [...manifest.families],
    capabilities: [...manifest.capabilities],
    aliases: [...(manifest.aliases ?? []), ...Object.values(manifest.instances).flatMap((each) => each.aliases ?? [])],
    docs: {
      setup: docs?.setup ?? null,
      scopes: docs?.scopes ?? null,
      troubleshooting: docs?.troubleshooting ?? null,
    },
  }
}

function draw(connector: Connector): IntegrationType {
  const { manifest } = connector
  const described = describeSettings(connector)
  const neededScopes = scopesOf(manifest.probes)
  const scopes = [...new Set(neededScopes.flatMap((needed) => needed.scopes))]
  return {
    ...nameOf(manifest),
    instances: described.instances.map(({ name, title, description, slug, baseUrl, config, methods }) => ({
      id: name,
      title,
      description,
      slugStem: slug,
      baseUrl,
      aliases: [...(manifest.instances[name]?.aliases ?? [])],
      configSchema: config,
      methodIds: methods,
    })),
    methods: described.methods.map(({ name, title, kind, description, config, secrets }) => ({
      id: name,
      title,
      kind,
      help: description,
      scopes,
      configSchema: config,
      secretsSchema: secrets,
    })),
    probes: probesOf(manifest.probes, (manifest.quotas ?? []).length > 0),
    versionRange: manifest.probes.version?.range ?? null,
    neededScopes,
    quotaPools: poolsOf(manifest),
    discoveryLists: Object.entries(manifest.discover ?? {}).map(([id, { title, request }]) => ({
      id,
      title: title ?? id,
      asks: request,
    })),
    operations: drawOperations(manifest.operations),
    webhooks: webhooksOf(manifest),
    remedies: remediesOf(manifest),
  }
}

const drawn = new WeakMap<Connector, IntegrationType>()

/** Drawn once for each connector: every row of a list asks for the type of its integration. */
export function toIntegrationType(connector: Connector): IntegrationType {
  const known = drawn.get(connector)
  if (known) return known
  const made = draw(connector)
  drawn.set(connector, made)
  return made
}
