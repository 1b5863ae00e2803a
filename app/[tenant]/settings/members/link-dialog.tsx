'use client'

import type { InvitationFieldsFragment } from '@/app/generated/graphql'
import { Button } from '@/app/ui/button'
import { CopyButton } from '@/app/ui/copy-button'
import { Dialog } from '@/app/ui/dialog'
import { Notice } from '@/app/ui/feedback'
import { RelativeTime } from '@/app/ui/time'
import { roleWords } from '../roles'
import { placeOf } from './role-cell'

export type Invited = InvitationFieldsFragment & { url: string }

/** The only moment the link is on a screen: the hub keeps its hash. */
export function LinkDialog({ invited, onClose }: { invited: Invited | null; onClose: () => void }) {
  return (
    <Dialog
      open={invited !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Invitation for ${invited?.email ?? ''}`}
      wide
      footer={
        <Button variant="primary" onClick={onClose}>
          I have copied it
        </Button>
      }
    >
      {invited && (
        <div className="grid gap-4">
          <Notice tone="warn">Copy the link now and send it to {invited.email}. It is shown this once.</Notice>
          <div className="flex flex-wrap items-center gap-2">
            <code
              data-secret
              className="min-w-0 flex-1 basis-64 rounded-control border border-control bg-surface px-2.5 py-2 break-all select-all"
            >
              {invited.url}
            </code>
            <CopyButton size="md" value={invited.url} label="Copy link" />
          </div>
          <p className="text-text-2">
            They join as {roleWords[invited.role].toLowerCase()} {placeOf({ project: invited.project ?? null })}. The
            link works once and ends <RelativeTime at={invited.expiresAt} />.
          </p>
        </div>
      )}
    </Dialog>
  )
}
