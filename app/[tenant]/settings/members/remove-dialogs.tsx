'use client'

import { useMutation } from '@apollo/client/react'
import { explained } from '@/app/lib/submit'
import { ConfirmDialog } from '@/app/ui/dialog'
import { useToast } from '@/app/ui/toast'
import { useRefreshFrame } from '../refresh-frame'
import { roleWords } from '../roles'
import { RemoveMemberMutation, RemoveMemberRoleMutation } from './queries'
import { type Binding, type Member, placeOf } from './role-cell'

type Closing = { onClose: () => void; onChanged: () => Promise<unknown> }

export function RemoveMemberDialog({ member, onClose, onChanged }: Closing & { member: Member | null }) {
  const [remove] = useMutation(RemoveMemberMutation)
  const toast = useToast()
  const confirm = async () => {
    if (!member) return
    await explained(remove({ variables: { id: member.id } }))
    toast.done(`${member.email} was removed`)
    await onChanged()
  }
  return (
    <ConfirmDialog
      open={member !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Remove ${member?.email ?? ''}?`}
      description="Every role in this tenant is taken away, and what the member has open here is closed."
      confirmLabel="Remove member"
      onConfirm={confirm}
    />
  )
}

export function RemoveRoleDialog({
  asked,
  onClose,
  onChanged,
}: Closing & { asked: { member: Member; binding: Binding } | null }) {
  const [remove] = useMutation(RemoveMemberRoleMutation)
  const refreshFrame = useRefreshFrame()
  const toast = useToast()
  const role = asked ? roleWords[asked.binding.role].toLowerCase() : ''
  const place = asked ? placeOf(asked.binding) : ''
  const confirm = async () => {
    if (!asked) return
    const { member, binding } = asked
    const project = binding.project ? { project: binding.project.id } : {}
    await explained(remove({ variables: { input: { id: member.id, ...project } } }))
    toast.done(`${member.email} is no longer ${role} ${place}`)
    await onChanged()
    refreshFrame()
  }
  return (
    <ConfirmDialog
      open={asked !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Take the role ${place} from ${asked?.member.email ?? ''}?`}
      description={`They are no longer ${role} ${place}. Their other roles stay.`}
      confirmLabel="Take role away"
      onConfirm={confirm}
    />
  )
}
