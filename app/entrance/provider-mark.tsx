import type { ReactNode } from 'react'
import { brandPaths } from '../ui/brand-icons'
import { KeyRoundIcon } from '../ui/icons'

/** The vendor's mark in one colour, or a key for an issuer of one's own. Decoration: the name stands beside it. */
export function providerMark(provider: string): ReactNode {
  const path = brandPaths[provider]
  if (!path) return <KeyRoundIcon />
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="size-4 shrink-0" fill="currentColor">
      <path d={path} />
    </svg>
  )
}
