'use client'

import { useMutation, useSubscription } from '@apollo/client/react'
import { useEffect, useMemo, useState } from 'react'
import type { WebhookDeliveryQuery as DeliveryData, WebhookDeliveryQueryVariables } from '@/app/generated/graphql'
import { formatJson, plural } from '@/app/lib/format'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { gathered, usePace } from '@/app/lib/pace'
import { sentence } from '@/app/lib/submit'
import { useMay } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { CopyButton } from '@/app/ui/copy-button'
import { Notice } from '@/app/ui/feedback'
import { RefreshCwIcon } from '@/app/ui/icons'
import { ClockTime, RelativeTime } from '@/app/ui/time'
import { useToast } from '@/app/ui/toast'
import { DeliveryState } from '../../endpoint-state'
import { DeliveryChangedSubscription, DeliveryQuery, ReplayDeliveryMutation } from '../../queries'
import { Tries } from './tries'

const pace = [{ enabled: true, intervalSeconds: 20 }]

/** One event on its way to one endpoint: where it is, every try, and what was sent and answered. */
export function DeliveryInspector({ seed }: { seed: Seed<DeliveryData, WebhookDeliveryQueryVariables> }) {
  const { data, refetch } = useSeededQuery(DeliveryQuery, seed)
  const { webhookDelivery: delivery } = data
  const again = useMemo(() => gathered(refetch), [refetch])
  useEffect(() => again.stop, [again])
  usePace(refetch, pace)
  useSubscription(DeliveryChangedSubscription, {
    variables: { endpointId: delivery.endpointId },
    // Of an endpoint that was deleted nothing changes any more.
    skip: delivery.endpoint === null,
    ignoreResults: true,
    onData: again.soon,
  })
  return (
    <div className="grid gap-8">
      <Summary delivery={delivery} onReplayed={refetch} />
      <Section title="Tries">
        <Tries tries={delivery.tries} />
      </Section>
      <Section title="What is sent" aside={delivery.body && <CopyButton value={delivery.body} label="Copy body" />}>
        {delivery.body === null ? (
          <Notice tone="unk">The event is older than what is kept, so its body is gone.</Notice>
        ) : (
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
            tabIndex={0}
            className="max-h-96 overflow-auto rounded-card border border-border bg-surface p-3 font-mono text-dense break-words whitespace-pre-wrap"
          >
            {formatJson(delivery.body)}
          </pre>
        )}
      </Section>
    </div>
  )
}

type SummaryProps = { delivery: DeliveryData['webhookDelivery']; onReplayed: () => Promise<unknown> }

function Summary({ delivery, onReplayed }: SummaryProps) {
  const { eventType, eventId, endpoint, state, attempts, nextAttemptAt, isBeingSent, replays, message, at } = delivery
  return (
    <Section
      id="delivery"
      title={endpoint ? `To ${endpoint.name}` : 'To an endpoint that was deleted'}
      aside={<Replay delivery={delivery} onReplayed={onReplayed} />}
    >
      <p className="text-reading font-medium wrap-anywhere">{eventType}</p>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1" aria-live="polite">
        <DeliveryState state={state} />
        <span>{plural(attempts, 'try', 'tries')}</span>
        {isBeingSent && <span>being sent now</span>}
        {nextAttemptAt && (
          <span>
            next try <RelativeTime at={nextAttemptAt} />
          </span>
        )}
        {replays > 0 && <span>replayed {plural(replays, 'time')}</span>}
      </div>
      {message && state !== 'DELIVERED' && <p className="mt-2 text-text-2 wrap-anywhere">{message}</p>}
      <dl className="mt-3 grid gap-x-6 gap-y-1 text-dense sm:grid-cols-[auto_1fr]">
        <dt className="text-text-2">webhook-id</dt>
        <dd className="flex items-center gap-1">
          <code className="break-all">{eventId}</code>
          <CopyButton value={eventId} label="Copy the webhook-id" iconOnly />
        </dd>
        <dt className="text-text-2">Happened</dt>
        <dd>
          <ClockTime at={at} />
        </dd>
      </dl>
    </Section>
  )
}

function Replay({ delivery, onReplayed }: SummaryProps) {
  const mayReplay = useMay('webhooks:write')
  const toast = useToast()
  const [pending, setPending] = useState(false)
  const [replay] = useMutation(ReplayDeliveryMutation)
  if (!mayReplay || delivery.endpoint === null) return null
  const run = async () => {
    setPending(true)
    try {
      await replay({ variables: { id: delivery.id } })
      toast.done('It is on its way again')
      await onReplayed()
    } catch (error) {
      toast.problem('It was not sent again', sentence(troubleOf(error)))
    } finally {
      setPending(false)
    }
  }
  return (
    <Button size="sm" icon={<RefreshCwIcon />} pending={pending} onClick={() => void run()}>
      Replay now
    </Button>
  )
}
