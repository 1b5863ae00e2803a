'use client'

import { sessionAddress } from '../entrance/callback-url'
import { LinkForm } from '../entrance/link-form'
import { ProviderButtons } from '../entrance/provider-buttons'
import type { InvitationPageQuery } from '../generated/graphql'
import { fetchGraphql } from '../lib/graphql-fetch'
import { read, useSubmit } from '../lib/submit'
import { Button } from '../ui/button'
import { ErrorState } from '../ui/feedback'
import { Field, Input } from '../ui/field'
import { AcceptInvitationMutation } from './queries'

type Offer = NonNullable<InvitationPageQuery['invitationOffer']>
type Props = {
  token: string
  offer: Offer
  providers: InvitationPageQuery['signInProviders']
  csrfToken: string | null
}

/** For who is signed out: with an account one proves to be its owner first; a new person needs a name and no more. */
export function SignInToAccept({ token, offer, providers, csrfToken }: Props) {
  const back = `/invite/${encodeURIComponent(token)}`
  return (
    <div className="grid gap-4">
      {offer.hasAccount && <p>You have an account here. Sign in with it, then join.</p>}
      <ProviderButtons
        providers={providers}
        callbackUrl={back}
        csrfToken={csrfToken}
        or={offer.hasAccount ? 'or with a link' : 'or just with your name'}
      />
      {offer.hasAccount ? (
        <LinkForm callbackUrl={back} email={offer.email} csrfToken={csrfToken} />
      ) : (
        <JoinForm token={token} offer={offer} />
      )}
    </div>
  )
}

/** Joining answers a sign-in token, which the browser takes at once to where sessions are made. */
function JoinForm({ token, offer }: { token: string; offer: Offer }) {
  const { problems, trouble, pending, form, onSubmit } = useSubmit({
    validate: (data) => ({ name: read(data, 'name') ? undefined : 'Enter your name.' }),
    send: async (data) => {
      const input = { token, name: read(data, 'name') }
      const { acceptInvitation } = await fetchGraphql(AcceptInvitationMutation, { input })
      const { signInToken, tenant } = acceptInvitation
      const target = `/${tenant.slug}`
      window.location.assign(signInToken ? sessionAddress(signInToken, offer.email, target) : target)
    },
  })
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="grid gap-4">
      {trouble && <ErrorState compact trouble={trouble} />}
      <Field label="Your name" hint="Others see it in the list of members." problem={problems.name}>
        {(aria) => <Input {...aria} name="name" autoComplete="name" required maxLength={120} />}
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        Join {offer.tenantName}
      </Button>
    </form>
  )
}
