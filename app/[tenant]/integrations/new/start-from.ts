import type { StartingProfileFragment } from '@/app/generated/graphql'
import { defaultsOf, type Values } from '@/app/ui/settings-form/schema'
import { askedBy, methodsAt } from '../connector-form'
import type { LastUsed } from './step-start'
import type { Choice } from './submission'
import type { WizardEvent } from './wizard-state'

/** What a draft can start with: a profile, the settings of the last use, or every field at its default. */
export type Offered = { lastUsed: LastUsed | null; profiles: readonly StartingProfileFragment[] }

type Beginning = { method: string; config: Values; profile: StartingProfileFragment | null }

function beginningOf(start: string, { lastUsed, profiles }: Offered): Beginning | null {
  if (start === 'last') return lastUsed && { method: lastUsed.method, config: lastUsed.config, profile: null }
  const profile = profiles.find(({ id }) => id === start)
  return profile ? { method: profile.method, config: profile.config, profile } : null
}

/** The one the wizard was opened with, else the default profile, else what was used last, else nothing. */
export function usualStart({ lastUsed, profiles }: Offered, wanted: string | null): string {
  const named = profiles.find(({ id }) => id === wanted) ?? profiles.find(({ isDefault }) => isDefault)
  return named?.id ?? (lastUsed ? 'last' : 'blank')
}

export function startOf(choice: Choice, start: string, offered: Offered): WizardEvent {
  const { connector, instance, method } = choice
  const beginning = beginningOf(start, offered)
  const base = beginning?.config ?? {}
  const methods = connector ? methodsAt(connector, instance) : []
  const next = methods.find(({ id }) => id === beginning?.method) ?? method
  const { place, account } = askedBy(instance, next)
  const config = { ...defaultsOf(place), ...defaultsOf(account), ...base }
  const profile = beginning?.profile
  return {
    is: 'started',
    part: {
      start,
      startName: profile?.name ?? null,
      base,
      config,
      method: next?.id ?? null,
      ...(profile?.intervalSeconds && { intervalSeconds: profile.intervalSeconds }),
      ...(profile && { labels: profile.labels.map(({ key, value }) => ({ key, value })) }),
    },
  }
}
