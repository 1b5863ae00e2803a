'use client'

import { useState } from 'react'
import type { Role } from '@/app/generated/graphql'
import { type Problems, read } from '@/app/lib/submit'
import { useMay, useTenant } from '@/app/lib/tenant'
import { Field, RadioGroup, Select } from '@/app/ui/field'
import { roleHints, roles, roleWords } from '../roles'

/** Which role, and where: the two questions of an invitation and of one more role. */
export function RoleFields({ problems, without = [] }: { problems: Problems; without?: readonly string[] }) {
  const { projects, name } = useTenant()
  const mayOwners = useMay('owners:write')
  const places = [
    { value: '', label: `All of ${name}` },
    ...projects.map((project) => ({ value: project.id, label: `Only the project ${project.name}` })),
  ].filter(({ value }) => !without.includes(value))
  const [role, setRole] = useState<Role>('VIEWER')
  const [place, setPlace] = useState(places[0]?.value ?? '')
  // A project has no owner of its own: the tenant's are its.
  const offered = roles.filter((value) => value !== 'OWNER' || (mayOwners && place === ''))
  return (
    <>
      <Field label="Where" problem={problems.project}>
        {(aria) => (
          <Select {...aria} name="project" value={place} onChange={(event) => setPlace(event.target.value)}>
            {places.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <RadioGroup
        legend="Role"
        name="role"
        value={offered.includes(role) ? role : 'VIEWER'}
        onValueChange={(value) => setRole(roles.find((known) => known === value) ?? 'VIEWER')}
        options={offered.map((value) => ({ value, label: roleWords[value], hint: roleHints[value] }))}
      />
    </>
  )
}

/** What was chosen, as the hub takes it. */
export function readRole(form: FormData): { role: Role; project?: string } {
  const project = read(form, 'project')
  return { role: roles.find((known) => known === read(form, 'role')) ?? 'VIEWER', ...(project && { project }) }
}
