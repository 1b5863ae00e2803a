'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import type { MembersQuery as MembersData, MembersQueryVariables } from '@/app/generated/graphql'
import { plural } from '@/app/lib/format'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { useMay } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { ConfirmDialog } from '@/app/ui/dialog'
import { PlusIcon } from '@/app/ui/icons'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { useToast } from '@/app/ui/toast'
import { MembersQuery, RemoveMemberMutation } from '../queries'
import { AddMemberDialog } from './add-member-dialog'
import { RoleCell } from './role-cell'

export type Member = MembersData['members'][number]

export function Members({ seed }: { seed: Seed<MembersData, MembersQueryVariables> }) {
  const [isAdding, setAdding] = useState(false)
  const mayChange = useMay('members:write')
  const { data, refetch } = useSeededQuery(MembersQuery, seed)
  return (
    <Section
      title={plural(data.members.length, 'member')}
      id="members"
      aside={
        mayChange && (
          <Button variant="primary" size="sm" icon={<PlusIcon />} onClick={() => setAdding(true)}>
            Add member
          </Button>
        )
      }
    >
      <Table label="Members">
        <thead>
          <tr>
            <Th>Name</Th>
            <Th>E-mail</Th>
            <Th>Role</Th>
            {mayChange && (
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {data.members.map((member) => (
            <Tr key={member.id}>
              <Td className="font-medium">
                {member.name || '–'}
                {member.id === data.viewer?.id && <span className="ml-2 font-normal text-text-2">you</span>}
              </Td>
              <Td className="wrap-anywhere">{member.email}</Td>
              <Td>
                <RoleCell member={member} editable={mayChange} onChanged={refetch} />
              </Td>
              {mayChange && (
                <Td className="text-right">
                  <RemoveButton member={member} onRemoved={refetch} />
                </Td>
              )}
            </Tr>
          ))}
        </tbody>
      </Table>
      <AddMemberDialog open={isAdding} onOpenChange={setAdding} onAdded={refetch} />
    </Section>
  )
}

function RemoveButton({ member, onRemoved }: { member: Member; onRemoved: () => Promise<unknown> }) {
  const [isAsking, setAsking] = useState(false)
  const [remove] = useMutation(RemoveMemberMutation)
  const toast = useToast()
  const confirm = async () => {
    await remove({ variables: { id: member.id } }).catch((error: unknown) => {
      const { title, remedy } = troubleOf(error)
      throw new Error([title, remedy].filter(Boolean).join('. '))
    })
    toast.done(`${member.email} was removed`)
    await onRemoved()
  }
  return (
    <>
      <Button size="sm" variant="danger" onClick={() => setAsking(true)} aria-label={`Remove ${member.email}`}>
        Remove
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Remove ${member.email}?`}
        description="Every role in this tenant is taken away, and what the member has open here is closed."
        confirmLabel="Remove member"
        onConfirm={confirm}
      />
    </>
  )
}
