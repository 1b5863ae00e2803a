'use client'

import { type FocusEvent, useEffect, useRef, useState } from 'react'

/** Whether somebody is reading the table: scrolled down, pointing at it, focused in it, or not looking at all. */
export function useReading() {
  const top = useRef<HTMLDivElement>(null)
  const [isAtTop, setAtTop] = useState(true)
  const [isPointed, setPointed] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const [isHidden, setHidden] = useState(false)
  useEffect(() => {
    if (!top.current) return
    const observer = new IntersectionObserver(([entry]) => setAtTop(entry?.isIntersecting ?? true))
    observer.observe(top.current)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    const read = () => setHidden(document.visibilityState === 'hidden')
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [])
  return {
    top,
    isAtTop,
    isReading: !isAtTop || isPointed || isFocused || isHidden,
    handlers: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: (event: FocusEvent) => setFocused(event.currentTarget.contains(event.relatedTarget)),
    },
  }
}
