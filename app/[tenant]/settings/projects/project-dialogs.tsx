'use client'

import { useMutation } from '@apollo/client/react'
import { type Problems, read } from '@/app/lib/submit'
import { Field, Input } from '@/app/ui/field'
import { useToast } from '@/app/ui/toast'
import { FormDialog } from '../form-dialog'
import { SlugField, slugProblem } from '../slug-field'
import type { Project } from './projects'
import { CreateProjectMutation, UpdateProjectMutation } from './queries'

type Changed = { onChanged: () => Promise<unknown> }
const nameProblem = (form: FormData) => (read(form, 'name') ? undefined : 'Enter a name.')

function NameField({ problems, name }: { problems: Problems; name?: string }) {
  return (
    <Field label="Name" problem={problems.name}>
      {(aria) => <Input {...aria} name="name" defaultValue={name} autoComplete="off" required maxLength={120} />}
    </Field>
  )
}

type CreateProps = Changed & { open: boolean; onOpenChange: (open: boolean) => void }

export function CreateProjectDialog({ open, onOpenChange, onChanged }: CreateProps) {
  const [create] = useMutation(CreateProjectMutation)
  const toast = useToast()
  const send = async (form: FormData) => {
    const [name, slug] = [read(form, 'name'), read(form, 'slug')]
    await create({ variables: { input: { name, ...(slug && { slug }) } } })
    toast.done(`The project ${name} was created`)
    await onChanged()
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Create a project"
      submitLabel="Create project"
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

type EditProps = Changed & { project: Project | null; onClose: () => void }

export function EditProjectDialog({ project, onClose, onChanged }: EditProps) {
  const [update] = useMutation(UpdateProjectMutation)
  const toast = useToast()
  const send = async (form: FormData) => {
    if (!project) return
    const [name, slug] = [read(form, 'name'), read(form, 'slug')]
    await update({ variables: { input: { id: project.id, name, ...(slug !== project.slug && { slug }) } } })
    toast.done(`The project is called ${name}`)
    await onChanged()
  }
  return (
    <FormDialog
      open={project !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Rename ${project?.name ?? ''}`}
      submitLabel="Save"
      validate={(form) => ({ name: nameProblem(form), slug: slugProblem(form) })}
      send={send}
    >
      {(problems) => (
        <>
          <NameField problems={problems} name={project?.name ?? ''} />
          <SlugField
            problem={problems.slug}
            value={project?.slug}
            hint="Commands and files that name the old slug have to be changed."
          />
        </>
      )}
    </FormDialog>
  )
}
