'use client'

import { useMutation } from '@apollo/client/react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { WebhookEndpointsQuery as EndpointsData, WebhookEndpointsQueryVariables } from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { usePace } from '@/app/lib/pace'
import { explained, sentence } from '@/app/lib/submit'
import { useMay, useTenant } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { ConfirmDialog } from '@/app/ui/dialog'
import { EmptyState } from '@/app/ui/feedback'
import { PlusIcon } from '@/app/ui/icons'
import { useToast } from '@/app/ui/toast'
import { ReadOnly } from '../settings/read-only'
import { EndpointDialog } from './endpoint-dialog'
import { type Endpoint, type EndpointAct, EndpointTable } from './endpoint-table'
import {
  DeleteEndpointMutation,
  DisableEndpointMutation,
  EnableEndpointMutation,
  EndpointsQuery,
  RotateSecretMutation,
  TestEndpointMutation,
} from './queries'
import { type ShownOnce, ShownOnceDialog } from './shown-once'

type Asked = { act: EndpointAct; endpoint: Endpoint }
/** Figures of the last day change with every delivery, which is told to nobody but who looks at one endpoint. */
const pace = [{ enabled: true, intervalSeconds: 10 }]

export function Endpoints({ seed }: { seed: Seed<EndpointsData, WebhookEndpointsQueryVariables> }) {
  const mayChange = useMay('webhooks:write')
  const { data, refetch } = useSeededQuery(EndpointsQuery, seed)
  usePace(refetch, pace)
  const [isCreating, setCreating] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [shown, setShown] = useState<ShownOnce | null>(null)
  const about = (act: EndpointAct) => (asked?.act === act ? asked.endpoint : null)
  const close = () => setAsked(null)
  const acts = useActs(refetch)
  const onAsk = (act: EndpointAct, endpoint: Endpoint) => {
    if (act === 'test') void acts.test(endpoint)
    else if (act === 'switch') void acts.toggle(endpoint)
    else setAsked({ act, endpoint })
  }
  const onSaved = async (endpoint: Endpoint, secret: string | null) => {
    await refetch()
    setCreating(false)
    close()
    if (secret) setShown(secretOf(endpoint.name, secret))
  }
  const create = (
    <Button variant="primary" size="sm" icon={<PlusIcon />} onClick={() => setCreating(true)}>
      Add endpoint
    </Button>
  )
  return (
    <Section title="Endpoints" aside={mayChange && data.webhookEndpoints.length > 0 && create}>
      {!mayChange && <ReadOnly to="add, change or test one" permission="webhooks:write" />}
      {data.webhookEndpoints.length === 0 ? (
        <EmptyState title="No endpoints yet" action={mayChange && create}>
          An endpoint is an address of yours that is told of events, signed and until it answers. To see events on your
          own machine: <code>inthub webhook listen http://localhost:3000/hooks</code>
        </EmptyState>
      ) : (
        <EndpointTable endpoints={data.webhookEndpoints} mayChange={mayChange} onAsk={onAsk} />
      )}
      <EndpointDialog open={isCreating} endpoint={null} onClose={() => setCreating(false)} onSaved={onSaved} />
      <EndpointDialog open={about('edit') !== null} endpoint={about('edit')} onClose={close} onSaved={onSaved} />
      <RotateDialog endpoint={about('rotate')} onClose={close} onShown={setShown} />
      <DeleteDialog endpoint={about('delete')} onClose={close} onDeleted={refetch} />
      <ShownOnceDialog shown={shown} onClose={() => setShown(null)} />
    </Section>
  )
}

const secretOf = (name: string, value: string, after?: string): ShownOnce => ({
  title: `Secret of "${name}"`,
  values: [{ label: 'Secret', value }],
  after: after ?? 'The receiver checks the signature of each delivery with it, as Standard Webhooks has it.',
})

function useActs(refetch: () => Promise<unknown>) {
  const { slug } = useTenant()
  const router = useRouter()
  const toast = useToast()
  const [enable] = useMutation(EnableEndpointMutation)
  const [disable] = useMutation(DisableEndpointMutation)
  const [sendTest] = useMutation(TestEndpointMutation)
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act()
    } catch (error) {
      toast.problem('Nothing was changed', sentence(troubleOf(error)))
    }
  }
  return {
    toggle: ({ id, name, enabled }: Endpoint) =>
      attempt(async () => {
        await (enabled ? disable : enable)({ variables: { id } })
        toast.done(enabled ? `${name} is disabled; what happens from now on is not for it` : `${name} is enabled`)
        await refetch()
      }),
    test: ({ id }: Endpoint) =>
      attempt(async () => {
        const { data } = await sendTest({ variables: { id } })
        if (data) router.push(`/${slug}/webhooks/deliveries/${data.testWebhookEndpoint.webhookDelivery.id}`)
      }),
  }
}

type About = { endpoint: Endpoint | null; onClose: () => void }

function RotateDialog({ endpoint, onClose, onShown }: About & { onShown: (shown: ShownOnce) => void }) {
  const [rotate] = useMutation(RotateSecretMutation, { fetchPolicy: 'no-cache' })
  const confirm = async () => {
    if (!endpoint) return
    const { data } = await explained(rotate({ variables: { id: endpoint.id } }))
    if (data) {
      const until = 'For a day the old secret signs, too, so that the receiver can be changed without missing anything.'
      onShown(secretOf(endpoint.name, data.rotateWebhookSecret.secret, until))
    }
  }
  return (
    <ConfirmDialog
      open={endpoint !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Give "${endpoint?.name ?? ''}" a new secret?`}
      description="Deliveries are signed with both secrets for a day, then with the new one only."
      confirmLabel="Rotate secret"
      onConfirm={confirm}
    />
  )
}

function DeleteDialog({ endpoint, onClose, onDeleted }: About & { onDeleted: () => Promise<unknown> }) {
  const [remove] = useMutation(DeleteEndpointMutation)
  const toast = useToast()
  const confirm = async () => {
    if (!endpoint) return
    await explained(remove({ variables: { id: endpoint.id } }))
    toast.done(`The endpoint "${endpoint.name}" was deleted`)
    await onDeleted()
  }
  return (
    <ConfirmDialog
      open={endpoint !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Delete "${endpoint?.name ?? ''}"?`}
      description="Its secret is destroyed, and what was not delivered to it yet never will be."
      confirmLabel="Delete endpoint"
      onConfirm={confirm}
    />
  )
}
