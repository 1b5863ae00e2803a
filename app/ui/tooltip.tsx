'use client'

import {
  cloneElement,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'

type Trigger = HTMLAttributes<HTMLElement>
type Place = { left: number; top: number; isBelow: boolean }

const openAfterMs = 300
const closeAfterMs = 120
const gap = 6
const roomAbove = 72

function placeAt(element: HTMLElement): Place {
  const { left, top, bottom, width } = element.getBoundingClientRect()
  const isBelow = top < roomAbove
  const middle = Math.min(Math.max(left + width / 2, 152), Math.max(152, window.innerWidth - 152))
  return { left: middle, top: isBelow ? bottom + gap : top - gap, isBelow }
}

/**
 * More about something that already has a name. Shows on hover and focus, stays while hovered, goes with Escape.
 * Source: https://www.w3.org/WAI/WCAG22/Understanding/content-on-hover-or-focus
 */
export function Tooltip({ content, children }: { content: ReactNode; children: ReactElement<Trigger> }) {
  const id = useId()
  const [place, setPlace] = useState<Place | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const close = () => setPlace(null)
  const later = (act: () => void, ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(act, ms)
  }
  const keep = () => clearTimeout(timer.current)
  const leave = () => later(close, closeAfterMs)
  useEffect(() => () => clearTimeout(timer.current), [])
  const isOpen = place !== null
  useEffect(() => {
    if (!isOpen) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // Only this layer closes: what is under it does not hear of the key.
      event.stopPropagation()
      setPlace(null)
    }
    const onScroll = () => setPlace(null)
    window.addEventListener('keydown', onKeyDown, true)
    window.addEventListener('scroll', onScroll, true)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      window.removeEventListener('scroll', onScroll, true)
    }
  }, [isOpen])
  const own: Trigger = {
    ...(isOpen && { 'aria-describedby': id }),
    onPointerEnter: ({ currentTarget }) => later(() => setPlace(placeAt(currentTarget)), openAfterMs),
    onPointerLeave: leave,
    onFocus: ({ currentTarget }) => setPlace(placeAt(currentTarget)),
    onBlur: close,
  }
  return (
    <>
      {cloneElement(children, own)}
      {place &&
        createPortal(
          <div
            role="tooltip"
            id={id}
            onPointerEnter={keep}
            onPointerLeave={leave}
            style={{ left: place.left, top: place.top }}
            className={`fixed z-50 w-max max-w-72 -translate-x-1/2 rounded-control border border-border bg-raised px-2 py-1 text-meta text-text shadow-lift ${place.isBelow ? '' : '-translate-y-full'}`}
          >
            {content}
          </div>,
          document.body,
        )}
    </>
  )
}
