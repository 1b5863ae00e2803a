'use client'

import { useEffect, useRef } from 'react'

type Keys = { isOff: boolean; onNext: () => void; onLeave: () => void }

// A message that pops up is a dialog too, but one that leaves the page to the person.
const overlays = '[role="dialog"]:not([aria-modal="false"]), [role="alertdialog"], [role="menu"]'

function meantBy(event: KeyboardEvent, { onNext, onLeave }: Keys): (() => void) | null {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return onNext
  return event.key === 'Escape' ? onLeave : null
}

/** Ctrl Enter goes on, Escape closes and keeps the draft. An open dialog keeps both to itself. */
export function useWizardKeys(keys: Keys): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || current.current.isOff || document.querySelector(overlays)) return
      const act = meantBy(event, current.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
