'use client'

import { useMutation } from '@apollo/client/react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import type {
  WebhookDeliveriesQuery as DeliveriesData,
  WebhookDeliveriesQueryVariables,
  WebhookDeliveryFilter,
} from '@/app/generated/graphql'
import { plural } from '@/app/lib/format'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { usePace } from '@/app/lib/pace'
import { explained } from '@/app/lib/submit'
import { useMay, useTenant } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { ConfirmDialog } from '@/app/ui/dialog'
import { EmptyState } from '@/app/ui/feedback'
import { Field, Input, Select } from '@/app/ui/field'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time'
import { useToast } from '@/app/ui/toast'
import { DeliveryState, deliveryStates, deliveryWords } from '../endpoint-state'
import { DeliveriesQuery, ReplayDeliveriesMutation } from '../queries'
import { searchOf } from './filter'

type Delivery = DeliveriesData['webhookDeliveries']['edges'][number]['node']
const pace = [{ enabled: true, intervalSeconds: 10 }]
const nothing = async () => undefined

/** What was and is sent, the newest first. */
export function Deliveries({ seed }: { seed: Seed<DeliveriesData, WebhookDeliveriesQueryVariables> }) {
  const { data, refetch, fetchMore } = useSeededQuery(DeliveriesQuery, seed)
  const [isLonger, setLonger] = useState(false)
  // Reading the first page again would take the older ones off the screen.
  usePace(isLonger ? nothing : refetch, pace)
  const filter = seed.variables.filter ?? {}
  const { edges, pageInfo } = data.webhookDeliveries
  const more = () => {
    setLonger(true)
    return fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        ...next,
        webhookDeliveries: {
          ...next.webhookDeliveries,
          edges: [...before.webhookDeliveries.edges, ...next.webhookDeliveries.edges],
        },
      }),
    })
  }
  return (
    <Section title="Deliveries" aside={<ReplayFailed filter={filter} onReplayed={refetch} />}>
      <Filters filter={filter} endpoints={data.webhookEndpoints} />
      {edges.length === 0 ? (
        <EmptyState title={Object.keys(filter).length > 0 ? 'No delivery fits' : 'Nothing was sent yet'}>
          Each event that an endpoint is told of is a delivery, and stays here with every try.
        </EmptyState>
      ) : (
        <DeliveryTable deliveries={edges.map(({ node }) => node)} />
      )}
      {pageInfo.hasNextPage && (
        <Button className="mt-4" onClick={() => void more()}>
          Show more
        </Button>
      )}
    </Section>
  )
}

type FiltersProps = { filter: WebhookDeliveryFilter; endpoints: DeliveriesData['webhookEndpoints'] }

function Filters({ filter, endpoints }: FiltersProps) {
  const { slug } = useTenant()
  const router = useRouter()
  const go = (next: WebhookDeliveryFilter) => router.replace(`/${slug}/webhooks/deliveries${searchOf(next)}`)
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    go({ ...filter, text: String(new FormData(event.currentTarget).get('text') ?? '').trim() })
  }
  return (
    <search className="mb-4 grid gap-3 sm:grid-cols-3">
      <Field label="Endpoint">
        {(aria) => (
          <Select
            {...aria}
            value={filter.endpoint ?? ''}
            onChange={({ target }) => go({ ...filter, endpoint: target.value })}
          >
            <option value="">every endpoint</option>
            {endpoints.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="State">
        {(aria) => (
          <Select
            {...aria}
            value={filter.states?.[0] ?? ''}
            onChange={({ target }) => {
              const state = deliveryStates.find((each) => each === target.value)
              go({ ...filter, states: state ? [state] : [] })
            }}
          >
            <option value="">every state</option>
            {deliveryStates.map((state) => (
              <option key={state} value={state}>
                {deliveryWords[state]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <form onSubmit={search}>
        <Field label="Text" hint="Part of a type, a message or an answer; Enter searches.">
          {(aria) => <Input {...aria} name="text" type="search" defaultValue={filter.text ?? ''} />}
        </Field>
      </form>
    </search>
  )
}

function DeliveryTable({ deliveries }: { deliveries: readonly Delivery[] }) {
  return (
    <Table label="Webhook deliveries" className="min-w-3xl">
      <thead>
        <tr>
          <Th>Event</Th>
          <Th>State</Th>
          <Th>Endpoint</Th>
          <Th>Tries</Th>
          <Th>Answer</Th>
          <Th>Changed</Th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} />
        ))}
      </tbody>
    </Table>
  )
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { slug } = useTenant()
  const { id, eventType, state, endpoint, attempts, status, message, changedAt } = delivery
  return (
    <Tr>
      <Td>
        <Link href={`/${slug}/webhooks/deliveries/${id}`} className="font-medium wrap-anywhere hover:underline">
          {eventType}
        </Link>
      </Td>
      <Td>
        <DeliveryState state={state} />
      </Td>
      <Td className="wrap-anywhere">{endpoint?.name ?? <span className="text-text-2">deleted</span>}</Td>
      <Td className="tabular">{attempts}</Td>
      <Td className="max-w-80">
        {status ?? ''} <span className="text-text-2 wrap-anywhere">{message}</span>
      </Td>
      <Td className="whitespace-nowrap">
        <RelativeTime at={changedAt} />
      </Td>
    </Tr>
  )
}

type ReplayProps = { filter: WebhookDeliveryFilter; onReplayed: () => Promise<unknown> }

/** Sends again what came to the end of its schedule, of all that the filter shows. */
function ReplayFailed({ filter, onReplayed }: ReplayProps) {
  const mayReplay = useMay('webhooks:write')
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)
  const [replay] = useMutation(ReplayDeliveriesMutation)
  const confirm = async () => {
    const failed: WebhookDeliveryFilter = { ...filter, states: ['FAILED'] }
    const { data } = await explained(replay({ variables: { filter: failed } }))
    toast.done(`${plural(data?.replayWebhookDeliveries.count ?? 0, 'delivery', 'deliveries')} on the way again`)
    await onReplayed()
  }
  if (!mayReplay) return null
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        Replay failed…
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title="Send everything that failed again?"
        description="All that fits the endpoint and the text, with the same webhook-id, so that a receiver knows what it has already."
        confirmLabel="Replay"
        onConfirm={confirm}
      />
    </>
  )
}
