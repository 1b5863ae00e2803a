'use client'

import { Fragment, useState } from 'react'
import { shortcutList, steadyKeys } from '@/app/lib/shortcut-list'
import { shortcutsAreOn, switchShortcuts } from '@/app/lib/shortcuts'
import { Dialog } from '@/app/ui/dialog'
import { Switch } from '@/app/ui/switch'

/** Every key of every page, and the switch that silences those that are a single letter. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const [areOn, setOn] = useState(shortcutsAreOn)
  return (
    <Dialog open wide onOpenChange={(open) => !open && onClose()} title="Keyboard shortcuts">
      <div className="grid gap-6">
        <Switch
          label="Single-key shortcuts"
          hint="Switch them off when they get in the way of speech input or another tool. Kept in this browser."
          checked={areOn}
          onCheckedChange={(on) => {
            setOn(on)
            switchShortcuts(on)
          }}
        />
        <div className="grid gap-6 sm:grid-cols-2">
          <Keys title="Always" keys={steadyKeys} />
          {shortcutList.map(({ page, shortcuts }) => (
            <Keys key={page} title={page} keys={shortcuts} isSilent={!areOn} />
          ))}
        </div>
      </div>
    </Dialog>
  )
}

type KeysProps = { title: string; keys: readonly { key: string; does: string }[]; isSilent?: boolean }

/** Two keys for one thing are one line. */
function lines(keys: KeysProps['keys']): { does: string; keys: string[] }[] {
  const byDeed = new Map<string, string[]>()
  for (const { key, does } of keys) byDeed.set(does, [...(byDeed.get(does) ?? []), key])
  return [...byDeed].map(([does, all]) => ({ does, keys: all }))
}

const partsOf = (key: string) => (key === ' ' ? ['Space'] : key.split(' '))

function Keys({ title, keys, isSilent = false }: KeysProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="mb-2 font-medium">
        {title}
        {isSilent && <span className="font-normal text-text-2"> (switched off)</span>}
      </h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
        {lines(keys).map(({ does, keys: all }) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {all.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && <span className="text-text-2">or</span>}
                  {partsOf(key).map((part) => (
                    <kbd
                      key={part}
                      className="h-fit min-w-6 rounded-[4px] border border-control bg-surface px-1.5 text-center text-meta"
                    >
                      {part}
                    </kbd>
                  ))}
                </Fragment>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
