'use client'

import { type ReactNode, useId, useState } from 'react'
import { type Problems, type Submission, useSubmit } from '@/app/lib/submit'
import { Button } from '@/app/ui/button'
import { Dialog, type DialogProps } from '@/app/ui/dialog'
import { ErrorState } from '@/app/ui/feedback'

type Fields = (problems: Problems) => ReactNode
export type FormDialogProps = Omit<DialogProps, 'children' | 'footer'> &
  Submission & { submitLabel: string; disabled?: boolean; children: Fields }

/** A dialog that is one form. It closes when what it sends was done, and keeps what was typed when it was not. */
export function FormDialog({
  submitLabel,
  disabled = false,
  children,
  validate,
  send,
  fieldOf,
  ...dialog
}: FormDialogProps) {
  const id = useId()
  const [pending, setPending] = useState(false)
  const close = () => dialog.onOpenChange(false)
  const sendAndClose = async (form: FormData) => {
    setPending(true)
    try {
      await send(form)
      close()
    } finally {
      setPending(false)
    }
  }
  return (
    <Dialog
      {...dialog}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" pending={pending} disabled={disabled}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <DialogForm id={id} validate={validate} send={sendAndClose} fieldOf={fieldOf}>
        {children}
      </DialogForm>
    </Dialog>
  )
}

function DialogForm({ id, children, ...submission }: Submission & { id: string; children: Fields }) {
  const { problems, trouble, form, onSubmit } = useSubmit(submission)
  return (
    <form id={id} ref={form} onSubmit={onSubmit} noValidate className="grid gap-5">
      {trouble && <ErrorState compact trouble={trouble} />}
      {children(problems)}
    </form>
  )
}
