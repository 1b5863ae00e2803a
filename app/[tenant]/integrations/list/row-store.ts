import type { Section } from './sections'

/**
 * Which rows stand where, as far as they were read. A page that was read keeps its rows in their places while the list
 * is looked at, whatever changes underneath: values are patched in place through the cache, the order only when asked.
 */
export type RowRef = { id: string; slug: string; name: string }
export type ReadPage = (section: Section, page: number) => Promise<RowRef[]>

const atATime = 3
const pause = 90

export class RowStore {
  readonly #read: ReadPage
  readonly #pageSize: number
  readonly #pages = new Map<string, RowRef[]>()
  readonly #underWay = new Set<string>()
  readonly #listeners = new Set<() => void>()
  #wanted: { section: Section; page: number }[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #version = 0
  /** What the last page that could not be read failed with. */
  trouble: unknown = null
  /** Whether a page, read again, came in another order or with other rows. */
  isOutdated = false

  constructor(read: ReadPage, pageSize: number) {
    this.#read = read
    this.#pageSize = pageSize
  }

  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  version = (): number => this.#version

  #changed(): void {
    this.#version++
    for (const listener of this.#listeners) listener()
  }

  put(section: Section, page: number, rows: RowRef[]): void {
    this.#pages.set(`${section.id} ${page}`, rows)
    this.#changed()
  }

  at(section: Section, index: number): RowRef | undefined {
    return this.#pages.get(`${section.id} ${Math.floor(index / this.#pageSize)}`)?.[index % this.#pageSize]
  }

  /** Reads what is looked at, once the scrolling pauses: passing by costs nothing. */
  want(rows: readonly { section: Section; index: number }[]): void {
    const pages = new Map<string, { section: Section; page: number }>()
    for (const { section, index } of rows) {
      const page = Math.floor(index / this.#pageSize)
      pages.set(`${section.id} ${page}`, { section, page })
    }
    this.#wanted = [...pages].flatMap(([key, page]) => (this.#pages.has(key) ? [] : [page]))
    clearTimeout(this.#timer)
    if (this.#wanted.length > 0) this.#timer = setTimeout(() => this.#readWanted(), pause)
  }

  /** Reads again what is looked at, to have its values anew. */
  async refresh(rows: readonly { section: Section; index: number }[]): Promise<void> {
    const pages = new Map(
      rows.map(({ section, index }) => {
        const page = Math.floor(index / this.#pageSize)
        return [`${section.id} ${page}`, { section, page }] as const
      }),
    )
    for (const [key, { section, page }] of pages) {
      const known = this.#pages.get(key)
      if (!known) continue
      const rowsNow = await this.#read(section, page)
      const isSame = rowsNow.length === known.length && rowsNow.every(({ id }, at) => id === known[at]?.id)
      if (!isSame) this.outdate()
    }
    if (this.trouble !== null) {
      this.trouble = null
      this.#changed()
    }
  }

  outdate(): void {
    if (this.isOutdated) return
    this.isOutdated = true
    this.#changed()
  }

  retry(): void {
    this.trouble = null
    this.#changed()
    this.#readWanted()
  }

  #readWanted(): void {
    for (const { section, page } of this.#wanted) {
      const key = `${section.id} ${page}`
      if (this.#underWay.has(key) || this.#pages.has(key)) continue
      if (this.#underWay.size >= atATime) return
      this.#underWay.add(key)
      this.#read(section, page).then(
        (rows) => {
          this.#underWay.delete(key)
          this.put(section, page, rows)
          this.#readWanted()
        },
        (error: unknown) => {
          this.#underWay.delete(key)
          this.trouble = error
          this.#changed()
        },
      )
    }
  }
}
