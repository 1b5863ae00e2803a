import type { Connector } from '@/connectors/kit'
import { connectors, findBuiltInConnector } from '@/connectors/registry'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'

export type { ConnectorMaturity, IntegrationType } from './catalog'
export { toIntegrationType } from './catalog'
export type { OperationEffect, OperationType } from './operations'

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
