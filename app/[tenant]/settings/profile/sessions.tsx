'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { plural } from '@/app/lib/format'
import { explained } from '@/app/lib/submit'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { ConfirmDialog } from '@/app/ui/dialog'
import { RelativeTime } from '@/app/ui/time'
import { useToast } from '@/app/ui/toast'
import { browserName } from '../browser-name'
import type { Viewer } from './profile'
import { RevokeOtherSessionsMutation, RevokeSessionMutation } from './queries'

type Session = Viewer['sessions'][number]
type SessionsProps = { sessions: readonly Session[]; onChanged: () => Promise<unknown> }

export function Sessions({ sessions, onChanged }: SessionsProps) {
  const [ending, setEnding] = useState<Session | null>(null)
  const others = sessions.filter((session) => !session.isCurrent).length
  return (
    <Section title="Sessions" aside={others > 0 && <EndOthers count={others} onChanged={onChanged} />}>
      <ul className="divide-y divide-border rounded-card border border-border bg-raised">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => setEnding(session)} />
        ))}
      </ul>
      <p className="mt-2 text-meta text-text-2">
        An ended session can do nothing more within a second; what it has open is closed within five.
      </p>
      <EndDialog session={ending} onClose={() => setEnding(null)} onChanged={onChanged} />
    </Section>
  )
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const name = browserName(session.userAgent)
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
      <Button
        size="sm"
        variant="danger"
        onClick={onEnd}
        aria-label={session.isCurrent ? 'Sign out here' : `End the session in ${name}`}
      >
        {session.isCurrent ? 'Sign out' : 'End session'}
      </Button>
    </li>
  )
}

function EndDialog({
  session,
  onClose,
  onChanged,
}: {
  session: Session | null
  onClose: () => void
  onChanged: () => Promise<unknown>
}) {
  const [revoke] = useMutation(RevokeSessionMutation)
  const toast = useToast()
  const isCurrent = session?.isCurrent ?? false
  const end = async () => {
    if (!session) return
    await explained(revoke({ variables: { id: session.id } }))
    if (session.isCurrent) return window.location.assign('/sign-in')
    toast.done('The session was ended')
    await onChanged()
  }
  return (
    <ConfirmDialog
      open={session !== null}
      onOpenChange={(open) => !open && onClose()}
      title={isCurrent ? 'Sign out here?' : `End the session in ${browserName(session?.userAgent)}?`}
      description="Whoever uses it has to sign in again."
      confirmLabel={isCurrent ? 'Sign out' : 'End session'}
      onConfirm={end}
    />
  )
}

function EndOthers({ count, onChanged }: { count: number; onChanged: () => Promise<unknown> }) {
  const [isAsking, setAsking] = useState(false)
  const [revoke] = useMutation(RevokeOtherSessionsMutation)
  const toast = useToast()
  const confirm = async () => {
    const { data } = await explained(revoke())
    toast.done(`${plural(data?.revokeOtherSessions.revoked ?? 0, 'session was', 'sessions were')} ended`)
    await onChanged()
  }
  return (
    <>
      <Button size="sm" variant="danger" onClick={() => setAsking(true)}>
        Sign out everywhere else
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title="Sign out everywhere else?"
        description={`${plural(count, 'other session ends', 'other sessions end')}. You stay signed in here.`}
        confirmLabel="End the others"
        onConfirm={confirm}
      />
    </>
  )
}
