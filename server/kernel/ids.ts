import { randomFillSync } from 'node:crypto'
import { HubError } from './errors'

/**
 * Ids are UUIDv7 in the database and `<prefix>_<32 hex digits>` everywhere else, typed per noun,
 * so that an integration's id cannot be passed where a tenant's is meant.
 */
export const idPrefixes = {
  tenant: 'ten',
  project: 'prj',
  environment: 'env',
  user: 'usr',
  account: 'acc',
  session: 'ses',
  link: 'lnk',
  roleBinding: 'rol',
  invitation: 'inv',
  apiKey: 'key',
  integration: 'int',
  credential: 'crd',
  credentialVersion: 'crv',
  dataKey: 'dek',
  quota: 'quo',
  check: 'chk',
  call: 'cal',
  doctorRun: 'doc',
  profile: 'prf',
  event: 'evt',
  egressGrant: 'egr',
  inboundHook: 'hok',
  inboundDelivery: 'inb',
  webhookEndpoint: 'wep',
  webhookSecret: 'wsc',
  webhookDelivery: 'dlv',
  deliveryAttempt: 'att',
  task: 'tsk',
  automation: 'aut',
  run: 'run',
  approval: 'apr',
  request: 'req',
} as const

export type Noun = keyof typeof idPrefixes
export type Id<N extends Noun> = `${(typeof idPrefixes)[N]}_${string}`

const bareUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const hex32 = /^[0-9a-f]{32}$/i

/** How far a clock may have been set back before its new time is believed. */
const setBackMs = 10_000
let lastMs = 0
let counter = 0

/** Random bytes are asked for in one go for many ids: asking costs more than the bytes. */
const pool = Buffer.alloc(4_096)
let poolAt = pool.length

function randomBytes16(): Buffer {
  if (poolAt === pool.length) {
    randomFillSync(pool)
    poolAt = 0
  }
  poolAt += 16
  return pool.subarray(poolAt - 16, poolAt)
}

/**
 * A UUIDv7: 48 bits of Unix milliseconds, a counter of 12 bits, then random. The counter keeps the ids of one process
 * in the order they were made, within a millisecond too: what happened is told in the order of its ids.
 * Source: https://www.rfc-editor.org/rfc/rfc9562#section-6.2 (method 1)
 */
function uuidV7Hex(): string {
  const bytes = randomBytes16()
  const now = Date.now()
  if (now > lastMs || now < lastMs - setBackMs) {
    lastMs = now
    // Half of the counter's range stays free to count in.
    counter = bytes.readUInt16BE(6) & 0x7ff
  } else if (++counter > 0xfff) {
    lastMs += 1
    counter = 0
  }
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex')
}

export function newId<N extends Noun>(noun: N): Id<N> {
  return `${idPrefixes[noun]}_${uuidV7Hex()}` as Id<N>
}

/** The database's form of an id: the hyphenated UUID. */
export function toUuid(id: string): string {
  const hex = id.slice(id.indexOf('_') + 1)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export function fromUuid<N extends Noun>(noun: N, uuid: string): Id<N> {
  return `${idPrefixes[noun]}_${uuid.replaceAll('-', '').toLowerCase()}` as Id<N>
}

/** Reads `<prefix>_<hex>` or a bare UUID; undefined when the text is neither. */
export function findId<N extends Noun>(noun: N, text: string): Id<N> | undefined {
  if (bareUuid.test(text)) return fromUuid(noun, text)
  const prefix = `${idPrefixes[noun]}_`
  if (text.startsWith(prefix) && hex32.test(text.slice(prefix.length))) return text.toLowerCase() as Id<N>
  return undefined
}

/** @throws {HubError} request.invalid */
export function parseId<N extends Noun>(noun: N, text: string): Id<N> {
  const id = findId(noun, text)
  if (id) return id
  throw new HubError('request.invalid', `This is not an id of the kind ${idPrefixes[noun]}_…`)
}

/** What a person may type where a noun is expected: its id, a bare UUID, or its slug. */
export type Ref<N extends Noun> = { id: Id<N> } | { slug: string }

export function parseRef<N extends Noun>(noun: N, text: string): Ref<N> {
  const id = findId(noun, text)
  return id ? { id } : { slug: text }
}
