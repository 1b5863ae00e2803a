import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { links } from '@/db/schema'
import type { SystemTx } from '@/db/tenant'
import { HubError } from '@/server/kernel/errors'
import { newId } from '@/server/kernel/ids'
import { hashToken, newToken } from '@/server/platform/tokens'

/** Single-use, expiring links: the only secrets that may stand in a URL. A hash is kept, the link is shown once. */
const linkMinutes = 15

export type IssuedLink = { token: string; expiresAt: Date }
export type LinkKind = (typeof links.$inferSelect)['kind']

export async function insertLink(tx: SystemTx, kind: LinkKind, email: string | null): Promise<IssuedLink> {
  const token = newToken()
  const expiresAt = new Date(Date.now() + linkMinutes * 60_000)
  await tx.insert(links).values({ id: newId('link'), kind, tokenHash: hashToken(token), email, expiresAt })
  return { token, expiresAt }
}

/** Takes back every unused link of a kind. */
export async function withdrawLinks(tx: SystemTx, kind: LinkKind): Promise<void> {
  await tx.delete(links).where(and(eq(links.kind, kind), isNull(links.usedAt)))
}

/** Marks the link used. @throws {HubError} auth.link_invalid, in the same words whatever is wrong with it */
export async function redeemLink(tx: SystemTx, kind: LinkKind, token: string): Promise<{ email: string | null }> {
  const [link] = await tx
    .update(links)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(links.kind, kind),
        eq(links.tokenHash, hashToken(token)),
        isNull(links.usedAt),
        gt(links.expiresAt, sql`now()`),
      ),
    )
    .returning()
  if (link) return link
  throw new HubError('auth.link_invalid')
}
