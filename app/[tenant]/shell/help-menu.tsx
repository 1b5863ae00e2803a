'use client'

import { useLayers } from '@/app/[tenant]/palette/palette-host'
import { IconButton } from '@/app/ui/button'
import { CircleHelpIcon, ExternalLinkIcon, KeyboardIcon, SearchIcon } from '@/app/ui/icons'
import { Menu, MenuItem } from '@/app/ui/menu'

/** Help stands in the same place on every page. */
export function HelpMenu() {
  const { openPalette, openSheet } = useLayers()
  return (
    <Menu trigger={<IconButton label="Help" icon={<CircleHelpIcon />} />}>
      <MenuItem icon={<SearchIcon />} onSelect={openPalette}>
        Search and commands
      </MenuItem>
      <MenuItem icon={<KeyboardIcon />} onSelect={openSheet}>
        Keyboard shortcuts
      </MenuItem>
      <MenuItem icon={<ExternalLinkIcon />} onSelect={() => window.location.assign('/graphiql')}>
        GraphQL explorer
      </MenuItem>
    </Menu>
  )
}
