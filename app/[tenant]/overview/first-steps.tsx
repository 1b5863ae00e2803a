'use client'

import Link from 'next/link'
import { useMay, useTenant } from '@/app/lib/tenant'
import { BrandMark } from '@/app/ui/brand-mark'
import { LinkButton } from '@/app/ui/button'
import { EmptyState } from '@/app/ui/feedback'
import { PlusIcon } from '@/app/ui/icons'

export type StartingPoint = { type: string; instance: string; title: string; name: string }

const mostTiles = 6

/** What a tenant without integrations sees: the ways to begin. */
export function FirstSteps({ points }: { points: readonly StartingPoint[] }) {
  const { slug } = useTenant()
  const mayConnect = useMay('integrations:write')
  if (!mayConnect) {
    return (
      <EmptyState title="Nothing is connected yet">
        When somebody with the role operator connects a service, its health shows here.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Connect your first service"
      action={
        <LinkButton variant="primary" href={`/${slug}/integrations/new`} icon={<PlusIcon />} shortcut="n">
          Connect a service
        </LinkButton>
      }
    >
      <p>Its health is checked from then on, and every change shows here within seconds.</p>
      <ul className="mx-auto mt-6 mb-2 grid max-w-xl gap-3 text-left text-text sm:grid-cols-2">
        {points.slice(0, mostTiles).map((point) => (
          <li key={`${point.type} ${point.instance}`}>
            <Link
              prefetch={false}
              href={`/${slug}/integrations/new?type=${encodeURIComponent(point.type)}&instance=${encodeURIComponent(point.instance)}`}
              className="flex h-full items-center gap-3 rounded-card border border-border bg-raised p-3 transition-colors duration-(--out) hover:border-control"
            >
              <BrandMark type={point.type} instance={point.instance} name={point.name} />
              <span className="min-w-0">
                <span className="block font-medium">{point.title}</span>
                {point.name !== point.title && (
                  <span className="block truncate text-meta text-text-2">{point.name}</span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}
