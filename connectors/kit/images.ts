import type { Answered, Trouble } from './answers'
import type { ConnectorSettings } from './settings'

/**
 * What a connector of a registry can do beside its lists: say what a reference means, what it stands for now, and hand
 * over the bytes. It sends nothing itself: whoever runs it gives a `send`, where quota, retry and log are. What is
 * remembered, and for how long, is decided elsewhere.
 */
export type ImageReference = {
  /** As the registry's own API names it. */
  repository: string
  /** Null when a digest alone was given. */
  tag: string | null
  digest: string | null
}

/** A repository, and a tag or a digest in it. */
export type ManifestAt = { repository: string; reference: string }

export type ImageAnswer = Answered & {
  /** Null when the service answered as one wishes. */
  trouble: Trouble | null
}

export type SendImageCall = (
  line: string,
  options: {
    values: Record<string, string>
    headers?: Record<string, string>
    /** For the method's authorize hook. */
    input: Record<string, string>
  },
) => Promise<ImageAnswer>

/** One image in an index. */
export type ImagePlatform = {
  /** Such as `linux/arm64/v8`; null where none is told. */
  platform: string | null
  digest: string
  mediaType: string
  /** A statement about another entry, such as its provenance, and nothing that can be run. */
  isAttestation: boolean
}

export type ImageBlob = { digest: string; mediaType: string; sizeBytes: number }

export type ImageManifest = {
  mediaType: string
  kind: 'image' | 'index' | 'artifact'
  /** What an artifact says it is. */
  artifactType: string | null
  /** Of its configuration and its layers; null for an index, which has none itself. */
  sizeBytes: number | null
  config: ImageBlob | null
  layers: ImageBlob[]
  platforms: ImagePlatform[]
  annotations: Record<string, string>
}

export type FetchedManifest = {
  /** What the bytes hash to. */
  digest: string
  /** The bytes as they were served. */
  bytes: Buffer
  manifest: ImageManifest
}

export type LocatedManifest = {
  digest: string
  mediaType: string | null
  /** Where the registry tells it. */
  pushedAt: Date | null
  /** What had to be fetched to find out, where that was so. */
  fetched: FetchedManifest | null
}

export type Told<T> = { trouble: Trouble; value: null } | { trouble: null; value: T }

export type ImageHooks = {
  /** @returns a problem in our words when the text is no reference of this registry */
  parse(text: string, settings: ConnectorSettings): ImageReference | { problem: string }
  /** What a tag stands for now. Counts as no pull where the registry makes that difference. */
  locate(send: SendImageCall, at: ManifestAt): Promise<Told<LocatedManifest>>
  /** The bytes, hashed: those that do not fit the digest asked for, or the one the registry told, are refused. */
  fetch(send: SendImageCall, at: ManifestAt): Promise<Told<FetchedManifest>>
  /** What bytes hash to. @returns null for an algorithm that is not known */
  hash(bytes: Buffer, algorithm: string): string | null
  /** Reading many manifests costs the integration's quota. */
  countsPulls(settings: ConnectorSettings): boolean
}
