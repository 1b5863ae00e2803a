import type { FailureClass } from '@/app/generated/graphql'

/** Whose trouble it is, after "the cause is": one list for checks, calls and operations. */
export const causeWords: Record<FailureClass, string> = {
  OURS: 'the hub itself',
  NETWORK: 'the network on the way',
  PROVIDER_INCIDENT: 'the service itself',
  PROVIDER_LIMIT: 'the quota',
  CREDENTIAL: 'the credential',
  PERMISSION: 'the rights of the credential',
  REQUEST: 'the request',
}
