import { customHttp } from './custom-http'
import { github } from './github'
import { gitlab } from './gitlab'
import { jenkins } from './jenkins'
import type { Connector } from './kit'
import { ociRegistry } from './oci-registry'
import { prometheus } from './prometheus'
import { slack } from './slack'

/** Every built-in connector, one line each, by folder. */
// biome-ignore format: one line each, so that two new connectors never touch the same line
export const connectors: readonly Connector[] = [
  customHttp,
  github,
  gitlab,
  jenkins,
  ociRegistry,
  prometheus,
  slack,
]

export function findBuiltInConnector(typeId: string): Connector | undefined {
  return connectors.find(({ manifest }) => manifest.id === typeId)
}

/** What a short name such as `docker-hub` stands for; also takes a type itself. */
export function findConnectorByAlias(name: string): { connector: Connector; instance: string | null } | undefined {
  for (const connector of connectors) {
    const { manifest } = connector
    const instance = Object.entries(manifest.instances).find(([, one]) => one.aliases?.includes(name))?.[0]
    if (instance !== undefined) return { connector, instance }
    if (manifest.id === name || manifest.aliases?.includes(name)) return { connector, instance: null }
  }
  return undefined
}
