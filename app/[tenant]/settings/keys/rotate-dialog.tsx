'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { read } from '@/app/lib/submit'
import { useNow } from '@/app/ui/clock'
import { RadioGroup } from '@/app/ui/field'
import { FormDialog } from '../form-dialog'
import { ExpiryField, expiryProblem, readExpiry } from './expiry-field'
import { type Key, standingOf } from './key-standing'
import { RotateApiKeyMutation } from './queries'
import type { MadeKey } from './secret-dialog'

const overlaps = [
  { value: '0', label: 'It ends at once', hint: 'when it may have leaked' },
  { value: '3600', label: 'For 1 hour', hint: undefined },
  { value: '86400', label: 'For 1 day', hint: 'usual' },
  { value: '604800', label: 'For 7 days', hint: 'when many places use it' },
]

type RotateDialogProps = { apiKey: Key | null; onClose: () => void; onMade: (key: MadeKey) => Promise<void> }

/** A new secret with the same rights; the old one goes on for a while, so that nothing breaks in between. */
export function RotateDialog({ apiKey, onClose, onMade }: RotateDialogProps) {
  const [rotate] = useMutation(RotateApiKeyMutation, { fetchPolicy: 'no-cache' })
  const send = async (form: FormData) => {
    if (!apiKey) return
    const input = { id: apiKey.id, overlapSeconds: Number(read(form, 'overlap')), ...readExpiry(form) }
    const { data } = await rotate({ variables: { input } })
    if (!data) return
    const { secret, apiKey: rotated } = data.rotateApiKey
    await onMade({ name: rotated.name, secret, oldUntil: rotated.previousSecretUntil ?? null })
  }
  return (
    <FormDialog
      open={apiKey !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Rotate "${apiKey?.name ?? ''}"`}
      description="The key gets a new secret with the same rights. You see the new one once."
      submitLabel="Rotate key"
      validate={(form) => ({ date: expiryProblem(form) })}
      send={send}
    >
      {(problems) => (
        <>
          <OverlapField />
          {apiKey && <EndField apiKey={apiKey} problems={problems} />}
        </>
      )}
    </FormDialog>
  )
}

function OverlapField() {
  const [overlap, setOverlap] = useState('86400')
  return (
    <RadioGroup
      legend="How long the old secret still works"
      name="overlap"
      value={overlap}
      onValueChange={setOverlap}
      options={overlaps}
    />
  )
}

function EndField({ apiKey, problems }: { apiKey: Key; problems: Record<string, string | undefined> }) {
  const hasEnded = standingOf(apiKey, useNow(60_000)) === 'expired'
  return <ExpiryField problems={problems} keep={hasEnded ? undefined : 'as before'} />
}
