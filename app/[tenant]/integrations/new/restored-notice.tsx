'use client'

import { Button } from '@/app/ui/button'
import { Notice } from '@/app/ui/feedback'
import { RelativeTime } from '@/app/ui/time'

/** Says that a draft was taken up again, and how to be rid of it. */
export function RestoredNotice({ at, onStartOver }: { at: number; onStartOver: () => void }) {
  return (
    <Notice
      tone="info"
      action={
        <Button size="sm" onClick={onStartOver}>
          Start over
        </Button>
      }
    >
      Your draft is back, kept <RelativeTime at={new Date(at).toISOString()} inert />. Secrets are never kept: enter
      them again.
    </Notice>
  )
}
