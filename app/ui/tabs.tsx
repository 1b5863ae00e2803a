'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { cx } from './cx'

export type TabLink = { href: string; label: string }

/** Tabs that are places of their own: each is a link, the current one says so and is in sight on a narrow screen. */
export function TabLinks({ label, tabs, current }: { label: string; tabs: readonly TabLink[]; current: string }) {
  const nav = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is another place to scroll to
  useEffect(() => {
    const tab = nav.current?.querySelector('[aria-current="page"]')
    if (!nav.current || !tab) return
    const [frame, place] = [nav.current.getBoundingClientRect(), tab.getBoundingClientRect()]
    // Only the row of tabs: the page stays where it is.
    if (place.right > frame.right) nav.current.scrollLeft += place.right - frame.right
    if (place.left < frame.left) nav.current.scrollLeft -= frame.left - place.left
  }, [current])
  return (
    <nav ref={nav} aria-label={label} className="mb-6 overflow-x-auto border-b border-border">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.href === current ? 'page' : undefined}
              className={cx(
                '-outline-offset-2 block border-b-2 px-3 py-2 font-medium whitespace-nowrap transition-colors duration-(--out)',
                tab.href === current ? 'border-accent text-text' : 'border-transparent text-text-2 hover:text-text',
              )}
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
