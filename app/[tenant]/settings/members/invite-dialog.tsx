'use client'

import { useMutation } from '@apollo/client/react'
import { isAddress, read } from '@/app/lib/submit'
import { Field, Input, Select } from '@/app/ui/field'
import { FormDialog } from '../form-dialog'
import type { Invited } from './link-dialog'
import { CreateInvitationMutation } from './queries'
import { RoleFields, readRole } from './role-fields'

const lifetimes = [1, 3, 7, 14, 30]

type InviteDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  onInvited: (invited: Invited) => Promise<unknown>
}

export function InviteDialog({ open, onOpenChange, onInvited }: InviteDialogProps) {
  const [create] = useMutation(CreateInvitationMutation, { fetchPolicy: 'no-cache' })
  const send = async (form: FormData) => {
    const input = { email: read(form, 'email'), days: Number(read(form, 'days')), ...readRole(form) }
    const { data } = await create({ variables: { input } })
    if (data) await onInvited({ url: data.createInvitation.url, ...data.createInvitation.invitation })
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Invite somebody"
      description="You get a link for one person. With a mail server set, they get it by mail, too."
      submitLabel="Create link"
      validate={(form) => ({
        email: isAddress(read(form, 'email')) ? undefined : 'Enter an e-mail address, such as ada@example.com.',
      })}
      fieldOf={{ 'member.exists': 'email', 'project.not_found': 'project' }}
      send={send}
    >
      {(problems) => (
        <>
          <Field label="E-mail" hint="Only who proves to have this address can join." problem={problems.email}>
            {(aria) => <Input {...aria} name="email" type="email" autoComplete="off" required maxLength={254} />}
          </Field>
          <RoleFields problems={problems} />
          <Field label="The link works for" problem={problems.days}>
            {(aria) => (
              <Select {...aria} name="days" defaultValue="7">
                {lifetimes.map((days) => (
                  <option key={days} value={days}>
                    {days === 1 ? '1 day' : `${days} days`}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </>
      )}
    </FormDialog>
  )
}
