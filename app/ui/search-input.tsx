'use client'

import { useEffect, useRef, useState } from 'react'
import { useShortcuts } from '@/app/lib/shortcuts'
import { cx } from './cx'
import { Input } from './field'
import { SearchIcon } from './icons'

type Props = { label: string; value: string; onValueChange: (value: string) => void; className?: string }

const typingPauseMs = 200

/** Text that filters what is below, once the typing pauses. `/` goes to it. */
export function SearchInput({ label, value, onValueChange, className }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const [given, setGiven] = useState(value)
  // The address may change by itself: a link, the back button, "clear filters".
  if (given !== value) {
    setGiven(value)
    setTyped(value)
  }
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onValueChange(typed), typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed, value, onValueChange])
  useShortcuts({ '/': () => input.current?.focus() })
  return (
    <span className={cx('relative max-sm:w-full sm:w-56', className)}>
      <SearchIcon className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-text-2" />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        value={typed}
        maxLength={120}
        onChange={(event) => setTyped(event.target.value)}
        dense
        className="pl-8"
      />
    </span>
  )
}
