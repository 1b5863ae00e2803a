'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import type { DetailIntegrationFragment, MetricsOfQuery } from '@/app/generated/graphql'
import { formatDuration } from '@/app/lib/format'
import { useMay } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { Card, Section } from '@/app/ui/card'
import { useNow } from '@/app/ui/clock'
import { ConfirmDialog } from '@/app/ui/dialog'
import { StateIcon } from '@/app/ui/state-icon'
import { RelativeTime } from '@/app/ui/time'
import { useToast } from '@/app/ui/toast'
import { causeWords } from '../../failure-words'
import { useIntegration } from '../integration-context'
import { ResetCircuitMutation } from './queries'
import { circuitShapes, circuitWords } from './words'

type Circuit = DetailIntegrationFragment['circuit']
type Props = { circuit: Circuit; policy: MetricsOfQuery['integration']['callPolicy']['breaker'] }

const meanings = {
  CLOSED: 'Calls go out.',
  OPEN: 'Calls are refused at once, so that the service can recover.',
  HALF_OPEN: 'One call tries; the others are refused until it has ended.',
}

/** Whether calls go out now; when not, since when, why, and when the next one tries. */
export function Breaker({ circuit, policy }: Props) {
  const mayReset = useMay('integrations:write')
  const { state, since, reason, failureClass } = circuit
  const isClosed = state === 'CLOSED'
  const span = formatDuration(policy.windowMs)
  return (
    <Section title="Breaker">
      <Card className="grid gap-3" data-circuit={state}>
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <p role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <StateIcon state={circuitShapes[state]} silent className="[--cut:var(--raised)]" />
            <strong className="font-semibold">{circuitWords[state]}</strong>
            <span>{meanings[state]}</span>
          </p>
          {!isClosed && mayReset && <Reset />}
        </div>
        {!isClosed && (
          <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
            <dt className="text-text-2">Why</dt>
            <dd className="min-w-0 break-words">
              {reason ?? 'Calls failed.'}
              {failureClass && ` The cause is ${causeWords[failureClass]}.`}
            </dd>
            {since && (
              <>
                <dt className="text-text-2">Since</dt>
                <dd>
                  <RelativeTime at={since} />
                </dd>
              </>
            )}
            <dt className="text-text-2">Tries again</dt>
            <dd>
              <NextTry circuit={circuit} />
            </dd>
          </dl>
        )}
        <p className="text-meta text-text-2">
          It opens when {policy.failurePercent} % of at least {policy.minimum} calls within {span} fail, and lets one
          call try after {formatDuration(policy.openMs)}.
          {isClosed && since && (
            <>
              {' '}
              It closed last <RelativeTime at={since} inert />.
            </>
          )}
        </p>
      </Card>
    </Section>
  )
}

function NextTry({ circuit: { state, retryAt } }: { circuit: Circuit }) {
  const now = useNow(1000)
  if (state === 'HALF_OPEN') return <>now</>
  if (!retryAt || new Date(retryAt).getTime() <= now) return <>with the next call</>
  return <RelativeTime at={retryAt} />
}

function Reset() {
  const { integration } = useIntegration()
  const [isAsked, setAsked] = useState(false)
  const [run] = useMutation(ResetCircuitMutation)
  const toast = useToast()
  const confirm = async () => {
    await run({ variables: { integration: integration.id } })
    toast.done('Calls go out again')
  }
  return (
    <>
      <Button onClick={() => setAsked(true)}>Let calls through</Button>
      <ConfirmDialog
        open={isAsked}
        onOpenChange={setAsked}
        title={`Let calls to ${integration.slug} through?`}
        description="The breaker closes at once. When the calls that follow fail as well, it opens again."
        confirmLabel="Let calls through"
        tone="primary"
        onConfirm={confirm}
      />
    </>
  )
}
