import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { links } from '@/db/schema'
import type { SystemTx } from '@/db/tenant'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId } from '@/server/kernel/ids'
import { hashToken, newToken } from '@/server/platform/tokens'

/** Single-use, expiring links: the only secrets that may stand in a URL. A hash is kept, the link is shown once. */
const linkMinutes = 15

export type IssuedLink = { token: string; expiresAt: Date }
export type LinkKind = (typeof links.$inferSelect)['kind']

/** `sessionId`: the only session it works in. */
export async function insertLink(
  tx: SystemTx,
  kind: LinkKind,
  email: string | null,
  sessionId: Id<'session'> | null = null,
): Promise<IssuedLink> {
  const token = newToken()
  const expiresAt = new Date(Date.now() + linkMinutes * 60_000)
  await tx.insert(links).values({ id: newId('link'), kind, tokenHash: hashToken(token), email, sessionId, expiresAt })
  return { token, expiresAt }
}

/** Remembers that a token of somebody else's making was used; false when it was used before. */
export async function spendToken(tx: SystemTx, kind: LinkKind, token: string): Promise<boolean> {
  const expiresAt = new Date(Date.now() + linkMinutes * 60_000)
  const spent = await tx
    .insert(links)
    .values({ id: newId('link'), kind, tokenHash: hashToken(`${kind} ${token}`), expiresAt, usedAt: new Date() })
    .onConflictDoNothing()
    .returning()
  return spent.length > 0
}

/** Takes back every unused link of a kind. */
export async function withdrawLinks(tx: SystemTx, kind: LinkKind): Promise<void> {
  await tx.delete(links).where(and(eq(links.kind, kind), isNull(links.usedAt)))
}

export type RedeemedLink = { kind: LinkKind; email: string | null; sessionId: Id<'session'> | null }

/** Whether the link could be redeemed now. Looking does not use it. */
export async function isUsable(tx: SystemTx, kind: LinkKind, token: string): Promise<boolean> {
  const [link] = await tx
    .select({ id: links.id })
    .from(links)
    .where(
      and(
        eq(links.kind, kind),
        eq(links.tokenHash, hashToken(token)),
        isNull(links.usedAt),
        gt(links.expiresAt, sql`now()`),
      ),
    )
  return link !== undefined
}

/** Marks the link used. @throws {HubError} auth.link_invalid, in the same words whatever is wrong with it */
export async function redeemLink(tx: SystemTx, kinds: readonly LinkKind[], token: string): Promise<RedeemedLink> {
  const [link] = await tx
    .update(links)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        inArray(links.kind, [...kinds]),
        eq(links.tokenHash, hashToken(token)),
        isNull(links.usedAt),
        gt(links.expiresAt, sql`now()`),
      ),
    )
    .returning()
  if (link) return link
  throw new HubError('auth.link_invalid')
}
