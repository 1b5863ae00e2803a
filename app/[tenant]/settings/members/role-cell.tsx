'use client'

import { useMutation } from '@apollo/client/react'
import type { Role } from '@/app/generated/graphql'
import { troubleOf } from '@/app/lib/trouble'
import { Select } from '@/app/ui/field'
import { useToast } from '@/app/ui/toast'
import { ChangeMemberRoleMutation } from '../queries'
import { roles, roleWords } from '../roles'
import type { Member } from './members'

type Binding = Member['bindings'][number]
type RoleCellProps = { member: Member; editable: boolean; onChanged: () => Promise<unknown> }

/** A member's roles: one for the whole tenant, or some for single projects. */
export function RoleCell({ member, editable, onChanged }: RoleCellProps) {
  return (
    <ul className="grid gap-1">
      {member.bindings.map((binding) => (
        <li key={binding.project?.id ?? 'all'} className="flex flex-wrap items-center gap-2">
          {editable ? <RoleSelect member={member} binding={binding} onChanged={onChanged} /> : roleWords[binding.role]}
          {binding.project && <span className="text-meta text-text-2">in {binding.project.name}</span>}
        </li>
      ))}
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
  const toast = useToast()
  const choose = (role: Role) => {
    const project = binding.project ? { project: binding.project.id } : {}
    change({ variables: { input: { id: member.id, role, ...project } } })
      .then(() => {
        toast.done(`${member.email} is now ${roleWords[role].toLowerCase()}`)
        return onChanged()
      })
      .catch((error: unknown) => {
        const { title, remedy } = troubleOf(error)
        toast.problem(title, remedy)
      })
  }
  return (
    <Select
      dense
      className="w-32"
      aria-label={`Role of ${member.email}${binding.project ? ` in ${binding.project.name}` : ''}`}
      value={binding.role}
      disabled={loading}
      onChange={(event) => choose(event.target.value as Role)}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {roleWords[role]}
        </option>
      ))}
    </Select>
  )
}
