import { createHash } from 'node:crypto'

/**
 * Pushes to a registry over plain HTTP.
 * Source: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#push
 */
export type PushTo = { url: string; repository: string; login?: { username: string; password: string } }

export const mediaTypes = {
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

/** @param path below the repository, or a whole address that the registry gave */
export async function sendTo(to: PushTo, method: string, path: string, { body, type }: Partial<Payload> = {}) {
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

export async function pushBlob(to: PushTo, bytes: Buffer): Promise<void> {
  const begun = await sendTo(to, 'POST', 'blobs/uploads/')
  const location = new URL(begun.headers.get('location') ?? '', to.url)
  location.searchParams.set('digest', sha(bytes))
  await sendTo(to, 'PUT', location.href, { body: bytes, type: 'application/octet-stream' })
}

/** @param reference a tag, or the digest where no tag is to stand for it */
export async function pushManifest(to: PushTo, reference: string, manifest: { text: string; type: string }) {
  await sendTo(to, 'PUT', `manifests/${reference}`, { body: manifest.text, type: manifest.type })
}
