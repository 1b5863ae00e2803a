import { and, count, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { credentials, credentialVersions, integrations } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId } from '@/server/kernel/ids'
import { emit } from '../events/emit'
import { sealSecrets, unsealSecrets } from './keyring'

export { isKeyringOpen, openKeyring, WrongMasterKey } from './keyring'

/**
 * Secrets at rest. A credential belongs to an origin and has versions, of which one is current; each is sealed with
 * its place as associated data. What is destroyed leaves its row, without ciphertext.
 */
export type Secrets = Record<string, string>
type Concern = { integrationId: Id<'integration'>; projectId: Id<'project'>; slug: string }
type Destroyed = 'replaced' | 'integration_deleted' | 'origin_changed'

async function insertVersion(
  tx: TenantTx,
  ctx: Context,
  at: { id: Id<'credential'>; version: number },
  secrets: Secrets,
) {
  const { id: credentialId, version } = at
  const sealed = await sealSecrets(tx, ctx, { credentialId, version }, secrets)
  await tx.insert(credentialVersions).values({
    id: newId('credentialVersion'),
    tenantId: ctx.tenantId,
    credentialId,
    version,
    state: 'current',
    kind: 'sealed',
    fieldNames: Object.keys(secrets).sort(),
    ...sealed,
  })
}

/**
 * Seals secrets under a new credential for one origin.
 *
 * @emits credential.stored
 */
export async function storeCredential(
  tx: TenantTx,
  ctx: Context,
  input: { origin: string; secrets: Secrets } & Concern,
): Promise<Id<'credential'>> {
  const id = newId('credential')
  await tx.insert(credentials).values({ id, tenantId: ctx.tenantId, origin: input.origin })
  await insertVersion(tx, ctx, { id, version: 1 }, input.secrets)
  const { integrationId, projectId, slug } = input
  await emit(tx, ctx, 'credential.stored', {
    data: { credentialId: id, integrationId, slug, version: 1 },
    integrationId,
    projectId,
  })
  return id
}

/** Takes the ciphertext of living versions away; says how many there were. */
async function destroyVersions(tx: TenantTx, id: Id<'credential'>): Promise<number> {
  const gone = await tx
    .update(credentialVersions)
    .set({ state: 'revoked', ciphertext: null, nonce: null })
    .where(and(eq(credentialVersions.credentialId, id), ne(credentialVersions.state, 'revoked')))
    .returning({ version: credentialVersions.version })
  return gone.length
}

/**
 * Puts new secrets in the place of the current ones, which are destroyed.
 *
 * @emits credential.stored
 */
export async function replaceSecrets(
  tx: TenantTx,
  ctx: Context,
  input: { id: Id<'credential'>; secrets: Secrets } & Concern,
): Promise<void> {
  const { id, integrationId, projectId, slug } = input
  const [last] = await tx
    .select({ version: credentialVersions.version })
    .from(credentialVersions)
    .where(eq(credentialVersions.credentialId, id))
    .orderBy(desc(credentialVersions.version))
    .limit(1)
    .for('update')
  await destroyVersions(tx, id)
  const version = (last?.version ?? 0) + 1
  await insertVersion(tx, ctx, { id, version }, input.secrets)
  await emit(tx, ctx, 'credential.stored', {
    data: { credentialId: id, integrationId, slug, version },
    integrationId,
    projectId,
  })
}

/**
 * Destroys the secret unless another living integration uses it.
 *
 * @returns whether it was destroyed
 * @emits credential.revoked
 */
export async function destroyCredential(
  tx: TenantTx,
  ctx: Context,
  input: { id: Id<'credential'>; reason: Destroyed } & Concern,
): Promise<boolean> {
  const { id, integrationId, projectId, slug, reason } = input
  // The row is locked, so that nobody starts to use the credential between the look and the deed.
  await tx.select({ id: credentials.id }).from(credentials).where(eq(credentials.id, id)).for('update')
  const [others] = await tx
    .select({ users: count() })
    .from(integrations)
    .where(and(eq(integrations.credentialId, id), ne(integrations.id, integrationId), isNull(integrations.deletedAt)))
  if ((others?.users ?? 0) > 0) return false
  if ((await destroyVersions(tx, id)) === 0) return false
  const data = { credentialId: id, integrationId, slug, reason }
  await emit(tx, ctx, 'credential.revoked', { data, integrationId, projectId })
  return true
}

/**
 * Opens the current secrets, for use right now; they are never kept, logged or put into a job. The caller sends them
 * to `origin` and nowhere else.
 *
 * @throws {HubError} credential.missing, credential.unreadable
 */
export async function readSecrets(
  tx: TenantTx,
  ctx: Context,
  id: Id<'credential'>,
): Promise<{ origin: string; secrets: Secrets }> {
  const [row] = await tx
    .select({ origin: credentials.origin, version: credentialVersions })
    .from(credentials)
    .innerJoin(credentialVersions, eq(credentialVersions.credentialId, credentials.id))
    .where(and(eq(credentials.id, id), eq(credentialVersions.state, 'current')))
  const version = row?.version
  if (!row || !version?.ciphertext || !version.nonce) throw new HubError('credential.missing')
  const { ciphertext, nonce, keyVersion, schemaVersion } = version
  const at = { credentialId: id, version: version.version }
  const secrets = await unsealSecrets(tx, ctx, at, { ciphertext, nonce, keyVersion, schemaVersion })
  const lastUsedAt = sql`now()`
  const usedLongAgo = sql`coalesce(${credentialVersions.lastUsedAt}, 'epoch') < now() - interval '1 hour'`
  await tx
    .update(credentialVersions)
    .set({ lastUsedAt })
    .where(and(eq(credentialVersions.id, version.id), usedLongAgo))
  return { origin: row.origin, secrets }
}

/** What may be shown of the current secrets of many credentials: never a value. */
export type CredentialFacts = { fieldNames: string[]; storedAt: Date; expiresAt: Date | null }

export async function credentialFacts(
  tx: TenantTx,
  ids: readonly Id<'credential'>[],
): Promise<Map<Id<'credential'>, CredentialFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({
      id: credentialVersions.credentialId,
      fieldNames: credentialVersions.fieldNames,
      storedAt: credentialVersions.createdAt,
      expiresAt: credentialVersions.expiresAt,
    })
    .from(credentialVersions)
    .where(and(inArray(credentialVersions.credentialId, [...ids]), eq(credentialVersions.state, 'current')))
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

/** Notes when the vendor says the current secret ends. */
export async function noteExpiry(tx: TenantTx, id: Id<'credential'>, expiresAt: Date): Promise<void> {
  await tx
    .update(credentialVersions)
    .set({ expiresAt })
    .where(and(eq(credentialVersions.credentialId, id), eq(credentialVersions.state, 'current')))
}
