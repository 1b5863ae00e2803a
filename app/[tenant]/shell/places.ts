import {
  ActivityIcon,
  BookmarkIcon,
  LayoutDashboardIcon,
  LibraryIcon,
  PlugIcon,
  SettingsIcon,
  WebhookIcon,
} from '@/app/ui/icons'

/** Where one can go within a tenant. Only what exists is listed. */
export const places = [
  { path: '', label: 'Overview', icon: LayoutDashboardIcon, key: 'g o' },
  { path: '/integrations', label: 'Integrations', icon: PlugIcon, key: 'g i' },
  { path: '/webhooks', label: 'Webhooks', icon: WebhookIcon, key: 'g w' },
  { path: '/activity', label: 'Activity', icon: ActivityIcon, key: 'g l' },
  { path: '/catalog', label: 'Catalog', icon: LibraryIcon, key: 'g c' },
  { path: '/profiles', label: 'Profiles', icon: BookmarkIcon },
  { path: '/settings', label: 'Settings', icon: SettingsIcon, key: 'g s' },
] as const

/** Whether `pathname` is that place or lies within it. */
export function isWithin(pathname: string, tenant: string, path: string): boolean {
  const here = `/${tenant}${path}`
  return path === '' ? pathname === here : pathname === here || pathname.startsWith(`${here}/`)
}
