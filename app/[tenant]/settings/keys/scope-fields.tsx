'use client'

import { useQuery } from '@apollo/client/react'
import { useDeferredValue, useId, useState } from 'react'
import type { ApiKeyScopeInput } from '@/app/generated/graphql'
import { type Problems, read } from '@/app/lib/submit'
import { useTenant } from '@/app/lib/tenant'
import { Checkbox, Field, Input, RadioGroup, Select } from '@/app/ui/field'
import { groupsOf, isPlaceable, saidOf } from '../permissions'
import { KeyPlacesQuery } from './queries'

const usual = ['integrations:read', 'events:read']
type Place = 'tenant' | 'project' | 'integration'

/** Where a key may act, what it may do there, and both in one sentence. */
export function ScopeFields({ problems }: { problems: Problems }) {
  const { permissions, projects, name } = useTenant()
  const [place, setPlace] = useState<Place>('tenant')
  const [project, setProject] = useState(projects[0]?.id ?? '')
  const [integration, setIntegration] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(usual.filter((each) => permissions.includes(each)))
  const fits = (permission: string) => place === 'tenant' || isPlaceable(permission)
  const places = {
    tenant: '',
    project: `, only in the project ${projects.find(({ id }) => id === project)?.name ?? ''}`,
    integration: `, only for the integration ${integration || '…'}`,
  }
  const toggle = (permission: string, on: boolean) =>
    setChosen((before) => [...before.filter((each) => each !== permission), ...(on ? [permission] : [])])
  return (
    <>
      <RadioGroup
        legend="Where it may act"
        name="place"
        value={place}
        onValueChange={(value) => setPlace(value as Place)}
        options={[
          { value: 'tenant', label: `All of ${name}` },
          { value: 'project', label: 'One project' },
          { value: 'integration', label: 'One integration' },
        ]}
      />
      {place === 'project' && (
        <Field label="Project" problem={problems.project}>
          {(aria) => (
            <Select {...aria} name="project" value={project} onChange={(event) => setProject(event.target.value)}>
              {projects.map(({ id, name: title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {place === 'integration' && (
        <IntegrationField value={integration} onValueChange={setIntegration} problem={problems.integration} />
      )}
      <PermissionChoices held={permissions} chosen={chosen} fits={fits} onToggle={toggle} problem={problems.scopes} />
      <p role="status" className="rounded-card border border-border bg-surface px-3 py-2.5">
        {saidOf(
          permissions.filter((each) => chosen.includes(each) && fits(each)),
          places[place],
        )}
      </p>
    </>
  )
}

type IntegrationFieldProps = {
  value: string
  onValueChange: (value: string) => void
  problem: string | undefined
}

/** Typed or picked: a tenant may have thousands of them. */
function IntegrationField({ value, onValueChange, problem }: IntegrationFieldProps) {
  const listId = useId()
  const text = useDeferredValue(value)
  const { data, previousData } = useQuery(KeyPlacesQuery, { variables: { text: text || null } })
  const found = (data ?? previousData)?.integrations.edges ?? []
  return (
    <Field label="Integration" hint="Its slug; the list offers what fits." problem={problem}>
      {(aria) => (
        <>
          <Input
            {...aria}
            name="integration"
            list={listId}
            value={value}
            onChange={(event) => onValueChange(event.target.value)}
            autoComplete="off"
            required
          />
          <datalist id={listId}>
            {found.map(({ node }) => (
              <option key={node.id} value={node.slug}>
                {node.name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

type ChoicesProps = {
  held: readonly string[]
  chosen: readonly string[]
  fits: (permission: string) => boolean
  onToggle: (permission: string, on: boolean) => void
  problem: string | undefined
}

/** Only rights the person holds can be given on. */
function PermissionChoices({ held, chosen, fits, onToggle, problem }: ChoicesProps) {
  const problemId = useId()
  return (
    <fieldset aria-describedby={problem ? problemId : undefined}>
      <legend className="mb-2 font-medium">What it may do</legend>
      {problem && (
        <p id={problemId} role="alert" className="mb-2 text-dense text-bad">
          {problem}
        </p>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {groupsOf(held).map(({ title, permissions }) => (
          <fieldset key={title} className="grid content-start gap-2">
            <legend className="mb-1.5 text-meta font-semibold text-text-2">{title}</legend>
            {permissions.map(({ permission, label, does }) => (
              <Checkbox
                key={permission}
                name="scope"
                value={permission}
                checked={chosen.includes(permission) && fits(permission)}
                disabled={!fits(permission)}
                onChange={(event) => onToggle(permission, event.target.checked)}
                label={
                  <>
                    {label} <code className="text-meta text-text-2">{permission}</code>
                  </>
                }
                hint={fits(permission) ? does : 'only for the whole tenant'}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </fieldset>
  )
}

export function readScopes(form: FormData): ApiKeyScopeInput[] {
  const [project, integration] = [read(form, 'project'), read(form, 'integration')]
  const place = { ...(project && { project }), ...(integration && { integration }) }
  return form.getAll('scope').map((permission) => ({ permission: String(permission), ...place }))
}

export function scopeProblems(form: FormData): Problems {
  const isMissing = form.has('integration') && !read(form, 'integration')
  return {
    scopes: form.has('scope') ? undefined : 'Choose at least one scope.',
    integration: isMissing ? 'Name the integration by its slug.' : undefined,
  }
}
