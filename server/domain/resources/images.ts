import pLimit from 'p-limit'
import type { FetchedManifest, ImageHooks, ImageReference, Told, Trouble } from '@/connectors/kit'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { Cached } from '@/server/platform/cache'
import type { CallTarget } from '../calls/service'
import { openForLists } from './lists'
import { type KeptManifest, keyOf, manifests, type TagTarget, tags } from './memory'
import { sendsImages } from './sending'
import type { DigestVerdict, ImagePlatform, ManifestDetails, Outcome, ResolvedImage, ResourceFailure } from './types'

/**
 * What registries know of images. A tag may be moved and is believed for an hour; a digest stands for the same bytes for
 * ever, and they were hashed when they came.
 */
type Registry = { ctx: Context; target: CallTarget; images: ImageHooks; refresh: boolean }

/** @throws {HubError} permission.denied, integration.not_found, integration.disabled, resource.no_registry */
async function openRegistry(
  ctx: Context,
  { integration, refresh }: { integration: string; refresh?: boolean | null | undefined },
): Promise<Registry> {
  const target = await openForLists(ctx, integration)
  const { images } = target.connector.hooks
  if (images) return { ctx, target, images, refresh: refresh ?? false }
  throw new HubError('resource.no_registry')
}

function referenceOf({ images, target }: Registry, path: string, text: string): ImageReference {
  const parsed = images.parse(text, target.settings)
  if (!('problem' in parsed)) return parsed
  throw new HubError('request.invalid', `"${path}" ${parsed.problem}.`, {
    fields: [{ path, message: parsed.problem }],
  })
}

const failed = ({ failureClass, message, remedy }: Trouble): { failure: ResourceFailure; value: null } => ({
  failure: { failureClass, message, remedy },
  value: null,
})

const kept = ({ digest, bytes, manifest }: FetchedManifest): KeptManifest => ({
  digest,
  text: bytes.toString('utf8'),
  bytes: bytes.length,
  manifest,
})

const keptOf = (told: Told<FetchedManifest>): Told<KeptManifest> =>
  told.trouble ? told : { trouble: null, value: kept(told.value) }

function readManifest(registry: Registry, repository: string, digest: string): Promise<Cached<Told<KeptManifest>>> {
  const { ctx, target, images } = registry
  const load = async (signal: AbortSignal) =>
    keptOf(
      await images.fetch(sendsImages({ ...ctx, signal }, target, 'fetch manifest'), { repository, reference: digest }),
    )
  return manifests.read(keyOf(target, repository, digest), load, { signal: ctx.signal })
}

function keepManifest({ target }: Registry, repository: string, fetched: FetchedManifest): Promise<unknown> {
  const value: Told<KeptManifest> = { trouble: null, value: kept(fetched) }
  return manifests.read(keyOf(target, repository, fetched.digest), async () => value, { refresh: true })
}

function readTag(registry: Registry, repository: string, tag: string): Promise<Cached<Told<TagTarget>>> {
  const { ctx, target, images, refresh } = registry
  const load = async (signal: AbortSignal): Promise<Told<TagTarget>> => {
    const send = sendsImages({ ...ctx, signal }, target, 'resolve tag')
    const told = await images.locate(send, { repository, reference: tag })
    if (told.trouble) return told
    const { fetched, ...found } = told.value
    if (fetched) await keepManifest(registry, repository, fetched)
    return { trouble: null, value: found }
  }
  return tags.read(keyOf(target, repository, tag), load, { refresh, signal: ctx.signal })
}

const maxMeasured = 32
const measuredAtOnce = 4

/** The sizes of an index's images, each by its own manifest; null where that is too many or cannot be told. */
async function measured(registry: Registry, repository: string, found: KeptManifest): Promise<ImagePlatform[]> {
  const limit = pLimit(measuredAtOnce)
  const { platforms } = found.manifest
  const runnable = platforms.filter((one) => !one.isAttestation)
  const isTooMuch = registry.images.countsPulls(registry.target.settings) || runnable.length > maxMeasured
  return Promise.all(
    platforms.map(async (one) => {
      if (isTooMuch || one.isAttestation) return { ...one, sizeBytes: null }
      const { value: told } = await limit(() => readManifest(registry, repository, one.digest))
      return { ...one, sizeBytes: told.trouble ? null : told.value.manifest.sizeBytes }
    }),
  )
}

function wholeSize(found: KeptManifest, platforms: readonly ImagePlatform[]): number | null {
  if (found.manifest.kind !== 'index') return found.manifest.sizeBytes
  const sizes = platforms.flatMap((one) => (one.isAttestation ? [] : [one.sizeBytes]))
  return sizes.reduce((sum, size) => (sum === null || size === null ? null : sum + size), 0 as number | null)
}

async function describe(
  registry: Registry,
  { repository, tag }: ImageReference,
  target: Cached<TagTarget>,
): Promise<Outcome<ResolvedImage>> {
  const { digest, pushedAt } = target.value
  const { value: told } = await readManifest(registry, repository, digest)
  if (told.trouble) return failed(told.trouble)
  const { manifest } = told.value
  const platforms = await measured(registry, repository, told.value)
  const value: ResolvedImage = {
    ...{ repository, tag, digest, mediaType: manifest.mediaType, kind: manifest.kind },
    artifactType: manifest.artifactType,
    sizeBytes: wholeSize(told.value, platforms),
    ...{ pushedAt, platforms, resolvedAt: target.at, isCached: target.isHit },
  }
  return { failure: null, value }
}

/**
 * What an image's tag stands for now: the digest to deploy by, its size and its platforms. Believed for an hour, unless
 * `refresh` asks anew. Of registries that count pulls the sizes of an index's platforms are not asked for.
 *
 * @throws {HubError} permission.denied, integration.not_found, integration.disabled, resource.no_registry,
 *   request.invalid, credential.missing
 */
export async function resolveTag(
  ctx: Context,
  asked: { integration: string; reference: string; refresh?: boolean | null | undefined },
): Promise<Outcome<ResolvedImage>> {
  const registry = await openRegistry(ctx, asked)
  const reference = referenceOf(registry, 'reference', asked.reference)
  // With both, the digest decides: that is what it is written down for.
  if (reference.digest !== null) {
    const at = new Date()
    const value = { digest: reference.digest, mediaType: null, pushedAt: null }
    return describe(registry, reference, { value, at, isHit: false })
  }
  const found = await readTag(registry, reference.repository, reference.tag ?? 'latest')
  if (found.value.trouble) return failed(found.value.trouble)
  return describe(registry, reference, { ...found, value: found.value.value })
}

/**
 * The manifest of a tag or a digest, with the text the registry serves. Bytes that do not hash to their digest are
 * refused: the registry, or something on the way, is not to be trusted then.
 *
 * @throws {HubError} permission.denied, integration.not_found, integration.disabled, resource.no_registry,
 *   request.invalid, credential.missing
 */
export async function fetchManifest(
  ctx: Context,
  asked: {
    integration: string
    repository: string
    /** Tag or digest. */
    reference: string
    refresh?: boolean | null | undefined
  },
): Promise<Outcome<ManifestDetails>> {
  const registry = await openRegistry(ctx, asked)
  const joint = asked.reference.includes(':') ? '@' : ':'
  const { repository, tag, digest } = referenceOf(registry, 'reference', asked.repository + joint + asked.reference)
  let wanted = digest
  if (wanted === null) {
    const { value: found } = await readTag(registry, repository, tag ?? 'latest')
    if (found.trouble) return failed(found.trouble)
    wanted = found.value.digest
  }
  const { value: told, at, isHit } = await readManifest(registry, repository, wanted)
  if (told.trouble) return failed(told.trouble)
  const { manifest, text, bytes } = told.value
  const details = {
    ...manifest,
    repository,
    digest: wanted,
    manifestBytes: bytes,
    text,
    fetchedAt: at,
    isCached: isHit,
  }
  return { failure: null, value: details }
}

const algorithmOf = (digest: string) => digest.slice(0, digest.indexOf(':'))

/** The verdict when the bytes came; those that do not fit their own digest never get here. */
function judged(
  registry: Registry,
  asked: Pick<DigestVerdict, 'repository' | 'digest' | 'expected'>,
  fetched: FetchedManifest,
) {
  const { digest, expected } = asked
  const { bytes, manifest } = fetched
  const seen = { mediaType: manifest.mediaType, manifestBytes: bytes.length, actual: digest }
  const other = expected === null ? null : registry.images.hash(bytes, algorithmOf(expected))
  if (other === expected) return { failure: null, value: { ...asked, ...seen, isVerified: true } }
  const failure: ResourceFailure = {
    failureClass: 'request',
    message: `The bytes of ${digest} hash to ${other ?? 'nothing known'}, and not to what was expected.`,
    remedy: 'What was expected belongs to another image: do not deploy this one in its place.',
  }
  return { failure, value: { ...asked, ...seen, actual: other, isVerified: false } }
}

/**
 * Proves, now and not from memory, that the registry serves bytes which hash to a digest (sha256 or sha512) and, where
 * a second one is expected, to that as well.
 *
 * @returns with a failure also what was found, where bytes came
 * @throws {HubError} permission.denied, integration.not_found, integration.disabled, resource.no_registry,
 *   request.invalid, credential.missing
 */
export async function verifyDigest(
  ctx: Context,
  asked: { integration: string; repository: string; digest: string; expected?: string | null | undefined },
): Promise<{ failure: ResourceFailure | null; value: DigestVerdict | null }> {
  const registry = await openRegistry(ctx, { integration: asked.integration })
  const { repository, digest } = referenceOf(registry, 'digest', `${asked.repository}@${asked.digest}`)
  if (asked.expected) referenceOf(registry, 'expected', `${asked.repository}@${asked.expected}`)
  if (digest === null) throw new HubError('request.invalid')
  const send = sendsImages(ctx, registry.target, 'verify digest')
  const { trouble, value: fetched } = await registry.images.fetch(send, { repository, reference: digest })
  const question = { repository, digest, expected: asked.expected ?? null }
  if (trouble) {
    const { actual } = trouble.evidence
    if (typeof actual !== 'string') return failed(trouble)
    const value = { ...question, actual, isVerified: false, mediaType: null, manifestBytes: null }
    return { ...failed(trouble), value }
  }
  await keepManifest(registry, repository, fetched)
  return judged(registry, question, fetched)
}
