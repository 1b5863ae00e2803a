import { automationErrors } from './automation-errors'
import { webhookErrors } from './webhook-errors'

/**
 * Every code an error of the hub may bear, with its kind, its title and what to do. Each has a page in docs/errors.
 */
export type ErrorKind =
  | 'invalid_argument'
  | 'unauthenticated'
  | 'permission_denied'
  | 'not_found'
  | 'already_exists'
  | 'failed_precondition'
  | 'resource_exhausted'
  | 'unavailable'
  | 'internal'

export type Entry = { kind: ErrorKind; title: string; remedy: string }

export const errorCatalog = {
  'request.invalid': {
    kind: 'invalid_argument',
    title: 'The request is not valid',
    remedy: 'Correct the named fields and send it again.',
  },
  'request.too_large': {
    kind: 'invalid_argument',
    title: 'The request is too large',
    remedy: 'Send less at a time.',
  },
  'request.cross_site': {
    kind: 'permission_denied',
    title: 'Refused because it came from another site',
    remedy: 'Send it from the hub itself, or use an API key.',
  },
  'request.rate_limited': {
    kind: 'resource_exhausted',
    title: 'Too many requests',
    remedy: 'Wait for the time given in Retry-After.',
  },
  'request.key_reused': {
    kind: 'already_exists',
    title: 'The idempotency key was used for another request',
    remedy: 'Use a new key for a new request.',
  },
  'request.unknown_path': {
    kind: 'not_found',
    title: 'There is nothing at this address',
    remedy: 'Look at the reference under /docs/api for the addresses there are.',
  },
  'request.wrong_method': {
    kind: 'invalid_argument',
    title: 'This address does not take the method',
    remedy: 'Use one of the methods in the header Allow.',
  },
  'request.wrong_media_type': {
    kind: 'invalid_argument',
    title: 'The body is not of a type that is taken here',
    remedy: 'Send JSON with "Content-Type: application/json", not compressed.',
  },
  'request.version_required': {
    kind: 'failed_precondition',
    title: 'A change has to say which version it is for',
    remedy: 'Read it first, and send the ETag you got as "If-Match".',
  },
  'graphql.too_complex': {
    kind: 'invalid_argument',
    title: 'The document asks for too much',
    remedy: 'Ask for fewer fields, aliases or levels, or use smaller pages.',
  },
  'auth.required': {
    kind: 'unauthenticated',
    title: 'You are not signed in',
    remedy: 'Sign in, or send an API key as "Authorization: Bearer ihk_…".',
  },
  'auth.key_invalid': {
    kind: 'unauthenticated',
    title: 'The API key is not valid',
    remedy: 'Create a new key in Settings, API keys.',
  },
  'auth.key_expired': {
    kind: 'unauthenticated',
    title: 'The API key has expired',
    remedy: 'Create a new key in Settings, API keys.',
  },
  'auth.link_invalid': {
    kind: 'unauthenticated',
    title: 'The link was used already, has expired, or never existed',
    remedy: 'Ask for a new link.',
  },
  'auth.provider_unknown_person': {
    kind: 'permission_denied',
    title: 'Nobody here signs in with this account',
    remedy: 'Ask an admin of the tenant for an invitation to the e-mail address of the account.',
  },
  'auth.provider_email_unverified': {
    kind: 'permission_denied',
    title: 'The provider has not verified the e-mail address of this account',
    remedy: 'Verify the address at the provider, or sign in by link and connect the provider in your profile.',
  },
  'auth.provider_connect_first': {
    kind: 'permission_denied',
    title: 'Somebody with this e-mail address has an account here',
    remedy: 'Sign in by link and connect the provider in your profile.',
  },
  'auth.provider_connect_expired': {
    kind: 'unauthenticated',
    title: 'The connecting of an account was not begun in this session, or took too long',
    remedy: 'Press Connect in your profile again.',
  },
  'auth.provider_state_used': {
    kind: 'unauthenticated',
    title: 'This answer of the provider was used already',
    remedy: 'Begin signing in anew.',
  },
  'auth.sign_in_again': {
    kind: 'failed_precondition',
    title: 'You have to sign in again for this',
    remedy: 'Sign in again at /sign-in, then repeat it within 10 minutes.',
  },
  'permission.denied': {
    kind: 'permission_denied',
    title: 'You are not allowed to do this',
    remedy: 'Ask an admin of the tenant for the role or the scope that it needs.',
  },
  'setup.done': {
    kind: 'failed_precondition',
    title: 'This hub is set up already',
    remedy: 'Sign in instead.',
  },
  'tenant.required': {
    kind: 'invalid_argument',
    title: 'No tenant was named',
    remedy: 'Send the header x-inthub-tenant with the slug of the tenant.',
  },
  'tenant.not_found': {
    kind: 'not_found',
    title: 'There is no such tenant',
    remedy: 'Check the slug, and that you are a member.',
  },
  'tenant.slug_taken': {
    kind: 'already_exists',
    title: 'This tenant slug is taken or reserved',
    remedy: 'Choose another slug.',
  },
  'project.not_found': { kind: 'not_found', title: 'There is no such project', remedy: 'Check its slug or id.' },
  'environment.not_found': {
    kind: 'not_found',
    title: 'There is no such environment',
    remedy: 'Check its slug or id.',
  },
  'project.not_empty': {
    kind: 'failed_precondition',
    title: 'The project holds integrations',
    remedy: 'Move or delete its integrations first.',
  },
  'project.is_default': {
    kind: 'failed_precondition',
    title: 'The default project cannot be deleted',
    remedy: 'Make another project the default first.',
  },
  'environment.not_empty': {
    kind: 'failed_precondition',
    title: 'Integrations are in this environment',
    remedy: 'Move or delete them first.',
  },
  'invitation.not_found': {
    kind: 'not_found',
    title: 'There is no such invitation',
    remedy: 'Check its id; it may have been used, taken back, or have expired.',
  },
  'invitation.invalid': {
    kind: 'failed_precondition',
    title: 'The invitation was used or taken back, has expired, or never existed',
    remedy: 'Ask who invited you for a new one.',
  },
  'invitation.sign_in_first': {
    kind: 'unauthenticated',
    title: 'Somebody with the invited address has an account here',
    remedy: 'Sign in with that address, then accept the invitation.',
  },
  'invitation.other_person': {
    kind: 'permission_denied',
    title: 'The invitation is for somebody else',
    remedy: 'Sign in with the address the invitation is for.',
  },
  'member.not_found': { kind: 'not_found', title: 'There is no such member', remedy: 'Check the id or the e-mail.' },
  'member.exists': {
    kind: 'already_exists',
    title: 'This person is a member already',
    remedy: 'Change the role instead.',
  },
  'member.last_owner': {
    kind: 'failed_precondition',
    title: 'A tenant needs an owner',
    remedy: 'Make somebody else owner first.',
  },
  'api_key.not_found': { kind: 'not_found', title: 'There is no such API key', remedy: 'Check its id.' },
  'api_key.revoked': {
    kind: 'failed_precondition',
    title: 'The API key is revoked',
    remedy: 'Create a new key in Settings, API keys.',
  },
  'account.not_found': { kind: 'not_found', title: 'There is no such account', remedy: 'Check its id.' },
  'account.taken': {
    kind: 'already_exists',
    title: 'This account signs somebody else in',
    remedy: 'Use another account of the provider, or disconnect it from the other profile first.',
  },
  'session.not_found': { kind: 'not_found', title: 'There is no such session', remedy: 'Check its id.' },
  'connector.unknown': {
    kind: 'invalid_argument',
    title: 'There is no connector of this type',
    remedy: 'List the types with "inthub integration types" or in the catalog.',
  },
  'integration.not_found': {
    kind: 'not_found',
    title: 'There is no such integration',
    remedy: 'Check its slug or id with "inthub integration list".',
  },
  'integration.settings_invalid': {
    kind: 'invalid_argument',
    title: 'The settings do not fit the connector',
    remedy: 'Correct the named fields.',
  },
  'integration.name_taken': {
    kind: 'already_exists',
    title: 'Another integration has this name',
    remedy: 'Choose another one.',
  },
  'integration.probe_failed': {
    kind: 'failed_precondition',
    title: 'The service did not pass its test',
    remedy: 'Mend what the failing probe names, or save the integration disabled.',
  },
  'integration.version_stale': {
    kind: 'already_exists',
    title: 'Somebody changed the integration in the meantime',
    remedy: 'Read it again and repeat your change.',
  },
  'integration.not_restorable': {
    kind: 'failed_precondition',
    title: 'The integration cannot be restored',
    remedy: 'Only an integration deleted in the last 7 days, whose name is still free, can be restored.',
  },
  'integration.disabled': {
    kind: 'failed_precondition',
    title: 'The integration is disabled',
    remedy: 'Enable it first.',
  },
  'call.not_found': {
    kind: 'not_found',
    title: 'There is no such call',
    remedy: 'List the calls first; they are kept for a limited time.',
  },
  'call.unconfirmed': {
    kind: 'failed_precondition',
    title: 'The operation destroys something and was not confirmed',
    remedy: 'Look at what it does, and send it again with "confirm".',
  },
  'call.unreachable': {
    kind: 'unavailable',
    title: 'The service gave no answer that could be passed on',
    remedy: 'Let the doctor examine the integration.',
  },
  'call.timed_out': {
    kind: 'unavailable',
    title: 'The service did not answer in time',
    remedy: 'Try again, or give the call more time with x-inthub-timeout-ms.',
  },
  'call.paused': {
    kind: 'unavailable',
    title: 'Calls through the integration are paused, because too many failed',
    remedy: 'Wait for the time given in Retry-After, or see what the doctor says and reset the circuit.',
  },
  'call.crowded_out': {
    kind: 'unavailable',
    title: 'Too many calls through the integration at once',
    remedy: 'Send fewer at a time, or allow more in the policy of the integration.',
  },
  'call.quota_exhausted': {
    kind: 'resource_exhausted',
    title: "The service's quota is used up",
    remedy: 'Wait for the time given in Retry-After.',
  },
  'operation.unknown': {
    kind: 'not_found',
    title: 'The connector has no such operation',
    remedy: 'List the operations of the integration.',
  },
  'resource.unknown_list': {
    kind: 'not_found',
    title: 'The connector has no such list',
    remedy: 'List what the integration can discover.',
  },
  'resource.no_registry': {
    kind: 'failed_precondition',
    title: 'The integration is no registry',
    remedy: 'Choose an integration of a container registry.',
  },
  'doctor.run_not_found': {
    kind: 'not_found',
    title: 'There is no such examination',
    remedy: 'List the examinations of the integration.',
  },
  'profile.not_found': {
    kind: 'not_found',
    title: 'There is no such connection profile',
    remedy: 'List the profiles first.',
  },
  'profile.name_taken': {
    kind: 'already_exists',
    title: 'A profile of this name exists',
    remedy: 'Choose another name.',
  },
  'profile.version_stale': {
    kind: 'failed_precondition',
    title: 'Somebody else changed the profile',
    remedy: 'Read it again and repeat the change.',
  },
  'task.not_found': {
    kind: 'not_found',
    title: 'There is no such task',
    remedy: 'List the tasks first.',
  },
  'task.ended': {
    kind: 'failed_precondition',
    title: 'The task cannot go on like that',
    remedy: 'What is completed or failed has ended, and what began does not begin again. Create another task.',
  },
  'task.version_stale': {
    kind: 'failed_precondition',
    title: 'Somebody else changed the task',
    remedy: 'Read it again and repeat the change.',
  },
  'credential.missing': {
    kind: 'failed_precondition',
    title: 'The integration has no usable secret',
    remedy: 'Enter its secret again: reconnect the integration.',
  },
  'credential.not_reusable': {
    kind: 'failed_precondition',
    title: 'The stored secret cannot be used here',
    remedy:
      'A secret is reused only at the address it belongs to, with the same way to sign in and for the same kind of service. Enter one for this integration.',
  },
  'credential.reuse_unconfirmed': {
    kind: 'failed_precondition',
    title: 'Using a stored secret has to be confirmed',
    remedy: 'Confirm that the new integration acts with the rights of the other one: "confirmReuse: true", or --yes.',
  },
  'credential.unreadable': {
    kind: 'internal',
    title: 'The stored secret cannot be read',
    remedy: 'It was altered or belongs to another key. Reconnect the integration and tell the operator.',
  },
  'egress.grant_invalid': {
    kind: 'invalid_argument',
    title: 'The address range cannot be granted',
    remedy: 'Give CIDR:port, such as 10.1.2.0/24:443. Metadata addresses open only through EGRESS_ALLOW.',
  },
  'egress.grant_not_found': { kind: 'not_found', title: 'There is no such grant', remedy: 'List the grants first.' },
  'events.resync': {
    kind: 'failed_precondition',
    title: 'The cursor is older than the events that are kept',
    remedy: 'Read the current state anew and subscribe without "after".',
  },
  ...automationErrors,
  ...webhookErrors,
  'hub.unavailable': {
    kind: 'unavailable',
    title: 'The hub cannot answer now',
    remedy: 'Try again in a few seconds.',
  },
  'hub.internal': {
    kind: 'internal',
    title: 'Something went wrong in the hub',
    remedy: 'Try again; if it stays, give the operator the request id.',
  },
} as const satisfies Record<string, Entry>
