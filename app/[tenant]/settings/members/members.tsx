'use client'

import { useState } from 'react'
import type { MembersQuery as MembersData, MembersQueryVariables } from '@/app/generated/graphql'
import { plural } from '@/app/lib/format'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { useMay, useTenant } from '@/app/lib/tenant'
import { Button, IconButton } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { PlusIcon, Trash2Icon } from '@/app/ui/icons'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { ReadOnly } from '../read-only'
import { AddRoleDialog } from './add-role-dialog'
import { Invitations } from './invitations'
import { InviteDialog } from './invite-dialog'
import { LeaveTenant } from './leave-tenant'
import { type Invited, LinkDialog } from './link-dialog'
import { MembersQuery } from './queries'
import { RemoveMemberDialog, RemoveRoleDialog } from './remove-dialogs'
import { type Binding, type Member, RoleCell } from './role-cell'

/** What a row's button asked for; the dialog stands beside the table, so it outlives the row it removes. */
type Asked = { act: 'add' | 'remove'; member: Member } | { act: 'take'; member: Member; binding: Binding }

export function Members({ seed }: { seed: Seed<MembersData, MembersQueryVariables> }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isInviting, setInviting] = useState(false)
  const [invited, setInvited] = useState<Invited | null>(null)
  const mayChange = useMay('members:write')
  const { data, refetch } = useSeededQuery(MembersQuery, seed)
  const close = () => setAsked(null)
  const about = (act: Asked['act']) => (asked?.act === act ? asked.member : null)
  const onInvited = async (made: Invited) => {
    await refetch()
    setInviting(false)
    setInvited(made)
  }
  return (
    <div className="grid gap-8">
      <Section
        title={plural(data.members.length, 'member')}
        id="members"
        aside={
          mayChange && (
            <Button variant="primary" size="sm" icon={<PlusIcon />} onClick={() => setInviting(true)}>
              Invite
            </Button>
          )
        }
      >
        {!mayChange && <ReadOnly to="invite people or change roles" permission="members:write" />}
        <MemberTable members={data.members} me={data.viewer?.id} onAsk={setAsked} onChanged={refetch} />
      </Section>
      {data.invitations && mayChange && (
        <Invitations invitations={data.invitations} onMade={onInvited} onChanged={refetch} />
      )}
      <LeaveTenant />
      <InviteDialog open={isInviting} onOpenChange={setInviting} onInvited={onInvited} />
      <LinkDialog invited={invited} onClose={() => setInvited(null)} />
      <AddRoleDialog member={about('add')} onClose={close} onChanged={refetch} />
      <RemoveMemberDialog member={about('remove')} onClose={close} onChanged={refetch} />
      <RemoveRoleDialog asked={asked?.act === 'take' ? asked : null} onClose={close} onChanged={refetch} />
    </div>
  )
}

type TableProps = {
  members: readonly Member[]
  me: string | undefined
  onAsk: (asked: Asked) => void
  onChanged: () => Promise<unknown>
}

function MemberTable({ members, me, onAsk, onChanged }: TableProps) {
  const mayChange = useMay('members:write')
  return (
    <Table label="Members">
      <thead>
        <tr>
          <Th>Member</Th>
          <Th>Roles</Th>
          {mayChange && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <Tr key={member.id}>
            <Td className="min-w-40">
              <span className="block font-medium">
                {member.name || '–'}
                {member.id === me && <span className="ml-2 font-normal text-text-2">you</span>}
              </span>
              <span className="block wrap-anywhere text-text-2">{member.email}</span>
            </Td>
            <Td>
              <RoleCell
                member={member}
                editable={mayChange}
                onTake={(binding) => onAsk({ act: 'take', member, binding })}
                onChanged={onChanged}
              />
            </Td>
            {mayChange && (
              <Td>
                <RowActs member={member} onAsk={onAsk} />
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function RowActs({ member, onAsk }: { member: Member; onAsk: (asked: Asked) => void }) {
  const { projects } = useTenant()
  const held = new Set(member.bindings.map((binding) => binding.project?.id ?? ''))
  const isEverywhere = held.size > projects.length
  return (
    <div className="flex items-center justify-end gap-1">
      {!isEverywhere && (
        <Button
          size="sm"
          icon={<PlusIcon />}
          onClick={() => onAsk({ act: 'add', member })}
          aria-label={`Add a role for ${member.email}`}
        >
          Role
        </Button>
      )}
      <IconButton
        size="sm"
        variant="danger"
        label={`Remove ${member.email}`}
        icon={<Trash2Icon />}
        onClick={() => onAsk({ act: 'remove', member })}
      />
    </div>
  )
}
