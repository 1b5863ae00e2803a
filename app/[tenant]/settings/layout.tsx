import type { ReactNode } from 'react'
import { PageHeader } from '@/app/ui/card'
import { SettingsTabs } from './settings-tabs'

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="max-w-5xl">
      <PageHeader title="Settings" />
      <SettingsTabs />
      {children}
    </div>
  )
}
