'use client'

import { useState } from 'react'
import { type Problems, read } from '@/app/lib/submit'
import { Field, Input, Select } from '@/app/ui/field'
import { expiryOf, lifetimes } from './lifetimes'

/** When a key ends. `keep` offers to leave the end as it is. */
export function ExpiryField({ problems, keep }: { problems: Problems; keep?: string | undefined }) {
  const [choice, setChoice] = useState<string>(keep ? 'keep' : '90')
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Expires">
        {(aria) => (
          <Select {...aria} name="expiry" value={choice} onChange={(event) => setChoice(event.target.value)}>
            {keep && <option value="keep">{keep}</option>}
            {lifetimes
              .filter(({ value }) => !keep || value !== 'never')
              .map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
          </Select>
        )}
      </Field>
      {choice === 'date' && (
        <Field label="Last day" problem={problems.date}>
          {(aria) => <Input {...aria} name="date" type="date" required />}
        </Field>
      )}
    </div>
  )
}

/** The chosen end as the hub takes it; absent when it stays as it is or never comes. */
export function readExpiry(form: FormData): { expiresAt?: string } {
  const choice = read(form, 'expiry')
  const expiresAt = choice === 'keep' ? null : expiryOf(choice, read(form, 'date'), Date.now())
  return expiresAt ? { expiresAt } : {}
}

export function expiryProblem(form: FormData): string | undefined {
  const choice = read(form, 'expiry')
  const isWrong = choice === 'date' && expiryOf(choice, read(form, 'date'), Date.now()) === undefined
  return isWrong ? 'Choose a day that is still to come.' : undefined
}
