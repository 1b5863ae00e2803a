'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { IconButton } from './button'
import { XIcon } from './icons'

type Props = { open: boolean; onOpenChange: (open: boolean) => void; title: ReactNode; children: ReactNode }

/** More about one row, beside the table. Escape closes it and gives the focus back to the row. */
export function SidePanel({ open, onOpenChange, title, children }: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-overlay transition-opacity duration-(--in) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className="fixed inset-y-0 right-0 z-50 flex w-[min(28rem,100vw)] flex-col border-l border-border bg-raised shadow-lift transition-transform duration-(--in) data-ending-style:translate-x-4 data-starting-style:translate-x-4">
          <div className="flex items-start gap-4 border-b border-border px-4 py-3">
            <Base.Title className="min-w-0 flex-1 pt-1.5 font-semibold">{title}</Base.Title>
            <Base.Close render={<IconButton label="Close" icon={<XIcon />} />} />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
          <section tabIndex={0} aria-label="Details" className="-outline-offset-2 min-h-0 flex-1 overflow-y-auto p-4">
            {children}
          </section>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
