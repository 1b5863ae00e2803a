import { StateIcon } from '@/app/ui/state-icon'

/** States of endpoints and of deliveries, each with its shape and its word. */
const endpointShapes = { ACTIVE: 'HEALTHY', FAILING: 'UNHEALTHY', DISABLED: 'DISABLED' } as const
const endpointWords = { ACTIVE: 'active', FAILING: 'failing', DISABLED: 'disabled' } as const
const reasonWords = {
  PERSON: 'by a person',
  GONE: 'it answered 410',
  FAILING: 'it failed for five days',
  OWNER_GONE: 'its owner may not see its events any more',
} as const

type Endpoint = { state: keyof typeof endpointWords; disabledReason: keyof typeof reasonWords | null }

export function EndpointState({ endpoint: { state, disabledReason } }: { endpoint: Endpoint }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <StateIcon state={endpointShapes[state]} silent className="size-3.5" />
      {endpointWords[state]}
      {state === 'DISABLED' && disabledReason && (
        <span className="text-meta text-text-2">({reasonWords[disabledReason]})</span>
      )}
    </span>
  )
}

export const deliveryWords = {
  PENDING: 'pending',
  DELIVERED: 'delivered',
  RETRYING: 'retrying',
  FAILED: 'failed',
  SKIPPED: 'skipped',
} as const
export type DeliveryStateName = keyof typeof deliveryWords
export const deliveryStates = Object.keys(deliveryWords) as DeliveryStateName[]

const deliveryShapes = {
  PENDING: 'UNKNOWN',
  DELIVERED: 'HEALTHY',
  RETRYING: 'DEGRADED',
  FAILED: 'UNHEALTHY',
  SKIPPED: 'DISABLED',
} as const

export function DeliveryState({ state }: { state: DeliveryStateName }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <StateIcon state={deliveryShapes[state]} silent className="size-3.5" />
      {deliveryWords[state]}
    </span>
  )
}
