'use client'

import Link from 'next/link'
import { parseAsString, useQueryState } from 'nuqs'
import { useState } from 'react'
import { useMay, useTenant } from '@/app/lib/tenant'
import { cx } from '@/app/ui/cx'
import { EmptyState, Notice } from '@/app/ui/feedback'
import { SearchInput } from '@/app/ui/search-input'
import { useIntegration } from '../integration-context'
import { effects, effectTitles, type Operation } from './effect'
import { Chosen } from './operation-panel'

/** What the connector can do through this integration: one is chosen, filled in, and done. */
export function OperationsPage({ operations }: { operations: readonly Operation[] }) {
  const { integration } = useIntegration()
  const mayRun = useMay('integrations:execute')
  const [named, choose] = useQueryState('operation', parseAsString.withOptions({ history: 'push' }))
  const chosen = operations.find(({ id }) => id === named) ?? operations[0]
  if (!chosen) {
    return (
      <EmptyState title="No operations">
        The connector of {integration.name} has none. Its API can be called by path: over the API, the command line, or
        the proxy.
      </EmptyState>
    )
  }
  return (
    <div className="grid gap-6">
      {!mayRun && <Notice tone="unk">You may look. Running an operation needs the role operator.</Notice>}
      {mayRun && !integration.enabled && (
        <Notice tone="unk">The integration is disabled: operations are refused until it is enabled.</Notice>
      )}
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <OperationList operations={operations} chosen={chosen.id} onChoose={(id) => void choose(id)} />
        <Chosen key={chosen.id} operation={chosen} mayRun={mayRun && integration.enabled} />
      </div>
    </div>
  )
}

type ListProps = { operations: readonly Operation[]; chosen: string; onChoose: (id: string) => void }

function OperationList({ operations, chosen, onChoose }: ListProps) {
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const shown = operations.filter(({ id, title }) => `${title} ${id}`.toLowerCase().includes(wanted))
  return (
    <div className="grid min-w-0 gap-3">
      {operations.length > 8 && (
        <SearchInput label="Filter operations" value={text} onValueChange={setText} className="sm:w-full" />
      )}
      <nav aria-label="Operations" className="grid max-h-72 gap-3 overflow-y-auto p-0.5 lg:max-h-none">
        {effects.map((effect) => (
          <OfEffect
            key={effect}
            title={effectTitles[effect]}
            operations={shown.filter((one) => one.effect === effect)}
            chosen={chosen}
            onChoose={onChoose}
          />
        ))}
        {shown.length === 0 && <p className="text-text-2">No operation fits these words.</p>}
      </nav>
    </div>
  )
}

type OfEffectProps = ListProps & { title: string }

function OfEffect({ title, operations, chosen, onChoose }: OfEffectProps) {
  const tenant = useTenant()
  const { integration } = useIntegration()
  const base = `/${tenant.slug}/integrations/${integration.slug}/operations`
  if (operations.length === 0) return null
  return (
    <div>
      <h2 className="mb-1 px-2.5 text-meta font-medium text-text-2">{title}</h2>
      <ul className="grid gap-0.5">
        {operations.map(({ id, title: name }) => (
          <li key={id}>
            <Link
              href={`${base}?operation=${id}`}
              prefetch={false}
              // All of them are here already: nothing is asked of the hub.
              onNavigate={(event) => {
                event.preventDefault()
                onChoose(id)
              }}
              aria-current={id === chosen ? 'true' : undefined}
              className={cx(
                'flex min-h-8 items-center rounded-control border-l-2 px-2.5 py-1 -outline-offset-2',
                id === chosen
                  ? 'border-accent bg-unk-bg font-medium text-text'
                  : 'border-transparent text-text-2 hover:bg-surface hover:text-text',
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
