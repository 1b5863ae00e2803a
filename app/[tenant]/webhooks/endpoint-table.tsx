'use client'

import Link from 'next/link'
import type { WebhookEndpointsQuery } from '@/app/generated/graphql'
import { formatDuration, formatPercent } from '@/app/lib/format'
import { useTenant } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time'
import { EndpointState } from './endpoint-state'

export type Endpoint = WebhookEndpointsQuery['webhookEndpoints'][number]
export type EndpointAct = 'test' | 'edit' | 'switch' | 'rotate' | 'delete'
type Acts = { mayChange: boolean; onAsk: (act: EndpointAct, endpoint: Endpoint) => void }

export function EndpointTable({ endpoints, ...acts }: Acts & { endpoints: readonly Endpoint[] }) {
  return (
    <Table label="Webhook endpoints" className="min-w-4xl">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>State</Th>
          <Th>Events</Th>
          <Th>Last day</Th>
          <Th>Last failure</Th>
          {acts.mayChange && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {endpoints.map((endpoint) => (
          <EndpointRow key={endpoint.id} endpoint={endpoint} {...acts} />
        ))}
      </tbody>
    </Table>
  )
}

function EndpointRow({ endpoint, mayChange, onAsk }: Acts & { endpoint: Endpoint }) {
  const { slug } = useTenant()
  const { id, name, url, events, lastFailure, lastFailureAt } = endpoint
  return (
    <Tr>
      <Td>
        <Link
          href={`/${slug}/webhooks/deliveries?endpoint=${id}`}
          className="font-medium wrap-anywhere hover:underline"
          aria-label={`Deliveries to ${name}`}
        >
          {name}
        </Link>
        <span className="block text-meta text-text-2 wrap-anywhere">{url}</span>
      </Td>
      <Td>
        <EndpointState endpoint={endpoint} />
      </Td>
      <Td>
        <span className="flex flex-wrap gap-1">
          {events.map((pattern) => (
            <code key={pattern} className="rounded-control bg-surface px-1.5 py-0.5 text-meta wrap-anywhere">
              {pattern}
            </code>
          ))}
        </span>
      </Td>
      <Td className="tabular">
        <Figures endpoint={endpoint} />
      </Td>
      <Td className="max-w-64">
        {lastFailureAt ? (
          <>
            <RelativeTime at={lastFailureAt} />
            <span className="block text-meta text-text-2 wrap-anywhere">{lastFailure}</span>
          </>
        ) : (
          <span className="text-text-2">none</span>
        )}
      </Td>
      {mayChange && (
        <Td>
          <EndpointActs endpoint={endpoint} onAsk={onAsk} />
        </Td>
      )}
    </Tr>
  )
}

function Figures({ endpoint: { statistics } }: { endpoint: Endpoint }) {
  const { successRatio, latencyMsP95, waiting, exhausted } = statistics
  return (
    <>
      {successRatio === null ? <span className="text-text-2">nothing sent</span> : `${formatPercent(successRatio)} ok`}
      {latencyMsP95 !== null && <span className="text-text-2"> · p95 {formatDuration(latencyMsP95)}</span>}
      {(waiting > 0 || exhausted > 0) && (
        <span className="block text-meta text-text-2">
          {[waiting > 0 && `${waiting} waiting`, exhausted > 0 && `${exhausted} failed for good`]
            .filter(Boolean)
            .join(', ')}
        </span>
      )}
    </>
  )
}

function EndpointActs({ endpoint, onAsk }: { endpoint: Endpoint; onAsk: Acts['onAsk'] }) {
  const { name, enabled } = endpoint
  return (
    <div className="flex justify-end gap-1">
      {enabled && (
        <Button size="sm" onClick={() => onAsk('test', endpoint)} aria-label={`Send ${name} a test event`}>
          Test
        </Button>
      )}
      <Button size="sm" onClick={() => onAsk('edit', endpoint)} aria-label={`Edit ${name}`}>
        Edit
      </Button>
      <Button
        size="sm"
        onClick={() => onAsk('switch', endpoint)}
        aria-label={enabled ? `Disable ${name}` : `Enable ${name}`}
      >
        {enabled ? 'Disable' : 'Enable'}
      </Button>
      <Button size="sm" onClick={() => onAsk('rotate', endpoint)} aria-label={`Rotate the secret of ${name}`}>
        Rotate
      </Button>
      <Button size="sm" variant="danger" onClick={() => onAsk('delete', endpoint)} aria-label={`Delete ${name}`}>
        Delete
      </Button>
    </div>
  )
}
