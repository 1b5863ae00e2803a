'use client'

import { useMay } from '@/app/lib/tenant'
import { Notice } from '@/app/ui/feedback'
import { useIntegration } from '../integration-context'
import { Reconnect } from './reconnect'
import { SaveAsProfile } from './save-as-profile'
import { Settings } from './settings'
import { SettingsParts } from './settings-parts'

/** Everything that can be changed, or only the credentials; to look at, for those who may not change it. */
export function SettingsPage({ reconnect }: { reconnect: boolean }) {
  const mayWrite = useMay('integrations:write')
  const { integration } = useIntegration()
  if (reconnect && mayWrite) return <Reconnect />
  return (
    <div className="grid gap-6">
      <div className="flex max-w-2xl flex-wrap items-center justify-between gap-3">
        <SettingsParts />
        {mayWrite && <SaveAsProfile id={integration.id} />}
      </div>
      {!mayWrite && <Notice tone="unk">You may look at these settings. Changing them needs the role operator.</Notice>}
      <Settings disabled={!mayWrite} />
    </div>
  )
}
