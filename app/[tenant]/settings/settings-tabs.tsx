'use client'

import { usePathname } from 'next/navigation'
import { useMay, useTenant } from '@/app/lib/tenant'
import { TabLinks } from '@/app/ui/tabs'

/** Only what the person may open is offered. */
export function SettingsTabs() {
  const { slug } = useTenant()
  const pathname = usePathname()
  const maySeeMembers = useMay('members:read')
  const maySeeKeys = useMay('keys:read')
  const base = `/${slug}/settings`
  const tabs = [
    { href: base, label: 'Profile' },
    ...(maySeeMembers ? [{ href: `${base}/members`, label: 'Members & roles' }] : []),
    ...(maySeeKeys ? [{ href: `${base}/keys`, label: 'API keys' }] : []),
  ]
  return <TabLinks label="Settings" tabs={tabs} current={pathname} />
}
