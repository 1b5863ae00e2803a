export { discoverResources, streamResources } from './discover'
export { fetchManifest, resolveTag, verifyDigest } from './images'
export { readResourceLists } from './lists'
export type {
  DigestVerdict,
  ImageBlob,
  ImagePlatform,
  ManifestDetails,
  ResolvedImage,
  ResourceBatch,
  ResourceFailure,
  ResourceItem,
  ResourcePage,
} from './types'

/**
 * What lies behind integrations: lists of a service's things, and what registries know of images. The engine of all
 * calls sends, platform/cache remembers; permissions are asked before either.
 */
