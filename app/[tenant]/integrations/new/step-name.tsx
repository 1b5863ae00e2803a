'use client'

import { useMay, useTenant } from '@/app/lib/tenant'
import { ErrorState, Notice, type Trouble } from '@/app/ui/feedback'
import { Checkbox, Field, Input, Select } from '@/app/ui/field'
import { problemsAt } from '../connector-form'
import { IntervalSelect } from '../interval-select'
import { LabelsField } from '../labels-field'
import type { Draft } from './draft'
import { SignInAgain } from './sign-in-again'

type Props = {
  draft: Draft
  name: string
  slug: string
  problems: Record<string, string>
  trouble: Trouble | null
  /** Why it can only be saved switched off. */
  onlyDisabled: string | null
  onChange: (change: Partial<Draft>) => void
}

/** What is it called, and where does it belong? */
export function StepName({ draft, name, slug, problems, trouble, onlyDisabled, onChange }: Props) {
  const tenant = useTenant()
  return (
    <div className="grid max-w-2xl gap-5">
      {onlyDisabled && <Notice tone="warn">{onlyDisabled}</Notice>}
      {trouble && <ErrorState compact trouble={trouble} />}
      {trouble?.code === 'auth.sign_in_again' && <SignInAgain />}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Name" problem={problems.name}>
          {(aria) => (
            <Input
              {...aria}
              value={name}
              maxLength={100}
              autoComplete="off"
              onChange={(event) => onChange({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="Slug" hint={`/${tenant.slug}/integrations/${slug || '…'}`} problem={problems.slug}>
          {(aria) => (
            <Input
              {...aria}
              mono
              value={slug}
              maxLength={48}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => onChange({ slug: event.target.value })}
            />
          )}
        </Field>
        {tenant.projects.length > 1 && <ProjectField draft={draft} problem={problems.project} onChange={onChange} />}
        <Field label="Environment" optional problem={problems.environment}>
          {(aria) => (
            <Select
              {...aria}
              value={draft.environment ?? ''}
              onChange={(event) => onChange({ environment: event.target.value || null })}
            >
              <option value="">None</option>
              {tenant.environments.map((environment) => (
                <option key={environment.id} value={environment.slug}>
                  {environment.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Owner" optional hint="A team or a person to ask." problem={problems.owner}>
          {(aria) => (
            <Input
              {...aria}
              value={draft.owner}
              maxLength={100}
              onChange={(event) => onChange({ owner: event.target.value })}
            />
          )}
        </Field>
        <Field label="Check its health" problem={problems.intervalSeconds}>
          {(aria) => (
            <IntervalSelect
              {...aria}
              seconds={draft.intervalSeconds}
              onSecondsChange={(intervalSeconds) => onChange({ intervalSeconds })}
            />
          )}
        </Field>
      </div>
      <LabelsField
        labels={draft.labels}
        onChange={(labels) => onChange({ labels })}
        problems={{ ...(problems.labels && { '': problems.labels }), ...problemsAt(problems, 'labels') }}
      />
      <SaveAsProfile draft={draft} problem={problems.saveAsProfile} onChange={onChange} />
    </div>
  )
}

type ProjectProps = { draft: Draft; problem: string | undefined; onChange: Props['onChange'] }

function ProjectField({ draft, problem, onChange }: ProjectProps) {
  const { projects } = useTenant()
  const usual = projects.find(({ isDefault }) => isDefault)
  return (
    <Field label="Project" problem={problem}>
      {(aria) => (
        <Select
          {...aria}
          value={draft.project ?? usual?.slug ?? ''}
          onChange={(event) => onChange({ project: event.target.value })}
        >
          {projects.map((project) => (
            <option key={project.id} value={project.slug}>
              {project.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

/** Keeps the settings, without secrets, under a name for the next time. */
function SaveAsProfile({ draft, problem, onChange }: ProjectProps) {
  if (!useMay('integrations:write')) return null
  const isWanted = draft.saveAsProfile !== null
  return (
    <div className="grid gap-3 border-t border-border pt-5">
      <Checkbox
        label={<span className="font-medium">Save these settings as a profile</span>}
        hint="For the next integration of this kind. Secrets are not part of it."
        checked={isWanted}
        onChange={(event) => onChange({ saveAsProfile: event.target.checked ? '' : null })}
      />
      {isWanted && (
        <Field label="Name of the profile" problem={problem} className="max-w-md">
          {(aria) => (
            <Input
              {...aria}
              value={draft.saveAsProfile ?? ''}
              maxLength={100}
              autoComplete="off"
              placeholder="Production"
              onChange={(event) => onChange({ saveAsProfile: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
