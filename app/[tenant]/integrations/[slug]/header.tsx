'use client'

import Link from 'next/link'
import type { DetailIntegrationFragment } from '@/app/generated/graphql'
import { formatSpan } from '@/app/lib/format'
import { useStanding } from '@/app/lib/health-clock'
import { useTenant } from '@/app/lib/tenant'
import { BrandMark } from '@/app/ui/brand-mark'
import { CopyButton } from '@/app/ui/copy-button'
import type { State } from '@/app/ui/state'
import { StateChip } from '@/app/ui/state-icon'
import { RelativeTime } from '@/app/ui/time'
import { Actions } from './actions'

type Props = { integration: DetailIntegrationFragment }

function sentenceOf(state: State, { healthMessage, storedSecrets, enabled }: DetailIntegrationFragment): string {
  if (state === 'UNKNOWN' || state === 'CHECKING') return 'The first check is on its way.'
  if (state === 'STALE') return 'No result for two intervals: trouble on our side, not the service’s.'
  if (state === 'DISABLED') {
    return enabled || storedSecrets.length > 0
      ? 'Switched off: it is not checked.'
      : 'Switched off, nothing is checked.'
  }
  return healthMessage ?? ''
}

/** What it is, how it is, and what can be done about it. */
export function IntegrationHeader({ integration }: Props) {
  const state = useStanding(integration)
  const { integrationType, instance, name } = integration
  const stem = integrationType.instances.find(({ id }) => id === instance)?.slugStem ?? instance
  return (
    <header
      className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-4"
      data-integration={integration.slug}
      data-state={state}
    >
      <div className="flex min-w-0 flex-1 basis-80 items-start gap-4">
        <BrandMark type={integration.type} instance={stem} name={integration.name} size="lg" />
        <div className="min-w-0">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-title font-semibold tracking-[-0.01em] break-words">{name}</h1>
            <span role="status">
              <StateChip state={state} />
            </span>
          </div>
          <p className="mt-1 max-w-[72ch]">
            {sentenceOf(state, integration)}
            {integration.checkedAt && (
              <>
                {' '}
                <span className="whitespace-nowrap text-text-2">
                  · checked <RelativeTime at={integration.checkedAt} />
                </span>
              </>
            )}
          </p>
          <Subline integration={integration} />
        </div>
      </div>
      <Actions integration={integration} />
    </header>
  )
}

function Subline({ integration }: Props) {
  const tenant = useTenant()
  const { slug, id, integrationType, owner, environment, project, profile, intervalSeconds, labels } = integration
  const place = integrationType.instances.find((instance) => instance.id === integration.instance)
  const facts = [
    place?.title ?? integrationType.name,
    owner && `owner ${owner}`,
    environment?.name,
    !project.slug.startsWith('default') && project.name,
    `every ${formatSpan(intervalSeconds * 1000)}`,
  ].filter(Boolean)
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-dense text-text-2">
      <span>{facts.join(' · ')}</span>
      {profile && (
        <span data-profile={profile.id}>
          from the profile{' '}
          <Link href={`/${tenant.slug}/profiles/${profile.id}`} className="text-accent underline underline-offset-2">
            {profile.name}
          </Link>
        </span>
      )}
      <span className="inline-flex items-center">
        <code>{slug}</code>
        <CopyButton value={id} label="Copy the id" iconOnly title="Copy the id" />
      </span>
      {labels.map(({ key, value }) => (
        <span key={key} className="rounded-full border border-border px-2 text-meta">
          {key}: {value}
        </span>
      ))}
    </div>
  )
}
