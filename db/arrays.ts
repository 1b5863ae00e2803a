import { type SQL, sql } from 'drizzle-orm'
import { toUuid } from '@/server/kernel/ids'

/** Ids for `any(…)` in one parameter, so that a statement's text, and its plan, stay the same for every batch. */
export const uuidArray = (ids: readonly string[]): SQL => sql`${`{${ids.map(toUuid).join(',')}}`}::uuid[]`

/** Texts likewise; quoted as array literals want it. Source: https://www.postgresql.org/docs/current/arrays.html */
export const textArray = (texts: readonly string[]): SQL =>
  sql`${`{${texts.map((text) => `"${text.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`).join(',')}}`}::text[]`
