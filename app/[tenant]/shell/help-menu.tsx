'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { shortcutsAreOn, switchShortcuts, useShortcuts } from '@/app/lib/shortcuts'
import { useTenant } from '@/app/lib/tenant'
import { IconButton } from '@/app/ui/button'
import { Dialog } from '@/app/ui/dialog'
import { CircleHelpIcon, ExternalLinkIcon, KeyboardIcon } from '@/app/ui/icons'
import { Menu, MenuItem } from '@/app/ui/menu'
import { Switch } from '@/app/ui/switch'
import { places } from './places'

const everywhere = [
  { key: 'n', does: 'Connect a new integration' },
  { key: '/', does: 'Filter the list' },
  { key: '?', does: 'Show this sheet' },
  { key: 'Esc', does: 'Close what is on top' },
]

/** Help stands in the same place on every page; the keys that work everywhere belong to it. */
export function HelpMenu() {
  const [isOpen, setOpen] = useState(false)
  const router = useRouter()
  const { slug } = useTenant()
  useShortcuts({
    '?': () => setOpen(true),
    n: () => router.push(`/${slug}/integrations/new`),
    ...Object.fromEntries(places.map(({ key, path }) => [key, () => router.push(`/${slug}${path}`)])),
  })
  return (
    <>
      <Menu trigger={<IconButton label="Help" icon={<CircleHelpIcon />} />}>
        <MenuItem icon={<KeyboardIcon />} onSelect={() => setOpen(true)}>
          Keyboard shortcuts
        </MenuItem>
        <MenuItem icon={<ExternalLinkIcon />} onSelect={() => window.location.assign('/graphiql')}>
          GraphQL explorer
        </MenuItem>
      </Menu>
      <Dialog open={isOpen} onOpenChange={setOpen} title="Keyboard shortcuts">
        <ShortcutSheet />
      </Dialog>
    </>
  )
}

function ShortcutSheet() {
  const [areOn, setOn] = useState(true)
  useEffect(() => setOn(shortcutsAreOn()), [])
  const go = places.map(({ key, label }) => ({ key, does: `Go to ${label}` }))
  return (
    <div className="grid gap-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        {[...everywhere, ...go].map(({ key, does }) => (
          <div key={key} className="contents">
            <dt className="flex gap-1">
              {key.split(' ').map((part) => (
                <kbd
                  key={part}
                  className="min-w-6 rounded-[4px] border border-control bg-surface px-1.5 text-center text-meta"
                >
                  {part}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label="Single-key shortcuts"
        hint="Switch them off when they get in the way of speech input or another tool."
        checked={areOn}
        onCheckedChange={(on) => {
          setOn(on)
          switchShortcuts(on)
        }}
      />
    </div>
  )
}
