import { z } from '@hono/zod-openapi'
import type { ManifestDetails, ResolvedImage, ResourceFailure } from '@/server/domain/resources/service'
import { failureClasses } from '@/server/kernel/health'
import { flag, Instant, orNull, picked } from './base'

/** What registries know of images. That a registry fails is told beside the answer, in words of the hub. */
const ImageFailureShape = z
  .object({ failureClass: z.enum(failureClasses), message: z.string(), remedy: z.string().nullable() })
  .openapi('ImageFailure')

const Kind = z.enum(['image', 'index', 'artifact'])
const SizeBytes = z
  .number()
  .nullable()
  .openapi({ description: 'Configuration and layers; null where not all is known.' })

const platform = {
  platform: z.string().nullable().openapi({ example: 'linux/arm64/v8' }),
  digest: z.string(),
  mediaType: z.string(),
  isAttestation: z.boolean().openapi({ description: 'A statement about another entry; nothing that can be run.' }),
}

const ImageShape = z
  .object({
    repository: z.string(),
    tag: z.string().nullable(),
    digest: z.string().openapi({ description: 'Deploy by this.' }),
    mediaType: z.string(),
    kind: Kind,
    artifactType: z.string().nullable(),
    sizeBytes: SizeBytes,
    pushedAt: Instant.nullable(),
    platforms: z.array(z.object({ ...platform, sizeBytes: SizeBytes })),
    resolvedAt: Instant.openapi({ description: 'When the registry was asked; a tag is believed for an hour.' }),
    isCached: z.boolean(),
  })
  .openapi('Image')

const BlobShape = z.object({ digest: z.string(), mediaType: z.string(), sizeBytes: z.number() })

const ManifestShape = z
  .object({
    repository: z.string(),
    digest: z.string(),
    mediaType: z.string(),
    kind: Kind,
    artifactType: z.string().nullable(),
    sizeBytes: SizeBytes,
    config: orNull(BlobShape),
    layers: z.array(BlobShape),
    platforms: z.array(z.object(platform)),
    annotations: z.record(z.string(), z.string()),
    manifestBytes: z.number().int(),
    text: z.string().openapi({ description: 'As the registry serves it; the digest is of these bytes.' }),
    fetchedAt: Instant,
    isCached: z.boolean(),
  })
  .openapi('Manifest')

const VerdictShape = z
  .object({
    repository: z.string(),
    isVerified: z.boolean(),
    digest: z.string(),
    actual: z.string().nullable().openapi({ description: 'What the bytes hash to; null when none came.' }),
    expected: z.string().nullable(),
    mediaType: z.string().nullable(),
    manifestBytes: z.number().int().nullable(),
  })
  .openapi('DigestVerdict')

const failure = orNull(ImageFailureShape)
export const ResolvedShape = z.object({ image: orNull(ImageShape), failure }).openapi('ResolvedImage')
export const FetchedManifestShape = z.object({ manifest: orNull(ManifestShape), failure }).openapi('FetchedManifest')
export const VerifiedShape = z
  .object({ isVerified: z.boolean(), verdict: orNull(VerdictShape), failure })
  .openapi('VerifiedDigest')

const repository = z.string().openapi({ example: 'team/app' })
const refresh = flag.optional().openapi({ description: 'Ask anew what a tag stands for.' })

export const ResolveQuery = z.strictObject({
  reference: z.string().openapi({ description: 'A tag that is left out is latest.', example: 'team/app:v2.3.1' }),
  refresh,
})

export const ManifestQuery = z.strictObject({
  repository,
  reference: z.string().openapi({ description: 'Tag or digest.' }),
  refresh,
})

export const VerificationShape = z
  .strictObject({
    repository,
    digest: z.string().openapi({ description: 'By sha256 or sha512.' }),
    expected: z.string().optional().openapi({ description: 'A second digest the same bytes have to hash to.' }),
  })
  .openapi('DigestVerification')

export const toFailure = (failed: ResourceFailure | null) =>
  failed && picked(failed, 'failureClass', 'message', 'remedy')

export const toImage = ({ platforms, ...rest }: ResolvedImage): z.input<typeof ImageShape> => ({
  ...picked(rest, 'repository', 'tag', 'digest', 'mediaType', 'kind', 'artifactType', 'sizeBytes', 'pushedAt'),
  ...picked(rest, 'resolvedAt', 'isCached'),
  platforms: platforms.map((one) => picked(one, 'platform', 'digest', 'mediaType', 'isAttestation', 'sizeBytes')),
})

export const toManifest = ({ platforms, layers, ...rest }: ManifestDetails): z.input<typeof ManifestShape> => ({
  ...picked(rest, 'repository', 'digest', 'mediaType', 'kind', 'artifactType', 'sizeBytes', 'annotations'),
  ...picked(rest, 'manifestBytes', 'text', 'fetchedAt', 'isCached'),
  config: rest.config && picked(rest.config, 'digest', 'mediaType', 'sizeBytes'),
  layers: layers.map((one) => picked(one, 'digest', 'mediaType', 'sizeBytes')),
  platforms: platforms.map((one) => picked(one, 'platform', 'digest', 'mediaType', 'isAttestation')),
})
