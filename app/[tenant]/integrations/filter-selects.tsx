'use client'

import { Select } from '@/app/ui/field'
import { states, stateWords } from '@/app/ui/state'

/** The choices by which integrations are narrowed down, wherever they are listed. */
type ChoiceProps = { value: string | null; onChange: (value: string | null) => void; id?: string }
type OptionsProps = ChoiceProps & {
  label: string
  /** What stands for no choice at all. */
  all: string
  options: readonly { value: string; title: string }[]
}

export function FilterSelect({ label, all, options, value, onChange, id }: OptionsProps) {
  // What an address names stays chosen and visible, even when there is nothing of it any more.
  const isKnown = value === null || options.some((option) => option.value === value)
  return (
    <Select
      dense
      id={id}
      className="max-sm:flex-1 max-sm:basis-[calc(50%-0.25rem)] sm:max-w-44"
      aria-label={label}
      value={value ?? allValue}
      onChange={(event) => onChange(event.target.value === allValue ? null : event.target.value)}
    >
      <option value={allValue}>{all}</option>
      {!isKnown && <option value={value}>{value || 'None'}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </Select>
  )
}

// The empty text is a choice of its own: those without an owner.
const allValue = '*'

export function StateSelect({ total, ...rest }: ChoiceProps & { total?: number }) {
  return (
    <FilterSelect
      {...rest}
      label="State"
      all={total === undefined ? 'All states' : `All states (${total})`}
      options={states.map((state) => ({ value: state.toLowerCase(), title: stateWords[state] }))}
    />
  )
}

export function TypeSelect({ types, ...rest }: ChoiceProps & { types: readonly { id: string; name: string }[] }) {
  return (
    <FilterSelect
      {...rest}
      label="Type"
      all="All types"
      options={types.map(({ id, name }) => ({ value: id, title: name }))}
    />
  )
}
