'use client'

import type { Values } from '@/app/ui/settings-form/schema'
import { SettingsForm } from '@/app/ui/settings-form/settings-form'
import type { Problems } from '@/app/ui/settings-form/validation'
import { type Asked, hasFields } from '../connector-form'
import { tagsFor } from './tags'

type Props = {
  placeTitle: string
  asked: Asked
  config: Values
  base: Values
  /** What is said at a value of the base. */
  from: string
  problems: Problems
  onConfig: (config: Values) => void
}

/** Where is it? Drawn from what the connector asks for. */
export function StepSettings({ placeTitle, asked, config, base, from, problems, onConfig }: Props) {
  if (!hasFields(asked.place)) {
    return (
      <p className="max-w-[60ch] text-text-2">
        {placeTitle} is always at the same address: nothing to set here. Go on with the credentials.
      </p>
    )
  }
  return (
    <div className="max-w-xl">
      <SettingsForm
        idPrefix="config"
        schema={asked.place}
        values={config}
        problems={problems}
        tags={tagsFor(asked.place, { config, base, from, onConfig })}
        onChange={(values) => onConfig({ ...config, ...values })}
      />
    </div>
  )
}
