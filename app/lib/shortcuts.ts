'use client'

import { useEffect, useRef } from 'react'
import type { ShortcutKey } from './shortcut-list'

/**
 * Single keys that act on the page. They are silent while somebody types, while a dialog or a menu is open, and when
 * the person switched them off. Source: https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts
 */
/** Answers false when the key is not meant for it after all, so that the browser does what it does. */
type Act = () => unknown
export type Shortcuts = Partial<Record<ShortcutKey, Act>>

const storageKey = 'inthub-shortcuts'
const sequenceMs = 1200

export function shortcutsAreOn(): boolean {
  try {
    return window.localStorage.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}

export function switchShortcuts(on: boolean): void {
  try {
    window.localStorage.setItem(storageKey, on ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing keeps them on.
  }
}

function isSilent(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input, textarea, select, [contenteditable], [role="menu"], [role="listbox"]')) return true
  return (
    document.querySelector('[role="dialog"]:not([aria-modal="false"]), [role="alertdialog"]') !== null ||
    !shortcutsAreOn()
  )
}

/** Keys are single (`n`, `?`) or two in a row (`g o`), and stand in shortcut-list.ts. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    let before = { key: '', at: 0 }
    const onKeyDown = (event: KeyboardEvent) => {
      if (isSilent(event)) return
      const isSequence = event.timeStamp - before.at < sequenceMs
      const known: Record<string, Act | undefined> = current.current
      const act = (isSequence && known[`${before.key} ${event.key}`]) || known[event.key]
      before = { key: event.key, at: event.timeStamp }
      if (act && act() !== false) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
