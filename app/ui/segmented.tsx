'use client'

import type { ReactNode } from 'react'
import { cx } from './cx'

export type Segment<T extends string> = {
  value: T
  label: string
  icon?: ReactNode
}
export type SegmentedProps<T extends string> = {
  label: string
  value: T
  onValueChange: (value: T) => void
  segments: readonly Segment<T>[]
}

/** A choice of few ways to look at the same thing. */
export function Segmented<T extends string>({ label, value, onValueChange, segments }: SegmentedProps<T>) {
  return (
    <fieldset className="inline-flex h-8 rounded-control border border-control/60 bg-raised p-0.5" aria-label={label}>
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          aria-pressed={segment.value === value}
          onClick={() => onValueChange(segment.value)}
          className={cx(
            'inline-flex items-center gap-1.5 rounded-[4px] px-2 text-dense font-medium transition-colors duration-(--out)',
            segment.value === value ? 'bg-unk-bg text-text' : 'text-text-2 hover:text-text',
          )}
        >
          {segment.icon}
          {segment.label}
        </button>
      ))}
    </fieldset>
  )
}
