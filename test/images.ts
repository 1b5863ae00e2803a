import { type PushTo, pushBlob, pushManifest, sendTo, sha, mediaTypes as types } from '@/scripts/demo/pushing'

/** Small images and indexes for tests, pushed to a registry. */
export { sha } from '@/scripts/demo/pushing'

async function pushed(to: PushTo, reference: string | null, mediaType: string, manifest: object): Promise<Pushed> {
  const text = JSON.stringify({ schemaVersion: 2, mediaType, ...manifest })
  await pushManifest(to, reference ?? sha(text), { text, type: mediaType })
  return { digest: sha(text), text, sizeBytes: 0, mediaType }
}

async function blob(to: PushTo, bytes: Buffer) {
  await pushBlob(to, bytes)
  return { digest: sha(bytes), size: bytes.length }
}

export type Pushed = { digest: string; text: string; sizeBytes: number; mediaType: string }

/** An image whose content is told, so that two of them differ. Null as the tag: reached by its digest alone. */
export async function pushImage(to: PushTo, tag: string | null, content: string): Promise<Pushed> {
  const config = await blob(
    to,
    Buffer.from(JSON.stringify({ architecture: 'amd64', os: 'linux', config: {}, content })),
  )
  const layer = await blob(to, Buffer.from(`layer of ${content}`))
  const image = await pushed(to, tag, types.image, {
    config: { mediaType: types.config, ...config },
    layers: [{ mediaType: types.layer, ...layer }],
  })
  return { ...image, sizeBytes: config.size + layer.size }
}

type Entry = {
  image: Pushed
  platform: { os: string; architecture: string; variant?: string }
  isAttestation?: boolean
}

export function pushIndex(to: PushTo, tag: string, entries: readonly Entry[]): Promise<Pushed> {
  return pushed(to, tag, types.index, {
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
  sendTo(to, 'PUT', `manifests/${tag}`, { body: text, type: mediaType })

export const deleteManifest = (to: PushTo, digest: string) => sendTo(to, 'DELETE', `manifests/${digest}`)
