'use client'

import { formatSpan } from '@/app/lib/format'
import { Select } from '@/app/ui/field'

const choices = [10, 30, 60, 300, 900, 3600, 21_600, 86_400]
export const usualInterval = 300

type Props = Omit<Parameters<typeof Select>[0], 'value' | 'onChange' | 'children'> & {
  seconds: number
  onSecondsChange: (seconds: number) => void
}

/** How often the health is checked; a value set elsewhere stays choosable. */
export function IntervalSelect({ seconds, onSecondsChange, ...rest }: Props) {
  const shown = choices.includes(seconds) ? choices : [...choices, seconds].sort((a, b) => a - b)
  return (
    <Select {...rest} value={seconds} onChange={(event) => onSecondsChange(Number(event.target.value))}>
      {shown.map((choice) => (
        <option key={choice} value={choice}>
          every {formatSpan(choice * 1000)}
          {choice === usualInterval ? ' (usual)' : ''}
        </option>
      ))}
    </Select>
  )
}
