'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import type { CallDetailQuery } from '@/app/generated/graphql'
import { formatAbsolute, formatBytes, formatDuration, formatUtc } from '@/app/lib/format'
import { useTenant } from '@/app/lib/tenant'
import { LinkButton } from '@/app/ui/button'
import { Card, Section } from '@/app/ui/card'
import { useHydrated } from '@/app/ui/clock'
import { CopyButton } from '@/app/ui/copy-button'
import { Notice } from '@/app/ui/feedback'
import { ArrowLeftIcon } from '@/app/ui/icons'
import { causeWords } from '../../../failure-words'
import { useIntegration } from '../../integration-context'
import { OutcomeMark } from '../call-table'
import { kindWords, priorityWords } from '../words'
import { Waterfall } from './waterfall'

export type CallShown = CallDetailQuery['call']

const actorWords = { USER: 'person', API_KEY: 'API key', SYSTEM: 'the hub' }

/** One call: what it was, how it ended, what to do about it, and each request that went out for it. */
export function CallDetail({ call }: { call: CallShown }) {
  const tenant = useTenant()
  const { integration } = useIntegration()
  const base = `/${tenant.slug}/integrations/${integration.slug}/metrics`
  return (
    <div className="grid gap-8">
      <div className="grid justify-items-start gap-3">
        <LinkButton href={base} size="sm" icon={<ArrowLeftIcon />}>
          All calls
        </LinkButton>
        <h2 className="min-w-0 font-mono text-reading font-semibold break-all">
          {call.method} {call.path}
        </h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <OutcomeMark outcome={call.outcome} />
          {call.status !== null && <span className="tabular">HTTP {call.status}</span>}
          <span className="tabular">
            {formatDuration(call.durationMs)}
            {call.waitMs >= 1 && `, ${formatDuration(call.waitMs)} of it waiting`}
          </span>
        </p>
      </div>
      {call.failure && <Failure failure={call.failure} outcome={call.outcome} />}
      <Section title="Attempts">
        <Waterfall call={call} />
      </Section>
      <Section title="Facts">
        <Facts call={call} base={base} />
      </Section>
      <Section title="Bodies" className="grid content-start gap-1">
        <Bodies call={call} />
      </Section>
    </div>
  )
}

function Failure({
  failure: { failureClass, message, remedy, reason, retryAfterMs },
  outcome,
}: {
  failure: NonNullable<CallShown['failure']>
  outcome: CallShown['outcome']
}) {
  return (
    <Notice tone={outcome === 'FAILURE' ? 'bad' : 'warn'}>
      <p>
        <strong className="font-semibold">{message}</strong> The cause is {causeWords[failureClass]} (
        <code>{reason}</code>).
      </p>
      {remedy && <p className="mt-0.5 text-text">What to do: {remedy}</p>}
      {retryAfterMs !== null && (
        <p className="mt-0.5 text-text">It may work again {formatDuration(retryAfterMs)} after the call.</p>
      )}
    </Notice>
  )
}

function Facts({ call, base }: { call: CallShown; base: string }) {
  const hydrated = useHydrated()
  return (
    <Card>
      <dl className="grid gap-2.5">
        <Line word="Call">
          <Id value={call.id} of="call" />
        </Line>
        <Line word="When">
          <time dateTime={call.at} className="tabular" title={formatUtc(call.at)}>
            {hydrated ? formatAbsolute(call.at) : formatUtc(call.at)}
          </time>
        </Line>
        <Line word="Kind">
          {kindWords[call.kind]}
          {call.operation && <code> {call.operation}</code>}
        </Line>
        <Line word="By">
          {call.actor.name} <span className="text-text-2">({actorWords[call.actor.kind]})</span>
        </Line>
        <Line word="Priority">{priorityWords[call.priority]}</Line>
        <Line word="Sent">{formatBytes(call.requestBytes)}</Line>
        <Line word="Received">{formatBytes(call.responseBytes)}</Line>
        <Line word="Request">
          <Id value={call.requestId} of="request" />
        </Line>
        <Line word="Correlation">
          <Id value={call.correlationId} of="correlation" />
        </Line>
        {call.groupId && (
          <Line word="Group">
            <Id value={call.groupId} of="group" />{' '}
            {call.kind === 'BATCH' && (
              <Link href={`${base}?kind=batch`} className="text-accent underline underline-offset-2">
                calls in batches
              </Link>
            )}
          </Line>
        )}
      </dl>
    </Card>
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

function Id({ value, of }: { value: string; of: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <code className="min-w-0 break-all">{value}</code>
      <CopyButton value={value} label={`Copy the ${of}'s id`} iconOnly />
    </span>
  )
}

function Bodies({ call }: { call: CallShown }) {
  const { requestBody, responseBody } = call
  if (requestBody === null && responseBody === null) {
    return (
      <p className="max-w-[72ch] text-text-2">
        {call.integration?.callPolicy.keepBodies
          ? 'This call has no bodies, or was made before they were kept.'
          : 'Bodies are not kept. The call policy can say so with keepBodies; they are then redacted, and clipped at 16 kB.'}
      </p>
    )
  }
  return (
    <div className="grid gap-4">
      <Body title="Request" text={requestBody} />
      <Body title="Answer" text={responseBody} />
    </div>
  )
}

function Body({ title, text }: { title: string; text: string | null }) {
  return (
    <div>
      <div className="mb-2 flex items-center justify-between gap-3">
        <h3 className="font-medium">{title}</h3>
        {text && <CopyButton value={text} label={`Copy the ${title.toLowerCase()}`} />}
      </div>
      {text ? (
        <pre className="max-h-96 overflow-auto rounded-card border border-border bg-surface p-3 font-mono text-dense break-words whitespace-pre-wrap">
          {text}
        </pre>
      ) : (
        <p className="text-text-2">None.</p>
      )}
    </div>
  )
}
