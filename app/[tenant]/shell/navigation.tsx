'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTenant } from '@/app/lib/tenant'
import { cx } from '@/app/ui/cx'
import { isWithin, places } from './places'

/** The rail at the left, or the bar at the bottom of a narrow screen; the same links in the same order. */
export function Navigation() {
  const { slug } = useTenant()
  const pathname = usePathname()
  return (
    <nav
      aria-label="Main"
      className="z-20 border-border bg-surface max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:pb-[env(safe-area-inset-bottom)] md:w-14 md:shrink-0 md:border-r md:p-2 lg:w-52 lg:p-3"
    >
      <ul className="flex max-md:justify-around md:sticky md:top-17 md:flex-col md:gap-0.5">
        {places.map(({ path, label, icon: Icon }) => {
          const current = isWithin(pathname, slug, path)
          return (
            <li key={path} className="max-md:min-w-0 max-md:flex-1">
              <Link
                href={`/${slug}${path}`}
                aria-current={current ? 'page' : undefined}
                className={cx(
                  'relative flex items-center rounded-control font-medium -outline-offset-2 transition-colors duration-(--out) max-md:flex-col max-md:gap-0.5 max-md:px-0 max-md:py-2 max-md:tracking-tight max-md:text-meta md:h-9 md:gap-2.5 md:px-2.5',
                  current
                    ? 'text-text md:bg-unk-bg md:before:absolute md:before:inset-y-2 md:before:-left-2 md:before:w-0.5 md:before:rounded-full md:before:bg-accent lg:md:before:-left-3'
                    : 'text-text-2 hover:text-text md:hover:bg-unk-bg/60',
                )}
              >
                <Icon className={cx('size-[1.125rem]', current && 'text-accent')} />
                <span className="max-w-full truncate md:max-lg:sr-only">{label}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
