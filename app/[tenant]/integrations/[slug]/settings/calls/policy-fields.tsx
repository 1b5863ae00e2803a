'use client'

import { useQuery } from '@apollo/client/react'
import { Checkbox, Field, Input, RadioGroup, Select } from '@/app/ui/field'
import { useIntegration } from '../../integration-context'
import { isSaid, type quotaNumbers, shownAt } from './policy-edit'
import { FallbacksQuery } from './queries'
import type { Editing } from './use-policy'

type Props = { editing: Editing; disabled: boolean }
type NumberField = (typeof quotaNumbers)[number]

/** Whether a value follows the usual or was said here, and the way back to the usual. */
function Origin({ editing: { base, edit, set }, path, label, disabled }: Props & { path: string; label: string }) {
  const isEmptied = edit[path] === ''
  const isHere = path in edit ? !isEmptied : isSaid(base, path)
  if (!isHere) return <span className="text-meta text-text-2">as usual</span>
  return (
    <span className="flex items-baseline gap-2 text-meta text-text-2">
      set here
      {!disabled && (
        <button
          type="button"
          onClick={() => set(path, '')}
          className="min-h-6 font-medium text-accent hover:underline"
          aria-label={`Reset ${label} to the usual`}
        >
          reset
        </button>
      )}
    </span>
  )
}

export function Numbers({ editing, disabled, fields }: Props & { fields: readonly NumberField[] }) {
  const { base, edit, problems, set } = editing
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {fields.map(({ path, label, hint }) => (
        <Field
          key={path}
          label={label}
          hint={hint}
          problem={problems[path]}
          aside={<Origin {...{ editing, path, label, disabled }} />}
        >
          {(aria) => (
            <Input
              {...aria}
              name={path}
              inputMode="decimal"
              autoComplete="off"
              value={String(shownAt(base, edit, path))}
              placeholder={edit[path] === '' ? 'as usual' : undefined}
              disabled={disabled}
              onChange={({ target }) => set(path, target.value)}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

type FlagProps = Props & { path: string; label: string; hint: string }

export function Flag({ editing: { base, edit, set }, disabled, path, label, hint }: FlagProps) {
  return (
    <Checkbox
      name={path}
      label={label}
      hint={hint}
      checked={shownAt(base, edit, path) === true}
      disabled={disabled}
      onChange={({ target }) => set(path, target.checked)}
    />
  )
}

export function QuotaMode({ editing: { base, edit, set }, disabled }: Props) {
  const shown = shownAt(base, edit, 'quota.mode') || 'enforce'
  return (
    <RadioGroup
      legend="When the quota does not suffice"
      name="quota.mode"
      value={String(shown)}
      onValueChange={(mode) => set('quota.mode', mode)}
      options={[
        { value: 'enforce', label: 'Enforce', hint: 'The call waits or is refused.', disabled },
        {
          value: 'observe',
          label: 'Observe',
          hint: 'It is sent, and counted as one that would have waited or been refused.',
          disabled,
        },
      ]}
    />
  )
}

/** Only integrations of the same type can take over. */
export function Fallback({ editing: { base, edit, problems, set }, disabled }: Props) {
  const { integration } = useIntegration()
  const { data, error } = useQuery(FallbacksQuery, { variables: { type: integration.type }, fetchPolicy: 'no-cache' })
  const others = (data?.integrations.edges ?? []).map(({ node }) => node).filter(({ id }) => id !== integration.id)
  const chosen = String(shownAt(base, edit, 'fallback'))
  const isListed = chosen === '' || others.some(({ id }) => id === chosen)
  const none = others.length === 0 ? `There is no other integration of ${integration.integrationType.name}.` : null
  return (
    <Field
      label="Takes over"
      className="max-w-md"
      hint={(data && none) ?? 'Asked while this one cannot be reached, its breaker is open or its quota is used up.'}
      problem={problems.fallback ?? (error ? 'The others could not be read. Load the page again.' : null)}
    >
      {(aria) => (
        <Select
          {...aria}
          name="fallback"
          value={chosen}
          disabled={disabled}
          onChange={({ target }) => set('fallback', target.value)}
        >
          <option value="">No other one</option>
          {!isListed && <option value={chosen}>{chosen}</option>}
          {others.map(({ id, name, slug, enabled }) => (
            <option key={id} value={id}>
              {name} ({slug}){enabled ? '' : ', disabled'}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
