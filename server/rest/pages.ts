import { HubError } from '@/server/kernel/errors'
import type { PageInput } from '@/server/kernel/page'
import type { Answer } from './answer'

/** Pages as this surface words them: `limit` and `cursor` in the query, `items` and `nextCursor` in the answer. */
type PageQuery = { limit?: number | undefined; cursor?: string | undefined }
type Found<T> = { items: readonly { node: T; cursor: string }[]; hasNextPage: boolean }

const ourNames: Record<string, string> = { first: 'limit', after: 'cursor' }

function inOurWords(error: unknown): unknown {
  if (!(error instanceof HubError) || !error.fields.some(({ path }) => ourNames[path])) return error
  const fields = error.fields.map(({ path, message }) => ({ path: ourNames[path] ?? path, message }))
  return new HubError(error.code, error.message, { fields })
}

export async function paged<T, Item>(
  { limit, cursor }: PageQuery,
  list: (page: PageInput) => Promise<Found<T>>,
  toItem: (node: T) => Item,
): Promise<Answer<{ items: Item[]; nextCursor: string | null }>> {
  try {
    const { items, hasNextPage } = await list({ first: limit, after: cursor })
    const next = hasNextPage ? (items.at(-1)?.cursor ?? null) : null
    return { body: { items: items.map(({ node }) => toItem(node)), nextCursor: next }, next }
  } catch (error) {
    throw inOurWords(error)
  }
}
