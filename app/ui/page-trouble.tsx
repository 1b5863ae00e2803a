'use client'

import { useRouter } from 'next/navigation'
import { ErrorState, type Trouble } from './feedback'
import { StateIcon } from './state-icon'

/** A whole page that could not be read: refused, or failed. The rail stays beside it. */
export function PageTrouble({ trouble }: { trouble: Trouble }) {
  const router = useRouter()
  const refused = trouble.code === 'permission.denied'
  return (
    <div className="grid max-w-3xl gap-4">
      <h1 className="flex items-center gap-2.5 text-title font-semibold">
        {refused && <StateIcon state="DISABLED" silent />}
        {refused ? 'You may not see this' : 'This page could not be shown'}
      </h1>
      <ErrorState trouble={trouble} onRetry={refused ? undefined : () => router.refresh()} />
    </div>
  )
}
