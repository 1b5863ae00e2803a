'use client'

import { CopyButton } from '@/app/ui/copy-button'

/** The command in a remedy that opens a refused address, if there is one. */
export function egressCommandIn(remedy: string | null | undefined): string | null {
  return remedy?.match(/inthub admin egress grant \S+ \S+/)?.[0].replace(/[.,;]$/, '') ?? null
}

/** A remedy without the command it ends with, for where that is shown as one to copy. */
export function withoutCommand(remedy: string): string {
  const command = egressCommandIn(remedy)
  return command ? remedy.replace(command, '').trim() : remedy
}

/** What an instance admin has to run before the hub may connect there. */
export function EgressCommand({ command }: { command: string }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <code className="min-w-0 rounded-control bg-unk-bg px-2 py-1 break-all">{command}</code>
      <CopyButton value={command} label="Copy command" />
    </div>
  )
}
