import { z } from 'zod'
import type { ImageBlob, ImageManifest, ImagePlatform } from '@/connectors/kit'
import { isDigest } from './reference'

/**
 * What a manifest says. Only what the specification requires is required; what nobody understands is left out.
 * Source: https://github.com/opencontainers/image-spec/blob/main/manifest.md,
 * https://github.com/opencontainers/image-spec/blob/main/image-index.md and
 * https://distribution.github.io/distribution/spec/manifest-v2-2/
 */
const imageTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const
const indexTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
] as const
const configTypes = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
] as const

/** What we ask for; a registry that has an index gives it, and not one of its images. */
export const acceptedManifests = [...indexTypes, ...imageTypes].join(', ')

const digest = z.string().refine(isDigest)
const size = z.int().min(0)
const annotations = z.record(z.string(), z.string()).optional().catch({})
const descriptor = z.object({ mediaType: z.string(), digest, size })
const image = z.object({
  mediaType: z.string().optional(),
  artifactType: z.string().optional(),
  config: descriptor,
  layers: z.array(descriptor),
  annotations,
})
const index = z.object({
  mediaType: z.string().optional(),
  artifactType: z.string().optional(),
  manifests: z.array(
    descriptor.extend({
      platform: z
        .object({ os: z.string(), architecture: z.string(), variant: z.string().optional() })
        .optional()
        .catch(undefined),
      annotations,
    }),
  ),
  annotations,
})

const blobOf = (one: z.infer<typeof descriptor>): ImageBlob => ({
  digest: one.digest,
  mediaType: one.mediaType,
  sizeBytes: one.size,
})

/** BuildKit's way of saying it. Source: https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
const attestation = 'attestation-manifest'

function platformOf(entry: z.infer<typeof index>['manifests'][number]): ImagePlatform {
  const { platform, digest: own, mediaType } = entry
  const isUnknown = platform?.os === 'unknown' && platform.architecture === 'unknown'
  const isAttestation = entry.annotations?.['vnd.docker.reference.type'] === attestation || isUnknown
  const words = [platform?.os, platform?.architecture, platform?.variant].filter(Boolean).join('/')
  return { platform: isUnknown || words === '' ? null : words, digest: own, mediaType, isAttestation }
}

function imageOf(mediaType: string, body: unknown): ImageManifest | undefined {
  const { data } = image.safeParse(body)
  if (!data) return undefined
  const { config, layers } = data
  const isImage = data.artifactType === undefined && configTypes.some((type) => type === config.mediaType)
  return {
    mediaType,
    kind: isImage ? 'image' : 'artifact',
    artifactType: isImage ? null : (data.artifactType ?? config.mediaType),
    sizeBytes: layers.reduce((sum, layer) => sum + layer.size, config.size),
    config: blobOf(config),
    layers: layers.map(blobOf),
    platforms: [],
    annotations: data.annotations ?? {},
  }
}

function indexOf(mediaType: string, body: unknown): ImageManifest | undefined {
  const { data } = index.safeParse(body)
  if (!data) return undefined
  return {
    ...{ mediaType, kind: 'index', artifactType: data.artifactType ?? null, sizeBytes: null, config: null, layers: [] },
    platforms: data.manifests.map(platformOf),
    annotations: data.annotations ?? {},
  }
}

const typeIn = (body: unknown) => {
  const told = typeof body === 'object' && body !== null ? new Map<string, unknown>(Object.entries(body)) : undefined
  const mediaType = told?.get('mediaType')
  return typeof mediaType === 'string' ? mediaType : undefined
}

/** @returns undefined for what is no manifest we know, such as one of the first version */
export function readManifest(contentType: string | undefined, body: unknown): ImageManifest | undefined {
  const told = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  const known = (type: string | undefined) => [...imageTypes, ...indexTypes].find((one) => one === type)
  const mediaType = known(told) ?? known(typeIn(body))
  if (!mediaType) return undefined
  const isIndex = indexTypes.some((type) => type === mediaType)
  return isIndex ? indexOf(mediaType, body) : imageOf(mediaType, body)
}
