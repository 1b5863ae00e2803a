'use client'

import type { FormEvent } from 'react'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { Notice } from '@/app/ui/feedback'
import { SettingsForm } from '@/app/ui/settings-form/settings-form'
import { hasFields, problemsAt } from '../../connector-form'
import { CredentialsFields } from '../../credentials-fields'
import { LeaveDialog } from '../../leave-dialog'
import { useLeaveGuard } from '../../leave-guard'
import { configEdit } from './edit'
import { GeneralFields } from './general-fields'
import { SaveTrouble } from './trouble'
import { type Editing, useEdit } from './use-edit'

/** Name, place, connection and credentials of an integration, saved together. */
export function Settings({ disabled }: { disabled: boolean }) {
  const editing = useEdit()
  const { shown, problems, hasEdit, saving } = editing
  const guard = useLeaveGuard(Object.values(shown.secrets).some(Boolean))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (hasEdit && !saving) void editing.save()
  }
  return (
    <form noValidate autoComplete="off" onSubmit={submit} className="grid max-w-2xl gap-8">
      <Section title="General">
        <GeneralFields editing={editing} disabled={disabled} />
      </Section>
      {hasFields(shown.asked.place) && (
        <Section title="Connection">
          <SettingsForm
            idPrefix="config"
            schema={shown.asked.place}
            values={shown.config}
            problems={problemsAt(problems, 'config')}
            disabled={disabled}
            onChange={(values) => editing.change({ config: configEdit(editing.base, { ...shown.config, ...values }) })}
          />
        </Section>
      )}
      <Section title="Credentials">
        <Credentials editing={editing} disabled={disabled} />
      </Section>
      {!disabled && (
        <div className="sticky bottom-0 z-10 grid gap-3 border-t border-border bg-bg py-3 max-md:static">
          <SaveTrouble editing={editing} />
          <div className="flex flex-wrap items-center justify-end gap-2">
            <p className="min-w-0 flex-1 text-meta text-text-2">
              {hasEdit ? 'Not saved yet. A changed connection is tested before it is saved.' : 'Everything is saved.'}
            </p>
            <Button onClick={editing.discard} disabled={!hasEdit}>
              Discard
            </Button>
            <Button type="submit" variant="primary" pending={saving} disabled={!hasEdit}>
              Save
            </Button>
          </div>
        </div>
      )}
      <LeaveDialog guard={guard} also="Nothing is saved yet." />
    </form>
  )
}

function Credentials({ editing, disabled }: { editing: Editing; disabled: boolean }) {
  const { base, shown, problems, needsSecret } = editing
  const isStored = base.storedSecrets.length > 0
  return (
    <div className="grid gap-4">
      {needsSecret && isStored && (
        <Notice tone="warn">
          The host or the way to sign in changes. The stored secret is not sent anywhere else and is destroyed when you
          save: enter it again.
        </Notice>
      )}
      <CredentialsFields
        methods={shown.methods}
        method={shown.method}
        asked={shown.asked}
        config={shown.config}
        secrets={shown.secrets}
        configProblems={problemsAt(problems, 'config')}
        secretProblems={problemsAt(problems, 'secrets')}
        disabled={disabled}
        onMethod={(method) => editing.change({ method, secrets: {} })}
        onConfig={(config) => editing.change({ config: configEdit(base, config) })}
        onSecrets={(secrets) => editing.change({ secrets })}
        secretHint={(name) =>
          base.storedSecrets.includes(name) && !needsSecret ? 'Stored. Leave it empty to keep it.' : null
        }
      />
    </div>
  )
}
