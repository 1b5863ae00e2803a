import type { IntegrationFilter, ListFrameQuery } from '@/app/generated/graphql'
import { filterOfGroup, type Grouping } from './search'

/**
 * The rows of a list as one long column: group after group, each with its header, of which any number may not have been
 * read yet. Counts come from the hub, so that the whole length is known from the start.
 */
export type Group = NonNullable<ListFrameQuery['integrationGroups']>[number]

export type Section = {
  id: string
  filter: IntegrationFilter | null
  /** How many rows there were when the list was put in order. */
  count: number
  group: Group | null
}

export type Line = { kind: 'header'; section: Section } | { kind: 'row'; section: Section; index: number }

/** What a group is called in the address. */
export const groupId = (key: string | null) => key ?? '~none'

export function sectionsOf(
  by: Grouping | null,
  filter: IntegrationFilter | null,
  total: number,
  groups: readonly Group[],
): Section[] {
  if (by === null) return [{ id: 'all', filter, count: total, group: null }]
  return groups.map((group) => ({
    id: groupId(group.key ?? null),
    filter: filterOfGroup(filter, by, group.key ?? null),
    count: group.counts.total,
    group,
  }))
}

/** Where each section begins, and how many lines there are. */
export class Lines {
  readonly #starts: { at: number; section: Section; isOpen: boolean }[] = []
  readonly length: number

  constructor(sections: readonly Section[], folded: readonly string[]) {
    let at = 0
    for (const section of sections) {
      const isOpen = !folded.includes(section.id)
      this.#starts.push({ at, section, isOpen })
      at += (section.group ? 1 : 0) + (isOpen ? section.count : 0)
    }
    this.length = at
  }

  at(index: number): Line | undefined {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#starts[middle]?.at ?? 0) <= index) low = middle
      else high = middle - 1
    }
    const found = this.#starts[low]
    if (!found || index < 0 || index >= this.length) return undefined
    const offset = index - found.at
    if (found.section.group && offset === 0) return { kind: 'header', section: found.section }
    return { kind: 'row', section: found.section, index: offset - (found.section.group ? 1 : 0) }
  }
}
