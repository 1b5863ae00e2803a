'use client'

import { Switch as Base } from '@base-ui/react/switch'
import { type ReactNode, useId } from 'react'

export type SwitchProps = {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  disabled?: boolean
}

/** Takes effect at once; for what waits for "Save" use a Checkbox. */
export function Switch({ label, hint, checked, onCheckedChange, disabled = false }: SwitchProps) {
  const id = useId()
  return (
    <div className="flex min-h-6 items-start gap-2.5">
      <Base.Root
        id={id}
        nativeButton
        render={<button type="button" />}
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onCheckedChange={onCheckedChange}
        disabled={disabled}
        className="relative mt-px inline-flex h-5 w-9 shrink-0 rounded-full border border-control bg-unk-bg transition-colors duration-(--in) data-checked:border-accent data-checked:bg-accent data-disabled:opacity-55"
      >
        <Base.Thumb className="switch-thumb m-px size-4 rounded-full bg-control transition-transform duration-(--in) data-checked:translate-x-4 data-checked:bg-on-accent" />
      </Base.Root>
      <span className="min-w-0">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="block text-meta text-text-2">
            {hint}
          </span>
        )}
      </span>
    </div>
  )
}
