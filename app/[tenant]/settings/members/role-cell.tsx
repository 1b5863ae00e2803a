'use client'

import { useMutation } from '@apollo/client/react'
import type { MembersQuery as MembersData, Role } from '@/app/generated/graphql'
import { useMay } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { IconButton } from '@/app/ui/button'
import { Select } from '@/app/ui/field'
import { XIcon } from '@/app/ui/icons'
import { useToast } from '@/app/ui/toast'
import { useRefreshFrame } from '../refresh-frame'
import { roles, roleWords } from '../roles'
import { ChangeMemberRoleMutation } from './queries'

export type Member = MembersData['members'][number]
export type Binding = Member['bindings'][number]
type RoleCellProps = {
  member: Member
  editable: boolean
  onTake: (binding: Binding) => void
  onChanged: () => Promise<unknown>
}

/** Where a role counts, in words that stand after it. */
export const placeOf = ({ project }: Pick<Binding, 'project'>) =>
  project ? `in ${project.name}` : 'in the whole tenant'

/** A member's roles: one for the whole tenant, and some for single projects. */
export function RoleCell({ member, editable, onTake, onChanged }: RoleCellProps) {
  const mayOwners = useMay('owners:write')
  return (
    <ul className="grid gap-1">
      {member.bindings.map((binding) => {
        const isMine = editable && (mayOwners || binding.role !== 'OWNER')
        return (
          <li key={binding.project?.id ?? 'all'} className="flex items-center gap-x-2 max-sm:min-w-40 max-sm:flex-wrap">
            {isMine ? (
              <RoleSelect member={member} binding={binding} onChanged={onChanged} />
            ) : (
              <span className="font-medium">{roleWords[binding.role]}</span>
            )}
            <span className="min-w-32 text-meta text-text-2 max-sm:order-last max-sm:basis-full">
              {placeOf(binding)}
            </span>
            {isMine && member.bindings.length > 1 && (
              <IconButton
                size="sm"
                label={`Take the role ${placeOf(binding)} from ${member.email}`}
                icon={<XIcon />}
                onClick={() => onTake(binding)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function RoleSelect({
  member,
  binding,
  onChanged,
}: {
  member: Member
  binding: Binding
  onChanged: () => Promise<unknown>
}) {
  const [change, { loading }] = useMutation(ChangeMemberRoleMutation)
  const mayOwners = useMay('owners:write')
  const refreshFrame = useRefreshFrame()
  const toast = useToast()
  const choose = async (role: Role) => {
    const project = binding.project ? { project: binding.project.id } : {}
    try {
      await change({ variables: { input: { id: member.id, role, ...project } } })
      toast.done(`${member.email} is now ${roleWords[role].toLowerCase()} ${placeOf(binding)}`)
      await onChanged()
      // It may have been one's own: what the screens offer changes with it.
      refreshFrame()
    } catch (error) {
      const { title, remedy } = troubleOf(error)
      toast.problem(title, remedy)
    }
  }
  return (
    <Select
      dense
      className="w-30 shrink-0"
      aria-label={`Role of ${member.email}${binding.project ? ` in ${binding.project.name}` : ''}`}
      aria-busy={loading}
      value={binding.role}
      onChange={(event) => void choose(event.target.value as Role)}
    >
      {roles
        .filter((role) => role !== 'OWNER' || (mayOwners && (!binding.project || binding.role === 'OWNER')))
        .map((role) => (
          <option key={role} value={role}>
            {roleWords[role]}
          </option>
        ))}
    </Select>
  )
}
