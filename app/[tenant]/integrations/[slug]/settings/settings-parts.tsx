'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTenant } from '@/app/lib/tenant'
import { cx } from '@/app/ui/cx'
import { useIntegration } from '../integration-context'

/** The two halves of the settings: what it is, and how calls through it are made. Each is saved for itself. */
export function SettingsParts() {
  const tenant = useTenant()
  const { integration } = useIntegration()
  const pathname = usePathname()
  const base = `/${tenant.slug}/integrations/${integration.slug}/settings`
  const parts = [
    { href: base, label: 'Connection' },
    { href: `${base}/calls`, label: 'Calls' },
  ]
  return (
    <nav aria-label="Settings">
      <ul className="inline-flex h-8 rounded-control border border-control/60 bg-raised p-0.5">
        {parts.map(({ href, label }) => (
          <li key={href} className="flex">
            <Link
              href={href}
              aria-current={href === pathname ? 'page' : undefined}
              className={cx(
                'inline-flex items-center rounded-[4px] px-2 text-dense font-medium transition-colors duration-(--out)',
                href === pathname ? 'bg-unk-bg text-text' : 'text-text-2 hover:text-text',
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
