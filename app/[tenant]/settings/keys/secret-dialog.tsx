'use client'

import { useTenant } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { CopyButton } from '@/app/ui/copy-button'
import { Dialog } from '@/app/ui/dialog'
import { Notice } from '@/app/ui/feedback'
import { RelativeTime } from '@/app/ui/time'

export type MadeKey = {
  name: string
  secret: string
  /** For a key that was rotated: until when its old secret works, null when it ended at once. */
  oldUntil: string | null | undefined
}

/** The only moment the secret is on a screen; it is kept in this component's memory and nowhere else. */
export function SecretDialog({ made, onClose }: { made: MadeKey | null; onClose: () => void }) {
  const { slug } = useTenant()
  return (
    <Dialog
      open={made !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`API key "${made?.name ?? ''}" ${made?.oldUntil === undefined ? 'created' : 'rotated'}`}
      wide
      footer={
        <Button variant="primary" onClick={onClose}>
          I have copied it
        </Button>
      }
    >
      {made && (
        <div className="grid gap-4">
          <Notice tone="warn">Copy the key now. It is shown this once and cannot be read again.</Notice>
          <div className="flex flex-wrap items-center gap-2">
            <code
              data-secret
              className="min-w-0 flex-1 basis-64 rounded-control border border-control bg-surface px-2.5 py-2 break-all select-all"
            >
              {made.secret}
            </code>
            <CopyButton size="md" value={made.secret} label="Copy key" />
          </div>
          {made.oldUntil && (
            <p>
              Whatever still uses the old secret goes on working; it ends <RelativeTime at={made.oldUntil} />.
            </p>
          )}
          {made.oldUntil === null && <p>The old secret does not work any more.</p>}
          <div>
            <p className="mb-1.5 text-text-2">On the command line, for the tenant {slug}:</p>
            <pre className="overflow-x-auto rounded-control border border-border bg-surface px-2.5 py-2 text-dense">
              <code>inthub auth login --with-token</code>
            </pre>
            <p className="mt-1.5 text-meta text-text-2">
              It reads the key from standard input, so the key is in no shell history.
            </p>
          </div>
        </div>
      )}
    </Dialog>
  )
}
