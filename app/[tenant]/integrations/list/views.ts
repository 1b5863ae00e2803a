'use client'

import { useCallback, useSyncExternalStore } from 'react'

/** Named views: nothing but addresses, kept in this browser, per tenant. */
export type View = { name: string; query: string }

const keyOf = (tenant: string) => `inthub-views:${tenant}`
const listeners = new Set<() => void>()
const none: readonly View[] = []
const read = new Map<string, { text: string; views: readonly View[] }>()

const isView = (value: unknown): value is View =>
  typeof value === 'object' && value !== null && 'name' in value && 'query' in value

function parse(text: string): readonly View[] {
  try {
    const views: unknown = JSON.parse(text)
    return Array.isArray(views) ? views.filter(isView) : none
  } catch {
    return none
  }
}

function stored(tenant: string): readonly View[] {
  let text = '[]'
  try {
    text = window.localStorage.getItem(keyOf(tenant)) ?? '[]'
  } catch {
    // A browser that keeps nothing has no views.
  }
  const known = read.get(tenant)
  if (known?.text === text) return known.views
  const views = parse(text)
  read.set(tenant, { text, views })
  return views
}

function keep(tenant: string, views: readonly View[]): void {
  try {
    window.localStorage.setItem(keyOf(tenant), JSON.stringify(views))
  } catch {
    // As above.
  }
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

export function useViews(tenant: string) {
  const views = useSyncExternalStore(
    listen,
    useCallback(() => stored(tenant), [tenant]),
    () => none,
  )
  return {
    views,
    save: (view: View) => keep(tenant, [...stored(tenant).filter(({ name }) => name !== view.name), view]),
    remove: (name: string) =>
      keep(
        tenant,
        stored(tenant).filter((view) => view.name !== name),
      ),
  }
}
