'use client'

import { useMutation } from '@apollo/client/react'
import { useToast } from '@/app/ui/toast'
import { FormDialog } from '../form-dialog'
import { roleWords } from '../roles'
import { AddRoleMutation } from './queries'
import type { Member } from './role-cell'
import { RoleFields, readRole } from './role-fields'

type AddRoleDialogProps = { member: Member | null; onClose: () => void; onChanged: () => Promise<unknown> }

/** One more role for somebody who is here already, in a place where they have none. */
export function AddRoleDialog({ member, onClose, onChanged }: AddRoleDialogProps) {
  const [add] = useMutation(AddRoleMutation)
  const toast = useToast()
  const send = async (form: FormData) => {
    if (!member) return
    const chosen = readRole(form)
    await add({ variables: { input: { email: member.email, ...chosen } } })
    toast.done(`${member.email} is now also ${roleWords[chosen.role].toLowerCase()}`)
    await onChanged()
  }
  return (
    <FormDialog
      open={member !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Add a role for ${member?.email ?? ''}`}
      description="A role in a project adds to what the person may do in the whole tenant; it takes nothing away."
      submitLabel="Add role"
      fieldOf={{ 'member.exists': 'project', 'project.not_found': 'project' }}
      send={send}
    >
      {(problems) => (
        <RoleFields problems={problems} without={member?.bindings.map(({ project }) => project?.id ?? '') ?? []} />
      )}
    </FormDialog>
  )
}
