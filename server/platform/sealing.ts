import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/**
 * Envelope encryption. A master key wraps the data keys of the tenants; a data key seals secrets. Everything is
 * ChaCha20-Poly1305 with a fresh random nonce and the place of the row as associated data, so that a row that was
 * altered or moved does not open. Source: https://www.rfc-editor.org/rfc/rfc8439
 */
const algorithm = 'chacha20-poly1305'
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

export type Sealed = { nonce: Buffer; ciphertext: Buffer }

export function seal(key: Buffer, plaintext: Buffer, associated: Buffer, nonce = randomBytes(nonceBytes)): Sealed {
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(associated, { plaintextLength: plaintext.length })
  return { nonce, ciphertext: Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]) }
}

/** @throws Error when the key, the row or its place is not the one it was sealed with */
export function unseal(key: Buffer, sealed: Sealed, associated: Buffer): Buffer {
  if (sealed.ciphertext.length < tagBytes) throw new Error('The sealed value is too short.')
  const body = sealed.ciphertext.subarray(0, -tagBytes)
  const decipher = createDecipheriv(algorithm, key, sealed.nonce, { authTagLength: tagBytes })
  decipher.setAAD(associated, { plaintextLength: body.length })
  decipher.setAuthTag(sealed.ciphertext.subarray(-tagBytes))
  return Buffer.concat([decipher.update(body), decipher.final()])
}

/** Wraps and unwraps data keys; today from the environment or a file, later from Vault transit or a cloud's KMS. */
export type KeyProvider = {
  /** Public: tells one master key from another. */
  fingerprint: string
  wrap(dataKey: Buffer, associated: Buffer): Sealed
  unwrap(sealed: Sealed, associated: Buffer): Buffer
}

export function newKey(): Buffer {
  return randomBytes(keyBytes)
}

/** @throws Error when the text is not 32 bytes in base64 */
export function masterKeyProvider(base64: string): KeyProvider {
  const key = Buffer.from(base64, 'base64')
  if (key.length !== keyBytes) throw new Error('The master key has to be 32 bytes in base64.')
  const fingerprint = createHash('sha256').update('inthub master key').update(key).digest('hex').slice(0, 16)
  return {
    fingerprint,
    wrap: (dataKey, associated) => seal(key, dataKey, associated),
    unwrap: (sealed, associated) => unseal(key, sealed, associated),
  }
}
