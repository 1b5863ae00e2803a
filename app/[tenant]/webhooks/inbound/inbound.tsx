'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import type { InboundQuery as InboundData, InboundQueryVariables } from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { usePace } from '@/app/lib/pace'
import { explained, sentence } from '@/app/lib/submit'
import { useMay } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { ConfirmDialog } from '@/app/ui/dialog'
import { EmptyState } from '@/app/ui/feedback'
import { PlusIcon } from '@/app/ui/icons'
import { useToast } from '@/app/ui/toast'
import { ReadOnly } from '../../settings/read-only'
import { type ShownOnce, ShownOnceDialog } from '../shown-once'
import { HookDialog } from './hook-dialog'
import { type Hook, HookTable } from './hook-table'
import { InboundDeliveries } from './inbound-deliveries'
import { DeleteHookMutation, InboundQuery, RotateHookMutation, SwitchHookMutation } from './queries'

const pace = [{ enabled: true, intervalSeconds: 10 }]
const nothing = async () => undefined
type Issued = { url: string; secret: string | null; hook: { name: string } }

const shownOf = ({ url, secret, hook }: Issued): ShownOnce => ({
  title: `Hook "${hook.name}"`,
  values: [{ label: 'Address', value: url }, ...(secret ? [{ label: 'Secret', value: secret }] : [])],
  after: 'Enter both where the provider sends its webhooks. Whoever knows the address can try to send to it.',
})

/** What providers send: the hooks that take it, and what came through them. */
export function Inbound({ seed }: { seed: Seed<InboundData, InboundQueryVariables> }) {
  const mayChange = useMay('webhooks:write')
  const { data, refetch, fetchMore } = useSeededQuery(InboundQuery, seed)
  const [isLonger, setLonger] = useState(false)
  // Reading the first page again would take the older ones off the screen.
  usePace(isLonger ? nothing : refetch, pace)
  const [isCreating, setCreating] = useState(false)
  const [asked, setAsked] = useState<{ act: 'rotate' | 'delete'; hook: Hook } | null>(null)
  const [shown, setShown] = useState<ShownOnce | null>(null)
  const onSwitch = useSwitch()
  const hooks = data.inboundHooks.edges.map(({ node }) => node)
  const { edges, pageInfo } = data.inboundDeliveries
  const close = () => setAsked(null)
  const onIssued = async (issued: Issued) => {
    await refetch()
    setCreating(false)
    setShown(shownOf(issued))
  }
  const more = () => {
    setLonger(true)
    return fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        ...next,
        inboundDeliveries: {
          ...next.inboundDeliveries,
          edges: [...before.inboundDeliveries.edges, ...next.inboundDeliveries.edges],
        },
      }),
    })
  }
  const create = (
    <Button variant="primary" size="sm" icon={<PlusIcon />} onClick={() => setCreating(true)}>
      Add hook
    </Button>
  )
  return (
    <div className="grid gap-8">
      <Section title="Hooks" aside={mayChange && hooks.length > 0 && create}>
        {!mayChange && <ReadOnly to="add, change or delete one" permission="webhooks:write" />}
        {hooks.length === 0 ? (
          <EmptyState title="No hooks yet" action={mayChange && create}>
            A hook is an address for the webhooks of one integration's provider. Who sent a webhook is proven before it
            is accepted, and it is on the disk before the provider is answered.
          </EmptyState>
        ) : (
          <HookTable
            hooks={hooks}
            mayChange={mayChange}
            onSwitch={onSwitch}
            onAsk={(act, hook) => setAsked({ act, hook })}
          />
        )}
      </Section>
      <InboundDeliveries deliveries={edges.map(({ node }) => node)} onReplayed={refetch} />
      {pageInfo.hasNextPage && (
        <Button className="justify-self-start" onClick={() => void more()}>
          Show more
        </Button>
      )}
      <HookDialog open={isCreating} onClose={() => setCreating(false)} onIssued={onIssued} />
      <RotateDialog hook={asked?.act === 'rotate' ? asked.hook : null} onClose={close} onIssued={onIssued} />
      <DeleteDialog hook={asked?.act === 'delete' ? asked.hook : null} onClose={close} onDeleted={refetch} />
      <ShownOnceDialog shown={shown} onClose={() => setShown(null)} />
    </div>
  )
}

function useSwitch() {
  const toast = useToast()
  const [run] = useMutation(SwitchHookMutation)
  return async ({ id, name, enabled }: Hook) => {
    try {
      await run({ variables: { id, enabled: !enabled } })
      toast.done(enabled ? `${name} takes nothing any more` : `${name} takes webhooks again`)
    } catch (error) {
      toast.problem('Nothing was changed', sentence(troubleOf(error)))
    }
  }
}

type About = { hook: Hook | null; onClose: () => void }

function RotateDialog({ hook, onClose, onIssued }: About & { onIssued: (issued: Issued) => Promise<void> }) {
  const [rotate] = useMutation(RotateHookMutation, { fetchPolicy: 'no-cache' })
  const confirm = async () => {
    if (!hook) return
    const { data } = await explained(rotate({ variables: { id: hook.id } }))
    if (data) await onIssued(data.rotateInboundHookSecret)
  }
  return (
    <ConfirmDialog
      open={hook !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Give "${hook?.name ?? ''}" a new secret?`}
      description="The one before is valid until the first webhook that is signed with the new one."
      confirmLabel="Rotate secret"
      onConfirm={confirm}
    />
  )
}

function DeleteDialog({ hook, onClose, onDeleted }: About & { onDeleted: () => Promise<unknown> }) {
  const [remove] = useMutation(DeleteHookMutation)
  const toast = useToast()
  const confirm = async () => {
    if (!hook) return
    await explained(remove({ variables: { id: hook.id } }))
    toast.done(`The hook "${hook.name}" was deleted`)
    await onDeleted()
  }
  return (
    <ConfirmDialog
      open={hook !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Delete "${hook?.name ?? ''}"?`}
      description="Its address is dead at once and its secrets are destroyed. What came through it stays until it is too old."
      confirmLabel="Delete hook"
      onConfirm={confirm}
    />
  )
}
