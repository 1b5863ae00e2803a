'use client'

import type { StartingProfileFragment, SuggestQuery } from '@/app/generated/graphql'
import { RadioGroup } from '@/app/ui/field'
import { StarIcon } from '@/app/ui/icons'
import { RelativeTime } from '@/app/ui/time'
import { endpointIn } from '../connector-form'

export type LastUsed = NonNullable<SuggestQuery['suggestIntegration']['lastUsed']>

type Props = {
  lastUsed: LastUsed | null
  /** Of this type and place. */
  profiles: readonly StartingProfileFragment[]
  /** What stands for the endpoint where the settings name none, such as the title of a fixed place. */
  placeTitle: string
  /** `last`, `blank` or the id of a profile. */
  start: string
  onStart: (start: string) => void
}

/** With which settings? */
export function StepStart({ lastUsed, profiles, placeTitle, start, onStart }: Props) {
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
  const named = profiles.map((profile) => ({
    value: profile.id,
    label: (
      <span className="inline-flex items-center gap-1.5 font-medium wrap-anywhere">
        {profile.isDefault && <StarIcon className="size-4 fill-current text-accent" label="Default:" />}
        {profile.name}
      </span>
    ),
    hint: <ProfileHint profile={profile} placeTitle={placeTitle} />,
  }))
  const hasAny = lastUsed !== null || profiles.length > 0
  const blank = {
    value: 'blank',
    label: <span className="font-medium">Blank</span>,
    hint: hasAny ? 'Every field empty or at its default.' : 'Nothing of this kind was connected before.',
  }
  return (
    <div className="grid max-w-xl gap-3">
      <RadioGroup
        legend="Start from"
        legendHidden
        name="start"
        tiles
        value={start}
        onValueChange={onStart}
        options={[...(last ? [last] : []), ...named, blank]}
      />
      <p className="text-text-2">Settings are reused. Secrets are not.</p>
    </div>
  )
}

function ProfileHint({ profile, placeTitle }: { profile: StartingProfileFragment; placeTitle: string }) {
  const { description, config, lastUsedAt, problems } = profile
  return (
    <>
      <span className="break-all text-text">{endpointIn(config) ?? placeTitle}</span>
      {description && `, ${description}`}
      {lastUsedAt && (
        <>
          , used <RelativeTime at={lastUsedAt} inert />
        </>
      )}
      {problems.length > 0 && <span className="text-warn">. Some of it does not fit any more.</span>}
    </>
  )
}
