'use client'

import { useMutation, useQuery } from '@apollo/client/react'
import { read } from '@/app/lib/submit'
import { Field, Input, Select } from '@/app/ui/field'
import { FormDialog } from '../../settings/form-dialog'
import { CreateHookMutation, HookableQuery } from './queries'

type Issued = { url: string; secret: string | null; hook: { name: string } }
type Props = { open: boolean; onClose: () => void; onIssued: (issued: Issued) => Promise<void> }

export function HookDialog({ open, onClose, onIssued }: Props) {
  const [create] = useMutation(CreateHookMutation, { fetchPolicy: 'no-cache' })
  const { data } = useQuery(HookableQuery, { skip: !open })
  const integrations = data?.integrations.edges.map(({ node }) => node) ?? []
  const send = async (form: FormData) => {
    const [name, secret] = [read(form, 'name'), read(form, 'secret')]
    const input = { integration: read(form, 'integration'), ...(name && { name }), ...(secret && { secret }) }
    const { data: made } = await create({ variables: { input } })
    if (made) await onIssued(made.createInboundHook)
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Add a hook"
      description="An address for the webhooks of one integration's provider. The address and the secret are shown once."
      submitLabel="Add hook"
      validate={(form) => ({
        integration: read(form, 'integration') ? undefined : 'Choose whose webhooks it takes.',
      })}
      fieldOf={{ 'integration.not_found': 'integration' }}
      send={send}
    >
      {(problems) => (
        <>
          <Field label="Integration" problem={problems.integration}>
            {(aria) => (
              <Select {...aria} name="integration" defaultValue="">
                <option value="">choose one</option>
                {integrations.map(({ id, name, slug }) => (
                  <option key={id} value={id}>
                    {name} ({slug})
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Name" optional problem={problems.name}>
            {(aria) => <Input {...aria} name="name" maxLength={100} placeholder="default" />}
          </Field>
          <Field
            label="Secret"
            optional
            hint="Only where the provider makes it, such as Slack. The hub makes one otherwise."
            problem={problems.secret}
          >
            {(aria) => <Input {...aria} name="secret" type="password" autoComplete="off" />}
          </Field>
        </>
      )}
    </FormDialog>
  )
}
