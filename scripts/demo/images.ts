import { gzipSync } from 'node:zlib'
import type { Answer, Asked } from './local-server'
import { mediaTypes, type PushTo, pushBlob, pushManifest, sha } from './pushing'

/**
 * The few small images of the demo: one for two platforms, one for a single one. A real registry is given them, and the
 * small ones answer with the same bytes, so that a tag stands for the same digest everywhere.
 */
type Manifest = { digest: string; text: string; type: string }
type Repository = { name: string; manifests: Manifest[]; tags: Map<string, Manifest>; blobs: Buffer[] }

function manifestOf(type: string, content: object): Manifest {
  const text = JSON.stringify({ schemaVersion: 2, mediaType: type, ...content })
  return { digest: sha(text), text, type }
}

const descriptorOf = (mediaType: string, bytes: Buffer) => ({ mediaType, digest: sha(bytes), size: bytes.length })

/** An archive without a file: two blocks of zeros. */
const nothing = Buffer.alloc(1_024)
const layer = gzipSync(nothing)

function addImage(repository: Repository, architecture: string, content: string): Manifest {
  const rootfs = { type: 'layers', diff_ids: [sha(nothing)] }
  const config = Buffer.from(JSON.stringify({ architecture, os: 'linux', config: { Labels: { content } }, rootfs }))
  const image = manifestOf(mediaTypes.image, {
    config: descriptorOf(mediaTypes.config, config),
    layers: [descriptorOf(mediaTypes.layer, layer)],
  })
  repository.blobs.push(config, layer)
  repository.manifests.push(image)
  return image
}

function addIndex(repository: Repository, content: string): Manifest {
  const manifests = ['amd64', 'arm64'].map((architecture) => {
    const { digest, text, type } = addImage(repository, architecture, content)
    return { mediaType: type, digest, size: Buffer.byteLength(text), platform: { os: 'linux', architecture } }
  })
  const index = manifestOf(mediaTypes.index, { manifests })
  repository.manifests.push(index)
  return index
}

const empty = (name: string): Repository => ({ name, manifests: [], tags: new Map(), blobs: [] })

function madeRepositories(): Repository[] {
  const [api, web] = [empty('acme/api'), empty('acme/web')]
  for (const tag of ['v2.3.0', 'v2.3.1']) api.tags.set(tag, addImage(api, 'amd64', `api ${tag}`))
  for (const tag of ['v1.4.0', 'v1.5.0']) web.tags.set(tag, addIndex(web, `web ${tag}`))
  const [newestApi, newestWeb] = [api.tags.get('v2.3.1'), web.tags.get('v1.5.0')]
  if (newestApi) api.tags.set('latest', newestApi)
  if (newestWeb) web.tags.set('latest', newestWeb)
  return [api, web]
}

const repositories = madeRepositories()

/** Pushing what is there already changes nothing. */
export async function pushImages(to: Omit<PushTo, 'repository'>): Promise<void> {
  for (const { name, blobs, manifests, tags } of repositories) {
    const at = { ...to, repository: name }
    for (const blob of blobs) await pushBlob(at, blob)
    for (const manifest of manifests) await pushManifest(at, manifest.digest, manifest)
    for (const [tag, manifest] of tags) await pushManifest(at, tag, manifest)
  }
}

const problem = (status: number, code: string, message: string): Answer => ({
  status,
  body: { errors: [{ code, message, detail: null }] },
})

function manifestAnswer({ manifests, tags }: Repository, reference: string): Answer {
  const found = tags.get(reference) ?? manifests.find(({ digest }) => digest === reference)
  if (!found) return problem(404, 'MANIFEST_UNKNOWN', 'manifest unknown')
  const { digest, text, type } = found
  const headers = { 'content-type': type, 'docker-content-digest': digest }
  return { status: 200, headers: { ...headers, 'content-length': String(Buffer.byteLength(text)) }, body: text }
}

/**
 * What a registry answers to who may read it.
 *
 * @param hasCatalog Docker Hub lists its repositories to nobody
 */
export function imagesAnswer({ path }: Pick<Asked, 'path'>, hasCatalog: boolean): Answer {
  if (path === '/v2/') return { status: 200, body: {} }
  if (path === '/v2/_catalog' && hasCatalog) {
    return { status: 200, body: { repositories: repositories.map(({ name }) => name) } }
  }
  const [, name, kind, reference = ''] = /^\/v2\/(.+)\/(tags|manifests)\/([^/]+)$/.exec(path) ?? []
  const repository = repositories.find((one) => one.name === name)
  if (!repository) return problem(404, 'NAME_UNKNOWN', 'repository name not known to registry')
  if (kind === 'manifests') return manifestAnswer(repository, reference)
  return { status: 200, body: { name, tags: [...repository.tags.keys()] } }
}
