'use client'

import type { ReactNode } from 'react'
import { read } from '@/app/lib/submit'
import { Field, Input } from '@/app/ui/field'

type SlugFieldProps = {
  problem: string | undefined
  hint: ReactNode
  value?: string | undefined
  onValueChange?: (value: string) => void
  optional?: boolean
  disabled?: boolean
}

/** The short name that stands in addresses, commands and files. */
export function SlugField({ problem, hint, value, onValueChange, optional = false, disabled = false }: SlugFieldProps) {
  return (
    <Field label="Slug" hint={hint} problem={problem} optional={optional}>
      {(aria) => (
        <Input
          {...aria}
          name="slug"
          mono
          defaultValue={value}
          onChange={(event) => onValueChange?.(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={48}
          required={!optional}
          disabled={disabled}
        />
      )}
    </Field>
  )
}

const form = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** What is wrong with what was typed; the hub knows which ones are taken. */
export function slugProblem(data: FormData, { optional = false } = {}): string | undefined {
  const slug = read(data, 'slug')
  if (slug === '') return optional ? undefined : 'Enter a slug.'
  return form.test(slug) ? undefined : 'Use small letters, digits and single hyphens between them, such as payments-eu.'
}
