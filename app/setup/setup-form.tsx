'use client'

import { useState } from 'react'
import { sessionAddress } from '../entrance/callback-url'
import { fetchGraphql } from '../lib/graphql-fetch'
import { isAddress, read, useSubmit } from '../lib/submit'
import { CompleteSetupMutation } from '../queries'
import { Button } from '../ui/button'
import { ErrorState } from '../ui/feedback'
import { Field, Input } from '../ui/field'

/** What the address of the tenant will start with; the hub decides in the end. */
function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** The answer holds a sign-in token, which the browser takes at once to where sessions are made. */
async function complete(token: string, form: FormData): Promise<void> {
  const input = {
    token,
    name: read(form, 'name'),
    email: read(form, 'email'),
    tenantName: read(form, 'tenantName'),
  }
  const { completeSetup } = await fetchGraphql(CompleteSetupMutation, { input })
  window.location.assign(sessionAddress(completeSetup.signInToken, input.email, `/${completeSetup.tenant.slug}`))
}

export function SetupForm({ token }: { token: string }) {
  const [organisation, setOrganisation] = useState('')
  const { problems, trouble, pending, form, onSubmit } = useSubmit({
    validate: (data) => ({
      name: read(data, 'name') ? undefined : 'Enter your name.',
      email: isAddress(read(data, 'email')) ? undefined : 'Enter your e-mail address.',
      tenantName: read(data, 'tenantName') ? undefined : 'Enter the name of your organisation or team.',
    }),
    fieldOf: { 'tenant.slug_taken': 'tenantName' },
    send: (data) => complete(token, data),
  })
  const slug = slugOf(organisation)
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="grid gap-4">
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
