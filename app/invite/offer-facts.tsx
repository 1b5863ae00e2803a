'use client'

import type { InvitationPageQuery } from '../generated/graphql'
import { formatRelative } from '../lib/format'
import { useHydrated } from '../ui/clock'

type Offer = NonNullable<InvitationPageQuery['invitationOffer']>

const roles = {
  OWNER: 'Owner: everything',
  ADMIN: 'Admin: integrations, members and API keys',
  OPERATOR: 'Operator: connects, tests and changes integrations',
  VIEWER: 'Viewer: sees everything, changes nothing',
}

/** What one is invited to. The exact end is told once the browser has told its time zone. */
export function OfferFacts({ offer }: { offer: Offer }) {
  const hydrated = useHydrated()
  const end = new Date(offer.expiresAt)
  const facts = [
    ['For', offer.email],
    ['Role', roles[offer.role]],
    ['Where', offer.projectName ? `Only the project ${offer.projectName}` : `All of ${offer.tenantName}`],
  ]
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
      {facts.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-text-2">{term}</dt>
          <dd className="font-medium wrap-anywhere">{value}</dd>
        </div>
      ))}
      <dt className="text-text-2">Until</dt>
      <dd className="font-medium">
        <time dateTime={offer.expiresAt} suppressHydrationWarning>
          {end.toLocaleString('en-GB', {
            dateStyle: 'long',
            timeStyle: 'short',
            ...(!hydrated && { timeZone: 'UTC' }),
          })}
          <span className="font-normal text-text-2"> ({formatRelative(end, Date.now())})</span>
        </time>
      </dd>
    </dl>
  )
}
