import { describe, expect, it } from 'vitest'
import { masterKeyProvider, newKey, seal, unseal } from './sealing'

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/g, ''), 'hex')

describe('seal', () => {
  it('gives the ciphertext and tag of RFC 8439, section 2.8.2', () => {
    const key = hex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f')
    const nonce = hex('070000004041424344454647')
    const associated = hex('50515253c0c1c2c3c4c5c6c7')
    const plaintext = Buffer.from(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
    )
    const sealed = seal(key, plaintext, associated, nonce)
    expect(sealed.ciphertext.toString('hex')).toBe(
      'd31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b' +
        '1a71de0a9e060b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc' +
        '3ff4def08e4b7a9de576d26586cec64b6116' +
        '1ae10b594f09e26a7e902ecbd0600691',
    )
    expect(unseal(key, sealed, associated)).toEqual(plaintext)
  })

  it('never gives the same twice for the same plaintext', () => {
    const key = newKey()
    const seen = new Set<string>()
    for (let at = 0; at < 100_000; at++) {
      const { nonce, ciphertext } = seal(key, Buffer.from('same'), Buffer.from('place'))
      seen.add(nonce.toString('hex'))
      if (at < 1_000) seen.add(ciphertext.toString('hex'))
    }
    expect(seen.size).toBe(101_000)
  })
})

describe('unseal', () => {
  const key = newKey()
  const place = Buffer.from('here')
  const sealed = seal(key, Buffer.from('the secret'), place)
  const flipped = (buffer: Buffer, at: number) => {
    const copy = Buffer.from(buffer)
    copy[at] = (copy[at] ?? 0) ^ 1
    return copy
  }

  it.each([
    ['a flipped first byte', { ...sealed, ciphertext: flipped(sealed.ciphertext, 0) }, key, place],
    ['a flipped tag', { ...sealed, ciphertext: flipped(sealed.ciphertext, sealed.ciphertext.length - 1) }, key, place],
    ['a flipped nonce', { ...sealed, nonce: flipped(sealed.nonce, 3) }, key, place],
    ['a shortened text', { ...sealed, ciphertext: sealed.ciphertext.subarray(0, -1) }, key, place],
    ['a tag alone', { ...sealed, ciphertext: sealed.ciphertext.subarray(-16) }, key, place],
    ['nothing', { ...sealed, ciphertext: Buffer.alloc(0) }, key, place],
    ['a lengthened text', { ...sealed, ciphertext: Buffer.concat([sealed.ciphertext, Buffer.alloc(1)]) }, key, place],
    ['another key', sealed, newKey(), place],
    ['another place', sealed, key, Buffer.from('there')],
    ['no place', sealed, key, Buffer.alloc(0)],
    ['another nonce', { ...sealed, nonce: Buffer.alloc(12) }, key, place],
    ["another row's text", { ...seal(key, Buffer.from('other'), Buffer.from('there')) }, key, place],
  ])('refuses %s', (_what, given, withKey, at) => {
    expect(() => unseal(withKey, given, at)).toThrow()
  })
})

describe('masterKeyProvider', () => {
  it('refuses a key that is not 32 bytes', () => {
    expect(() => masterKeyProvider(Buffer.alloc(31).toString('base64'))).toThrow('32 bytes')
  })

  it('names a key by a fingerprint that does not tell it', () => {
    const base64 = newKey().toString('base64')
    const { fingerprint } = masterKeyProvider(base64)
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/)
    expect(masterKeyProvider(base64).fingerprint).toBe(fingerprint)
  })
})
