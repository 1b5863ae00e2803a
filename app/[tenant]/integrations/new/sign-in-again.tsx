'use client'

import { useTenant } from '@/app/lib/tenant'
import { LinkButton } from '@/app/ui/button'
import { Notice } from '@/app/ui/feedback'

/** A stored secret asks for a fresh proof of who one is. The draft waits in the browser meanwhile. */
export function SignInAgain() {
  const { slug } = useTenant()
  const back = `/sign-in?callbackUrl=${encodeURIComponent(`/${slug}/integrations/new`)}`
  return (
    <Notice
      tone="warn"
      action={
        <LinkButton size="sm" href={back}>
          Sign in again
        </LinkButton>
      }
    >
      <strong className="font-semibold">You signed in too long ago for this.</strong> The draft is kept: you come back
      to its credentials.
    </Notice>
  )
}
