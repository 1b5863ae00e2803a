'use client'

import { usePathname } from 'next/navigation'
import { useTenant } from '@/app/lib/tenant'
import { TabLinks } from '@/app/ui/tabs'

export function WebhookTabs() {
  const { slug } = useTenant()
  const pathname = usePathname()
  const base = `/${slug}/webhooks`
  const tabs = [
    { href: base, label: 'Endpoints' },
    { href: `${base}/deliveries`, label: 'Deliveries' },
    { href: `${base}/inbound`, label: 'Inbound' },
  ]
  // The page of one delivery belongs to the deliveries.
  const current = tabs.findLast(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
  return <TabLinks label="Pages of webhooks" tabs={tabs} current={current?.href ?? base} />
}
