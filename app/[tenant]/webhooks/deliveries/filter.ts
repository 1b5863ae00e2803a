import type { WebhookDeliveryFilter } from '@/app/generated/graphql'
import { deliveryStates } from '../endpoint-state'

/** The filter is in the address, so that it can be sent to somebody. */
export type Search = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() || undefined

export function filterOf(search: Search): WebhookDeliveryFilter {
  const [endpoint, text, wanted] = [one(search.endpoint), one(search.text), one(search.state)]
  const state = deliveryStates.find((each) => each.toLowerCase() === wanted)
  return { ...(endpoint && { endpoint }), ...(text && { text }), ...(state && { states: [state] }) }
}

export function searchOf({ endpoint, text, states }: WebhookDeliveryFilter): string {
  const search = new URLSearchParams()
  if (endpoint) search.set('endpoint', endpoint)
  if (states?.[0]) search.set('state', states[0].toLowerCase())
  if (text) search.set('text', text)
  return search.size > 0 ? `?${search}` : ''
}
