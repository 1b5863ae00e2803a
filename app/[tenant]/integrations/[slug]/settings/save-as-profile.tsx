'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { read } from '@/app/lib/submit'
import { Button } from '@/app/ui/button'
import { Checkbox, Field, Input } from '@/app/ui/field'
import { BookmarkIcon } from '@/app/ui/icons'
import { useToast } from '@/app/ui/toast'
import { CreateProfileMutation } from '../../../profiles/queries'
import { FormDialog } from '../../../settings/form-dialog'

/** Keeps what is saved of an integration, without its secrets, for the next one of its kind. */
export function SaveAsProfile({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false)
  const [create] = useMutation(CreateProfileMutation)
  const toast = useToast()
  const send = async (form: FormData) => {
    const name = read(form, 'name')
    const isDefault = form.get('isDefault') !== null
    await create({ variables: { input: { name, fromIntegration: id, isDefault } } })
    toast.done(`The profile "${name}" is saved`)
  }
  return (
    <>
      <Button size="sm" icon={<BookmarkIcon />} onClick={() => setOpen(true)}>
        Save as profile
      </Button>
      <FormDialog
        open={isOpen}
        onOpenChange={setOpen}
        title="Save as profile"
        description="The settings as they are saved, for the next integration of this kind. Secrets are not part of it."
        submitLabel="Save profile"
        validate={(form) => ({ name: read(form, 'name') ? undefined : 'Enter a name.' })}
        send={send}
      >
        {(problems) => (
          <>
            <Field label="Name of the profile" problem={problems.name}>
              {(aria) => <Input {...aria} name="name" autoComplete="off" required maxLength={100} />}
            </Field>
            <Checkbox name="isDefault" label="The default of its type" />
          </>
        )}
      </FormDialog>
    </>
  )
}
