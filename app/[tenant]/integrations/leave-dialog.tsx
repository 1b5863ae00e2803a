'use client'

import { ConfirmDialog } from '@/app/ui/dialog'
import type { LeaveGuard } from './leave-guard'

/** Asks before a typed secret is lost. */
export function LeaveDialog({ guard, also }: { guard: LeaveGuard; also: string }) {
  return (
    <ConfirmDialog
      open={guard.asking}
      onOpenChange={(open) => {
        if (!open) guard.stay()
      }}
      title="Leave without the secret?"
      description={`${also} The secret you typed is not kept: you would have to enter it again.`}
      confirmLabel="Leave"
      onConfirm={async () => guard.leave()}
    />
  )
}
