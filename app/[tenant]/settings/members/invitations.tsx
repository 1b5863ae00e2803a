'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import type { InvitationFieldsFragment as Invitation } from '@/app/generated/graphql'
import { explained } from '@/app/lib/submit'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { ConfirmDialog } from '@/app/ui/dialog'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time'
import { useToast } from '@/app/ui/toast'
import { roleWords } from '../roles'
import type { Invited } from './link-dialog'
import { CreateInvitationMutation, RevokeInvitationMutation } from './queries'
import { placeOf } from './role-cell'

type InvitationsProps = {
  invitations: readonly Invitation[]
  onMade: (invited: Invited) => Promise<unknown>
  onChanged: () => Promise<unknown>
}
type Asked = { act: 'renew' | 'revoke'; invitation: Invitation }

/** Who was asked to join and has not yet. A lost link cannot be read again, only replaced. */
export function Invitations({ invitations, onMade, onChanged }: InvitationsProps) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const about = (act: Asked['act']) => (asked?.act === act ? asked.invitation : null)
  return (
    <Section title="Pending invitations" id="invitations">
      {invitations.length === 0 ? (
        <p className="text-text-2">Nobody: everyone who was invited has joined, or their link has ended.</p>
      ) : (
        <Table label="Pending invitations" className="min-w-xl">
          <thead>
            <tr>
              <Th>E-mail</Th>
              <Th>Role</Th>
              <Th>Invited</Th>
              <Th>Ends</Th>
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} onAsk={setAsked} />
            ))}
          </tbody>
        </Table>
      )}
      <RenewDialog invitation={about('renew')} onClose={() => setAsked(null)} onMade={onMade} />
      <RevokeDialog invitation={about('revoke')} onClose={() => setAsked(null)} onChanged={onChanged} />
    </Section>
  )
}

function InvitationRow({ invitation, onAsk }: { invitation: Invitation; onAsk: (asked: Asked) => void }) {
  return (
    <Tr>
      <Td className="font-medium wrap-anywhere">{invitation.email}</Td>
      <Td>
        {roleWords[invitation.role]}
        <span className="block text-meta text-text-2">{placeOf({ project: invitation.project ?? null })}</span>
      </Td>
      <Td>
        <RelativeTime at={invitation.createdAt} />
        <span className="block text-meta text-text-2">by {invitation.invitedBy}</span>
      </Td>
      <Td className="whitespace-nowrap">
        <RelativeTime at={invitation.expiresAt} />
      </Td>
      <Td>
        <div className="flex justify-end gap-1">
          <Button
            size="sm"
            onClick={() => onAsk({ act: 'renew', invitation })}
            aria-label={`New link for ${invitation.email}`}
          >
            New link
          </Button>
          <Button
            size="sm"
            variant="danger"
            onClick={() => onAsk({ act: 'revoke', invitation })}
            aria-label={`Revoke the invitation for ${invitation.email}`}
          >
            Revoke
          </Button>
        </div>
      </Td>
    </Tr>
  )
}

type DialogOf<T> = { invitation: Invitation | null; onClose: () => void } & T

function RenewDialog({ invitation, onClose, onMade }: DialogOf<{ onMade: InvitationsProps['onMade'] }>) {
  const [create] = useMutation(CreateInvitationMutation, { fetchPolicy: 'no-cache' })
  const confirm = async () => {
    if (!invitation) return
    const { email, role, project } = invitation
    const input = { email, role, ...(project && { project: project.id }) }
    const { data } = await explained(create({ variables: { input } }))
    onClose()
    if (data) await onMade({ url: data.createInvitation.url, ...data.createInvitation.invitation })
  }
  return (
    <ConfirmDialog
      open={invitation !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`New link for ${invitation?.email ?? ''}?`}
      description="The link before it stops working. The new one works for 7 days."
      confirmLabel="Create new link"
      tone="primary"
      onConfirm={confirm}
    />
  )
}

function RevokeDialog({ invitation, onClose, onChanged }: DialogOf<{ onChanged: InvitationsProps['onChanged'] }>) {
  const [revoke] = useMutation(RevokeInvitationMutation)
  const toast = useToast()
  const confirm = async () => {
    if (!invitation) return
    await explained(revoke({ variables: { id: invitation.id } }))
    toast.done(`The invitation for ${invitation.email} was revoked`)
    await onChanged()
  }
  return (
    <ConfirmDialog
      open={invitation !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Revoke the invitation for ${invitation?.email ?? ''}?`}
      description="Its link is worth nothing any more. You can invite them again."
      confirmLabel="Revoke invitation"
      onConfirm={confirm}
    />
  )
}
