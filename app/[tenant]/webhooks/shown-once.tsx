'use client'

import { Button } from '@/app/ui/button'
import { CopyButton } from '@/app/ui/copy-button'
import { Dialog } from '@/app/ui/dialog'
import { Notice } from '@/app/ui/feedback'

export type ShownOnce = { title: string; values: readonly { label: string; value: string }[]; after?: string }

/** The only moment these are on a screen; they are kept in this component's memory and nowhere else. */
export function ShownOnceDialog({ shown, onClose }: { shown: ShownOnce | null; onClose: () => void }) {
  return (
    <Dialog
      open={shown !== null}
      onOpenChange={(open) => !open && onClose()}
      title={shown?.title ?? ''}
      wide
      footer={
        <Button variant="primary" onClick={onClose}>
          I have copied it
        </Button>
      }
    >
      {shown && (
        <div className="grid gap-4">
          <Notice tone="warn">Copy it now. It is shown this once and cannot be read again.</Notice>
          {shown.values.map(({ label, value }) => (
            <div key={label}>
              <p className="mb-1.5 font-medium">{label}</p>
              <div className="flex flex-wrap items-center gap-2">
                <code
                  data-secret
                  className="min-w-0 flex-1 basis-64 rounded-control border border-control bg-surface px-2.5 py-2 break-all select-all"
                >
                  {value}
                </code>
                <CopyButton size="md" value={value} label={`Copy ${label.toLowerCase()}`} />
              </div>
            </div>
          ))}
          {shown.after && <p className="text-text-2">{shown.after}</p>}
        </div>
      )}
    </Dialog>
  )
}
