import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/**
 * How long an answer about who somebody is may be reused. Below a second, because a revoked key or session has to be
 * refused everywhere within one. Counted from before the database was asked.
 */
export const briefMs = 900

/**
 * Remembers answers for a moment and asks once for callers that come together. Only found things are kept: what did
 * not exist a moment ago may exist now. Keys are hashed, so that no token lies about in memory.
 */
export function remembered<A extends string[], T extends object>(ask: (...args: A) => Promise<T | null>) {
  const answers = new LRUCache<string, Promise<T | null>>({ max: 10_000, ttl: briefMs })
  const keyOf = (args: A) => createHash('sha256').update(args.join('\n')).digest('base64')
  const recall = (...args: A): Promise<T | null> => {
    const key = keyOf(args)
    const known = answers.get(key)
    if (known) return known
    const asked = ask(...args)
    answers.set(key, asked)
    const forget = () => {
      if (answers.peek(key) === asked) answers.delete(key)
    }
    asked.then((found) => found ?? forget(), forget)
    return asked
  }
  /** What changed in this process need not be waited for here. */
  const forget = (...args: A): void => {
    answers.delete(keyOf(args))
  }
  return Object.assign(recall, { forget })
}
