export { HttpFailure } from '@/server/kernel/http'
export { parseJson } from './answers'
export {
  type Authorization,
  type AuthorizeCall,
  type Connector,
  type ConnectorHooks,
  defineConnector,
  plain,
  secret,
} from './define'
export { type ConnectorManifest, connectorManifest } from './manifest'
export { type ProbeOptions, runProbes } from './probes'
export { describeSettings, type JsonSchema, type SettingsDescription, slugStem } from './schema'
export { type ConnectorSettings, originOf, parseConnectorSettings, type SettingsInput } from './settings'
