'use client'

import { CopyButton } from '@/app/ui/copy-button'
import { Dialog } from '@/app/ui/dialog'
import type { ListSearch } from './search'
import { commandOf, queryOf } from './show-query'

/** The view as the API and the CLI have it, for whoever wants to go on from here. */
export function QueryDialog({ search, onClose }: { search: ListSearch; onClose: () => void }) {
  const { document, variables } = queryOf(search)
  const command = commandOf(search)
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title="This view as a query"
      description="What stands on the screen comes from this document; a key with integrations:read may ask it too."
    >
      <div className="grid gap-4">
        <Part title="GraphQL" text={document} />
        <Part title="Variables" text={variables} />
        {command ? (
          <Part title="Command line" text={command} />
        ) : (
          <p className="text-text-2">
            The command line has no words for this view: its order or a filter is not among its options.
          </p>
        )}
      </div>
    </Dialog>
  )
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <section aria-label={title} className="min-w-0">
      <div className="mb-1.5 flex items-center justify-between gap-3">
        <h3 className="font-medium">{title}</h3>
        <CopyButton value={text} label={`Copy ${title}`} />
      </div>
      <Scrolled title={title}>{text}</Scrolled>
    </section>
  )
}

function Scrolled({ title, children }: { title: string; children: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a frame that scrolls is neither a set of fields nor a landmark
    <div
      role="group"
      aria-label={`${title}, scrolls`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      className="max-h-64 overflow-auto rounded-control border border-border bg-surface p-3 text-dense"
    >
      <pre>
        <code>{children}</code>
      </pre>
    </div>
  )
}
