'use client'

import { useMutation, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import type { InboundQuery } from '@/app/generated/graphql'
import { formatBytes, formatJson } from '@/app/lib/format'
import { sentence } from '@/app/lib/submit'
import { useMay } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { EmptyState, ErrorState, Notice, Skeleton } from '@/app/ui/feedback'
import { RefreshCwIcon } from '@/app/ui/icons'
import { SidePanel } from '@/app/ui/side-panel'
import { StateIcon } from '@/app/ui/state-icon'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time'
import { useToast } from '@/app/ui/toast'
import { InboundDeliveryQuery, ReplayInboundMutation } from './queries'

type Delivery = InboundQuery['inboundDeliveries']['edges'][number]['node']
type Props = { deliveries: readonly Delivery[]; onReplayed: () => Promise<unknown> }

const words = { RECEIVED: 'received', PROCESSED: 'processed', FAILED: 'failed', REFUSED: 'refused' } as const
const shapes = { RECEIVED: 'CHECKING', PROCESSED: 'HEALTHY', FAILED: 'UNHEALTHY', REFUSED: 'DISABLED' } as const

/** What came in, what was refused among it. A row opens what was sent. */
export function InboundDeliveries({ deliveries, onReplayed }: Props) {
  const [open, setOpen] = useState<Delivery | null>(null)
  return (
    <Section title="What came in">
      {deliveries.length === 0 ? (
        <EmptyState title="Nothing came in yet">Each webhook of a provider stands here, with its body.</EmptyState>
      ) : (
        <Table label="Inbound deliveries" className="min-w-3xl">
          <thead>
            <tr>
              <Th>Topic</Th>
              <Th>State</Th>
              <Th>Integration</Th>
              <Th>Proof</Th>
              <Th>Size</Th>
              <Th>Received</Th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((delivery) => (
              <Row key={delivery.id} delivery={delivery} onOpen={setOpen} />
            ))}
          </tbody>
        </Table>
      )}
      <SidePanel
        open={open !== null}
        onOpenChange={(next) => !next && setOpen(null)}
        title={open?.topic ?? open?.type ?? 'Webhook'}
      >
        {open && <Details delivery={open} onReplayed={onReplayed} />}
      </SidePanel>
    </Section>
  )
}

function Row({ delivery, onOpen }: { delivery: Delivery; onOpen: (delivery: Delivery) => void }) {
  const { topic, type, state, integration, verified, scheme, reason, bodyBytes, recovered, replays, receivedAt } =
    delivery
  return (
    <Tr>
      <Td>
        <button
          type="button"
          onClick={() => onOpen(delivery)}
          className="text-left font-medium wrap-anywhere hover:underline"
        >
          {topic ?? type ?? 'unknown'}
        </button>
      </Td>
      <Td>
        <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <StateIcon state={shapes[state]} silent className="size-3.5" />
          {words[state]}
        </span>
        {(recovered || replays > 0) && (
          <span className="block text-meta text-text-2">
            {[recovered && 'recovered', replays > 0 && `replayed ${replays}×`].filter(Boolean).join(', ')}
          </span>
        )}
      </Td>
      <Td className="wrap-anywhere">{integration?.slug ?? <span className="text-text-2">deleted</span>}</Td>
      <Td>{verified ? scheme?.replaceAll('_', ' ') : <span className="text-text-2">{reason ?? 'none'}</span>}</Td>
      <Td className="tabular whitespace-nowrap">{formatBytes(bodyBytes)}</Td>
      <Td className="whitespace-nowrap">
        <RelativeTime at={receivedAt} />
      </Td>
    </Tr>
  )
}

function Details({ delivery, onReplayed }: { delivery: Delivery; onReplayed: () => Promise<unknown> }) {
  const { data, error, refetch } = useQuery(InboundDeliveryQuery, { variables: { id: delivery.id } })
  if (error) return <ErrorState compact trouble={troubleOf(error)} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-40 w-full" />
  const { method, query, headers, text, truncated } = data.inboundDelivery.content
  return (
    <div className="grid gap-5">
      <Replay delivery={delivery} onReplayed={onReplayed} />
      <p className="font-mono text-dense break-all">
        {method} {query && `?${query}`}
      </p>
      <dl aria-label="Headers" className="grid gap-1 text-dense">
        {headers.map(({ name, value }) => (
          <div key={name}>
            <dt className="inline font-mono text-text-2">{name}: </dt>
            <dd className="inline font-mono break-all">{value}</dd>
          </div>
        ))}
      </dl>
      {text === null ? (
        <Notice tone="unk">The body is no text, or longer than a mebibyte. REST gives it as it came.</Notice>
      ) : (
        <pre className="rounded-card border border-border bg-surface p-3 font-mono text-dense break-words whitespace-pre-wrap">
          {formatJson(text)}
        </pre>
      )}
      {truncated && <p className="text-meta text-text-2">Of a refused webhook only the beginning is kept.</p>}
    </div>
  )
}

function Replay({ delivery, onReplayed }: { delivery: Delivery; onReplayed: () => Promise<unknown> }) {
  const mayReplay = useMay('webhooks:write')
  const toast = useToast()
  const [pending, setPending] = useState(false)
  const [replay] = useMutation(ReplayInboundMutation)
  if (!mayReplay || delivery.state === 'REFUSED') return null
  const run = async () => {
    setPending(true)
    try {
      await replay({ variables: { id: delivery.id } })
      toast.done('It is told of again')
      await onReplayed()
    } catch (error) {
      toast.problem('It was not told of again', sentence(troubleOf(error)))
    } finally {
      setPending(false)
    }
  }
  return (
    <Button
      size="sm"
      className="justify-self-start"
      icon={<RefreshCwIcon />}
      pending={pending}
      onClick={() => void run()}
    >
      Replay
    </Button>
  )
}
