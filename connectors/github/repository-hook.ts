import { fieldsOf, headersOf, nextPage, type ProviderHook, textOf } from '@/connectors/kit'

/**
 * Webhooks of a repository.
 * Source: https://docs.github.com/en/rest/repos/webhooks
 */
const config = ({ url, secret }: { url: string; secret: string }) => ({
  ...{ url, secret, content_type: 'json', insecure_ssl: '0' },
})

const hook = 'repos/{+repository}/hooks'
const at = ({ target, hookId }: { target: string; hookId: string }) => ({ repository: target, hookId })

export const repositoryHook: ProviderHook = {
  noun: 'repository',
  target: /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/,
  events: ['push', 'pull_request', 'pull_request_review', 'issues', 'issue_comment', 'release', 'workflow_run'],
  create: (wanted) => ({
    line: `POST /${hook}`,
    values: { repository: wanted.target },
    body: { name: 'web', active: true, events: wanted.events, config: config(wanted) },
  }),
  update: (wanted) => ({
    line: `PATCH /${hook}/{hookId}`,
    values: at(wanted),
    body: { active: true, events: wanted.events, config: config(wanted) },
  }),
  read: (place) => ({ line: `GET /${hook}/{hookId}`, values: at(place) }),
  remove: (place) => ({ line: `DELETE /${hook}/{hookId}`, values: at(place) }),
  found: (document) => {
    const { id, active, events, last_response: last } = fieldsOf(document)
    const hookId = textOf(id)
    if (hookId === null || typeof active !== 'boolean') return null
    const { code, message, status } = fieldsOf(last)
    const failed = typeof code === 'number' && (code < 200 || code > 299)
    const said = textOf(message) ?? textOf(status) ?? ''
    return {
      ...{ hookId, events: Array.isArray(events) ? events.map(String) : [] },
      state: active ? (failed ? 'failing' : 'active') : 'switched_off',
      message: active
        ? failed
          ? `The last delivery was answered with ${code}: ${said}`.slice(0, 300)
          : null
        : 'It is not active.',
    }
  },
  // Source: https://docs.github.com/en/rest/repos/webhooks#list-deliveries-for-a-repository-webhook
  deliveries: {
    list: (place, next) => ({
      line: `GET /${hook}/{hookId}/deliveries`,
      values: at(place),
      query: { per_page: '100', ...next },
    }),
    page: (document, headers) => ({
      deliveries: (Array.isArray(document) ? document : []).map((one) => {
        const { id, guid, delivered_at: deliveredAt } = fieldsOf(one)
        const when = new Date(textOf(deliveredAt) ?? Number.NaN)
        return {
          ...{ deliveryId: textOf(guid), readId: textOf(id), content: null },
          at: Number.isNaN(when.getTime()) ? null : when,
        }
      }),
      next: nextPage(headers.link, ['cursor']),
    }),
    read: (place, deliveryId) => ({
      line: `GET /${hook}/{hookId}/deliveries/{deliveryId}`,
      values: { ...at(place), deliveryId },
    }),
    content: (document) => {
      const { request } = fieldsOf(document)
      const { headers, payload } = fieldsOf(request)
      if (payload === undefined) return null
      return { headers: headersOf(headers), body: Buffer.from(JSON.stringify(payload)) }
    },
  },
}
