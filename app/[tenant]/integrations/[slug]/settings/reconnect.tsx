'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTenant } from '@/app/lib/tenant'
import { Button, LinkButton } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { Checkbox } from '@/app/ui/field'
import { endpointIn, hasFields, problemsAt } from '../../connector-form'
import { CredentialsFields } from '../../credentials-fields'
import { LeaveDialog } from '../../leave-dialog'
import { useLeaveGuard } from '../../leave-guard'
import { useIntegration } from '../integration-context'
import { configEdit } from './edit'
import { SaveTrouble } from './trouble'
import { useEdit } from './use-edit'

/** The credentials alone, everything else as it is: tested first, then put in the place of the old ones. */
export function Reconnect() {
  const tenant = useTenant()
  const router = useRouter()
  const { integration } = useIntegration()
  const editing = useEdit()
  const { base, shown, problems, saving } = editing
  const [enable, setEnable] = useState(true)
  const guard = useLeaveGuard(Object.values(shown.secrets).some(Boolean))
  const here = `/${tenant.slug}/integrations/${integration.slug}`
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (saving) return
    const isSaved = await editing.save({ asksSecret: true, enable })
    if (isSaved) router.push(here)
  }
  const endpoint = endpointIn(base.config) ?? shown.instance?.title ?? base.instance
  return (
    <form noValidate autoComplete="off" onSubmit={submit} className="grid max-w-2xl gap-6">
      <Section title="Reconnect">
        <p className="mb-5 max-w-[60ch] text-text-2">
          Enter the credentials anew for <span className="break-all text-text">{endpoint}</span>. They are tested first,
          then replace the stored ones. Everything else stays as it is.
        </p>
        <CredentialsFields
          methods={shown.methods}
          method={shown.method}
          methodFixed={hasFields(shown.asked.secrets)}
          asked={shown.asked}
          config={shown.config}
          secrets={shown.secrets}
          configProblems={problemsAt(problems, 'config')}
          secretProblems={problemsAt(problems, 'secrets')}
          onMethod={(method) => editing.change({ method, secrets: {} })}
          onConfig={(config) => editing.change({ config: configEdit(base, config) })}
          onSecrets={(secrets) => editing.change({ secrets })}
        />
      </Section>
      {!integration.enabled && (
        <Checkbox label="Enable it afterwards" checked={enable} onChange={(event) => setEnable(event.target.checked)} />
      )}
      <SaveTrouble editing={editing} />
      <div className="flex flex-wrap items-center justify-end gap-2 border-t border-border py-3">
        <p className="min-w-0 flex-1 text-meta text-text-2">Secrets are never shown again.</p>
        <LinkButton href={`${here}/settings`}>All settings</LinkButton>
        <Button type="submit" variant="primary" pending={saving}>
          Test and reconnect
        </Button>
      </div>
      <LeaveDialog guard={guard} also="Nothing is saved yet." />
    </form>
  )
}
