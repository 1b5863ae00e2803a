export { HttpFailure } from '@/server/kernel/http'
export { type Answered, parseJson, type Trouble } from './answers'
export {
  type CallReading,
  callRequest,
  injectedHeaders,
  readCall,
  readyRequest,
  sendCall,
  type VendorCall,
} from './call'
export { challengeIn, challengeMethods } from './challenges'
export { type CommentTarget, commentTarget } from './comments'
export { documentOf } from './content'
export {
  type Authorization,
  type AuthorizeCall,
  type Connector,
  type ConnectorHooks,
  defineConnector,
  plain,
  secret,
} from './define'
export {
  type ListCall,
  type Listing,
  listResources,
  listsOf,
  missingListsOf,
  type Resource,
  type SendListCall,
} from './discover'
export type {
  FetchedManifest,
  ImageAnswer,
  ImageBlob,
  ImageHooks,
  ImageManifest,
  ImagePlatform,
  ImageReference,
  LocatedManifest,
  ManifestAt,
  SendImageCall,
  Told,
} from './images'
export { type ConnectorManifest, connectorManifest, type Discovery } from './manifest'
export type { Operation } from './operation'
export {
  type OperationInput,
  type OperationSchema,
  operationSchema,
  parseOperationInput,
} from './operation-input'
export {
  type OperationAnswer,
  type OperationCall,
  type OperationOutcome,
  type OperationOutput,
  type OperationRequest,
  operationsOf,
  performOperation,
  type SendOperation,
} from './operations'
export { looksSecret, type PartialSettings, partialProblems, publicConfig } from './partial-settings'
export { type ProbeOptions, probesFor, runProbes } from './probes'
export {
  fieldsOf,
  type HookFound,
  type HookPlace,
  type HookRequest,
  headersOf,
  type KeptContent,
  type KeptDelivery,
  nextPage,
  type ProviderHook,
  textOf,
} from './provider-hook'
export { type Reach, type ReachFound, reachOf, tryReach } from './reach'
export type { DrawQuota } from './run'
export { describeSettings, type JsonSchema, type SettingsDescription, slugStem } from './schema'
export { scopeNames } from './scopes'
export { type ConnectorSettings, originOf, parseConnectorSettings, type SettingsInput } from './settings'
export { type TopicSource, textAt, topicOf, type Webhooks } from './topics'
export {
  type InboundRequest,
  type InboundSecret,
  type RefusalReason,
  refusalReasons,
  type SchemeName,
  secretHeadersOf,
  type Verdict,
  type VerifyScheme,
  verifyDelivery,
} from './verify'
export { verifyScheme } from './webhooks'
