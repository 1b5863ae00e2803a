import type { ImageBlob, ImageManifest, Resource } from '@/connectors/kit'
import type { FailureClass } from '@/server/kernel/health'
import type { PageInput } from '@/server/kernel/page'

/** What integrations can list, and what registries know of images: the shapes all surfaces share. */
export type { ImageBlob, Resource } from '@/connectors/kit'

/** A failure is an outcome: the service, the network, the credential or the quota. */
export type ResourceFailure = {
  failureClass: FailureClass
  message: string
  remedy: string | null
}

export type DiscoverInput = PageInput & {
  /** Id, bare UUID or slug. */
  integration: string
  /** The name of a list, or one of the short names for it. */
  type: string
  input?: Readonly<Record<string, string>> | null | undefined
  /** A text in the name or the id, in any case of letters. */
  filter?: string | null | undefined
  /** Ask the service, whatever is remembered. */
  refresh?: boolean | null | undefined
}

/** A page of the service that could not be read; what came before it is told. */
export type PageFailure = ResourceFailure & { page: number }

export type ResourceItem = { node: Resource; cursor: string }

export type ResourcePage = {
  /** The list's name, whatever it was called in the question. */
  type: string
  items: ResourceItem[]
  hasNextPage: boolean
  /** Where to go on; also after a failure, to try the page again. */
  endCursor: string | null
  /** How many were looked at to find these. */
  seen: number
  /** When the oldest of it was asked of the service; null when nothing was answered. */
  cachedAt: Date | null
  isCached: boolean
  failure: PageFailure | null
}

/** One page of the service, as it comes. */
export type ResourceBatch = ResourcePage & {
  /** Of the service, from 1. */
  page: number
  /** How many were told so far, with these. */
  count: number
  isLast: boolean
}

export type ResourceListInput = {
  name: string
  title: string
  description: string | null
  pattern: string | null
  /** The list whose ids fit. */
  list: string | null
  examples: string[]
}

export type ResourceList = {
  name: string
  title: string
  description: string | null
  inputs: ResourceListInput[]
  /** The service itself looks for a text; otherwise the hub reads page after page. */
  isSearchable: boolean
  /** Why this service does not offer the list, and what to do instead; null where it does. */
  missing: string | null
}

export type ImagePlatform = ImageManifest['platforms'][number] & {
  /** Of its configuration and layers; null where that was not asked or is not known. */
  sizeBytes: number | null
}

export type ResolvedImage = {
  repository: string
  tag: string | null
  digest: string
  mediaType: string
  kind: ImageManifest['kind']
  artifactType: string | null
  /** Configuration and layers; of an index the sum over its platforms, where all of them are known. */
  sizeBytes: number | null
  pushedAt: Date | null
  platforms: ImagePlatform[]
  /** When the registry was asked what the tag stands for. */
  resolvedAt: Date
  isCached: boolean
}

export type ManifestDetails = Omit<ImageManifest, 'platforms'> & {
  repository: string
  digest: string
  /** Of the manifest itself. */
  manifestBytes: number
  layers: ImageBlob[]
  platforms: ImageManifest['platforms']
  /** The text as the registry serves it; the digest is of these bytes. */
  text: string
  fetchedAt: Date
  isCached: boolean
}

export type DigestVerdict = {
  repository: string
  isVerified: boolean
  /** Asked for. */
  digest: string
  /** What the bytes hash to by the same algorithm; null when none came. */
  actual: string | null
  /** The second digest the bytes had to hash to. */
  expected: string | null
  mediaType: string | null
  manifestBytes: number | null
}

export type Outcome<T> = { failure: ResourceFailure; value: T | null } | { failure: null; value: T }
