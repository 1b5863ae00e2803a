'use client'

import { CopyButton } from '@/app/ui/copy-button'
import { RadioGroup } from '@/app/ui/field'
import type { Values } from '@/app/ui/settings-form/schema'
import { type FieldTag, SettingsForm, type SettingsFormProps } from '@/app/ui/settings-form/settings-form'
import type { Problems } from '@/app/ui/settings-form/validation'
import { type Asked, type ConnectorMethod, hasFields } from './connector-form'

type Props = {
  methods: readonly ConnectorMethod[]
  method: ConnectorMethod | undefined
  asked: Asked
  config: Values
  secrets: Values
  configProblems: Problems
  secretProblems: Problems
  configTags?: Record<string, FieldTag>
  onMethod: (id: string) => void
  onConfig: (config: Values) => void
  onSecrets: (secrets: Values) => void
  secretHint?: SettingsFormProps['secretHint']
  disabled?: boolean
  /** The way to sign in is not to be changed here. */
  methodFixed?: boolean
  /** No secret is to be entered: a stored one is used. */
  secretGiven?: boolean
}

/** How does the hub sign in, and with what? Secret fields start empty, whatever is stored or was used before. */
export function CredentialsFields(props: Props) {
  const { methods, method, asked, config, secrets, disabled = false, methodFixed = false } = props
  const { secretGiven = false } = props
  const hasNothing = !hasFields(asked.account) && !hasFields(asked.secrets)
  return (
    <div className="grid min-w-0 gap-6">
      {methods.length > 1 && !methodFixed && (
        <RadioGroup
          legend="How should inthub sign in?"
          name="method"
          value={method?.id ?? ''}
          onValueChange={props.onMethod}
          options={methods.map(({ id, title }) => ({ value: id, label: title, disabled }))}
        />
      )}
      {method?.help && <p className="max-w-[60ch] text-text-2">{method.help}</p>}
      {hasNothing && !method?.help && <p className="text-text-2">Nothing to enter: this way needs no credential.</p>}
      {hasFields(asked.account) && (
        <SettingsForm
          idPrefix="account"
          schema={asked.account}
          values={config}
          problems={props.configProblems}
          {...(props.configTags && { tags: props.configTags })}
          disabled={disabled}
          onChange={(values) => props.onConfig({ ...config, ...values })}
        />
      )}
      {hasFields(asked.secrets) && !secretGiven && (
        <SettingsForm
          key={method?.id}
          idPrefix="secrets"
          schema={asked.secrets}
          values={secrets}
          problems={props.secretProblems}
          disabled={disabled}
          onChange={props.onSecrets}
          {...(props.secretHint && { secretHint: props.secretHint })}
        />
      )}
      {method && method.scopes.length > 0 && <Scopes scopes={method.scopes} />}
    </div>
  )
}

function Scopes({ scopes }: { scopes: readonly string[] }) {
  return (
    <section aria-labelledby="scopes-heading" className="rounded-card border border-border p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="scopes-heading" className="font-medium">
          Rights the credential needs
        </h3>
        <CopyButton value={scopes.join(' ')} label="Copy list" />
      </div>
      <ul className="mt-2 flex flex-wrap gap-1.5">
        {scopes.map((scope) => (
          <li key={scope}>
            <code className="rounded-[4px] bg-unk-bg px-1.5 py-0.5">{scope}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
