'use client'

import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { cx } from './cx'
import { ChevronDownIcon, TriangleAlertIcon } from './icons'

/** What a control needs so that its label, hint and problem are spoken with it. */
export type FieldAria = {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

export type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong, and what to do about it. */
  problem?: string | null | undefined
  /** Stands at the end of the label's line: a tag, a reset. */
  aside?: ReactNode
  optional?: boolean
  id?: string
  className?: string
  children: (aria: FieldAria) => ReactNode
}

/** Label, control, hint and problem, tied together. Every input of the screens stands in one. */
export function Field({ label, hint, problem, aside, optional = false, id, className, children }: FieldProps) {
  const ownId = useId()
  const controlId = id ?? ownId
  const describedBy = cx(hint ? `${controlId}-hint` : '', problem ? `${controlId}-problem` : '')
  const aria: FieldAria = {
    id: controlId,
    ...(describedBy && { 'aria-describedby': describedBy }),
    ...(problem && { 'aria-invalid': true }),
  }
  return (
    <div className={cx('grid min-w-0 content-start gap-1.5', className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={controlId} className="font-medium">
          {label}
          {optional && <span className="font-normal text-text-2"> (optional)</span>}
        </label>
        {aside}
      </div>
      {children(aria)}
      {hint && (
        <p id={`${controlId}-hint`} className="max-w-[72ch] text-meta text-text-2">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${controlId}-problem`} className="flex gap-1.5 text-dense text-bad">
          <TriangleAlertIcon className="mt-px size-4" label="Problem:" />
          {problem}
        </p>
      )}
    </div>
  )
}

const box =
  'w-full min-w-0 rounded-control border border-control bg-bg text-text placeholder:text-text-2 read-only:bg-surface disabled:bg-surface disabled:text-text-2 aria-invalid:border-bad-fill'

export function Input({
  className,
  mono = false,
  dense = false,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & {
  mono?: boolean
  dense?: boolean
  ref?: React.Ref<HTMLInputElement>
}) {
  const look = cx(mono && 'font-mono', mono || dense ? 'text-dense' : 'text-body', dense ? 'h-8' : 'h-9')
  return (
    <input
      type="text"
      {...rest}
      className={cx(box, look, className?.includes('pl-') ? className : cx('px-2.5', className))}
    />
  )
}

export function Textarea({
  className,
  mono = false,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { mono?: boolean }) {
  return (
    <textarea
      rows={4}
      {...rest}
      className={cx(box, 'px-2.5 py-2', mono ? 'font-mono text-dense' : 'text-body', className)}
    />
  )
}

/** The platform's own select: it works on every device, with every keyboard and every screen reader. */
export function Select({
  className,
  children,
  dense = false,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> & { dense?: boolean }) {
  return (
    <span className={cx('relative inline-flex min-w-0', className ?? 'w-full')}>
      <select
        {...rest}
        // A select counts as read-only for CSS, and must not look switched off.
        className={cx(
          box,
          'appearance-none truncate pr-8 pl-2.5 enabled:bg-bg',
          dense ? 'h-8 text-dense' : 'h-9 text-body',
        )}
      >
        {children}
      </select>
      <ChevronDownIcon className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-text-2" />
    </span>
  )
}

type Choice = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  label: ReactNode
  hint?: ReactNode
}

function ChoiceRow({ kind, label, hint, className, ...rest }: Choice & { kind: 'checkbox' | 'radio' }) {
  const hintId = useId()
  const mark =
    kind === 'checkbox'
      ? 'rounded-[4px] after:h-2 after:w-1 after:-translate-y-px after:rotate-45 after:border-r-2 after:border-b-2 after:border-on-accent'
      : 'rounded-full after:size-1.5 after:rounded-full after:bg-on-accent'
  return (
    <label className={cx('flex min-h-6 gap-2.5 has-disabled:opacity-60', className)}>
      <input
        {...rest}
        type={kind}
        aria-describedby={hint ? hintId : undefined}
        className={cx(
          'mt-0.5 grid size-4 shrink-0 appearance-none place-items-center border border-control bg-bg after:hidden checked:border-accent checked:bg-accent checked:after:block forced-colors:appearance-auto',
          mark,
        )}
      />
      <span className="min-w-0">
        {label}
        {hint && (
          <span id={hintId} className="block text-meta text-text-2">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}

export function Checkbox(props: Choice) {
  return <ChoiceRow kind="checkbox" {...props} />
}

type TickProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  'aria-label': string
  /** Some of what it stands for, but not all. */
  isPartly?: boolean
}

/** A checkbox without words beside it, as in the rows of a table; what can be hit is larger than what is drawn. */
export function Tick({ isPartly = false, className, ...rest }: TickProps) {
  return (
    <input
      {...rest}
      type="checkbox"
      ref={(box) => {
        if (box) box.indeterminate = isPartly
      }}
      className={cx(
        'grid size-6 appearance-none place-items-center rounded-[4px] before:col-start-1 before:row-start-1 before:size-4 before:rounded-[4px] before:border before:border-control before:bg-bg after:col-start-1 after:row-start-1 after:hidden checked:before:border-accent checked:before:bg-accent checked:after:block checked:after:h-2 checked:after:w-1 checked:after:-translate-y-px checked:after:rotate-45 checked:after:border-r-2 checked:after:border-b-2 checked:after:border-on-accent indeterminate:before:border-accent indeterminate:before:bg-accent indeterminate:after:block indeterminate:after:h-0.5 indeterminate:after:w-2 indeterminate:after:bg-on-accent forced-colors:appearance-auto',
        className,
      )}
    />
  )
}

export type RadioOption = {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
}

export type RadioGroupProps = {
  legend: ReactNode
  name: string
  value: string
  onValueChange: (value: string) => void
  options: readonly RadioOption[]
  /** Draws each option as a tile that fills its row. */
  tiles?: boolean
  legendHidden?: boolean
}

export function RadioGroup({
  legend,
  name,
  value,
  onValueChange,
  options,
  tiles = false,
  legendHidden = false,
}: RadioGroupProps) {
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className={legendHidden ? 'sr-only' : 'mb-2 font-medium'}>{legend}</legend>
      {options.map((option) => (
        <ChoiceRow
          key={option.value}
          kind="radio"
          name={name}
          value={option.value}
          checked={option.value === value}
          onChange={() => onValueChange(option.value)}
          {...(option.disabled !== undefined && { disabled: option.disabled })}
          label={option.label}
          hint={option.hint}
          className={
            tiles
              ? 'rounded-card border border-border bg-raised p-3 has-checked:border-accent has-checked:ring-1 has-checked:ring-accent'
              : ''
          }
        />
      ))}
    </fieldset>
  )
}
