'use client'

import { usePathname } from 'next/navigation'
import { useMay, useTenant } from '@/app/lib/tenant'
import { TabLinks } from '@/app/ui/tabs'

/** Only what the person may open is offered. */
export function SettingsTabs() {
  const { slug, isInstanceAdmin } = useTenant()
  const pathname = usePathname()
  const maySeeMembers = useMay('members:read')
  const maySeeKeys = useMay('keys:read')
  const base = `/${slug}/settings`
  const tabs = [
    { href: base, label: 'Profile' },
    ...(maySeeMembers ? [{ href: `${base}/members`, label: 'Members & roles' }] : []),
    ...(maySeeKeys ? [{ href: `${base}/keys`, label: 'API keys' }] : []),
    { href: `${base}/workspace`, label: 'Workspace' },
    { href: `${base}/projects`, label: 'Projects' },
    { href: `${base}/environments`, label: 'Environments' },
    ...(isInstanceAdmin
      ? [
          { href: `${base}/sign-in`, label: 'Sign-in' },
          { href: `${base}/network`, label: 'Network' },
        ]
      : []),
  ]
  return <TabLinks label="Settings" tabs={tabs} current={pathname} />
}
