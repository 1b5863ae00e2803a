import type { ActivityRowFragment } from '@/app/generated/graphql'

/**
 * The live part of the activity: entries that came since the page was read, those held back while somebody reads, and
 * how many were too many to keep.
 */
export type ActivityItem = ActivityRowFragment

export type Tail = {
  shown: readonly ActivityItem[]
  held: readonly ActivityItem[]
  /** Fell out of the buffer before they were shown. */
  dropped: number
}

export const noTail: Tail = { shown: [], held: [], dropped: 0 }
export const bufferSize = 500

const knows = (items: readonly ActivityItem[], id: string) => items.some((item) => item.id === id)

export function arrived(tail: Tail, entry: ActivityItem, isHeld: boolean): Tail {
  if (knows(tail.shown, entry.id) || knows(tail.held, entry.id)) return tail
  if (!isHeld) return { ...tail, shown: [entry, ...tail.held, ...tail.shown].slice(0, bufferSize), held: [] }
  const held = [entry, ...tail.held]
  const dropped = tail.dropped + Math.max(0, held.length - bufferSize)
  return { ...tail, held: held.slice(0, bufferSize), dropped }
}

export function released(tail: Tail): Tail {
  if (tail.held.length === 0) return tail
  return { ...tail, shown: [...tail.held, ...tail.shown].slice(0, bufferSize), held: [] }
}

export type Row = { entry: ActivityItem; cursor: string | null }

/** Live entries on top of the pages that were read, each once. Live ones have no cursor to read on from. */
export function rowsOf(tail: Tail, pages: readonly Row[], isLive: boolean): Row[] {
  const seen = new Set<string>()
  const all = [...tail.shown.map((entry) => ({ entry, cursor: null })), ...pages].filter(({ entry }) => {
    if (seen.has(entry.id)) return false
    seen.add(entry.id)
    return true
  })
  return isLive ? all.slice(0, bufferSize) : all
}
