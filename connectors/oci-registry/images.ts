import {
  type FetchedManifest,
  type ImageAnswer,
  type ImageHooks,
  type LocatedManifest,
  type ManifestAt,
  parseJson,
  type SendImageCall,
  type Told,
  type Trouble,
} from '@/connectors/kit'
import { acceptedManifests, readManifest } from './manifests'
import { digestOf, isDigest, parseReference } from './reference'

/**
 * Tags, manifests and digests of a registry. A tag is looked up by HEAD, which is no pull; bytes are believed only when
 * they hash to the digest that was asked for and to the one the registry names.
 */
const none = <T>(trouble: Trouble): Told<T> => ({ trouble, value: null })
const some = <T>(value: T): Told<T> => ({ trouble: null, value })

/** Letters that mean something in a URL are among those a reference can have; all of them keep their meaning. */
const line = (method: 'GET' | 'HEAD') => `${method} /v2/{+repository}/manifests/{+reference}`

const optionsOf = ({ repository, reference }: ManifestAt) => ({
  values: { repository, reference },
  headers: { accept: acceptedManifests },
  input: { scope: `repository:${repository}:pull` },
})

/** Source: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes */
function codesIn(answer: ImageAnswer): string[] {
  const body = parseJson(answer.body)
  const errors = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : []
  if (!Array.isArray(errors)) return []
  return errors.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'code' in one && typeof one.code === 'string' ? [one.code] : [],
  )
}

const incident = (message: string, remedy: string, evidence: Trouble['evidence'] = {}): Trouble => ({
  failureClass: 'provider_incident',
  message,
  remedy,
  evidence,
})

const unknownRepository = (repository: string): Trouble => ({
  failureClass: 'request',
  message: `The registry has no repository ${repository}.`,
  remedy: 'Check its name: it is the whole path, and its letters are lower case.',
  evidence: { status: 404, code: 'NAME_UNKNOWN' },
})

const unknownManifest = ({ repository, reference }: ManifestAt): Trouble => ({
  failureClass: 'request',
  message: isDigest(reference)
    ? `The repository ${repository} has nothing with this digest.`
    : `The repository ${repository} has no tag ${reference}.`,
  remedy: isDigest(reference)
    ? 'It may have been deleted, or pushed to another repository.'
    : 'List its tags, and check that the push has finished.',
  evidence: { status: 404, code: 'MANIFEST_UNKNOWN' },
})

const notForUs = (repository: string, status: number): Trouble => ({
  failureClass: status === 403 ? 'permission' : 'credential',
  message: `The registry does not let this credential pull from ${repository} (status ${status}).`,
  remedy: `Check that ${repository} exists and that the credential may pull from it: registries answer the same for both. Without a credential only public images can be read.`,
  evidence: { status },
})

/** Registries answer alike for a missing tag and a missing repository; the list of tags knows which it is. */
async function missing(send: SendImageCall, at: ManifestAt): Promise<Trouble> {
  const { values, input } = optionsOf(at)
  const tags = await send('GET /v2/{+repository}/tags/list?n=1', { values, input })
  return tags.status === 404 ? unknownRepository(at.repository) : unknownManifest(at)
}

async function explained(send: SendImageCall, at: ManifestAt, answer: ImageAnswer, trouble: Trouble): Promise<Trouble> {
  const codes = codesIn(answer)
  if (answer.status === 404) {
    return codes.includes('NAME_UNKNOWN') ? unknownRepository(at.repository) : missing(send, at)
  }
  if (trouble.failureClass === 'credential' || trouble.failureClass === 'permission') {
    return notForUs(at.repository, answer.status)
  }
  return trouble
}

const toldDigest = ({ headers }: ImageAnswer) => {
  const told = headers['docker-content-digest']
  return told !== undefined && isDigest(told) ? told : undefined
}

/** Not part of the specification; some registries say when the manifest came. */
function pushedAt({ headers }: ImageAnswer): Date | null {
  const at = new Date(headers['last-modified'] ?? '')
  return Number.isNaN(at.getTime()) ? null : at
}

const algorithmOf = (digest: string) => digest.slice(0, digest.indexOf(':'))

/** The digests the bytes have to hash to: the one asked for, and the one the registry told. */
function mismatch(at: ManifestAt, answer: ImageAnswer): Trouble | undefined {
  const claimed = [isDigest(at.reference) ? at.reference : undefined, toldDigest(answer)]
  for (const digest of claimed) {
    const actual = digest && digestOf(answer.body, algorithmOf(digest))
    if (!digest || actual === digest) continue
    return incident(
      `The registry served bytes for ${at.repository} that are not what their digest says.`,
      'Do not use this image. Look for a cache or a proxy on the way, and at the storage of the registry.',
      { expected: digest, actual: actual ?? null },
    )
  }
  return undefined
}

function fetchedOf(at: ManifestAt, answer: ImageAnswer): Told<FetchedManifest> {
  if (answer.truncated) return none(incident('The manifest is larger than can be read.', 'Look at what was pushed.'))
  const wrong = mismatch(at, answer)
  if (wrong) return none(wrong)
  const manifest = readManifest(answer.headers['content-type'], parseJson(answer.body))
  if (!manifest) {
    return none({
      failureClass: 'request',
      message: 'The registry answered with something that is no image manifest of the second version.',
      remedy: 'Push the image again with a present-day tool, or check the base URL.',
      evidence: { status: answer.status, contentType: (answer.headers['content-type'] ?? '').slice(0, 80) },
    })
  }
  const digest = isDigest(at.reference) ? at.reference : (digestOf(answer.body, 'sha256') ?? '')
  return some({ digest, bytes: answer.body, manifest })
}

async function fetch(send: SendImageCall, at: ManifestAt): Promise<Told<FetchedManifest>> {
  const answer = await send(line('GET'), optionsOf(at))
  if (answer.trouble) return none(await explained(send, at, answer, answer.trouble))
  return fetchedOf(at, answer)
}

async function locate(send: SendImageCall, at: ManifestAt): Promise<Told<LocatedManifest>> {
  const answer = await send(line('HEAD'), optionsOf(at))
  const digest = answer.trouble ? undefined : toldDigest(answer)
  const mediaType = answer.headers['content-type']?.split(';')[0]?.trim() ?? null
  if (digest) return some({ digest, mediaType, pushedAt: pushedAt(answer), fetched: null })
  // An answer to HEAD has no body that says why, and some registries do not know HEAD or tell no digest.
  if (answer.trouble && [0, 401, 403, 429].includes(answer.status)) {
    return none(await explained(send, at, answer, answer.trouble))
  }
  const { trouble, value } = await fetch(send, at)
  if (trouble) return none(trouble)
  const { manifest } = value
  return some({
    digest: value.digest,
    mediaType: manifest.mediaType,
    pushedAt: answer.trouble ? null : pushedAt(answer),
    fetched: value,
  })
}

export const imageHooks: ImageHooks = {
  parse: parseReference,
  locate,
  fetch,
  hash: digestOf,
  countsPulls: ({ instance }) => instance === 'dockerHub',
}
