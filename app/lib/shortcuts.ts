'use client'

import { useEffect, useRef } from 'react'

/**
 * Single keys that act on the page. They are silent while somebody types, while a dialog or a menu is open, and when
 * the person switched them off. Source: https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts
 */
export type Shortcuts = Record<string, () => void>

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

/** Keys are single (`n`, `?`) or two in a row (`g o`). */
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
      const act = (isSequence && current.current[`${before.key} ${event.key}`]) || current.current[event.key]
      before = { key: event.key, at: event.timeStamp }
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
