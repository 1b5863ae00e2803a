'use client'

import type { SuggestQuery } from '@/app/generated/graphql'
import { RadioGroup } from '@/app/ui/field'
import { RelativeTime } from '@/app/ui/time'
import { endpointIn } from '../connector-form'

export type LastUsed = NonNullable<SuggestQuery['suggestIntegration']['lastUsed']>

type Props = {
  lastUsed: LastUsed | null
  /** What stands for the endpoint where the settings name none, such as the title of a fixed place. */
  placeTitle: string
  start: 'last' | 'blank'
  onStart: (start: 'last' | 'blank') => void
}

/** With which settings? */
export function StepStart({ lastUsed, placeTitle, start, onStart }: Props) {
  const last = lastUsed && {
    value: 'last',
    label: <span className="font-medium">Last used settings</span>,
    hint: (
      <>
        <span className="break-all text-text">{endpointIn(lastUsed.config) ?? placeTitle}</span>, from{' '}
        {lastUsed.fromSlug}, <RelativeTime at={lastUsed.usedAt} inert />
      </>
    ),
  }
  const blank = {
    value: 'blank',
    label: <span className="font-medium">Blank</span>,
    hint: lastUsed ? 'Every field empty or at its default.' : 'Nothing of this kind was connected before.',
  }
  return (
    <div className="grid max-w-xl gap-3">
      <RadioGroup
        legend="Start from"
        legendHidden
        name="start"
        tiles
        value={start}
        onValueChange={(value) => onStart(value === 'last' ? 'last' : 'blank')}
        options={last ? [last, blank] : [blank]}
      />
      <p className="text-text-2">Settings are reused. Secrets are not.</p>
    </div>
  )
}
