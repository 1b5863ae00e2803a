'use client'

import { useLayers } from '@/app/[tenant]/palette/palette-host'
import { Kbd } from '@/app/ui/button'
import { SearchIcon } from '@/app/ui/icons'

/** In the top bar: opens the command palette. On a narrow screen it is the glass alone. */
export function SearchButton() {
  const { openPalette } = useLayers()
  return (
    <button
      type="button"
      aria-label="Search or jump to"
      aria-keyshortcuts="Control+K Meta+K"
      aria-haspopup="dialog"
      onClick={openPalette}
      className="flex h-9 shrink-0 items-center gap-2 rounded-control border border-control/60 bg-bg px-2.5 text-text-2 hover:border-control hover:text-text md:w-64 lg:w-80"
    >
      <SearchIcon />
      <span className="flex-1 text-left max-md:sr-only">Search or jump to</span>
      <Kbd>Ctrl K</Kbd>
    </button>
  )
}
