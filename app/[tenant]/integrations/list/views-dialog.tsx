'use client'

import { type FormEvent, useState } from 'react'
import { useTenant } from '@/app/lib/tenant'
import { Button, IconButton } from '@/app/ui/button'
import { Dialog } from '@/app/ui/dialog'
import { Field, Input } from '@/app/ui/field'
import { Trash2Icon } from '@/app/ui/icons'
import { useViews } from './views'

/** Gives this view a name in this browser, and takes names away. */
export function ViewsDialog({ onClose }: { onClose: () => void }) {
  const { slug } = useTenant()
  const { views, save, remove } = useViews(slug)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return setProblem('Give the view a name.')
    save({ name: name.trim(), query: window.location.search })
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Views"
      description="A view is the address of this page: filters, order, groups and columns. Names are kept in this browser."
    >
      <form onSubmit={submit} noValidate className="flex items-end gap-2">
        <Field label="Name of this view" problem={problem} className="flex-1">
          {(aria) => (
            <Input
              {...aria}
              value={name}
              maxLength={60}
              onChange={(event) => {
                setProblem(null)
                setName(event.target.value)
              }}
            />
          )}
        </Field>
        <Button type="submit" variant="primary">
          Save
        </Button>
      </form>
      {views.length > 0 && (
        <ul className="mt-4 grid gap-1 border-t border-border pt-3" aria-label="Saved views">
          {views.map((view) => (
            <li key={view.name} className="flex items-center gap-2">
              <span className="min-w-0 flex-1 truncate">{view.name}</span>
              <IconButton
                label={`Remove ${view.name}`}
                size="sm"
                icon={<Trash2Icon />}
                onClick={() => remove(view.name)}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
