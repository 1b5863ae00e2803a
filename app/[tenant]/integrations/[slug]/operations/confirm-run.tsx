'use client'

import { useState } from 'react'
import { ConfirmDialog } from '@/app/ui/dialog'
import { Field, Input } from '@/app/ui/field'
import { fieldNames, type SettingsSchema, titleOf, type Values } from '@/app/ui/settings-form/schema'
import { useIntegration } from '../integration-context'
import type { Operation } from './effect'

type Props = {
  operation: Operation
  schema: SettingsSchema
  values: Values
  open: boolean
  onOpenChange: (open: boolean) => void
  onConfirm: () => Promise<void>
}

const told = (value: unknown) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value))

/** What destroys something says what it is about to do, with what, and asks for the slug. */
export function ConfirmRun({ operation, schema, values, open, onOpenChange, onConfirm }: Props) {
  const { integration } = useIntegration()
  const [typed, setTyped] = useState('')
  const change = (next: boolean) => {
    setTyped('')
    onOpenChange(next)
  }
  const given = fieldNames(schema).filter((name) => values[name] !== undefined)
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={change}
      title={`${operation.title} through ${integration.slug}?`}
      description={operation.description ?? 'It destroys something at the service. The hub cannot bring it back.'}
      confirmLabel={operation.title}
      disabled={typed.trim() !== integration.slug}
      onConfirm={onConfirm}
    >
      <dl className="mb-4 grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {given.map((name) => (
          <div key={name} className="contents">
            <dt className="text-text-2">{titleOf(schema, name)}</dt>
            <dd className="min-w-0 font-mono text-dense break-words">{told(values[name])}</dd>
          </div>
        ))}
      </dl>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() !== integration.slug) return
          void onConfirm()
          change(false)
        }}
      >
        <Field
          label={
            <>
              Type <code className="select-all">{integration.slug}</code> to confirm
            </>
          }
          hint="The hub cannot bring back what the service destroys."
        >
          {(aria) => (
            <Input
              {...aria}
              mono
              value={typed}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </form>
    </ConfirmDialog>
  )
}
