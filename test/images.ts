import { createHash } from 'node:crypto'

/** Small images and indexes, pushed to a registry over plain HTTP as the distribution specification has it. */
export type PushTo = { url: string; repository: string; login?: { username: string; password: string } }

const types = {
  image: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
}

export const sha = (bytes: Buffer | string, algorithm = 'sha256') =>
  `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`

function headersOf({ login }: PushTo): Record<string, string> {
  if (!login) return {}
  return { authorization: `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}` }
}

type Payload = { body: Buffer | string; type: string }

async function send(to: PushTo, method: string, path: string, { body, type }: Partial<Payload> = {}) {
  const url = path.startsWith('http') ? path : `${to.url}/v2/${to.repository}/${path}`
  const headers = { ...headersOf(to), ...(type && { 'content-type': type }) }
  const response = await fetch(url, {
    method,
    headers,
    ...(body !== undefined && { body: new Uint8Array(Buffer.from(body)) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response
}

async function pushBlob(to: PushTo, bytes: Buffer) {
  const begun = await send(to, 'POST', 'blobs/uploads/')
  const location = new URL(begun.headers.get('location') ?? '', to.url)
  location.searchParams.set('digest', sha(bytes))
  await send(to, 'PUT', location.href, { body: bytes, type: 'application/octet-stream' })
  return { digest: sha(bytes), size: bytes.length }
}

export type Pushed = { digest: string; text: string; sizeBytes: number; mediaType: string }

async function pushManifest(
  to: PushTo,
  reference: string | null,
  mediaType: string,
  manifest: object,
): Promise<Pushed> {
  const text = JSON.stringify({ schemaVersion: 2, mediaType, ...manifest })
  await send(to, 'PUT', `manifests/${reference ?? sha(text)}`, { body: text, type: mediaType })
  return { digest: sha(text), text, sizeBytes: 0, mediaType }
}

/** An image whose content is told, so that two of them differ. Null as the tag: reached by its digest alone. */
export async function pushImage(to: PushTo, tag: string | null, content: string): Promise<Pushed> {
  const config = await pushBlob(
    to,
    Buffer.from(JSON.stringify({ architecture: 'amd64', os: 'linux', config: {}, content })),
  )
  const layer = await pushBlob(to, Buffer.from(`layer of ${content}`))
  const pushed = await pushManifest(to, tag, types.image, {
    config: { mediaType: types.config, ...config },
    layers: [{ mediaType: types.layer, ...layer }],
  })
  return { ...pushed, sizeBytes: config.size + layer.size }
}

type Entry = {
  image: Pushed
  platform: { os: string; architecture: string; variant?: string }
  isAttestation?: boolean
}

export function pushIndex(to: PushTo, tag: string, entries: readonly Entry[]): Promise<Pushed> {
  return pushManifest(to, tag, types.index, {
    manifests: entries.map(({ image, platform, isAttestation }) => ({
      mediaType: image.mediaType,
      digest: image.digest,
      size: Buffer.byteLength(image.text),
      platform,
      ...(isAttestation && { annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } }),
    })),
  })
}

/** Lets a tag stand for what was pushed before. */
export const retag = (to: PushTo, tag: string, { text, mediaType }: Pushed) =>
  send(to, 'PUT', `manifests/${tag}`, { body: text, type: mediaType })

export const deleteManifest = (to: PushTo, digest: string) => send(to, 'DELETE', `manifests/${digest}`)
