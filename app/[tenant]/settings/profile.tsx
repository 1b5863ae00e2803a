'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import type { ProfileQuery as ProfileData, ProfileQueryVariables } from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { useTenant } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { Card, Section } from '@/app/ui/card'
import { ConfirmDialog } from '@/app/ui/dialog'
import { RelativeTime } from '@/app/ui/time'
import { useToast } from '@/app/ui/toast'
import { browserName } from './browser-name'
import { ProfileQuery, RevokeSessionMutation } from './queries'

type Session = NonNullable<ProfileData['viewer']>['sessions'][number]

export function Profile({ seed }: { seed: Seed<ProfileData, ProfileQueryVariables> }) {
  const { role } = useTenant()
  const { data, refetch } = useSeededQuery(ProfileQuery, seed)
  const { viewer } = data
  if (!viewer) return null
  const facts = [
    ['Name', viewer.name],
    ['E-mail', viewer.email ?? '–'],
    ['Role in this tenant', role ? role.toLowerCase() : 'only in single projects'],
    ...(viewer.isInstanceAdmin ? [['On this hub', 'instance admin']] : []),
  ]
  return (
    <div className="grid gap-8">
      <Section title="You">
        <Card>
          <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
            {facts.map(([term, value]) => (
              <div key={term} className="contents">
                <dt className="text-text-2">{term}</dt>
                <dd className="mb-2 font-medium wrap-anywhere sm:mb-0">{value}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </Section>
      <Section title="Sessions">
        <ul className="divide-y divide-border rounded-card border border-border bg-raised">
          {viewer.sessions.map((session) => (
            <SessionRow key={session.id} session={session} onRevoked={() => refetch()} />
          ))}
        </ul>
        <p className="mt-2 text-meta text-text-2">
          An ended session can do nothing more within a second; what it has open is closed within five.
        </p>
      </Section>
    </div>
  )
}

function SessionRow({ session, onRevoked }: { session: Session; onRevoked: () => Promise<unknown> }) {
  const [isAsking, setAsking] = useState(false)
  const [revoke] = useMutation(RevokeSessionMutation)
  const toast = useToast()
  const name = browserName(session.userAgent)
  const end = async () => {
    await revoke({ variables: { id: session.id } }).catch((error: unknown) => {
      throw new Error(troubleOf(error).title)
    })
    if (session.isCurrent) return window.location.assign('/sign-in')
    toast.done('The session was ended')
    await onRevoked()
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">
          {name}
          {session.isCurrent && (
            <span className="ml-2 rounded-full bg-ok-bg px-2 py-0.5 text-meta font-medium text-ok">this session</span>
          )}
        </p>
        <p className="text-meta text-text-2">
          signed in <RelativeTime at={session.createdAt} />, last seen <RelativeTime at={session.lastSeenAt} />, ends{' '}
          <RelativeTime at={session.expiresAt} />
        </p>
      </div>
      <Button size="sm" variant="danger" onClick={() => setAsking(true)} aria-label={`End the session in ${name}`}>
        {session.isCurrent ? 'Sign out' : 'End session'}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={session.isCurrent ? 'Sign out here?' : `End the session in ${name}?`}
        description="Whoever uses it has to sign in again with a new link."
        confirmLabel={session.isCurrent ? 'Sign out' : 'End session'}
        onConfirm={end}
      />
    </li>
  )
}
