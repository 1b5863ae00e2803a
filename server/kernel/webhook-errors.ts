/** The codes of what comes in through hooks, and of the endpoints that are told of events. */
export const webhookErrors = {
  'inbound_hook.not_found': {
    kind: 'not_found',
    title: 'There is no such hook',
    remedy: 'List the hooks of the integration, or register the address anew at the provider.',
  },
  'inbound_hook.disabled': {
    kind: 'failed_precondition',
    title: 'The hook is switched off',
    remedy: 'Switch the hook, and its integration, on.',
  },
  'inbound_hook.unproven': {
    kind: 'unauthenticated',
    title: 'Nothing proves who sent the webhook',
    remedy: 'Give the provider the current secret of the hook, or look at the refused delivery for what was wrong.',
  },
  'inbound_hook.not_registrable': {
    kind: 'failed_precondition',
    title: 'The hook cannot be registered by the hub',
    remedy: 'Enter the address and the secret at the provider by hand.',
  },
  'inbound_hook.provider_refused': {
    kind: 'failed_precondition',
    title: 'The provider did not do what it was asked for the hook',
    remedy: 'Look at the call in the log: the credential may lack the right to administer hooks.',
  },
  'inbound_delivery.not_found': {
    kind: 'not_found',
    title: 'There is no such inbound delivery',
    remedy: 'List the inbound deliveries; what is older than the retention is gone.',
  },
  'webhook.not_found': {
    kind: 'not_found',
    title: 'There is no such webhook endpoint',
    remedy: 'List the endpoints first.',
  },
  'webhook.name_taken': {
    kind: 'already_exists',
    title: 'A webhook endpoint of this name exists',
    remedy: 'Choose another name.',
  },
  'webhook.version_stale': {
    kind: 'failed_precondition',
    title: 'Somebody else changed the webhook endpoint',
    remedy: 'Read it again and repeat the change.',
  },
  'webhook.disabled': {
    kind: 'failed_precondition',
    title: 'The webhook endpoint is disabled',
    remedy: 'Enable it first.',
  },
  'webhook.limit_reached': {
    kind: 'failed_precondition',
    title: 'The tenant has as many webhook endpoints as it may have',
    remedy: 'Delete one that is not needed, or hear more events with one.',
  },
  'delivery.not_found': {
    kind: 'not_found',
    title: 'There is no such delivery',
    remedy: 'List the deliveries first. Old ones are removed after the retention time.',
  },
} as const
