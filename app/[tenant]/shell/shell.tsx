'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTenant } from '@/app/lib/tenant'
import type { Theme } from '@/app/lib/theme'
import { Logo } from '@/app/ui/logo'
import { PaletteHost } from '../palette/palette-host'
import { HelpMenu } from './help-menu'
import { LiveBanner, LiveIndicator } from './live-indicator'
import { Navigation } from './navigation'
import { type Person, PersonMenu } from './person-menu'
import { SearchButton } from './search-button'
import { type TenantChoice, TenantMenu } from './tenant-menu'
import { ThemeMenu } from './theme-menu'

export type ShellProps = { person: Person; tenants: readonly TenantChoice[]; theme: Theme; children: ReactNode }

/** The frame of every signed-in page: top bar, rail, banners, and the page itself at the same place everywhere. */
export function Shell({ person, tenants, theme, children }: ShellProps) {
  const { slug, isDemo } = useTenant()
  return (
    <PaletteHost tenants={tenants}>
      <div className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="sr-only z-60 rounded-control bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to content
        </a>
        <header className="sticky top-0 z-30 border-b border-border bg-bg/95 backdrop-blur-sm">
          <div className="flex h-14 items-center gap-1 px-3 sm:gap-2 sm:px-4">
            <Link
              href={`/${slug}`}
              className="flex shrink-0 items-center gap-2 rounded-control pr-1 font-semibold tracking-[-0.01em]"
            >
              <Logo />
              <span className="text-reading max-sm:sr-only">inthub</span>
            </Link>
            <span aria-hidden="true" className="text-border max-sm:hidden">
              /
            </span>
            <TenantMenu tenants={tenants} />
            {isDemo && (
              <span className="rounded-full border border-info-fill/50 bg-info-bg px-2 py-0.5 text-meta font-medium whitespace-nowrap text-info max-sm:hidden">
                Demo data
              </span>
            )}
            <div className="ml-auto flex shrink-0 items-center sm:gap-1">
              <SearchButton />
              <LiveIndicator />
              <ThemeMenu initial={theme} />
              <HelpMenu />
              <PersonMenu person={person} />
            </div>
          </div>
          {isDemo && (
            <p className="border-t border-info-fill/50 bg-info-bg text-center text-meta font-medium text-info sm:hidden">
              Demo data
            </p>
          )}
        </header>
        <LiveBanner />
        <div className="flex min-w-0 flex-1">
          <Navigation />
          <main
            id="content"
            tabIndex={-1}
            className="min-w-0 flex-1 px-4 py-6 outline-none max-md:pb-24 sm:px-6 lg:px-8"
          >
            <div className="max-w-[1440px]">{children}</div>
          </main>
        </div>
      </div>
    </PaletteHost>
  )
}
