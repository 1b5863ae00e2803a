import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/**
 * The look of an API key: `ihk_`, 43 characters of 256 random bits, 6 of a CRC-32. The prefix lets secret scanners
 * find one that leaked, the checksum lets them, and us, tell a real one from a look-alike without a lookup.
 */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const bodyLength = 43
const checksumLength = 6
const shape = new RegExp(`^ihk_[0-9A-Za-z]{${bodyLength + checksumLength}}$`)

function base62(value: bigint, length: number): string {
  let rest = value
  let text = ''
  while (text.length < length) {
    text = (alphabet[Number(rest % 62n)] ?? '') + text
    rest /= 62n
  }
  return text
}

const checksum = (body: string) => base62(BigInt(crc32(body)), checksumLength)

export function newApiKeySecret(): string {
  const body = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), bodyLength)
  return `ihk_${body}${checksum(body)}`
}

/** Whether the text can be one of our keys at all. */
export function looksLikeApiKey(text: string): boolean {
  if (!shape.test(text)) return false
  const body = text.slice(4, 4 + bodyLength)
  return text.endsWith(checksum(body))
}
