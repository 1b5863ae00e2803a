import { and, count, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { uuidArray } from '@/db/arrays'
import { credentials, credentialVersions, integrations } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId, toUuid } from '@/server/kernel/ids'
import { emit } from '../events/emit'
import { sealSecrets, unsealSecrets } from './keyring'

export { isKeyringOpen, openKeyring, sealSecrets, unsealSecrets, WrongMasterKey } from './keyring'

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
 * Whether another living integration uses the credential, too. Its row is locked, so that nobody starts or ends using
 * it between the look and the deed.
 */
export async function isShared(
  tx: TenantTx,
  id: Id<'credential'> | null,
  integrationId: Id<'integration'>,
): Promise<boolean> {
  if (id === null) return false
  await tx.select({ id: credentials.id }).from(credentials).where(eq(credentials.id, id)).for('update')
  const [others] = await tx
    .select({ users: count() })
    .from(integrations)
    .where(and(eq(integrations.credentialId, id), ne(integrations.id, integrationId), isNull(integrations.deletedAt)))
  return (others?.users ?? 0) > 0
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
  if (await isShared(tx, id, integrationId)) return false
  if ((await destroyVersions(tx, id)) === 0) return false
  const data = { credentialId: id, integrationId, slug, reason }
  await emit(tx, ctx, 'credential.revoked', { data, integrationId, projectId })
  return true
}

/**
 * Lets another integration use the credential of one that lives: a reference, no copy. The row is locked, so that the
 * secret is not destroyed between the look and the deed.
 *
 * @throws {HubError} credential.missing when it was destroyed or replaced by another credential meanwhile
 * @emits credential.reused
 */
export async function shareCredential(
  tx: TenantTx,
  ctx: Context,
  input: { id: Id<'credential'>; from: { id: Id<'integration'>; slug: string } } & Concern,
): Promise<Id<'credential'>> {
  const { id, from, integrationId, projectId, slug } = input
  await tx.select({ id: credentials.id }).from(credentials).where(eq(credentials.id, id)).for('update')
  const [used] = await tx
    .select({ id: integrations.id })
    .from(integrations)
    .innerJoin(credentialVersions, eq(credentialVersions.credentialId, integrations.credentialId))
    .where(
      and(
        eq(integrations.id, from.id),
        eq(integrations.credentialId, id),
        isNull(integrations.deletedAt),
        eq(credentialVersions.state, 'current'),
      ),
    )
  if (!used) throw new HubError('credential.missing')
  const data = { credentialId: id, integrationId, slug, fromIntegrationId: from.id, fromSlug: from.slug }
  await emit(tx, ctx, 'credential.reused', { data, integrationId, projectId })
  return id
}

/** A credential without a secret yet, for an integration that has to be given one before it can be used. */
export async function emptyCredential(tx: TenantTx, ctx: Context, origin: string): Promise<Id<'credential'>> {
  const id = newId('credential')
  await tx.insert(credentials).values({ id, tenantId: ctx.tenantId, origin })
  return id
}

export type OpenedSecrets = { origin: string; secrets: Secrets }

const usedLongAgo = sql`coalesce(${credentialVersions.lastUsedAt}, 'epoch') < now() - interval '1 hour'`

async function noteUse(tx: TenantTx, ids: readonly Id<'credentialVersion'>[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(credentialVersions)
    .set({ lastUsedAt: sql`now()` })
    .where(and(inArray(credentialVersions.id, [...ids]), usedLongAgo))
}

type StoredVersion = { origin: string; version: typeof credentialVersions.$inferSelect }

async function open(tx: TenantTx, ctx: Context, { origin, version }: StoredVersion): Promise<OpenedSecrets> {
  const { ciphertext, nonce, keyVersion, schemaVersion, credentialId } = version
  if (!ciphertext || !nonce) throw new HubError('credential.missing')
  const at = { credentialId, version: version.version }
  return { origin, secrets: await unsealSecrets(tx, ctx, at, { ciphertext, nonce, keyVersion, schemaVersion }) }
}

/**
 * Opens the current secrets of several credentials, for use right now; they are never kept, logged or put into a job.
 * The caller sends each to its `origin` and nowhere else.
 *
 * @returns by credential: what was opened, or the failure (credential.missing, credential.unreadable) of that one alone
 */
export async function readManySecrets(
  tx: TenantTx,
  ctx: Context,
  ids: readonly Id<'credential'>[],
): Promise<Map<Id<'credential'>, OpenedSecrets | HubError>> {
  const opened = new Map<Id<'credential'>, OpenedSecrets | HubError>()
  if (ids.length === 0) return opened
  const rows = await tx
    .select({ origin: credentials.origin, version: credentialVersions, isUsedLongAgo: sql<boolean>`${usedLongAgo}` })
    .from(credentials)
    .innerJoin(credentialVersions, eq(credentialVersions.credentialId, credentials.id))
    .where(and(sql`${credentials.id} = any(${uuidArray(ids)})`, eq(credentialVersions.state, 'current')))
  const used: Id<'credentialVersion'>[] = []
  for (const { isUsedLongAgo, ...row } of rows) {
    const found = await open(tx, ctx, row).catch((error: unknown) => {
      if (error instanceof HubError) return error
      throw error
    })
    opened.set(row.version.credentialId, found)
    if (isUsedLongAgo && !(found instanceof HubError)) used.push(row.version.id)
  }
  for (const id of ids) if (!opened.has(id)) opened.set(id, new HubError('credential.missing'))
  await noteUse(tx, used)
  return opened
}

/** The batch of one. @throws {HubError} credential.missing, credential.unreadable */
export async function readSecrets(tx: TenantTx, ctx: Context, id: Id<'credential'>): Promise<OpenedSecrets> {
  const found = (await readManySecrets(tx, ctx, [id])).get(id)
  if (found && !(found instanceof HubError)) return found
  throw found ?? new HubError('credential.missing')
}

/** What may be shown of the current secrets of many credentials: never a value. */
export type CredentialFacts = { fieldNames: string[]; storedAt: Date; expiresAt: Date | null }

/** One parameter for however many: the text of the query stays the same, and so it is prepared once. */
const idsText = (ids: readonly Id<'credential'>[]) => `{${ids.map(toUuid).join(',')}}`

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
    .where(
      and(
        sql`${credentialVersions.credentialId} = any(${idsText(ids)}::uuid[])`,
        eq(credentialVersions.state, 'current'),
      ),
    )
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

/** Notes when vendors say the current secrets end. */
export async function noteExpiries(
  tx: TenantTx,
  told: readonly { id: Id<'credential'>; expiresAt: Date }[],
): Promise<void> {
  if (told.length === 0) return
  const latest = new Map(told.map(({ id, expiresAt }) => [toUuid(id), expiresAt.toISOString()]))
  const given = [...latest].map(([id, expires_at]) => ({ id, expires_at }))
  await tx.execute(sql`
    update credential_versions set expires_at = given.expires_at
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given(id uuid, expires_at timestamptz)
    where credential_id = given.id and state = 'current'
      and credential_versions.expires_at is distinct from given.expires_at::timestamptz(3)`)
}
