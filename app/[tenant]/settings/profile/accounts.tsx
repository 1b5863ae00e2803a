'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { providerMark } from '@/app/entrance/provider-mark'
import { continueWith } from '@/app/entrance/sign-in'
import type { ProfileQuery as ProfileData } from '@/app/generated/graphql'
import { explained } from '@/app/lib/submit'
import { useTenant } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { ConfirmDialog } from '@/app/ui/dialog'
import { RelativeTime } from '@/app/ui/time'
import { useToast } from '@/app/ui/toast'
import type { Viewer } from './profile'
import { UnlinkAccountMutation } from './queries'

type Account = Viewer['accounts'][number]
type Provider = ProfileData['signInProviders'][number]
type AccountsProps = {
  accounts: readonly Account[]
  providers: readonly Provider[]
  onChanged: () => Promise<unknown>
}

const providerName = (id: string, providers: readonly Provider[]) =>
  providers.find((provider) => provider.id === id)?.name ?? (id === 'oidc' ? 'single sign-on' : id)

/** The providers' accounts that sign this person in, and the providers that could. */
export function Accounts({ accounts, providers, onChanged }: AccountsProps) {
  const [unlinking, setUnlinking] = useState<Account | null>(null)
  const [unlink] = useMutation(UnlinkAccountMutation)
  const toast = useToast()
  const open = providers.filter((provider) => !accounts.some((account) => account.provider === provider.id))
  const name = unlinking ? providerName(unlinking.provider, providers) : ''
  const confirm = async () => {
    if (!unlinking) return
    await explained(unlink({ variables: { id: unlinking.id } }))
    toast.done(`${name} does not sign you in any more`)
    await onChanged()
  }
  return (
    <Section title="Ways to sign in">
      <ul className="divide-y divide-border rounded-card border border-border bg-raised">
        <li className="px-4 py-3">
          <p className="font-medium">Link by e-mail</p>
          <p className="text-meta text-text-2">Always works: a link to your address, once, for 15 minutes.</p>
        </li>
        {accounts.map((account) => (
          <AccountRow
            key={account.id}
            account={account}
            name={providerName(account.provider, providers)}
            onUnlink={() => setUnlinking(account)}
          />
        ))}
        {open.map((provider) => (
          <ConnectRow key={provider.id} provider={provider} />
        ))}
      </ul>
      <ConfirmDialog
        open={unlinking !== null}
        onOpenChange={(isOpen) => !isOpen && setUnlinking(null)}
        title={`Disconnect ${name}${unlinking?.label ? ` (${unlinking.label})` : ''}?`}
        description="It cannot sign you in any more. A link by e-mail still does, and you can connect it again."
        confirmLabel={`Disconnect ${name}`}
        onConfirm={confirm}
      />
    </Section>
  )
}

function AccountRow({ account, name, onUnlink }: { account: Account; name: string; onUnlink: () => void }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      {providerMark(account.provider)}
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium wrap-anywhere">
          {name}
          {account.label && <span className="font-normal text-text-2"> as {account.label}</span>}
        </p>
        <p className="text-meta text-text-2">
          connected <RelativeTime at={account.createdAt} />
          {account.lastUsedAt && (
            <>
              , last used <RelativeTime at={account.lastUsedAt} />
            </>
          )}
        </p>
      </div>
      <Button size="sm" variant="danger" onClick={onUnlink} aria-label={`Disconnect ${name}`}>
        Disconnect
      </Button>
    </li>
  )
}

function ConnectRow({ provider }: { provider: Provider }) {
  const { slug } = useTenant()
  const [pending, setPending] = useState(false)
  const toast = useToast()
  const connect = () => {
    setPending(true)
    continueWith(provider.id, `/${slug}/settings`, { connect: '1' }).catch(() => {
      setPending(false)
      toast.problem(`${provider.name} could not be connected`, 'The hub did not answer. Try again.')
    })
  }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      {providerMark(provider.id)}
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">{provider.name}</p>
        <p className="text-meta text-text-2">
          Not connected. Sign in at {provider.host} once, and it signs you in here.
        </p>
      </div>
      <Button size="sm" onClick={connect} pending={pending} aria-label={`Connect ${provider.name}`}>
        Connect
      </Button>
    </li>
  )
}
