'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '../ui/button'
import { providerMark } from './provider-mark'
import { continueWith } from './sign-in'

export type Provider = { id: string; name: string }
export type ProviderButtonsProps = {
  providers: readonly Provider[]
  callbackUrl: string
  /** Known when the browser has it already: then the buttons work without a script. */
  csrfToken: string | null
  /** Leads to what stands below the buttons. */
  or?: string
}

/** One button for each provider. The forms are plain ones; the script only spares them a page. */
export function ProviderButtons({ providers, callbackUrl, csrfToken, or = 'or with a link' }: ProviderButtonsProps) {
  const [going, setGoing] = useState<string | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  if (providers.length === 0) return null
  const go = (event: FormEvent<HTMLFormElement>, { id, name }: Provider) => {
    event.preventDefault()
    if (going) return
    setGoing(id)
    setFailed(null)
    continueWith(id, callbackUrl).catch(() => {
      setGoing(null)
      setFailed(name)
    })
  }
  return (
    <div className="grid gap-2">
      {providers.map((provider) => (
        <form
          key={provider.id}
          method="post"
          action={`/api/auth/signin/${provider.id}`}
          onSubmit={(event) => go(event, provider)}
          className="grid"
        >
          {csrfToken && <input type="hidden" name="csrfToken" value={csrfToken} />}
          <input type="hidden" name="callbackUrl" value={callbackUrl} />
          <Button type="submit" icon={providerMark(provider.id)} pending={going === provider.id}>
            Continue with {provider.name}
          </Button>
        </form>
      ))}
      {failed && (
        <p role="alert" className="text-dense text-bad">
          {failed} could not be opened: the hub did not answer. Try again.
        </p>
      )}
      {!csrfToken && (
        <noscript>
          <p className="text-dense text-text-2">
            This browser runs no scripts.{' '}
            <a
              href={`/api/auth/signin?${new URLSearchParams({ callbackUrl })}`}
              className="font-medium text-accent underline"
            >
              Prepare the buttons
            </a>{' '}
            first.
          </p>
        </noscript>
      )}
      <p className="my-2 flex items-center gap-3 text-meta text-text-2 before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
        {or}
      </p>
    </div>
  )
}
