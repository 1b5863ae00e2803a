'use client'

import { useLayers } from '@/app/[tenant]/palette/palette-host'
import { Button } from '@/app/ui/button'
import { SearchIcon } from '@/app/ui/icons'

/** On pages that have nothing to show: the way to what one was looking for. */
export function OpenSearch() {
  const { openPalette } = useLayers()
  return (
    <Button icon={<SearchIcon />} onClick={openPalette}>
      Search
    </Button>
  )
}
