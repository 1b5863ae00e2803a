'use client'

import { Button, IconButton } from '@/app/ui/button'
import { Input } from '@/app/ui/field'
import { PlusIcon, TriangleAlertIcon, XIcon } from '@/app/ui/icons'

export type LabelRow = { key: string; value: string }

type Props = {
  labels: readonly LabelRow[]
  onChange: (labels: LabelRow[]) => void
  /** By path within the labels: "" for all of them, "0" for the first. */
  problems?: Record<string, string>
  disabled?: boolean
}

const mostLabels = 32

/** Free words to find integrations by: a key and a value each. */
export function LabelsField({ labels, onChange, problems = {}, disabled = false }: Props) {
  const change = (at: number, part: Partial<LabelRow>) =>
    onChange(labels.map((label, index) => (index === at ? { ...label, ...part } : label)))
  const told = Object.values(problems)
  return (
    <fieldset className="grid min-w-0 gap-2" disabled={disabled}>
      <legend className="mb-1.5 font-medium">
        Labels<span className="font-normal text-text-2"> (optional)</span>
      </legend>
      {labels.map((label, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div key={at} className="flex min-w-0 gap-2">
          <Input
            aria-label={`Key of label ${at + 1}`}
            aria-invalid={problems[String(at)] ? true : undefined}
            placeholder="team"
            value={label.key}
            maxLength={63}
            onChange={(event) => change(at, { key: event.target.value })}
          />
          <Input
            aria-label={`Value of label ${at + 1}`}
            placeholder="platform"
            value={label.value}
            maxLength={200}
            onChange={(event) => change(at, { value: event.target.value })}
          />
          <IconButton
            label={`Remove label ${at + 1}`}
            icon={<XIcon />}
            onClick={() => onChange(labels.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      {told.length > 0 && (
        <p className="flex gap-1.5 text-dense text-bad">
          <TriangleAlertIcon className="mt-px size-4" label="Problem:" />
          {told.join(' ')}
        </p>
      )}
      {!disabled && labels.length < mostLabels && (
        <Button
          size="sm"
          className="justify-self-start"
          icon={<PlusIcon />}
          onClick={() => onChange([...labels, { key: '', value: '' }])}
        >
          Add label
        </Button>
      )}
    </fieldset>
  )
}

/** Rows that were begun and left empty do not count. */
export function filledLabels(labels: readonly LabelRow[]): LabelRow[] {
  return labels.filter(({ key, value }) => key !== '' || value !== '').map(({ key, value }) => ({ key, value }))
}
