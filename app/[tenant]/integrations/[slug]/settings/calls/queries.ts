import { graphql } from '@/app/generated'

graphql(`
  fragment CallPolicyInForce on Integration {
    id
    version
    callPolicy {
      timeoutMs
      deadlineMs
      retry { attempts baseMs maxMs unsafe }
      breaker { failurePercent minimum windowMs openMs }
      bulkhead { concurrent queued }
      quota { mode perSecond }
      fallback
      keepBodies
      changes
      since
    }
  }
`)

export const CallPolicyQuery = graphql(`
  query CallPolicyOf($integration: ID!) {
    integration(id: $integration) { ...CallPolicyInForce }
  }
`)

/** Others of the same type, which may take over. */
export const FallbacksQuery = graphql(`
  query FallbacksFor($type: String!) {
    integrations(first: 200, filter: { types: [$type] }, orderBy: NAME) {
      edges { node { id slug name enabled } }
    }
  }
`)

export const SetCallPolicyMutation = graphql(`
  mutation SetCallPolicy($input: SetCallPolicyInput!) {
    setCallPolicy(input: $input) {
      integration { ...CallPolicyInForce }
    }
  }
`)
