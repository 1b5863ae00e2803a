'use client'

import { useSyncExternalStore } from 'react'
import { readTheme, type Theme, themeAttribute, themeCookie } from './theme'

/** The person's theme, kept in a cookie; whoever shows it hears when it is chosen elsewhere on the page. */
const aYearInSeconds = 365 * 24 * 3600
const listeners = new Set<() => void>()

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function chosen(): Theme {
  const [, value] = new RegExp(`(?:^|; )${themeCookie}=([a-z]+)`).exec(document.cookie) ?? []
  return readTheme(value)
}

export function chooseTheme(theme: Theme): void {
  const attribute = themeAttribute(theme)
  if (attribute) document.documentElement.dataset.theme = attribute
  else delete document.documentElement.dataset.theme
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is missing where the hub runs without TLS
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${aYearInSeconds}; samesite=lax`
  for (const listener of listeners) listener()
}

/** @param initial what the server read from the cookie, until the browser has taken over */
export function useTheme(initial: Theme = 'system'): Theme {
  return useSyncExternalStore(listen, chosen, () => initial)
}
