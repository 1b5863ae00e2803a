'use client'

import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react'

/**
 * One clock for everything that ages on the screen. Readers of the same pace share one timer and change together;
 * the first paint uses the server's own reading, so that the markup of both sides is the same.
 */
const ServerNow = createContext<number | null>(null)

export function ClockProvider({ now, children }: { now: number; children: ReactNode }) {
  return <ServerNow value={now}>{children}</ServerNow>
}

type Ticker = {
  now: number
  listeners: Set<() => void>
  timer: ReturnType<typeof setInterval> | undefined
}
const tickers = new Map<number, Ticker>()

function tickerOf(everyMs: number): Ticker {
  const known = tickers.get(everyMs)
  if (known) return known
  const made: Ticker = {
    now: Date.now(),
    listeners: new Set(),
    timer: undefined,
  }
  tickers.set(everyMs, made)
  return made
}

function listen(everyMs: number, listener: () => void): () => void {
  const ticker = tickerOf(everyMs)
  if (ticker.listeners.size === 0) {
    if (Date.now() - ticker.now >= everyMs) ticker.now = Date.now()
    ticker.timer = setInterval(() => {
      ticker.now = Date.now()
      for (const each of ticker.listeners) each()
    }, everyMs)
  }
  ticker.listeners.add(listener)
  return () => {
    ticker.listeners.delete(listener)
    if (ticker.listeners.size === 0) clearInterval(ticker.timer)
  }
}

/** The present, in epoch milliseconds, read again every `everyMs`. */
export function useNow(everyMs = 1000): number {
  const serverNow = useContext(ServerNow)
  // A new function here would end and start the shared timer with every render.
  const subscribe = useCallback((listener: () => void) => listen(everyMs, listener), [everyMs])
  return useSyncExternalStore(
    subscribe,
    () => tickerOf(everyMs).now,
    () => serverNow ?? tickerOf(everyMs).now,
  )
}

const never = () => () => {}

/** False on the server and during hydration, true afterwards: for what only the browser knows, such as its time zone. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
