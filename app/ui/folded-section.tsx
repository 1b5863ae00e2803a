'use client'

import { type ReactNode, useId, useState } from 'react'
import { cx } from './cx'
import { ChevronRightIcon } from './icons'

/** A part of a long page under its own heading: open where there is room, folded on a narrow screen until it is asked for. */
export function FoldedSection({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const bodyId = useId()
  const heading = 'text-meta font-semibold tracking-[0.06em] text-text-2 uppercase'
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className={cx(heading, 'mb-3 flex min-h-7 items-center max-sm:hidden')}>{title}</h2>
      <h2 className={cx(heading, 'border-b border-border sm:hidden')}>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => setOpen(!isOpen)}
          className="flex min-h-11 w-full items-center justify-between gap-3 text-left uppercase"
        >
          {title}
          <ChevronRightIcon className={cx('size-4', isOpen && 'rotate-90')} />
        </button>
      </h2>
      <div id={bodyId} className={cx('max-sm:mt-3', !isOpen && 'max-sm:hidden')}>
        {children}
      </div>
    </section>
  )
}
