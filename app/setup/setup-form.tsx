'use client'

import { type FormEvent, useState } from 'react'
import { sessionAddress } from '../entrance/callback-url'
import { fetchGraphql } from '../lib/graphql-fetch'
import { fieldTroubles, troubleOf } from '../lib/trouble'
import { CompleteSetupMutation } from '../queries'
import { Button } from '../ui/button'
import { ErrorState, type Trouble } from '../ui/feedback'
import { Field, Input } from '../ui/field'

type Values = { name: string; email: string; tenantName: string }
type Problems = Partial<Record<keyof Values, string>>

function problemsIn({ name, email, tenantName }: Values): Problems {
  return {
    ...(name === '' && { name: 'Enter your name.' }),
    ...(!/^[^\s@]+@[^\s@]+$/.test(email) && { email: 'Enter your e-mail address.' }),
    ...(tenantName === '' && { tenantName: 'Enter the name of your organisation or team.' }),
  }
}

/** What the address of the tenant will start with; the hub decides in the end. */
function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

function readForm(form: HTMLFormElement): Values {
  const data = new FormData(form)
  const read = (name: string) => String(data.get(name) ?? '').trim()
  return { name: read('name'), email: read('email'), tenantName: read('tenantName') }
}

export function SetupForm({ token }: { token: string }) {
  const [problems, setProblems] = useState<Problems>({})
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [pending, setPending] = useState(false)
  const [organisation, setOrganisation] = useState('')
  const complete = async (values: Values) => {
    setPending(true)
    setTrouble(null)
    try {
      const { completeSetup } = await fetchGraphql(CompleteSetupMutation, { input: { token, ...values } })
      window.location.assign(sessionAddress(completeSetup.signInToken, values.email, `/${completeSetup.tenant.slug}`))
    } catch (error) {
      setPending(false)
      setProblems(fieldTroubles(error))
      setTrouble(troubleOf(error))
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = readForm(event.currentTarget)
    const wrong = problemsIn(values)
    setProblems(wrong)
    if (Object.keys(wrong).length === 0) void complete(values)
  }
  const slug = slugOf(organisation)
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {trouble && <ErrorState compact trouble={trouble} />}
      <Field label="Your name" problem={problems.name}>
        {(aria) => <Input {...aria} name="name" autoComplete="name" autoFocus required maxLength={120} />}
      </Field>
      <Field label="E-mail" hint="You sign in with links sent to this address." problem={problems.email}>
        {(aria) => <Input {...aria} name="email" type="email" autoComplete="email" required maxLength={254} />}
      </Field>
      <Field
        label="Organisation"
        hint={slug ? `Its address will be /${slug}` : 'A company, a team, or just you.'}
        problem={problems.tenantName}
      >
        {(aria) => (
          <Input
            {...aria}
            name="tenantName"
            autoComplete="organization"
            required
            maxLength={120}
            onChange={(event) => setOrganisation(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        Set up and sign in
      </Button>
    </form>
  )
}
