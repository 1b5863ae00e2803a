import type { ReactNode } from 'react'
import { Logo } from '../ui/logo'

/** The frame of the pages outside a tenant: the mark, one card, nothing else. */
export function EntranceFrame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-6 bg-surface px-4 py-10">
      <p className="flex items-center gap-2.5 text-reading font-semibold tracking-[-0.01em]">
        <Logo />
        Integration Hub
      </p>
      <div className="w-[calc(100vw-2rem)] max-w-md rounded-card border border-border bg-raised p-6 sm:p-8">
        <h1 className="text-title font-semibold tracking-[-0.01em]">{title}</h1>
        {lead && <div className="mt-1.5 text-text-2">{lead}</div>}
        <div className="mt-6">{children}</div>
      </div>
    </main>
  )
}
