'use client'

import { useMutation } from '@apollo/client/react'
import { type FormEvent, useId, useState } from 'react'
import { useTenant } from '@/app/lib/tenant'
import { fieldTroubles, troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { Dialog } from '@/app/ui/dialog'
import { ErrorState, type Trouble } from '@/app/ui/feedback'
import { Checkbox, Field, Input, Select } from '@/app/ui/field'
import { CreateApiKeyMutation } from '../queries'
import { permissionHints } from '../roles'
import type { MadeKey } from './secret-dialog'

const dayMs = 86_400_000
const lifetimes = [
  { days: 30, label: '30 days' },
  { days: 90, label: '90 days' },
  { days: 365, label: '1 year' },
]
const usual = ['integrations:read', 'events:read']

type CreateKeyDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  onMade: (key: MadeKey) => Promise<void>
}

export function CreateKeyDialog({ open, onOpenChange, onMade }: CreateKeyDialogProps) {
  const formId = useId()
  const [pending, setPending] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Create an API key"
      description="It may do what you choose here and nothing else."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            Create key
          </Button>
        </>
      }
    >
      <CreateKeyForm id={formId} onPending={setPending} onMade={onMade} />
    </Dialog>
  )
}

type Values = { name: string; permissions: string[]; project: string; days: number }
type Problems = { name?: string | undefined; scopes?: string | undefined }

function readForm(form: FormData): Values {
  return {
    name: String(form.get('name') ?? '').trim(),
    permissions: form.getAll('scope').map(String),
    project: String(form.get('project') ?? ''),
    days: Number(form.get('days') ?? 0),
  }
}

function inputOf({ name, permissions, project, days }: Values) {
  return {
    name,
    scopes: permissions.map((permission) => ({ permission, ...(project && { project }) })),
    ...(days > 0 && { expiresAt: new Date(Date.now() + days * dayMs).toISOString() }),
  }
}

type FormProps = { id: string; onPending: (pending: boolean) => void; onMade: (key: MadeKey) => Promise<void> }

function CreateKeyForm({ id, onPending, onMade }: FormProps) {
  const { projects } = useTenant()
  const [create] = useMutation(CreateApiKeyMutation, { fetchPolicy: 'no-cache' })
  const [problems, setProblems] = useState<Problems>({})
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const send = async (values: Values) => {
    onPending(true)
    setTrouble(null)
    try {
      const { data } = await create({ variables: { input: inputOf(values) } })
      if (data) await onMade({ name: data.createApiKey.apiKey.name, secret: data.createApiKey.secret })
    } catch (error) {
      setProblems({ name: fieldTroubles(error).name })
      setTrouble(troubleOf(error))
    } finally {
      onPending(false)
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = readForm(new FormData(event.currentTarget))
    const wrong: Problems = {
      ...(values.name === '' && { name: 'Enter a name that says who uses the key.' }),
      ...(values.permissions.length === 0 && { scopes: 'Choose at least one scope.' }),
    }
    setProblems(wrong)
    if (Object.keys(wrong).length === 0) void send(values)
  }
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-5">
      {trouble && <ErrorState compact trouble={trouble} />}
      <Field label="Name" hint="Such as the program or the job that uses it." problem={problems.name}>
        {(aria) => <Input {...aria} name="name" autoComplete="off" required maxLength={120} />}
      </Field>
      <ScopeChoices problem={problems.scopes} />
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
      <Field label="Expires">
        {(aria) => (
          <Select {...aria} name="days" defaultValue="90">
            {lifetimes.map(({ days, label }) => (
              <option key={days} value={days}>
                in {label}
              </option>
            ))}
            <option value="0">never</option>
          </Select>
        )}
      </Field>
    </form>
  )
}

/** Only rights the person holds can be given on. */
function ScopeChoices({ problem }: { problem: string | undefined }) {
  const { permissions } = useTenant()
  const problemId = useId()
  return (
    <fieldset aria-describedby={problem ? problemId : undefined} className="grid gap-2">
      <legend className="mb-2 font-medium">Scopes</legend>
      {permissions.map((permission) => (
        <Checkbox
          key={permission}
          name="scope"
          value={permission}
          defaultChecked={usual.includes(permission)}
          label={<code>{permission}</code>}
          hint={permissionHints[permission]}
        />
      ))}
      {problem && (
        <p id={problemId} className="text-dense text-bad">
          {problem}
        </p>
      )}
    </fieldset>
  )
}
