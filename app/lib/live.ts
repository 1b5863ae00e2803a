'use client'

import { createContext, useContext, useSyncExternalStore } from 'react'

/**
 * Whether the screen hears of changes as they happen. `lost` is said after a while of trying in vain; `ended` when the
 * hub closed the door because the session is over.
 */
export type LiveStatus = 'connecting' | 'live' | 'reconnecting' | 'lost' | 'ended'
export type LiveState = {
  status: LiveStatus /** When the hub was last heard, in epoch milliseconds. */
  lastDataAt: number | null
}

export class LiveConnection {
  #state: LiveState = { status: 'connecting', lastDataAt: null }
  readonly #listeners = new Set<() => void>()
  readonly #resyncs = new Set<() => void>()
  #giveUp: ReturnType<typeof setTimeout> | undefined
  #wake: (() => void) | undefined

  get = (): LiveState => this.#state

  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Called when events were missed for good and everything has to be read anew. */
  onResync = (listener: () => void): (() => void) => {
    this.#resyncs.add(listener)
    return () => this.#resyncs.delete(listener)
  }

  resync(): void {
    for (const listener of this.#resyncs) listener()
  }

  connected(): void {
    clearTimeout(this.#giveUp)
    this.#giveUp = undefined
    this.#set({ status: 'live', lastDataAt: Date.now() })
  }

  /** Kept out of the listeners' sight: it only matters once the connection is gone. */
  heard(): void {
    this.#state = { ...this.#state, lastDataAt: Date.now() }
  }

  disconnected(closeCode: number | undefined): void {
    if (closeCode === 4401 || closeCode === 4403) {
      this.#set({ ...this.#state, status: 'ended' })
      return
    }
    if (this.#state.status === 'lost') return
    this.#set({ ...this.#state, status: this.#state.lastDataAt === null ? 'connecting' : 'reconnecting' })
    this.#giveUp ??= setTimeout(() => this.#set({ ...this.#state, status: 'lost' }), 8000)
  }

  /** Waits before the next try: longer each time, cut short by {@link retryNow}. */
  untilNextTry = (tries: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(10_000, 250 * 2 ** tries) * (0.75 + Math.random() / 2))
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  retryNow = (): void => {
    this.#wake?.()
  }

  #set(state: LiveState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

export const LiveContext = createContext<LiveConnection | null>(null)

export function useLiveConnection(): LiveConnection {
  const live = useContext(LiveContext)
  if (live) return live
  throw new Error('The live connection belongs to the screens of a tenant.')
}

const atFirst: LiveState = { status: 'connecting', lastDataAt: null }

export function useLive(): LiveState {
  const live = useLiveConnection()
  return useSyncExternalStore(live.listen, live.get, () => atFirst)
}
