'use client'

import { useMutation } from '@apollo/client/react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { formatAbsolute } from '@/app/lib/format'
import { useTenant } from '@/app/lib/tenant'
import { ConfirmDialog } from '@/app/ui/dialog'
import { Field, Input } from '@/app/ui/field'
import { useToast } from '@/app/ui/toast'
import { DeleteMutation } from '../queries'

type Props = {
  integration: { id: string; slug: string; storedSecrets: readonly string[] }
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Deleting asks for the slug, and says what cannot be brought back. */
export function DeleteDialog({ integration: { id, slug, storedSecrets }, open, onOpenChange }: Props) {
  const tenant = useTenant()
  const router = useRouter()
  const toast = useToast()
  const [typed, setTyped] = useState('')
  const [run] = useMutation(DeleteMutation)
  const confirm = async () => {
    const { data } = await run({ variables: { id } })
    const until = data?.deleteIntegration.restorableUntil
    toast.done(`${slug} is deleted`, until && `It can be restored until ${formatAbsolute(until)}.`)
    router.push(`/${tenant.slug}/integrations`)
  }
  const change = (next: boolean) => {
    setTyped('')
    onOpenChange(next)
  }
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={change}
      title={`Delete ${slug}?`}
      description={
        storedSecrets.length > 0
          ? 'Its secret is destroyed at once and cannot be brought back. Everything else can be restored for 7 days.'
          : 'It can be restored for 7 days.'
      }
      confirmLabel="Delete"
      disabled={typed.trim() !== slug}
      onConfirm={confirm}
    >
      <p className="mb-4 text-text-2">Its checks stop, and whoever reads it over the API finds it gone.</p>
      <Field
        label={
          <>
            Type <code className="select-all">{slug}</code> to confirm
          </>
        }
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
    </ConfirmDialog>
  )
}
