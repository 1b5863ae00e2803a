'use client'

import { providerMark } from '@/app/entrance/provider-mark'
import type { SignInSettingsQuery as SignInData } from '@/app/generated/graphql'
import { Section } from '@/app/ui/card'
import { useHydrated } from '@/app/ui/clock'
import { CopyButton } from '@/app/ui/copy-button'
import { StateIcon } from '@/app/ui/state-icon'
import { type Way, ways } from './ways'

type Provider = SignInData['signInProviders'][number]

/** How people get in, for whoever hosts the hub: what is on, and what it takes to switch on the rest. */
export function SignInSettings({ providers }: { providers: readonly Provider[] }) {
  return (
    <div className="grid gap-8">
      <Section title="Ways to sign in to this hub">
        <ul className="divide-y divide-border rounded-card border border-border bg-raised">
          <li className="flex flex-wrap items-start gap-x-6 gap-y-2 px-4 py-4">
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-medium">Link by e-mail</p>
              <p className="text-dense text-text-2">
                For every member. Without a mail server the link is printed on the console of the hub.
              </p>
            </div>
            <Mark on />
          </li>
          {ways.map((way) => (
            <WayRow key={way.id} way={way} provider={providers.find(({ id }) => id === way.id)} />
          ))}
        </ul>
        <p className="mt-2 max-w-[72ch] text-meta text-text-2">
          Providers are switched on by the environment of the hub and need a restart. Somebody joins by an invitation
          first; a provider's address counts only when the provider has verified it.
        </p>
      </Section>
    </div>
  )
}

function Mark({ on }: { on: boolean }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-1.5">
      <StateIcon state={on ? 'HEALTHY' : 'DISABLED'} silent />
      {on ? 'On' : 'Off'}
    </span>
  )
}

function WayRow({ way, provider }: { way: Way; provider: Provider | undefined }) {
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-3 px-4 py-4">
      <div className="grid min-w-0 flex-1 basis-64 gap-3">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {providerMark(way.id)}
          {provider?.name ?? way.name}
          {provider && <span className="font-normal text-text-2">at {provider.host}</span>}
        </p>
        <CallbackUrl way={way} />
        {!provider && <HowToSwitchOn way={way} />}
      </div>
      <Mark on={provider !== undefined} />
    </li>
  )
}

function CallbackUrl({ way }: { way: Way }) {
  // The server knows itself by one address, a browser by the one it came by: this is where it will come back to.
  const origin = useHydrated() ? window.location.origin : ''
  const url = `${origin}/api/auth/callback/${way.id}`
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-dense">
      <span className="text-text-2">Callback URL</span>
      <code className="min-w-0 wrap-anywhere">{url}</code>
      <CopyButton value={url} label={`Copy the callback URL of ${way.name}`} iconOnly />
    </div>
  )
}

function HowToSwitchOn({ way }: { way: Way }) {
  return (
    <div className="grid gap-1.5 text-dense">
      <p className="text-text-2">Register {way.register}. Then set and restart:</p>
      <ul className="grid gap-0.5">
        {way.variables.map((variable) => (
          <li key={variable}>
            <code className="wrap-anywhere">{variable}</code>
          </li>
        ))}
        {way.optional.map((variable) => (
          <li key={variable}>
            <code className="wrap-anywhere">{variable}</code> <span className="text-text-2">(if wanted)</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
