import type { Emulated } from './emulated'
import type { Answer, Asked, OwnFaults } from './local-server'

/**
 * Slack's Web API in front of an emulator: the token is checked and its scopes are told, as Slack does and the emulator
 * does not. Without the emulator the few methods that the hub calls are answered here.
 * Source: https://docs.slack.dev/apis/web-api
 */
type SlackApp = { token: string; scopes: readonly string[]; emulated: Emulated | null }

const ok = (body: object): Answer => ({ status: 200, body: { ok: true, ...body } })
const slackError = (error: string): Answer => ({ status: 200, body: { ok: false, error } })

const team = { team: 'Acme', team_id: 'T0ACME001', url: 'https://acme.slack.com/' }
const bot = { user: 'acme-bot', user_id: 'U0ACMEBOT', bot_id: 'B0ACMEBOT' }
const channels = ['general', 'deploys', 'incidents', 'platform']
const end = { response_metadata: { next_cursor: '' } }

/** What `emulate` is filled with; its first user and channel are its own. */
export const slackSeed = (token: string, scopes: readonly string[]) => ({
  team: { name: team.team, domain: 'acme' },
  users: [{ name: bot.user, real_name: 'Acme bot', is_bot: true }, { name: 'ada' }, { name: 'otto' }, { name: 'vera' }],
  channels: channels.slice(1).map((name) => ({ name })),
  tokens: [{ token, user: bot.user, type: 'bot', scopes: [...scopes] }],
})

const methods: Record<string, () => Answer> = {
  'auth.test': () => ok({ ...team, ...bot, is_enterprise_install: false }),
  'conversations.list': () =>
    ok({ channels: channels.map((name, at) => ({ id: `C0ACME00${at}`, name, is_channel: true })), ...end }),
  'users.list': () =>
    ok({ members: [bot.user, 'ada', 'otto', 'vera'].map((name, at) => ({ id: `U0ACME00${at}`, name })), ...end }),
}

export function slackAnswer({ token, scopes, emulated }: SlackApp) {
  return async (asked: Asked): Promise<Answer> => {
    const method = /^\/api\/([\w.]+)$/.exec(asked.path)?.[1]
    if (method === 'api.test') return ok({})
    if (asked.headers.authorization === undefined) return slackError('not_authed')
    if (asked.headers.authorization !== `Bearer ${token}`) return slackError('invalid_auth')
    // The emulator knows its methods by POST alone.
    const answer = emulated
      ? await emulated.forward({ ...asked, method: 'POST' })
      : (methods[method ?? '']?.() ?? slackError('unknown_method'))
    return { ...answer, headers: { ...answer.headers, 'x-oauth-scopes': scopes.join(',') } }
  }
}

/** Slack's way to say it. Source: https://docs.slack.dev/apis/web-api/rate-limits */
export const slackFaults: OwnFaults = {
  unauthorized: () => slackError('token_revoked'),
  unavailable: () => ({ status: 503, body: { ok: false, error: 'service_unavailable' } }),
  rate_limited: () => ({ status: 429, headers: { 'retry-after': '30' }, body: { ok: false, error: 'ratelimited' } }),
}
