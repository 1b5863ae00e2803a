import { type CallPolicy, type CallPriority, callPriorities } from '@/server/kernel/calls'
import type { Id } from '@/server/kernel/ids'

/**
 * Places for calls of one integration in this process: a slow service holds its own places and nobody else's. Who waits
 * gets the next free place by priority, then in order.
 */
type Waiting = { rank: number; go: () => void }
type Room = { taken: number; waiting: Waiting[] }

const rooms = new Map<Id<'integration'>, Room>()

export type Place = { waitedMs: number; leave: () => void }
export type NoPlace = { refused: 'full' | 'late' | 'aborted'; waitedMs: number }
export type PlaceWanted = {
  priority: CallPriority
  policy: CallPolicy['bulkhead']
  deadlineAt: number
  signal?: AbortSignal | undefined
}

function leaver(id: Id<'integration'>, room: Room): () => void {
  let isGone = false
  return () => {
    if (isGone) return
    isGone = true
    const next = room.waiting.shift()
    // The place goes over to who waits without being free in between.
    if (next) next.go()
    else room.taken -= 1
    if (room.taken === 0 && room.waiting.length === 0) rooms.delete(id)
  }
}

function queueUp(room: Room, priority: CallPriority, go: () => void): Waiting {
  const one = { rank: callPriorities.indexOf(priority), go }
  const at = room.waiting.findIndex((other) => other.rank > one.rank)
  room.waiting.splice(at === -1 ? room.waiting.length : at, 0, one)
  return one
}

/** How many wait now, in all rooms of this process. */
export const waitingCalls = () => [...rooms.values()].reduce((sum, room) => sum + room.waiting.length, 0)

export async function takePlace(id: Id<'integration'>, wanted: PlaceWanted): Promise<Place | NoPlace> {
  const { priority, policy, deadlineAt, signal } = wanted
  const room = rooms.get(id) ?? { taken: 0, waiting: [] }
  rooms.set(id, room)
  if (room.taken < policy.concurrent) {
    room.taken += 1
    return { waitedMs: 0, leave: leaver(id, room) }
  }
  if (room.waiting.length >= policy.queued) return { refused: 'full', waitedMs: 0 }
  const beganAt = performance.now()
  const outcome = await new Promise<'go' | 'late' | 'aborted'>((resolve) => {
    const end = (how: 'go' | 'late' | 'aborted') => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      room.waiting = room.waiting.filter((other) => other !== one)
      resolve(how)
    }
    const onAbort = () => end('aborted')
    const timer = setTimeout(() => end('late'), Math.max(0, deadlineAt - Date.now()))
    const one = queueUp(room, priority, () => end('go'))
    signal?.addEventListener('abort', onAbort, { once: true })
    if (signal?.aborted) onAbort()
  })
  const waitedMs = performance.now() - beganAt
  return outcome === 'go' ? { waitedMs, leave: leaver(id, room) } : { refused: outcome, waitedMs }
}
