import { type Connector, describeSettings, type JsonSchema } from '@/connectors/kit'
import { connectors, findBuiltInConnector } from '@/connectors/registry'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'

/** A connector as the catalog and the connect form show it. */
export type IntegrationType = {
  id: string
  version: string
  name: string
  description: string
  families: string[]
  capabilities: string[]
  aliases: string[]
  instances: { id: string; title: string; slugStem: string; configSchema: JsonSchema; methodIds: string[] }[]
  methods: {
    id: string
    title: string
    kind: string
    help: string | null
    scopes: string[]
    configSchema: JsonSchema
    secretsSchema: JsonSchema
  }[]
}

/** The connectors the caller's tenant can use. */
export async function listConnectors(_ctx: Context): Promise<readonly Connector[]> {
  return connectors
}

/**
 * The connector of a type. The version an integration was made with is served by the one that is built in, as long as
 * the two agree on the major number.
 *
 * @throws {HubError} connector.unknown
 */
export async function findConnector(_ctx: Context, typeId: string, version?: string): Promise<Connector> {
  const found = findBuiltInConnector(typeId)
  const major = (text: string) => text.split('.')[0]
  if (found && (version === undefined || major(version) === major(found.manifest.version))) return found
  throw new HubError('connector.unknown')
}

/** Types whose connector belongs to one of the families. */
export function typesOfFamilies(families: readonly string[]): string[] {
  return connectors
    .filter(({ manifest }) => manifest.families.some((family) => families.includes(family)))
    .map(({ manifest }) => manifest.id)
}

export function toIntegrationType(connector: Connector): IntegrationType {
  const { manifest } = connector
  const described = describeSettings(connector)
  const scopes = [...new Set(Object.values(manifest.probes.scopes?.needs ?? {}).flat())]
  return {
    id: manifest.id,
    version: manifest.version,
    name: manifest.name,
    description: manifest.description ?? '',
    families: [...manifest.families],
    capabilities: [...manifest.capabilities],
    aliases: [...(manifest.aliases ?? []), ...Object.values(manifest.instances).flatMap((each) => each.aliases ?? [])],
    instances: described.instances.map(({ name, title, slug, config, methods }) => ({
      id: name,
      title,
      slugStem: slug,
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
  }
}
