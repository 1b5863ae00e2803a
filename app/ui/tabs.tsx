import Link from 'next/link'
import { cx } from './cx'

export type TabLink = { href: string; label: string }

/** Tabs that are places of their own: each is a link, the current one says so. */
export function TabLinks({ label, tabs, current }: { label: string; tabs: readonly TabLink[]; current: string }) {
  return (
    <nav aria-label={label} className="mb-6 overflow-x-auto border-b border-border">
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
