'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

/**
 * Asks before a page is left on which something was typed that is nowhere kept. Covers links, the back button, and
 * closing or reloading the window; the last with the browser's own words.
 */
export type LeaveGuard = {
  /** Where somebody wants to go, while they are asked. */
  asking: boolean
  leave: () => void
  stay: () => void
  /** Goes there, after asking if something would be lost. */
  go: (href: string) => void
}

function linkOf(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const anchor = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(anchor instanceof HTMLAnchorElement) || anchor.target === '_blank') return null
  const url = new URL(anchor.href)
  const isHere = url.pathname === window.location.pathname && url.search === window.location.search
  return url.origin === window.location.origin && !isHere ? url.pathname + url.search + url.hash : null
}

export function useLeaveGuard(active: boolean): LeaveGuard {
  const router = useRouter()
  const [target, setTarget] = useState<string | 'back' | null>(null)
  const isLeaving = useRef(false)
  useEffect(() => {
    if (!active) return
    const onClick = (event: MouseEvent) => {
      const href = linkOf(event)
      if (!href || isLeaving.current) return
      event.preventDefault()
      event.stopPropagation()
      setTarget(href)
    }
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    // A place of the same address in front, so that "back" can be answered with a question.
    window.history.pushState(null, '', window.location.href)
    const onBack = () => {
      if (isLeaving.current) return
      window.history.pushState(null, '', window.location.href)
      setTarget('back')
    }
    document.addEventListener('click', onClick, true)
    window.addEventListener('beforeunload', onUnload)
    window.addEventListener('popstate', onBack)
    return () => {
      document.removeEventListener('click', onClick, true)
      window.removeEventListener('beforeunload', onUnload)
      window.removeEventListener('popstate', onBack)
    }
  }, [active])
  const leaveTo = (where: string) => {
    isLeaving.current = true
    if (where === 'back') window.history.go(-2)
    else router.push(where)
  }
  return {
    asking: target !== null,
    leave: () => target && leaveTo(target),
    stay: () => setTarget(null),
    go: (href) => (active ? setTarget(href) : leaveTo(href)),
  }
}
