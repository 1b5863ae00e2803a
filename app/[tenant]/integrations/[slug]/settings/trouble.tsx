'use client'

import { Button } from '@/app/ui/button'
import { ErrorState, Notice } from '@/app/ui/feedback'
import { useIntegration } from '../integration-context'
import type { Editing } from './use-edit'

/** Why it was not saved, and the ways on. */
export function SaveTrouble({ editing }: { editing: Editing }) {
  const { integration, refetch } = useIntegration()
  const { refused, isOutdated, hasEdit, takeNewer } = editing
  if (isOutdated && hasEdit) {
    const reload = async () => {
      const answer = (await refetch()) as { data?: { integration: typeof integration } } | undefined
      takeNewer(answer?.data?.integration ?? integration)
    }
    return (
      <div role="alert">
        <Notice
          tone="warn"
          action={
            <Button size="sm" onClick={() => void reload().catch(() => {})}>
              Reload, keep what I typed
            </Button>
          }
        >
          <strong className="font-semibold">Somebody changed it in the meantime.</strong> Reload to see the newer
          version under what you typed, look at both, then save again.
        </Notice>
      </div>
    )
  }
  if (!refused) return null
  return (
    <div className="grid justify-items-start gap-2">
      <ErrorState compact trouble={refused.trouble} />
      {refused.canSaveDisabled && (
        <Button pending={editing.saving} onClick={() => void editing.save({ saveDisabled: true })}>
          Save anyway, disabled
        </Button>
      )}
    </div>
  )
}
