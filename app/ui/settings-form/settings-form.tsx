'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { Skeleton } from '../feedback'
import type { SettingsSchema, Values } from './schema'
import type { Problems } from './validation'

/** What stands at the end of a field's label: where the value comes from, and the way back. */
export type FieldTag = { word: string; onReset?: (() => void) | undefined }

export type SettingsFormProps = {
  schema: SettingsSchema
  values: Values
  onChange: (values: Values) => void
  problems?: Problems
  tags?: Record<string, FieldTag>
  /** In front of the ids of the inputs, so that two forms may stand on a page. */
  idPrefix: string
  disabled?: boolean
  /** What a secret field says while it is empty, such as that one is stored. */
  secretHint?: (name: string) => ReactNode
  /** Values to choose from, by field; others can be typed all the same. */
  offered?: Record<string, readonly Offer[]>
}

export type Offer = { id: string; name: string }

/** Fields drawn from a JSON Schema. Its library comes only where a form is shown. */
export const SettingsForm = dynamic<SettingsFormProps>(
  () => import('./drawn-form').then(({ DrawnForm }) => DrawnForm),
  { loading: Waiting },
)

function Waiting() {
  return (
    <div className="grid gap-4" aria-busy="true">
      <Skeleton className="h-14" />
      <Skeleton className="h-14" />
    </div>
  )
}
