import type { ReactNode } from 'react'
import { Notice } from '@/app/ui/feedback'

/** Told to who may look but not change: what cannot be done here, and which permission it takes. */
export function ReadOnly({ to, permission }: { to: ReactNode; permission: string }) {
  return (
    <div className="mb-3">
      <Notice tone="info">
        You can look at this. To {to} you need the permission <code>{permission}</code>, which admins and owners have.
      </Notice>
    </div>
  )
}
