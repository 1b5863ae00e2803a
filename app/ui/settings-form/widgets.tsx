'use client'

import type { WidgetProps } from '@rjsf/utils'
import { type ChangeEvent, useContext, useState } from 'react'
import { IconButton } from '../button'
import { Checkbox, Input, Select, Textarea } from '../field'
import { EyeIcon } from '../icons'
import { AroundContext, useFieldAria } from './around'
import type { FieldSchema, Values } from './schema'
import { asText, fromText, type TextForm } from './structured'

/** Our controls in the shape the form library calls for. The label and the problem stand around them. */
type Props = WidgetProps<Values>

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** An emptied field is an absent one. */
const heard = (onChange: Props['onChange'], isNumber: boolean) => (event: ChangeEvent<Typed>) => {
  const { value } = event.target
  if (value === '') return onChange(undefined)
  onChange(isNumber && Number.isFinite(Number(value)) ? Number(value) : value)
}

const hasHint = (schema: FieldSchema) => Boolean(schema.description || schema['x-help'])
const exampleOf = ({ examples }: FieldSchema) => (examples?.[0] === undefined ? undefined : `e.g. ${examples[0]}`)

const kinds: Record<string, 'url' | 'email'> = { uri: 'url', email: 'email' }

export function TextWidget(props: Props) {
  const { id, name, schema, value, onChange, disabled, readonly, required } = props
  const field = schema as FieldSchema
  const aria = useFieldAria(id, name, hasHint(field))
  const isNumber = field.type === 'integer' || field.type === 'number'
  const offered = useContext(AroundContext).offered?.[name]
  const input = (
    <Input
      {...aria}
      type="text"
      list={offered && `${id}-offered`}
      inputMode={isNumber ? 'numeric' : kinds[field.format ?? '']}
      value={value === undefined || value === null ? '' : String(value)}
      placeholder={exampleOf(field)}
      required={required}
      disabled={disabled}
      readOnly={readonly}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      onChange={heard(onChange, isNumber)}
    />
  )
  if (!offered) return input
  return (
    <>
      {input}
      <datalist id={`${id}-offered`}>
        {offered.map((offer) => (
          <option key={offer.id} value={offer.id}>
            {offer.name}
          </option>
        ))}
      </datalist>
    </>
  )
}

export function TextAreaWidget(props: Props) {
  const { id, name, schema, value, onChange, disabled, readonly } = props
  const aria = useFieldAria(id, name, hasHint(schema as FieldSchema))
  return (
    <Textarea
      {...aria}
      mono
      value={value === undefined ? '' : String(value)}
      disabled={disabled}
      readOnly={readonly}
      autoComplete="off"
      spellCheck={false}
      onChange={heard(onChange, false)}
    />
  )
}

/** A list or a map as text. What was typed stays as it was typed; what it means is handed on. */
export function StructuredWidget(props: Props) {
  const { id, name, schema, value, onChange, disabled, readonly, options } = props
  const field = schema as FieldSchema
  const form = options.textForm as TextForm
  const declared = options.declared as FieldSchema
  const aria = useFieldAria(id, name, true)
  const [text, setText] = useState(() => asText(form, value))
  return (
    <Textarea
      {...aria}
      mono
      rows={form === 'json' ? 6 : 3}
      value={text}
      placeholder={field.examples?.[0] === undefined ? undefined : asText(form, field.examples[0])}
      disabled={disabled}
      readOnly={readonly}
      autoComplete="off"
      spellCheck={false}
      onChange={({ target }) => {
        setText(target.value)
        onChange(fromText(form, target.value, declared))
      }}
    />
  )
}

export function ChoiceWidget(props: Props) {
  const { id, name, schema, value, onChange, disabled, required, options } = props
  const field = schema as FieldSchema
  const aria = useFieldAria(id, name, hasHint(field))
  return (
    <Select
      {...aria}
      value={value === undefined ? '' : String(value)}
      disabled={disabled}
      required={required}
      onChange={heard(onChange, field.type === 'integer' || field.type === 'number')}
    >
      {value === undefined && <option value="">Choose</option>}
      {(options.enumOptions ?? []).map((option) => (
        <option key={String(option.value)} value={String(option.value)}>
          {option.label}
        </option>
      ))}
    </Select>
  )
}

export function CheckboxWidget(props: Props) {
  const { id, schema, label, value, onChange, disabled } = props
  return (
    <Checkbox
      id={id}
      label={label}
      hint={schema.description}
      checked={value === true}
      disabled={disabled}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
}

/** Masked while it is typed; shown only for as long as the button is held down. Password managers may fill it in. */
export function SecretWidget(props: Props) {
  const { id, name, schema, label, value, onChange, disabled, required } = props
  const [shown, setShown] = useState(false)
  const field = schema as FieldSchema
  const { secretHint } = useContext(AroundContext)
  const aria = useFieldAria(id, name, hasHint(field) || Boolean(secretHint?.(name)))
  const hide = () => setShown(false)
  const shared = {
    ...aria,
    value: value === undefined ? '' : String(value),
    required,
    disabled,
    spellCheck: false,
    onChange: heard(onChange, false),
  }
  return (
    <span className="flex gap-1.5">
      {field['x-multiline'] ? (
        <MaskedTextarea {...shared} shown={shown} />
      ) : (
        <Input {...shared} type={shown ? 'text' : 'password'} autoComplete="off" className="font-mono text-dense" />
      )}
      <IconButton
        variant="secondary"
        label={`Show ${label} while pressed`}
        title="Show while pressed"
        icon={<EyeIcon />}
        disabled={disabled}
        aria-pressed={shown}
        onPointerDown={() => setShown(true)}
        onPointerUp={hide}
        onPointerLeave={hide}
        onPointerCancel={hide}
        onBlur={hide}
        onKeyDown={(event) => {
          if (event.key !== ' ' && event.key !== 'Enter') return
          event.preventDefault()
          setShown(true)
        }}
        onKeyUp={hide}
      />
    </span>
  )
}

type Masked = Parameters<typeof Textarea>[0] & { shown: boolean }

function MaskedTextarea({ shown, ...rest }: Masked) {
  return <Textarea {...rest} mono autoComplete="off" className={shown ? undefined : '[-webkit-text-security:disc]'} />
}
