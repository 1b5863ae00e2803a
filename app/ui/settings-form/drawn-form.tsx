'use client'

// The package's root brings a validator that compiles code, which the page's policy forbids: only the form is taken.
import Form from '@rjsf/core/lib/components/Form.js'
import type {
  FieldTemplateProps,
  ObjectFieldTemplateProps,
  RegistryWidgetsType,
  RJSFSchema,
  TemplatesType,
  UiSchema,
} from '@rjsf/utils'
import { useContext, useMemo } from 'react'
import { Field } from '../field'
import { ChevronRightIcon, ExternalLinkIcon } from '../icons'
import { type Around, AroundContext } from './around'
import { interpretingValidator } from './form-validator'
import { type FieldSchema, fieldNames, type SettingsSchema, type Values, valuesOf } from './schema'
import type { SettingsFormProps } from './settings-form'
import { textFormHints, textFormOf } from './structured'
import { CheckboxWidget, ChoiceWidget, SecretWidget, StructuredWidget, TextAreaWidget, TextWidget } from './widgets'

function FieldTag({ name }: { name: string }) {
  const tag = useContext(AroundContext).tags?.[name]
  if (!tag) return null
  return (
    <span className="flex items-baseline gap-2 text-meta text-text-2">
      {tag.word}
      {tag.onReset && (
        <button type="button" onClick={tag.onReset} className="min-h-6 font-medium text-accent hover:underline">
          reset
        </button>
      )}
    </span>
  )
}

function HelpLink({ href }: { href: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="inline-flex items-center gap-1 font-medium text-accent hover:underline"
    >
      Where do I find this?
      <ExternalLinkIcon className="size-3" label="(opens in a new tab)" />
    </a>
  )
}

function FieldTemplate(props: FieldTemplateProps<Values>) {
  const { id, schema, uiSchema, label, required, children, fieldPathId } = props
  const { problems, secretHint } = useContext(AroundContext)
  if (fieldPathId.path.length === 0) return children
  const name = String(fieldPathId.path.at(-1))
  const field = schema as FieldSchema
  if (field.type === 'boolean') return children
  const extra = field.writeOnly ? secretHint?.(name) : null
  const help = field['x-help']
  const form = textFormOf((uiSchema?.['ui:options']?.declared ?? {}) as FieldSchema)
  const hint =
    field.description || extra || help || form ? (
      <>
        {field.description} {form && textFormHints[form]}
        {extra && <> {extra}</>}
        {help && (
          <>
            {' '}
            <HelpLink href={help} />
          </>
        )}
      </>
    ) : null
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      problem={problems?.[name]}
      optional={!required && !('x-default' in field)}
      aside={<FieldTag name={name} />}
    >
      {() => children}
    </Field>
  )
}

function summaryOf(names: readonly string[], { properties }: SettingsSchema, values: Values): string {
  const changed = names.filter((name) => {
    const value = values[name]
    return value !== undefined && value !== '' && value !== properties[name]?.['x-default']
  })
  if (changed.length === 0) return 'as usual'
  return changed.map((name) => properties[name]?.title ?? name).join(', ')
}

/** The usual fields, then the rest folded away; unfolded when one of them has a problem. */
function ObjectFieldTemplate({ properties, schema, formData }: ObjectFieldTemplateProps<Values>) {
  const { problems } = useContext(AroundContext)
  const fields = schema as unknown as SettingsSchema
  const isAdvanced = ({ name }: { name: string }) => fields.properties[name]?.['x-advanced'] === true
  const advanced = properties.filter(isAdvanced)
  const names = advanced.map(({ name }) => name)
  return (
    <div className="grid grid-cols-1 gap-5">
      {properties.filter((property) => !isAdvanced(property)).map(({ content }) => content)}
      {advanced.length > 0 && (
        <details className="group rounded-card border border-border" open={names.some((name) => problems?.[name])}>
          <summary className="flex min-h-10 list-none items-center gap-2 rounded-card px-3 py-2 font-medium [&::-webkit-details-marker]:hidden">
            <ChevronRightIcon className="transition-transform duration-(--in) group-open:rotate-90" />
            Network
            <span className="min-w-0 truncate font-normal text-text-2">{summaryOf(names, fields, formData ?? {})}</span>
          </summary>
          <div className="grid gap-5 border-t border-border p-3">{advanced.map(({ content }) => content)}</div>
        </details>
      )}
    </div>
  )
}

const templates: Partial<TemplatesType<Values>> = { FieldTemplate, ObjectFieldTemplate, BaseInputTemplate: TextWidget }
const widgets: RegistryWidgetsType<Values> = {
  SelectWidget: ChoiceWidget,
  CheckboxWidget,
  TextareaWidget: TextAreaWidget,
  PasswordWidget: SecretWidget,
  structured: StructuredWidget,
}

function uiOf(field: FieldSchema | undefined): UiSchema<Values> | undefined {
  if (field?.writeOnly) return { 'ui:widget': 'password' }
  if (field?.['x-multiline']) return { 'ui:widget': 'textarea' }
  const textForm = field && textFormOf(field)
  return textForm ? { 'ui:widget': 'structured', 'ui:options': { textForm, declared: field } } : undefined
}

function uiSchemaOf(schema: SettingsSchema): UiSchema<Values> {
  const names = fieldNames(schema)
  const fields = names.flatMap((name) => {
    const ui = uiOf(schema.properties[name])
    return ui ? [[name, ui]] : []
  })
  return { 'ui:order': names, 'ui:submitButtonOptions': { norender: true }, ...Object.fromEntries(fields) }
}

/** Lists and maps are drawn as one text: the library's own controls for them would be many. */
function drawnField(field: FieldSchema): FieldSchema {
  if (!textFormOf(field)) return field
  const { title, description, examples } = field
  return { type: 'string', ...(title && { title }), ...(description && { description }), ...(examples && { examples }) }
}

/** Defaults are the caller's to fill in: here an emptied field has to stay empty. */
function withoutDefaults(schema: SettingsSchema): RJSFSchema {
  const properties = Object.entries(schema.properties).map(([name, { default: preset, ...field }]) => [
    name,
    preset === undefined ? drawnField(field) : { ...drawnField(field), 'x-default': preset },
  ])
  return { ...schema, properties: Object.fromEntries(properties) }
}

/** With the emptied fields named too, so that the caller forgets what they held. */
function everyField(schema: SettingsSchema, values: Values): Values {
  return Object.fromEntries(fieldNames(schema).map((name) => [name, values[name]]))
}

export function DrawnForm({ schema, values, onChange, idPrefix, disabled = false, ...around }: SettingsFormProps) {
  const drawn = useMemo(() => withoutDefaults(schema), [schema])
  const uiSchema = useMemo(() => uiSchemaOf(schema), [schema])
  const { problems, tags, secretHint, offered } = around
  const own = useMemo(() => valuesOf(schema, values), [schema, values])
  const context = useMemo(
    () => ({ problems, tags, secretHint, offered }) as Around,
    [problems, tags, secretHint, offered],
  )
  return (
    <AroundContext value={context}>
      <Form<Values>
        tagName="div"
        schema={drawn}
        uiSchema={uiSchema}
        formData={own}
        onChange={({ formData }) => onChange(everyField(schema, formData ?? {}))}
        validator={interpretingValidator}
        templates={templates}
        widgets={widgets}
        idPrefix={idPrefix}
        disabled={disabled}
        noValidate
        showErrorList={false}
      />
    </AroundContext>
  )
}
