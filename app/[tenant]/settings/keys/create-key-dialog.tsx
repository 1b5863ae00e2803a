'use client'

import { useMutation } from '@apollo/client/react'
import { read } from '@/app/lib/submit'
import { Field, Input } from '@/app/ui/field'
import { FormDialog } from '../form-dialog'
import { ExpiryField, expiryProblem, readExpiry } from './expiry-field'
import { CreateApiKeyMutation } from './queries'
import { readScopes, ScopeFields, scopeProblems } from './scope-fields'
import type { MadeKey } from './secret-dialog'

type CreateKeyDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  onMade: (key: MadeKey) => Promise<void>
}

export function CreateKeyDialog({ open, onOpenChange, onMade }: CreateKeyDialogProps) {
  const [create] = useMutation(CreateApiKeyMutation, { fetchPolicy: 'no-cache' })
  const send = async (form: FormData) => {
    const input = { name: read(form, 'name'), scopes: readScopes(form), ...readExpiry(form) }
    const { data } = await create({ variables: { input } })
    if (data)
      await onMade({ name: data.createApiKey.apiKey.name, secret: data.createApiKey.secret, oldUntil: undefined })
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Create an API key"
      description="It may do what you choose here and nothing else."
      submitLabel="Create key"
      wide
      validate={(form) => ({
        name: read(form, 'name') ? undefined : 'Enter a name that says who uses the key.',
        date: expiryProblem(form),
        ...scopeProblems(form),
      })}
      fieldOf={{ 'integration.not_found': 'integration', 'project.not_found': 'project' }}
      send={send}
    >
      {(problems) => (
        <>
          <Field label="Name" hint="Such as the program or the job that uses it." problem={problems.name}>
            {(aria) => <Input {...aria} name="name" autoComplete="off" required maxLength={120} />}
          </Field>
          <ScopeFields problems={problems} />
          <ExpiryField problems={problems} />
        </>
      )}
    </FormDialog>
  )
}
