'use client'

import { useMutation } from '@apollo/client/react'
import { plural } from '@/app/lib/format'
import { explained, type Problems, read } from '@/app/lib/submit'
import { ConfirmDialog } from '@/app/ui/dialog'
import { Notice } from '@/app/ui/feedback'
import { Field, Input } from '@/app/ui/field'
import { useToast } from '@/app/ui/toast'
import { FormDialog } from '../form-dialog'
import { SlugField, slugProblem } from '../slug-field'
import type { Environment } from './environments'
import { CreateEnvironmentMutation, DeleteEnvironmentMutation, UpdateEnvironmentMutation } from './queries'

type Changed = { onChanged: () => Promise<unknown> }
type About = Changed & { environment: Environment | null; onClose: () => void }
const nameProblem = (form: FormData) => (read(form, 'name') ? undefined : 'Enter a name.')

function NameField({ problems, name }: { problems: Problems; name?: string }) {
  return (
    <Field label="Name" problem={problems.name}>
      {(aria) => <Input {...aria} name="name" defaultValue={name} autoComplete="off" required maxLength={120} />}
    </Field>
  )
}

export function CreateEnvironmentDialog({
  open,
  onOpenChange,
  onChanged,
}: Changed & { open: boolean; onOpenChange: (open: boolean) => void }) {
  const [create] = useMutation(CreateEnvironmentMutation)
  const toast = useToast()
  const send = async (form: FormData) => {
    const [name, slug] = [read(form, 'name'), read(form, 'slug')]
    await create({ variables: { input: { name, ...(slug && { slug }) } } })
    toast.done(`The environment ${name} was created`)
    await onChanged()
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Create an environment"
      description="It goes after the others; you can move it."
      submitLabel="Create environment"
      validate={(form) => ({ name: nameProblem(form), slug: slugProblem(form, { optional: true }) })}
      send={send}
    >
      {(problems) => (
        <>
          <NameField problems={problems} />
          <SlugField problem={problems.slug} hint="For commands and files; made from the name when empty." optional />
        </>
      )}
    </FormDialog>
  )
}

export function EditEnvironmentDialog({ environment, onClose, onChanged }: About) {
  const [update] = useMutation(UpdateEnvironmentMutation)
  const toast = useToast()
  const send = async (form: FormData) => {
    if (!environment) return
    const [name, slug] = [read(form, 'name'), read(form, 'slug')]
    await update({ variables: { input: { id: environment.id, name, ...(slug !== environment.slug && { slug }) } } })
    toast.done(`The environment is called ${name}`)
    await onChanged()
  }
  return (
    <FormDialog
      open={environment !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Rename ${environment?.name ?? ''}`}
      submitLabel="Save"
      validate={(form) => ({ name: nameProblem(form), slug: slugProblem(form) })}
      send={send}
    >
      {(problems) => (
        <>
          <NameField problems={problems} name={environment?.name ?? ''} />
          <SlugField
            problem={problems.slug}
            value={environment?.slug}
            hint="Commands and files that name the old slug have to be changed."
          />
        </>
      )}
    </FormDialog>
  )
}

export function DeleteEnvironmentDialog({ environment, onClose, onChanged }: About) {
  const [remove] = useMutation(DeleteEnvironmentMutation)
  const toast = useToast()
  const count = environment?.integrationCount ?? 0
  const confirm = async () => {
    if (!environment) return
    await explained(remove({ variables: { id: environment.id } }))
    toast.done(`The environment ${environment.name} was deleted`)
    await onChanged()
  }
  return (
    <ConfirmDialog
      open={environment !== null}
      onOpenChange={(open) => !open && onClose()}
      title={
        count > 0 ? `${environment?.name} cannot be deleted now` : `Delete the environment ${environment?.name ?? ''}?`
      }
      description={count > 0 ? null : 'Filters and commands that name it find nothing any more. This cannot be undone.'}
      confirmLabel="Delete environment"
      disabled={count > 0}
      onConfirm={confirm}
    >
      {count > 0 && (
        <Notice tone="warn">
          {plural(count, 'integration is', 'integrations are')} in it. An environment has to be empty first.
        </Notice>
      )}
    </ConfirmDialog>
  )
}
