'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { usePathname } from 'next/navigation'
import { useMemo, useState } from 'react'
import { useTenant } from '@/app/lib/tenant'
import { Kbd } from '@/app/ui/button'
import { SearchIcon } from '@/app/ui/icons'
import { StateIcon } from '@/app/ui/state-icon'
import { acts, type Entry, type EntryGroup, groupsOf, type Question } from './entries'
import { useDeeds } from './use-deeds'
import { useFound, useSurroundings } from './use-found'

type Props = {
  tenants: readonly { slug: string; name: string }[]
  onClose: () => void
  onSheet: () => void
}

function slugIn(pathname: string, tenant: string): string | null {
  const [, first, second, slug] = pathname.split('/')
  return first === tenant && second === 'integrations' && slug && slug !== 'new' ? slug : null
}

const questionWords = (question: Question | null): string => {
  if (question === null) return 'Search or jump to'
  if (question.kind === 'which') return acts[question.act].ask
  return question.kind === 'type' ? 'Connect which service?' : 'Which error code?'
}

/** Go anywhere, do anything, without leaving the keyboard. Escape goes one step back, then closes. */
export function Palette({ tenants, onClose, onSheet }: Props) {
  const { slug, permissions, isInstanceAdmin } = useTenant()
  const pathname = usePathname()
  const [text, setText] = useState('')
  const [question, setQuestion] = useState<Question | null>(null)
  const { found, problem } = useFound(text, question)
  const { types, here } = useSurroundings(slugIn(pathname, slug))
  const place = { tenants, tenant: slug, permissions, isInstanceAdmin, here }
  const groups = groupsOf({ text, question, place, found, types })
  const ask = (next: Question | null) => {
    setQuestion(next)
    setText('')
  }
  const perform = useDeeds({ onClose, onSheet, onAsk: ask })
  const label = questionWords(question)
  const back = () => (question === null ? onClose() : ask(null))
  return (
    <Dialog.Root open onOpenChange={(open, { reason }) => !open && (reason === 'escape-key' ? back() : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-overlay" />
        <Dialog.Popup className="fixed top-[12vh] left-1/2 z-50 flex max-h-[70vh] w-[min(40rem,calc(100vw-1.5rem))] -translate-x-1/2 flex-col overflow-hidden rounded-card border border-border bg-raised shadow-lift outline-none">
          <Dialog.Title className="sr-only">Command palette</Dialog.Title>
          <Autocomplete.Root
            open
            inline
            mode="none"
            items={groups}
            filter={null}
            autoHighlight="always"
            keepHighlight
            value={text}
            onValueChange={(next, { reason }) => reason !== 'item-press' && setText(next)}
            itemToStringValue={(entry: Entry) => entry.title}
          >
            <div className="flex items-center gap-2.5 border-b border-border px-4">
              <SearchIcon className="text-text-2" />
              <Autocomplete.Input
                aria-label={label}
                placeholder={label}
                maxLength={120}
                className="h-12 min-w-0 flex-1 bg-transparent text-reading outline-none placeholder:text-text-2"
                onKeyDown={(event) => {
                  if (event.key === 'Backspace' && text === '' && question) ask(null)
                }}
              />
              <Kbd>Esc</Kbd>
            </div>
            <Answers groups={groups} onPerform={perform} />
            <Autocomplete.Status className="px-4 text-text-2 empty:p-0 [&:not(:empty)]:py-3">
              {problem ?? (groups.length === 0 ? nothingWords(question, text) : null)}
            </Autocomplete.Status>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function nothingWords(question: Question | null, text: string): string {
  if (question?.kind === 'error') return 'Type a code such as integration.probe_failed.'
  return text ? 'Nothing fits these words.' : 'Reading'
}

function Answers({ groups, onPerform }: { groups: readonly EntryGroup[]; onPerform: (entry: Entry) => void }) {
  // The list is drawn by the parts below from the same groups, so that labels belong to their rows.
  const drawn = useMemo(() => groups, [groups])
  return (
    <Autocomplete.List aria-label="Results" className="min-h-0 flex-1 scroll-py-8 overflow-y-auto p-1.5 empty:p-0">
      {drawn.map((group) => (
        <Autocomplete.Group key={group.value} items={group.items} className="mb-1">
          <Autocomplete.GroupLabel className="px-2.5 pt-2 pb-1 text-meta font-medium text-text-2">
            {group.value}
          </Autocomplete.GroupLabel>
          {group.items.map((entry) => (
            <Autocomplete.Item
              key={entry.id}
              value={entry}
              onClick={() => onPerform(entry)}
              className="flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-2.5 py-1 outline-none select-none data-highlighted:bg-unk-bg"
            >
              <EntryRow entry={entry} />
            </Autocomplete.Item>
          ))}
        </Autocomplete.Group>
      ))}
    </Autocomplete.List>
  )
}

function EntryRow({ entry: { title, note, state, command, shortcut } }: { entry: Entry }) {
  return (
    <>
      {state && <StateIcon state={state} className="[--cut:var(--raised)]" />}
      <span className="min-w-0 flex-1 truncate">
        {title}
        {note && note !== title && <span className="ml-2 text-meta text-text-2">{note}</span>}
      </span>
      {command && (
        <code className="min-w-0 max-w-[45%] shrink truncate text-meta text-text-2 max-sm:hidden">{command}</code>
      )}
      {shortcut && (
        <span className="flex shrink-0 gap-1 text-text-2">
          {shortcut.split(' ').map((part) => (
            <Kbd key={part}>{part}</Kbd>
          ))}
        </span>
      )}
    </>
  )
}
