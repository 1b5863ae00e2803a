'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '../ui/button'
import { Field, Input } from '../ui/field'
import { MailIcon } from '../ui/icons'

/** Asks next-auth for a link, with its own token against forged requests. */
async function askForLink(email: string, callbackUrl: string): Promise<void> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }
  const answer = await fetch('/api/auth/signin/email', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, email, callbackUrl, json: 'true' }),
  })
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`)
  const { url } = (await answer.json()) as { url?: string }
  const target = new URL(url ?? '/sign-in?sent=1', window.location.origin)
  window.location.assign(target.pathname + target.search)
}

function problemWith(email: string): string | null {
  if (email === '') return 'Enter your e-mail address.'
  return /^[^\s@]+@[^\s@]+$/.test(email) ? null : 'This is not an e-mail address: it needs a name, an @ and a host.'
}

export function SignInForm({ callbackUrl }: { callbackUrl: string }) {
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim()
    const wrong = problemWith(email)
    setProblem(wrong)
    if (wrong) return
    setPending(true)
    askForLink(email, callbackUrl).catch(() => {
      setPending(false)
      setProblem('The hub did not answer. Try again.')
    })
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label="E-mail" problem={problem}>
        {(aria) => (
          <Input {...aria} name="email" type="email" autoComplete="email" inputMode="email" autoFocus required />
        )}
      </Field>
      <Button type="submit" variant="primary" icon={<MailIcon />} pending={pending}>
        Send me a link
      </Button>
    </form>
  )
}
