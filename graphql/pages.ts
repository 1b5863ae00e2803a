import type { Page } from '@/server/kernel/page'

/** Relay's page information of one of our pages. Pages go forward only, so what lies before one is not counted. */
export function pageInfo({ items, hasNextPage }: Pick<Page<unknown>, 'items' | 'hasNextPage'>) {
  return {
    hasNextPage,
    hasPreviousPage: false,
    startCursor: items[0]?.cursor ?? null,
    endCursor: items.at(-1)?.cursor ?? null,
  }
}
