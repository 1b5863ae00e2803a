'use client'

import { isAddress, read, useSubmit } from '../lib/submit'
import { Button } from '../ui/button'
import { Field, Input } from '../ui/field'
import { MailIcon } from '../ui/icons'
import { askForLink } from './sign-in'

function problemWith(email: string): string | undefined {
  if (email === '') return 'Enter your e-mail address.'
  return isAddress(email) ? undefined : 'This is not an e-mail address: it needs a name, an @ and a host.'
}

export type LinkFormProps = {
  callbackUrl: string
  /** Known when an invitation is for this address and no other. */
  email?: string | undefined
  csrfToken: string | null
  autoFocus?: boolean
}

/** Asks for a link by mail. Like the providers' buttons a plain form, which the script only spares a page. */
export function LinkForm({ callbackUrl, email, csrfToken, autoFocus = false }: LinkFormProps) {
  const { problems, trouble, pending, form, onSubmit } = useSubmit({
    validate: (data) => ({ email: problemWith(read(data, 'email')) }),
    send: (data) => askForLink(read(data, 'email'), callbackUrl),
  })
  const failed = trouble ? 'The hub did not answer. Try again.' : undefined
  return (
    <form
      ref={form}
      onSubmit={onSubmit}
      method="post"
      action="/api/auth/signin/email"
      noValidate
      className="grid gap-4"
    >
      {csrfToken && <input type="hidden" name="csrfToken" value={csrfToken} />}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field label="E-mail" problem={problems.email ?? failed}>
        {(aria) => (
          <Input
            {...aria}
            name="email"
            type="email"
            autoComplete="email"
            inputMode="email"
            autoFocus={autoFocus}
            defaultValue={email}
            readOnly={email !== undefined}
            required
          />
        )}
      </Field>
      <Button type="submit" variant="primary" icon={<MailIcon />} pending={pending}>
        Send me a link
      </Button>
    </form>
  )
}
