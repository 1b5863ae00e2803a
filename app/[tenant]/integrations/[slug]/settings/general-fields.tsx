'use client'

import { useTenant } from '@/app/lib/tenant'
import { Field, Input, Select } from '@/app/ui/field'
import { problemsAt } from '../../connector-form'
import { IntervalSelect } from '../../interval-select'
import { LabelsField } from '../../labels-field'
import type { Editing } from './use-edit'

type Props = { editing: Editing; disabled: boolean }

/** What it is called, whose it is, and how often it is checked. */
export function GeneralFields({ editing: { base, shown, problems, change }, disabled }: Props) {
  const tenant = useTenant()
  return (
    <div className="grid gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Name" problem={problems.name}>
          {(aria) => (
            <Input
              {...aria}
              value={shown.name}
              maxLength={100}
              disabled={disabled}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="Slug"
          hint={shown.slug === base.slug ? `/${tenant.slug}/integrations/${base.slug}` : 'Old links stop working.'}
          problem={problems.slug}
        >
          {(aria) => (
            <Input
              {...aria}
              mono
              value={shown.slug}
              maxLength={48}
              disabled={disabled}
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => change({ slug: event.target.value })}
            />
          )}
        </Field>
        <Field label="Environment" problem={problems.environment}>
          {(aria) => (
            <Select
              {...aria}
              value={shown.environment}
              disabled={disabled}
              onChange={(event) => change({ environment: event.target.value })}
            >
              <option value="">None</option>
              {tenant.environments.map(({ id, slug, name }) => (
                <option key={id} value={slug}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Owner" optional problem={problems.owner}>
          {(aria) => (
            <Input
              {...aria}
              value={shown.owner}
              maxLength={100}
              disabled={disabled}
              onChange={(event) => change({ owner: event.target.value })}
            />
          )}
        </Field>
        <Field label="Check its health" problem={problems.intervalSeconds}>
          {(aria) => (
            <IntervalSelect
              {...aria}
              seconds={shown.intervalSeconds}
              disabled={disabled}
              onSecondsChange={(intervalSeconds) => change({ intervalSeconds })}
            />
          )}
        </Field>
      </div>
      <LabelsField
        labels={shown.labels}
        disabled={disabled}
        onChange={(labels) => change({ labels })}
        problems={{ ...(problems.labels && { '': problems.labels }), ...problemsAt(problems, 'labels') }}
      />
    </div>
  )
}
