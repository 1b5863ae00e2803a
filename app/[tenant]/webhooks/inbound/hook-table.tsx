'use client'

import Link from 'next/link'
import type { InboundQuery } from '@/app/generated/graphql'
import { useTenant } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { StateIcon } from '@/app/ui/state-icon'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time'

export type Hook = InboundQuery['inboundHooks']['edges'][number]['node']
type Acts = {
  mayChange: boolean
  onSwitch: (hook: Hook) => Promise<void>
  onAsk: (act: 'rotate' | 'delete', hook: Hook) => void
}

export function HookTable({ hooks, ...acts }: Acts & { hooks: readonly Hook[] }) {
  return (
    <Table label="Inbound hooks" className="min-w-4xl">
      <thead>
        <tr>
          <Th>Integration</Th>
          <Th>Hook</Th>
          <Th>Proof</Th>
          <Th>At the provider</Th>
          <Th>Last webhook</Th>
          {acts.mayChange && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {hooks.map((hook) => (
          <HookRow key={hook.id} hook={hook} {...acts} />
        ))}
      </tbody>
    </Table>
  )
}

function HookRow({ hook, mayChange, onSwitch, onAsk }: Acts & { hook: Hook }) {
  const { slug } = useTenant()
  const { integration, name, enabled, route, lastReceivedAt } = hook
  return (
    <Tr>
      <Td>
        {integration && (
          <Link
            href={`/${slug}/integrations/${integration.slug}`}
            className="font-medium wrap-anywhere hover:underline"
          >
            {integration.name}
          </Link>
        )}
      </Td>
      <Td>
        <span className="inline-flex items-center gap-1.5">
          <StateIcon state={enabled ? 'HEALTHY' : 'DISABLED'} silent className="size-3.5" />
          {name}
          {!enabled && <span className="text-meta text-text-2">(disabled)</span>}
        </span>
        {route && <span className="block text-meta text-text-2 wrap-anywhere">{route}</span>}
      </Td>
      <Td>
        <Proof hook={hook} />
      </Td>
      <Td>
        <AtProvider hook={hook} />
      </Td>
      <Td className="whitespace-nowrap">{lastReceivedAt ? <RelativeTime at={lastReceivedAt} /> : 'never'}</Td>
      {mayChange && (
        <Td>
          <div className="flex justify-end gap-1">
            <Button
              size="sm"
              onClick={() => void onSwitch(hook)}
              aria-label={enabled ? `Disable ${name}` : `Enable ${name}`}
            >
              {enabled ? 'Disable' : 'Enable'}
            </Button>
            <Button size="sm" onClick={() => onAsk('rotate', hook)} aria-label={`Rotate the secret of ${name}`}>
              Rotate
            </Button>
            <Button size="sm" variant="danger" onClick={() => onAsk('delete', hook)} aria-label={`Delete ${name}`}>
              Delete
            </Button>
          </div>
        </Td>
      )}
    </Tr>
  )
}

/** How a sender is proven; a waiver and a weak proof stay visible. */
function Proof({ hook: { schemes, isWeak, weakness, waiver } }: { hook: Hook }) {
  const words = schemes.map((scheme) => scheme.replaceAll('_', ' ')).join(', ')
  if (!waiver && !isWeak) return <>{words}</>
  return (
    <span className="flex items-start gap-1.5 text-warn">
      <StateIcon state="DEGRADED" silent className="mt-0.5 size-3.5" />
      <span className="wrap-anywhere">
        {waiver ? `not verified, allowed by ${waiver.by}: ${waiver.reason}` : `${words}: ${weakness ?? 'weak'}`}
      </span>
    </span>
  )
}

const providerWords = {
  ACTIVE: 'switched on',
  FAILING: 'its last deliveries failed',
  SWITCHED_OFF: 'switched off there',
  MISSING: 'not there any more',
  UNKNOWN: 'not looked at yet',
} as const
const providerShapes = {
  ACTIVE: 'HEALTHY',
  FAILING: 'DEGRADED',
  SWITCHED_OFF: 'UNHEALTHY',
  MISSING: 'UNHEALTHY',
  UNKNOWN: 'UNKNOWN',
} as const

function AtProvider({ hook: { registration } }: { hook: Hook }) {
  if (!registration) return <span className="text-text-2">entered by hand</span>
  return (
    <>
      <span className="inline-flex items-center gap-1.5">
        <StateIcon state={providerShapes[registration.state]} silent className="size-3.5" />
        {providerWords[registration.state]}
      </span>
      <span className="block text-meta text-text-2 wrap-anywhere">{registration.message ?? registration.target}</span>
    </>
  )
}
