import { LRUCache } from 'lru-cache'

/**
 * Which queries of one connection are prepared. Prepared, a query with parameters costs one round trip instead of two
 * and is planned once; but each statement stays in the server's memory, so only texts that come again are, and so many.
 */
const maxPerConnection = 250
const maxLength = 8_000
const preparable = /^\s*(?:select|insert|update|delete|with)\b[^;]*$/i

// Of the process: what one connection has seen, the next one need not see twice.
const seen = new LRUCache<string, true>({ max: 1_000 })

export class PreparedTexts {
  readonly #kept = new Set<string>()

  isWorth(text: string, parameters: number): boolean {
    if (this.#kept.has(text)) return true
    if (text.length > maxLength || this.#kept.size >= maxPerConnection) return false
    if (!seen.get(text)) {
      seen.set(text, true)
      return false
    }
    // Without parameters a text may be several statements, and those cannot be prepared.
    if (parameters === 0 && !preparable.test(text)) return false
    this.#kept.add(text)
    return true
  }
}
