'use client'

import { useMutation } from '@apollo/client/react'
import { type FormEvent, useId, useState } from 'react'
import type { Role } from '@/app/generated/graphql'
import { useTenant } from '@/app/lib/tenant'
import { fieldTroubles, troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { Dialog } from '@/app/ui/dialog'
import { ErrorState, type Trouble } from '@/app/ui/feedback'
import { Field, Input, RadioGroup, Select } from '@/app/ui/field'
import { useToast } from '@/app/ui/toast'
import { AddMemberMutation } from '../queries'
import { roleHints, roles, roleWords } from '../roles'

type AddMemberDialogProps = { open: boolean; onOpenChange: (open: boolean) => void; onAdded: () => Promise<unknown> }

export function AddMemberDialog({ open, onOpenChange, onAdded }: AddMemberDialogProps) {
  const formId = useId()
  const [pending, setPending] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Add a member"
      description="They sign in with a link to their e-mail address; nothing is sent now."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            Add member
          </Button>
        </>
      }
    >
      <AddMemberForm
        id={formId}
        onPending={setPending}
        onAdded={async () => {
          onOpenChange(false)
          await onAdded()
        }}
      />
    </Dialog>
  )
}

type FormProps = { id: string; onPending: (pending: boolean) => void; onAdded: () => Promise<unknown> }

function AddMemberForm({ id, onPending, onAdded }: FormProps) {
  const { projects } = useTenant()
  const [add] = useMutation(AddMemberMutation)
  const toast = useToast()
  const [role, setRole] = useState<Role>('VIEWER')
  const [problem, setProblem] = useState<string | undefined>()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const send = async (form: FormData) => {
    const read = (name: string) => String(form.get(name) ?? '').trim()
    const [email, name, project] = [read('email'), read('name'), read('project')]
    const isAddress = /^[^\s@]+@[^\s@]+$/.test(email)
    setTrouble(null)
    setProblem(isAddress ? undefined : 'Enter an e-mail address.')
    if (!isAddress) return
    onPending(true)
    try {
      await add({ variables: { input: { email, role, ...(name && { name }), ...(project && { project }) } } })
      toast.done(`${email} was added as ${roleWords[role].toLowerCase()}`)
      await onAdded()
    } catch (error) {
      setProblem(fieldTroubles(error).email)
      setTrouble(troubleOf(error))
    } finally {
      onPending(false)
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void send(new FormData(event.currentTarget))
  }
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-4">
      {trouble && <ErrorState compact trouble={trouble} />}
      <Field label="E-mail" problem={problem}>
        {(aria) => <Input {...aria} name="email" type="email" autoComplete="off" required maxLength={254} />}
      </Field>
      <Field label="Name" optional>
        {(aria) => <Input {...aria} name="name" autoComplete="off" maxLength={120} />}
      </Field>
      <RadioGroup
        legend="Role"
        name="role"
        value={role}
        onValueChange={(value) => setRole(roles.find((known) => known === value) ?? 'VIEWER')}
        options={roles.map((value) => ({ value, label: roleWords[value], hint: roleHints[value] }))}
      />
      {projects.length > 1 && (
        <Field label="Where">
          {(aria) => (
            <Select {...aria} name="project" defaultValue="">
              <option value="">The whole tenant</option>
              {projects.map((project) => (
                <option key={project.id} value={project.id}>
                  Only {project.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </form>
  )
}
