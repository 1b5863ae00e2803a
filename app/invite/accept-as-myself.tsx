'use client'

import { fetchGraphql } from '../lib/graphql-fetch'
import { useSubmit } from '../lib/submit'
import { Button } from '../ui/button'
import { ErrorState } from '../ui/feedback'
import { AcceptInvitationMutation } from './queries'

/** For who is signed in as the one the invitation is for. */
export function AcceptAsMyself({ token, tenantName }: { token: string; tenantName: string }) {
  const { trouble, pending, form, onSubmit } = useSubmit({
    send: async () => {
      const { acceptInvitation } = await fetchGraphql(AcceptInvitationMutation, { input: { token } })
      window.location.assign(`/${acceptInvitation.tenant.slug}`)
    },
  })
  return (
    <form ref={form} onSubmit={onSubmit} className="grid gap-4">
      {trouble && <ErrorState compact trouble={trouble} />}
      <Button type="submit" variant="primary" pending={pending} autoFocus>
        Join {tenantName}
      </Button>
    </form>
  )
}
