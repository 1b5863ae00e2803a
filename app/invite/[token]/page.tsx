import type { Metadata } from 'next'
import { knownCsrfToken } from '@/app/entrance/csrf-token'
import { EntranceFrame } from '@/app/entrance/frame'
import type { InvitationPageQuery } from '@/app/generated/graphql'
import { load } from '@/app/lib/graphql-server'
import { LinkButton } from '@/app/ui/button'
import { ErrorState } from '@/app/ui/feedback'
import { AcceptAsMyself } from '../accept-as-myself'
import { OfferFacts } from '../offer-facts'
import { InvitationQuery } from '../queries'
import { SignInToAccept } from '../sign-in-to-accept'
import { SomebodyElse } from '../somebody-else'

type Props = { params: Promise<{ token: string }> }
type Offer = NonNullable<InvitationPageQuery['invitationOffer']>

// The token stands in the address: nothing this page leads to may be told of it.
export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' }

function Dead({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <EntranceFrame
      title="This invitation cannot be used"
      lead="It was used already, was revoked or replaced by a newer one, has expired, or never existed."
    >
      <p className="mb-6">Ask whoever invited you for a new link. If you have joined already, just sign in.</p>
      <LinkButton href={isSignedIn ? '/' : '/sign-in'} variant="primary">
        {isSignedIn ? 'Go to the hub' : 'Sign in'}
      </LinkButton>
    </EntranceFrame>
  )
}

/** Opening it burns nothing: only the button joins, so a mail scanner that follows links does no harm. */
export default async function InvitationPage({ params }: Props) {
  const { token } = await params
  const [{ data, trouble }, csrfToken] = await Promise.all([load(InvitationQuery, { token }), knownCsrfToken()])
  if (!data) {
    return (
      <EntranceFrame title="The hub cannot answer now">
        <ErrorState trouble={trouble} />
      </EntranceFrame>
    )
  }
  const { invitationOffer: offer, viewer } = data
  if (!offer) return <Dead isSignedIn={viewer !== null} />
  return (
    <EntranceFrame title={`Join ${offer.tenantName}`} lead={`${offer.invitedBy} invites you.`}>
      <div className="grid gap-6">
        <OfferFacts offer={offer} />
        <NextStep token={token} offer={offer} data={data} csrfToken={csrfToken} />
      </div>
    </EntranceFrame>
  )
}

type StepProps = { token: string; offer: Offer; data: InvitationPageQuery; csrfToken: string | null }

function NextStep({ token, offer, data: { viewer, signInProviders }, csrfToken }: StepProps) {
  if (viewer?.email?.toLowerCase() === offer.email.toLowerCase()) {
    return <AcceptAsMyself token={token} tenantName={offer.tenantName} />
  }
  if (viewer?.email) return <SomebodyElse token={token} signedInAs={viewer.email} invited={offer.email} />
  return <SignInToAccept token={token} offer={offer} providers={signInProviders} csrfToken={csrfToken} />
}
