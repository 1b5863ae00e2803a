import { and, desc, eq } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { dataKeys, masterKeys } from '@/db/schema'
import { acrossTenants, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { newId, toUuid } from '@/server/kernel/ids'
import { type KeyProvider, masterKeyProvider, newKey, seal, unseal } from '@/server/platform/sealing'

/**
 * The keys of this process: the master key it was started with, and the tenants' data keys it unwrapped so far, in
 * memory only and for minutes.
 */
type DataKey = { version: number; key: Buffer }

let master: KeyProvider | undefined
const unwrapped = new LRUCache<string, DataKey>({ max: 5_000, ttl: 5 * 60_000 })
const checkPhrase = Buffer.from('inthub key check value')
const checkPlace = Buffer.from('master_keys')

/** The key this hub was started with is not the one its database was sealed with. */
export class WrongMasterKey extends Error {
  constructor(given: string, stored: readonly string[]) {
    super(
      `The master key does not fit this database: the key given has the fingerprint ${given}, the database was sealed with ${stored.join(', ')}. ` +
        'Start with the key that was used before (INTHUB_MASTER_KEY or INTHUB_MASTER_KEY_FILE).',
    )
    this.name = 'WrongMasterKey'
  }
}

/**
 * Takes the master key into use, after proving that it is the one this database knows. A new database learns it.
 *
 * @throws {WrongMasterKey} naming both fingerprints, before anything was written
 */
export async function openKeyring(base64: string): Promise<{ fingerprint: string }> {
  const provider = masterKeyProvider(base64)
  await acrossTenants('open keyring', async (tx) => {
    const { nonce, ciphertext } = provider.wrap(checkPhrase, checkPlace)
    const known = await tx.select().from(masterKeys)
    if (known.length === 0) {
      await tx
        .insert(masterKeys)
        .values({ fingerprint: provider.fingerprint, checkValue: ciphertext, nonce })
        .onConflictDoNothing()
      return
    }
    const own = known.find((each) => each.fingerprint === provider.fingerprint)
    const fingerprints = known.map((each) => each.fingerprint)
    if (!own) throw new WrongMasterKey(provider.fingerprint, fingerprints)
    provider.unwrap({ nonce: own.nonce, ciphertext: own.checkValue }, checkPlace)
  })
  master = provider
  unwrapped.clear()
  return { fingerprint: provider.fingerprint }
}

/** Whether a master key is in use; for /ready. */
export const isKeyringOpen = () => master !== undefined

function provider(): KeyProvider {
  if (master) return master
  throw new HubError('hub.unavailable', 'The master key is not open yet.')
}

const uuidBytes = (id: string) => Buffer.from(toUuid(id).replaceAll('-', ''), 'hex')

function numbers(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) buffer.writeUInt32BE(value, at * 4)
  return buffer
}

const placeOfDataKey = (ctx: Pick<Context, 'tenantId'>, version: number) =>
  Buffer.concat([Buffer.from('data_keys'), uuidBytes(ctx.tenantId), numbers(version)])

function unwrap(ctx: Context, row: typeof dataKeys.$inferSelect): DataKey {
  const cacheKey = `${ctx.tenantId}/${row.version}`
  const cached = unwrapped.get(cacheKey)
  if (cached) return cached
  const sealed = { nonce: row.nonce, ciphertext: row.wrapped }
  const key = { version: row.version, key: provider().unwrap(sealed, placeOfDataKey(ctx, row.version)) }
  unwrapped.set(cacheKey, key)
  return key
}

/** The tenant's newest data key, made at the first need. */
async function currentDataKey(tx: TenantTx, ctx: Context): Promise<DataKey> {
  const newest = () => tx.select().from(dataKeys).orderBy(desc(dataKeys.version)).limit(1)
  const [row] = await newest()
  if (row) return unwrap(ctx, row)
  const { nonce, ciphertext } = provider().wrap(newKey(), placeOfDataKey(ctx, 1))
  const wrapped = { wrapped: ciphertext, nonce, masterFingerprint: provider().fingerprint }
  await tx
    .insert(dataKeys)
    .values({ id: newId('dataKey'), tenantId: ctx.tenantId, version: 1, ...wrapped })
    .onConflictDoNothing()
  // Read back: another transaction may have been first, and its key is the one that counts.
  const [kept] = await newest()
  if (kept) return unwrap(ctx, kept)
  throw new HubError('hub.internal')
}

async function dataKey(tx: TenantTx, ctx: Context, version: number): Promise<DataKey> {
  const cached = unwrapped.get(`${ctx.tenantId}/${version}`)
  if (cached) return cached
  const [row] = await tx
    .select()
    .from(dataKeys)
    .where(and(eq(dataKeys.tenantId, ctx.tenantId), eq(dataKeys.version, version)))
  if (row) return unwrap(ctx, row)
  throw new Error('The data key is missing.')
}

const schemaVersion = 1

/** Where a sealed value belongs; part of what is authenticated, so that a moved row does not open. */
export type SealedPlace = { credentialId: string; version: number }

function placeOfSecret(ctx: Context, at: SealedPlace, keyVersion: number, schema: number): Buffer {
  return Buffer.concat([uuidBytes(ctx.tenantId), uuidBytes(at.credentialId), numbers(at.version, keyVersion, schema)])
}

export type SealedSecrets = { ciphertext: Buffer; nonce: Buffer; keyVersion: number; schemaVersion: number }

export async function sealSecrets(
  tx: TenantTx,
  ctx: Context,
  at: SealedPlace,
  secrets: Record<string, string>,
): Promise<SealedSecrets> {
  const { key, version } = await currentDataKey(tx, ctx)
  const plaintext = Buffer.from(JSON.stringify(secrets))
  const sealed = seal(key, plaintext, placeOfSecret(ctx, at, version, schemaVersion))
  plaintext.fill(0)
  return { ...sealed, keyVersion: version, schemaVersion }
}

/** @throws {HubError} credential.unreadable when the row was altered, moved, or sealed with another key */
export async function unsealSecrets(
  tx: TenantTx,
  ctx: Context,
  at: SealedPlace,
  sealed: SealedSecrets,
): Promise<Record<string, string>> {
  try {
    const { key } = await dataKey(tx, ctx, sealed.keyVersion)
    const plaintext = unseal(key, sealed, placeOfSecret(ctx, at, sealed.keyVersion, sealed.schemaVersion))
    const secrets = JSON.parse(plaintext.toString('utf8')) as Record<string, string>
    plaintext.fill(0)
    return secrets
  } catch {
    // Without its cause: what a failed decryption says is of no use to anybody, and the fewer words the better.
    throw new HubError('credential.unreadable')
  }
}
