import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIPv4 } from 'node:net'

/**
 * Makes X.509 certificates out of Node's own crypto, so that expired, foreign and wrongly named ones exist on
 * any machine: for the demo and for tests. Source: https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
export type Certificate = { cert: string; key: string; name: string; privateKey: KeyObject }

export type CertificateWish = {
  name?: string
  /** DNS names and IPv4 addresses it is valid for. */
  hosts?: readonly string[]
  validFrom?: Date
  validTo?: Date
  issuer?: Certificate
  isAuthority?: boolean
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content])
  const size = length < 256 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 255])
  return Buffer.concat([Buffer.from([tag]), size, content])
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const octets = (content: Buffer) => der(0x04, content)
const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content)
const nameOf = (text: string) => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(text)))))
const time = (at: Date) => der(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`))
const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
const isTrue = der(0x01, Buffer.from([255]))

function generalName(host: string): Buffer {
  return isIPv4(host) ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host))
}

function pemOf(content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

export function makeCertificate(wish: CertificateWish = {}): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const name = wish.name ?? 'inthub test'
  const day = 86_400_000
  const extensions = [sequence(oid('551d13'), isTrue, octets(sequence(...(wish.isAuthority ? [isTrue] : []))))]
  const hosts = wish.hosts ?? ['localhost', '127.0.0.1']
  if (!wish.isAuthority) extensions.push(sequence(oid('551d11'), octets(sequence(...hosts.map(generalName)))))
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    nameOf(wish.issuer?.name ?? name),
    sequence(time(wish.validFrom ?? new Date(Date.now() - day)), time(wish.validTo ?? new Date(Date.now() + 90 * day))),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  )
  const signature = sign('sha256', content, wish.issuer?.privateKey ?? privateKey)
  return {
    cert: pemOf(sequence(content, ecdsaWithSha256, bits(signature))),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    name,
    privateKey,
  }
}
