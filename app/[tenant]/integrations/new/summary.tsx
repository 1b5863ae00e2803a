'use client'

import type { ReactNode } from 'react'
import { formatSpan } from '@/app/lib/format'
import { BrandMark } from '@/app/ui/brand-mark'
import {
  askedBy,
  type ConnectorForm,
  type ConnectorInstance,
  type ConnectorMethod,
  endpointIn,
  hasFields,
} from '../connector-form'
import type { Draft } from './draft'

type Props = {
  connector: ConnectorForm
  instance: ConnectorInstance
  method: ConnectorMethod | undefined
  draft: Draft
}

/** What has been chosen so far, beside the step. */
export function Summary({ connector, instance, method, draft }: Props) {
  const endpoint = endpointIn(draft.config)
  const isFixed = !hasFields(askedBy(instance, undefined).place)
  return (
    <aside aria-label="Summary" className="rounded-card border border-border bg-surface p-4 max-lg:hidden">
      <div className="mb-4 flex items-center gap-3">
        <BrandMark type={connector.id} instance={instance.slugStem} name={instance.title} />
        <div className="min-w-0">
          <p className="truncate font-semibold">{instance.title}</p>
          {connector.name !== instance.title && <p className="truncate text-meta text-text-2">{connector.name}</p>}
        </div>
      </div>
      <dl className="grid gap-3">
        <Line word="Endpoint">
          <span className="break-all">{endpoint ?? (isFixed ? instance.title : 'not set yet')}</span>
        </Line>
        {draft.startName && <Line word="Profile">{draft.startName}</Line>}
        {method && <Line word="Signs in with">{method.title}</Line>}
        <Line word="Checked">every {formatSpan(draft.intervalSeconds * 1000)}</Line>
        {draft.environment && <Line word="Environment">{draft.environment}</Line>}
      </dl>
      <p className="mt-4 border-t border-border pt-3 text-meta text-text-2">
        Secrets are never copied from earlier integrations. They are sealed when you save.
      </p>
    </aside>
  )
}

function Line({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-meta text-text-2">{word}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}
