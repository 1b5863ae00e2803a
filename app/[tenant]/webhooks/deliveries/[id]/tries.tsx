'use client'

import { useState } from 'react'
import type { WebhookDeliveryQuery } from '@/app/generated/graphql'
import { formatBytes, formatDuration } from '@/app/lib/format'
import { Card } from '@/app/ui/card'
import { EmptyState } from '@/app/ui/feedback'
import { Segmented } from '@/app/ui/segmented'
import { StateIcon } from '@/app/ui/state-icon'
import { ClockTime } from '@/app/ui/time'

type Try = WebhookDeliveryQuery['webhookDelivery']['tries'][number]

/** Every try, the newest first and open. */
export function Tries({ tries }: { tries: readonly Try[] }) {
  const newest = tries.at(-1)
  if (!newest) return <EmptyState title="It was not tried yet" />
  return (
    <ol className="grid gap-2">
      {[...tries].reverse().map((one) => (
        <li key={one.id}>
          <OneTry one={one} isOpen={one.id === newest.id} />
        </li>
      ))}
    </ol>
  )
}

function OneTry({ one, isOpen }: { one: Try; isOpen: boolean }) {
  const [side, setSide] = useState<'request' | 'response'>('response')
  const { number, at, status, message, timings, failureClass } = one
  const isDone = failureClass === null
  return (
    <Card>
      <details open={isOpen}>
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1">
          <span className="tabular font-medium">{number}</span>
          <span className="inline-flex items-center gap-1.5">
            <StateIcon state={isDone ? 'HEALTHY' : 'UNHEALTHY'} silent className="size-3.5" />
            {status ?? (isDone ? 'delivered' : 'no answer')}
          </span>
          <span className="tabular text-text-2">{formatDuration(timings.totalMs)}</span>
          <ClockTime at={at} className="text-text-2" />
          {message && <span className="text-text-2 wrap-anywhere">{message}</span>}
        </summary>
        <div className="mt-3 grid gap-3">
          <Timings timings={timings} />
          <Segmented
            label={`What of try ${number}`}
            value={side}
            onValueChange={setSide}
            segments={[
              { value: 'response', label: 'Response' },
              { value: 'request', label: 'Request' },
            ]}
          />
          {side === 'request' ? <Request one={one} /> : <Response one={one} />}
        </div>
      </details>
    </Card>
  )
}

const parts = [
  ['dnsMs', 'DNS', 'bg-info-fill'],
  ['connectMs', 'connect', 'bg-ok-fill'],
  ['tlsMs', 'TLS', 'bg-warn-fill'],
] as const

/** Where the time went, drawn and in words. */
function Timings({ timings }: { timings: Try['timings'] }) {
  const known = parts.flatMap(([key, word, fill]) => {
    const ms = timings[key]
    return ms === null ? [] : [{ word, fill, ms }]
  })
  const rest = Math.max(0, timings.totalMs - known.reduce((sum, { ms }) => sum + ms, 0))
  const all = [...known, { word: 'wait and read', fill: 'bg-unk-fill', ms: rest }]
  return (
    <div>
      <div className="flex h-2 overflow-hidden rounded-full bg-unk-bg" aria-hidden="true">
        {all.map(({ word, fill, ms }) => (
          <span key={word} className={fill} style={{ width: `${(100 * ms) / Math.max(1, timings.totalMs)}%` }} />
        ))}
      </div>
      <p className="mt-1 text-meta text-text-2">
        {all.map(({ word, ms }) => `${word} ${formatDuration(ms)}`).join(' · ')}
      </p>
    </div>
  )
}

function Headers({ label, headers }: { label: string; headers: Record<string, unknown> }) {
  return (
    <dl aria-label={label} className="grid gap-x-4 gap-y-0.5 text-dense sm:grid-cols-[auto_1fr]">
      {Object.entries(headers).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="font-mono text-text-2">{name}</dt>
          <dd className="font-mono break-all">{String(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Request({ one: { url, requestHeaders, requestBytes, number } }: { one: Try }) {
  return (
    <div className="grid gap-2">
      <p className="font-mono text-dense break-all">POST {url}</p>
      <Headers label={`Request headers of try ${number}`} headers={requestHeaders} />
      <p className="text-meta text-text-2">{formatBytes(requestBytes)} of body, shown below.</p>
    </div>
  )
}

function Response({ one: { status, responseHeaders, responseBody, responseCut, number } }: { one: Try }) {
  if (status === null) return <p className="text-text-2">There was no answer.</p>
  return (
    <div className="grid gap-2">
      <Headers label={`Response headers of try ${number}`} headers={responseHeaders ?? {}} />
      {responseBody ? (
        <pre className="max-h-72 overflow-auto rounded-card border border-border bg-surface p-3 font-mono text-dense break-words whitespace-pre-wrap">
          {responseBody}
        </pre>
      ) : (
        <p className="text-text-2">The answer had no body.</p>
      )}
      {responseCut && <p className="text-meta text-text-2">There was more of it than is kept.</p>}
    </div>
  )
}
