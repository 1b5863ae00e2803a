'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatAbsolute, formatDuration, formatUtc } from '@/app/lib/format'
import { useTenant } from '@/app/lib/tenant'
import { CopyButton } from '@/app/ui/copy-button'
import { LevelMark } from '@/app/ui/level'
import { SidePanel } from '@/app/ui/side-panel'
import type { ActivityItem } from './tail-state'

type Props = { entry: ActivityItem | null; onClose: () => void }

const actorWords = { USER: 'person', API_KEY: 'API key', SYSTEM: 'the hub' }

/** Everything the hub kept about one entry. */
export function EntryPanel({ entry, onClose }: Props) {
  return (
    <SidePanel open={entry !== null} onOpenChange={(open) => !open && onClose()} title={entry?.summary ?? ''}>
      {entry && <Details entry={entry} />}
    </SidePanel>
  )
}

function Details({ entry }: { entry: ActivityItem }) {
  const { slug } = useTenant()
  const metadata = JSON.stringify(entry.metadata, null, 2)
  return (
    <div className="grid gap-6">
      <dl className="grid gap-3">
        <Line word="Level">
          <LevelMark level={entry.level} />
        </Line>
        <Line word="Outcome">{entry.outcome.toLowerCase()}</Line>
        <Line word="Time">
          <span className="tabular">
            {formatAbsolute(entry.at)}
            {!formatAbsolute(entry.at).endsWith('UTC') && (
              <span className="block text-text-2">{formatUtc(entry.at)}</span>
            )}
          </span>
        </Line>
        <Line word="Type">
          <code>{entry.type}</code>
        </Line>
        {entry.integrationSlug && (
          <Line word="Integration">
            <Link
              href={`/${slug}/integrations/${entry.integrationSlug}`}
              className="font-medium text-accent hover:underline"
            >
              {entry.integrationSlug}
            </Link>
          </Line>
        )}
        <Line word="By">
          {entry.actor.name} <span className="text-text-2">({actorWords[entry.actor.kind]})</span>
        </Line>
        {entry.durationMs !== null && <Line word="Duration">{formatDuration(entry.durationMs)}</Line>}
        <Line word="Entry">
          <span className="flex items-center gap-1">
            <code className="min-w-0 break-all">{entry.id}</code>
            <CopyButton value={entry.id} label="Copy the entry's id" iconOnly />
          </span>
        </Line>
      </dl>
      <section aria-labelledby="metadata-heading">
        <div className="mb-2 flex items-center justify-between gap-3">
          <h3 id="metadata-heading" className="font-medium">
            Data
          </h3>
          <CopyButton value={metadata} label="Copy JSON" />
        </div>
        <pre className="rounded-card border border-border bg-surface p-3 font-mono text-dense break-words whitespace-pre-wrap">
          {metadata}
        </pre>
      </section>
    </div>
  )
}

function Line({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3">
      <dt className="text-text-2">{word}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  )
}
