import { z } from '@hono/zod-openapi'
import { idPrefixes, type Noun } from '@/server/kernel/ids'
import { maxPageSize } from '@/server/kernel/page'
import { isoOf } from '@/server/kernel/time'

/** What every shape is made of. Instants are RFC 3339 in UTC, ids carry the prefix of their noun. */
/** Written as it is in the domain; JSON makes the text of it. */
export const Instant = z
  .string()
  .openapi({ format: 'date-time', example: '2026-01-31T12:00:00.000Z' }) as unknown as z.ZodType<
  Date | string,
  Date | string
>
export const InstantInput = z.iso.datetime({ offset: true }).openapi({ example: '2026-01-31T12:00:00Z' })

export const idOf = (noun: Noun) =>
  z
    .string()
    .openapi({ pattern: `^${idPrefixes[noun]}_[0-9a-f]{32}$`, example: `${idPrefixes[noun]}_${'0'.repeat(32)}` })

export const text = (description: string) => z.string().openapi({ description })

/** Some of the fields of a value, so that nothing else of it is ever shown. */
export function picked<T extends object, K extends keyof T>(value: T, ...names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, value[name]])) as Pick<T, K>
}

/** The place of one thing in an address. */
export const byId = (description: string) => z.strictObject({ id: z.string().max(200).openapi({ description }) })

export const integrationRef = byId('Id, bare UUID or slug of the integration.')

export const paging = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(maxPageSize)
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: maxPageSize, description: '50 when absent.' }),
  cursor: z.string().max(2_000).optional().openapi({ description: 'The nextCursor of the page before.' }),
}

export const Cursor = z
  .string()
  .nullable()
  .openapi({ description: 'Give it as `cursor` for the next page; null: there is none. Also in the header Link.' })

/** A named shape or null. `nullable` on a named shape loses the null in the document. */
export const orNull = <S extends z.ZodType>(shape: S) => z.union([shape, z.null()])

export const pageOf = <S extends z.ZodType>(name: string, item: S) =>
  z.object({ items: z.array(item), nextCursor: Cursor }).openapi(name)

export const flag = z
  .enum(['true', 'false'])
  .transform((word) => word === 'true')
  .openapi({ type: 'boolean' })

export function iso(at: Date): string
export function iso(at: Date | null | undefined): string | null
export function iso(at: Date | null | undefined): string | null {
  return at ? isoOf(at) : null
}
