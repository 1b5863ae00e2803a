'use client'

import { createContext, useContext } from 'react'
import type { SettingsFormProps } from './settings-form'

/** What fields need beside their schema; by context, since the library redraws a field only when its value changes. */
export type Around = Pick<SettingsFormProps, 'problems' | 'tags' | 'secretHint' | 'offered'>

export const AroundContext = createContext<Around>({})

/** Ties a control to the hint and the problem that stand around it: their ids follow from its own. */
export function useFieldAria(id: string, name: string, hasHint: boolean) {
  const problem = useContext(AroundContext).problems?.[name]
  const describedBy = [hasHint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ')
  return {
    id,
    ...(describedBy && { 'aria-describedby': describedBy }),
    ...(problem && { 'aria-invalid': true as const }),
  }
}
