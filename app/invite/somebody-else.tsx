'use client'

import { useState } from 'react'
import { signOut } from '../entrance/sign-in'
import { Button, LinkButton } from '../ui/button'
import { Notice } from '../ui/feedback'

type Props = { token: string; signedInAs: string; invited: string }

/** Signed in, but as another: nobody joins in somebody else's name. */
export function SomebodyElse({ token, signedInAs, invited }: Props) {
  const [pending, setPending] = useState(false)
  const [failed, setFailed] = useState(false)
  const leave = () => {
    setPending(true)
    setFailed(false)
    signOut(`/invite/${encodeURIComponent(token)}`).catch(() => {
      setPending(false)
      setFailed(true)
    })
  }
  return (
    <div className="grid gap-4">
      <Notice tone="warn">
        You are signed in as <span className="font-medium wrap-anywhere">{signedInAs}</span>. This invitation is for{' '}
        <span className="font-medium wrap-anywhere">{invited}</span> and nobody else.
      </Notice>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" pending={pending} onClick={leave}>
          Sign out and continue
        </Button>
        <LinkButton href="/">Stay signed in</LinkButton>
      </div>
      {failed && (
        <p role="alert" className="text-dense text-bad">
          You are still signed in: the hub did not answer. Try again.
        </p>
      )}
    </div>
  )
}
