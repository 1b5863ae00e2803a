'use client'

import { useMutation } from '@apollo/client/react'
import { plural } from '@/app/lib/format'
import { explained } from '@/app/lib/submit'
import { ConfirmDialog } from '@/app/ui/dialog'
import { useToast } from '@/app/ui/toast'
import { DeleteProfileMutation } from './queries'

type Props = {
  profile: { id: string; name: string; integrationCount: number } | null
  onClose: () => void
  onDeleted: () => void | Promise<void>
}

export function DeleteProfileDialog({ profile, onClose, onDeleted }: Props) {
  const [remove] = useMutation(DeleteProfileMutation)
  const toast = useToast()
  const confirm = async () => {
    if (!profile) return
    await explained(remove({ variables: { id: profile.id } }))
    toast.done(`The profile "${profile.name}" was deleted`)
    await onDeleted()
  }
  const used = profile ? plural(profile.integrationCount, 'integration') : ''
  return (
    <ConfirmDialog
      open={profile !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Delete "${profile?.name ?? ''}"?`}
      description={`${used} started from it; they stay as they are. The profile cannot be brought back.`}
      confirmLabel="Delete profile"
      onConfirm={confirm}
    />
  )
}
