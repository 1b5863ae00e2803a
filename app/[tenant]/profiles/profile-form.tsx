'use client'

import { Checkbox, Field, Input, RadioGroup, Select } from '@/app/ui/field'
import { SettingsForm } from '@/app/ui/settings-form/settings-form'
import { type ConnectorForm, hasFields, problemsAt } from '../integrations/connector-form'
import { IntervalSelect, usualInterval } from '../integrations/interval-select'
import { LabelsField } from '../integrations/labels-field'
import { type ProfileEdit, shownOf } from './profile-edit'

type Props = {
  connector: ConnectorForm
  edit: ProfileEdit
  problems: Record<string, string>
  disabled?: boolean
  onChange: (part: Partial<ProfileEdit>) => void
}

/** The fields of a profile; its settings are drawn from what the connector asks for. */
export function ProfileForm(props: Props) {
  return (
    <div className="grid gap-8">
      <Words {...props} />
      <Settings {...props} />
      <Network {...props} />
      <Marks {...props} />
    </div>
  )
}

function Words({ edit, problems, disabled, onChange }: Props) {
  return (
    <div className="grid gap-5">
      <Field label="Name" problem={problems.name}>
        {(aria) => (
          <Input
            {...aria}
            value={edit.name}
            maxLength={100}
            disabled={disabled}
            autoComplete="off"
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label="Description" optional problem={problems.description}>
        {(aria) => (
          <Input
            {...aria}
            value={edit.description}
            maxLength={500}
            disabled={disabled}
            autoComplete="off"
            onChange={(event) => onChange({ description: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}

function Settings({ connector, edit, problems, disabled = false, onChange }: Props) {
  const { instance, methods, method, asked } = shownOf(connector, edit)
  const told = problemsAt(problems, 'config')
  const merge = (values: ProfileEdit['config']) => onChange({ config: { ...edit.config, ...values } })
  return (
    <div className="grid gap-5">
      {connector.instances.length > 1 && (
        <Field label="Where it lives" problem={problems.instance}>
          {(aria) => (
            <Select
              {...aria}
              value={instance?.id ?? ''}
              disabled={disabled}
              onChange={(event) => onChange({ instance: event.target.value })}
            >
              {connector.instances.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {hasFields(asked.place) && (
        <SettingsForm
          key={`place ${instance?.id}`}
          idPrefix="config"
          schema={asked.place}
          values={edit.config}
          problems={told}
          disabled={disabled}
          onChange={merge}
        />
      )}
      {methods.length > 1 && (
        <RadioGroup
          legend="How inthub signs in"
          name="method"
          value={method?.id ?? ''}
          onValueChange={(id) => onChange({ method: id })}
          options={methods.map(({ id, title }) => ({ value: id, label: title, disabled }))}
        />
      )}
      {hasFields(asked.account) && (
        <SettingsForm
          key={`account ${method?.id}`}
          idPrefix="account"
          schema={asked.account}
          values={edit.config}
          problems={told}
          disabled={disabled}
          onChange={merge}
        />
      )}
      <p className="text-text-2">Secrets are never part of a profile: they are asked for with each integration.</p>
    </div>
  )
}

function Network({ edit, problems, disabled = false, onChange }: Props) {
  const isUsual = edit.intervalSeconds === null
  return (
    <div className="grid gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label="Time limit in seconds"
          optional
          hint="Of one attempt; 10 as usual."
          problem={problems['callPolicy.timeoutMs']}
        >
          {(aria) => (
            <Input
              {...aria}
              type="number"
              min={0.1}
              max={600}
              step="any"
              value={edit.timeoutSeconds}
              disabled={disabled}
              onChange={(event) => onChange({ timeoutSeconds: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="Attempts"
          optional
          hint="The first included; 3 as usual."
          problem={problems['callPolicy.retry.attempts']}
        >
          {(aria) => (
            <Input
              {...aria}
              type="number"
              min={1}
              max={10}
              value={edit.attempts}
              disabled={disabled}
              onChange={(event) => onChange({ attempts: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Checkbox
        label="Say how often the health is checked"
        checked={!isUsual}
        disabled={disabled}
        onChange={(event) => onChange({ intervalSeconds: event.target.checked ? usualInterval : null })}
      />
      {!isUsual && (
        <Field label="Check the health" className="max-w-xs" problem={problems.intervalSeconds}>
          {(aria) => (
            <IntervalSelect
              {...aria}
              seconds={edit.intervalSeconds ?? usualInterval}
              disabled={disabled}
              onSecondsChange={(intervalSeconds) => onChange({ intervalSeconds })}
            />
          )}
        </Field>
      )}
      <LabelsField
        labels={edit.labels}
        disabled={disabled}
        onChange={(labels) => onChange({ labels })}
        problems={{ ...(problems.labels && { '': problems.labels }), ...problemsAt(problems, 'labels') }}
      />
    </div>
  )
}

function Marks({ connector, edit, disabled, onChange }: Props) {
  return (
    <div className="grid gap-3">
      <Checkbox
        label={`The default for ${connector.name}`}
        hint="Chosen first in the wizard. There is one for each type."
        checked={edit.isDefault}
        disabled={disabled}
        onChange={(event) => onChange({ isDefault: event.target.checked })}
      />
      <Checkbox
        label="A template"
        hint="Meant to be copied; using it changes nothing of it."
        checked={edit.isTemplate}
        disabled={disabled}
        onChange={(event) => onChange({ isTemplate: event.target.checked })}
      />
    </div>
  )
}
