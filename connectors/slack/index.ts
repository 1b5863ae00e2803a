/**
 * Slack by its Web API, with the token of an app. Slack says "no" with status 200 and `ok: false`, so the status alone
 * never counts.
 * Source: https://docs.slack.dev/apis/web-api and https://docs.slack.dev/reference/methods/auth.test
 */
import { defineConnector, secret } from '@/connectors/kit'
import { slackErrors } from './errors'
import { operations } from './operations'

const tokens = 'https://docs.slack.dev/authentication/tokens'

export const slack = defineConnector({
  id: 'communication.slack',
  version: '1.0.0',
  name: 'Slack',
  description: 'Channels, people and messages of a Slack workspace, with the token of an app.',
  icon: 'simple-icons:slack',
  families: ['communication'],
  capabilities: ['channels', 'users', 'messages'],
  slug: 'slack',
  aliases: ['slack'],
  docs: {
    setup: 'https://docs.slack.dev/quickstart',
    scopes: 'https://docs.slack.dev/reference/scopes',
    troubleshooting: 'https://docs.slack.dev/reference/methods/auth.test#errors',
  },
  instances: {
    slack: { title: 'Slack', baseUrl: 'https://slack.com/api' },
    // Source: https://docs.slack.dev/govslack
    gov: { title: 'GovSlack', slug: 'govslack', aliases: ['govslack'], baseUrl: 'https://slack-gov.com/api' },
    custom: {
      title: 'Slack at another address',
      description: 'Behind a proxy of yours, or an emulator for tests.',
      baseUrl: '{baseUrl}',
      inputs: {
        baseUrl: {
          title: 'Base URL',
          description: 'Where the methods are found, such as auth.test. It usually ends with /api.',
          format: 'uri',
          pattern: '^https?://[^/]',
          patternHint: 'a URL that begins with https:// or http://',
          examples: ['https://slack-proxy.example.org/api'],
        },
      },
      tls: { caBundle: true, clientCert: true },
    },
  },
  hostsMatch: ['slack.com', 'slack-gov.com'],
  methods: {
    bot: {
      kind: 'token',
      title: 'Bot token',
      description: 'Acts as the app. Found under "OAuth & Permissions" of the app once it is installed.',
      fields: {
        token: secret('Bot token', {
          help: tokens,
          pattern: '^(xoxe\\.)?xoxb-\\S+$',
          patternHint: 'a bot token, which begins with xoxb-',
        }),
      },
      inject: { headers: { Authorization: 'Bearer {token}' } },
      // Only tokens that rotate have it.
      expiry: { path: 'expires_in', form: 'seconds' },
    },
    user: {
      kind: 'token',
      title: 'User token',
      description: 'Acts as the person who installed the app.',
      fields: {
        token: secret('User token', {
          help: tokens,
          pattern: '^(xoxe\\.)?xoxp-\\S+$',
          patternHint: 'a user token, which begins with xoxp-',
        }),
      },
      inject: { headers: { Authorization: 'Bearer {token}' } },
      // Only tokens that rotate have it.
      expiry: { path: 'expires_in', form: 'seconds' },
    },
  },
  probes: {
    reach: { request: 'GET /api.test' },
    identity: { request: 'POST /auth.test', holds: { path: 'ok', equals: true }, label: '{user} @ {team}' },
    scopes: {
      request: 'POST /auth.test',
      header: 'X-OAuth-Scopes',
      needs: { '*': ['chat:write'], channels: ['channels:read'], users: ['users:read'], messages: ['chat:write'] },
    },
  },
  // Each method has a limit of its own, by its tier, and is heard of only when it is over.
  // Source: https://docs.slack.dev/apis/web-api/rate-limits
  quotas: [
    { pool: 'posting', title: 'Posting messages', matches: ['/chat.*'], retryAfter: 'Retry-After' },
    {
      pool: 'listing',
      title: 'Listing channels and people',
      matches: ['/conversations.list', '/users.list', '/team.*', '/usergroups.*'],
      retryAfter: 'Retry-After',
    },
    {
      pool: 'reading',
      title: 'Reading channels',
      matches: ['/conversations.*', '/users.*', '/files.*', '/search.*'],
      retryAfter: 'Retry-After',
    },
    { pool: 'methods', title: 'Other methods', retryAfter: 'Retry-After' },
  ],
  errors: slackErrors,
  remedies: {
    401: 'Check that the token is right and the app is still installed; then reconnect.',
    403: 'Slack itself says no with status 200, so something in between refuses the request: check proxy and base URL.',
    404: 'Check the base URL: it has to end with /api.',
    429: 'Too many calls of one method: check less often.',
  },
  paginate: { kind: 'cursor', path: 'response_metadata.next_cursor', parameter: 'cursor' },
  discover: {
    channels: {
      title: 'Channels',
      description: 'Public channels that are not archived.',
      request: 'GET /conversations.list?types=public_channel&exclude_archived=true',
      items: 'channels',
      id: 'id',
      name: 'name',
      attributes: { topic: 'topic.value', members: 'num_members', hasHub: 'is_member' },
      pageSize: { parameter: 'limit', max: 200 },
      needs: ['channels:read'],
    },
    users: {
      title: 'People',
      request: 'GET /users.list',
      items: 'members',
      id: 'id',
      name: 'real_name',
      attributes: { handle: 'name', isBot: 'is_bot', isDeactivated: 'deleted' },
      pageSize: { parameter: 'limit', max: 200 },
      needs: ['users:read'],
    },
  },
  operations,
  webhooks: {
    verify: [
      // Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
      {
        scheme: 'hmac',
        algo: 'sha256',
        encoding: 'hex',
        header: 'X-Slack-Signature',
        prefix: 'v0=',
        template: 'v0:{timestamp}:{body}',
        timestampHeader: 'X-Slack-Request-Timestamp',
        toleranceSeconds: 300,
      },
      // Source: https://docs.slack.dev/reference/events/url_verification
      { scheme: 'challenge', answer: 'echo_body', from: 'challenge' },
    ],
    deliveryId: { body: 'event_id' },
    type: { body: ['event.type', 'command', 'type'] },
    // Source: https://docs.slack.dev/interactivity/handling-user-interaction
    route: { body: ['team_id', 'team.id', 'user.team_id'] },
    rules: [
      { has: ['command'], topic: 'slack.command.{command}' },
      { has: ['event.type'], topic: 'slack.event.{event.type}' },
      { has: ['type', 'team'], topic: 'slack.interaction.{type}' },
      { has: ['type', 'user'], topic: 'slack.interaction.{type}' },
    ],
    topics: { '*': 'slack.{type}' },
    recover: { strategy: 'none' },
  },
})
