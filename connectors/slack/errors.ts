import type { ConnectorManifest } from '@/connectors/kit'

/**
 * What Slack's `ok: false` means. Every code that `auth.test` documents, plus those that lists and messages may answer
 * with; what is not here is caught by the last entry, so that no `ok: false` ever counts as success.
 * Source: https://docs.slack.dev/reference/methods/auth.test#errors
 */
type BodyErrors = NonNullable<ConnectorManifest['errors']>
type FailureClass = BodyErrors[number]['class']

const install = 'Install the app in the workspace again, copy its new token, and reconnect.'
const askAdmin = 'Ask an admin of the Slack workspace to allow it.'
const slackStatus = 'Nothing is wrong here: look at https://slack-status.com and wait.'
const report = 'Slack did not expect the request of the hub. Check the base URL; if it is right, report this as a bug.'

const meanings: Record<string, [FailureClass, remedy: string]> = {
  // The token.
  invalid_auth: [
    'credential',
    `The token is wrong, or the app allows only certain addresses and the hub’s is not among them. ${install}`,
  ],
  not_authed: ['credential', 'No token arrived: a proxy on the way may remove the Authorization header.'],
  token_revoked: ['credential', `The token was revoked, or the app was removed from the workspace. ${install}`],
  token_expired: [
    'credential',
    'The token has expired, because the app rotates its tokens. Give a token that does not rotate, or a new one.',
  ],
  account_inactive: [
    'credential',
    `The user or the workspace that the token belongs to was removed or deactivated. ${install}`,
  ],
  not_allowed_token_type: ['credential', 'Use a bot token (xoxb-) or a user token (xoxp-).'],
  two_factor_setup_required: ['credential', 'The user of the token has to set up two-factor sign-in first.'],
  // What it may do.
  missing_scope: [
    'permission',
    'Add {missing} to the scopes of the app under "OAuth & Permissions", install it again and reconnect with the new token.',
  ],
  no_permission: ['permission', `The token lacks a permission of the workspace. ${askAdmin}`],
  access_denied: ['permission', `Access is denied. ${askAdmin}`],
  accesslimited: ['permission', `Access is limited to certain networks. ${askAdmin}`],
  ekm_access_denied: ['permission', 'The organisation suspended access with its own encryption keys. Ask its admins.'],
  enterprise_is_restricted: [
    'permission',
    'Use the token of one workspace: this cannot be called for a whole organisation.',
  ],
  team_access_not_granted: [
    'permission',
    'The app was not granted this workspace of the organisation. Ask an admin of the organisation to add it.',
  ],
  // How much.
  ratelimited: ['provider_limit', 'Too many calls of one method: wait as long as Slack says, or check less often.'],
  rate_limited: ['provider_limit', 'Too many calls of one method: wait as long as Slack says, or check less often.'],
  // Slack itself.
  internal_error: ['provider_incident', slackStatus],
  fatal_error: ['provider_incident', slackStatus],
  service_unavailable: ['provider_incident', slackStatus],
  request_timeout: ['provider_incident', `The request did not arrive in full, or Slack took too long. ${slackStatus}`],
  org_login_required: [
    'provider_incident',
    'The workspace is being moved to an organisation: wait until that is done.',
  ],
  team_added_to_org: ['provider_incident', 'The workspace is being moved to an organisation: wait until that is done.'],
  // The request.
  deprecated_endpoint: ['request', report],
  method_deprecated: ['request', report],
  unknown_method: ['request', 'Check the base URL: it has to end with /api.'],
  invalid_arg_name: ['request', report],
  invalid_arguments: ['request', report],
  invalid_array_arg: ['request', report],
  invalid_charset: ['request', report],
  invalid_cursor: ['request', report],
  invalid_form_data: ['request', report],
  invalid_post_type: ['request', report],
  missing_post_type: ['request', report],
}

export const slackErrors: BodyErrors = [
  ...Object.entries(meanings).map(([code, [failureClass, remedy]]) => ({
    bodyPath: 'error',
    equals: code,
    class: failureClass,
    // Source: https://docs.slack.dev/authentication/installing-with-oauth#errors
    ...(code === 'missing_scope' && { missing: { bodyPath: 'needed' } }),
    remedy,
  })),
  { bodyPath: 'ok', equals: false, class: 'request', remedy: 'Look the error up in the list of Slack’s errors.' },
]
