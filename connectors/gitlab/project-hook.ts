import { fieldsOf, headersOf, nextPage, type ProviderHook, textOf } from '@/connectors/kit'

/**
 * Webhooks of a project. GitLab switches off what keeps failing, for a while or for good.
 * Source: https://docs.gitlab.com/api/project_webhooks/
 */
const hook = 'projects/{project}/hooks'
const at = ({ target, hookId }: { target: string; hookId: string }) => ({ project: target, hookId })

const events = [
  'push_events',
  'tag_push_events',
  'merge_requests_events',
  'issues_events',
  'note_events',
  'pipeline_events',
  'job_events',
  'deployment_events',
  'releases_events',
]

const settings = ({ url, secret, events: wanted }: { url: string; secret: string; events: readonly string[] }) => ({
  ...{ url, token: secret, enable_ssl_verification: true },
  // Pushes are on unless they are refused.
  ...Object.fromEntries([...new Set([...events, ...wanted])].map((name) => [name, wanted.includes(name)])),
})

type State = { state: 'active' | 'switched_off' | 'failing'; message: string | null }

function stateOf(alertStatus: unknown, disabledUntil: unknown): State {
  const until = textOf(disabledUntil)
  if (alertStatus === 'disabled')
    return { state: 'switched_off', message: 'GitLab switched it off: its deliveries kept failing.' }
  if (alertStatus === 'temporarily_disabled' || until !== null) {
    return {
      state: 'failing',
      message: `GitLab does not send to it until ${until ?? 'later'}: its last deliveries failed.`,
    }
  }
  return { state: 'active', message: null }
}

export const projectHook: ProviderHook = {
  noun: 'project',
  target: /^(\d{1,12}|[A-Za-z0-9_.][A-Za-z0-9_.-]*(\/[A-Za-z0-9_.][A-Za-z0-9_.-]*){1,20})$/,
  events,
  create: (wanted) => ({ line: `POST /${hook}`, values: { project: wanted.target }, body: settings(wanted) }),
  update: (wanted) => ({ line: `PUT /${hook}/{hookId}`, values: at(wanted), body: settings(wanted) }),
  read: (place) => ({ line: `GET /${hook}/{hookId}`, values: at(place) }),
  remove: (place) => ({ line: `DELETE /${hook}/{hookId}`, values: at(place) }),
  found: (document) => {
    const fields = fieldsOf(document)
    const hookId = textOf(fields.id)
    if (hookId === null) return null
    const on = Object.entries(fields).flatMap(([name, value]) =>
      name.endsWith('_events') && value === true ? [name] : [],
    )
    return { hookId, events: on, ...stateOf(fields.alert_status, fields.disabled_until) }
  },
  // Source: https://docs.gitlab.com/api/project_webhooks/#list-all-events-for-a-project-webhook
  deliveries: {
    list: (place, next) => ({
      line: `GET /${hook}/{hookId}/events`,
      values: at(place),
      query: { per_page: '20', ...next },
    }),
    page: (document, answered) => ({
      deliveries: (Array.isArray(document) ? document : []).map((one) => {
        const { request_headers: sent, request_data: data } = fieldsOf(one)
        const headers = headersOf(sent)
        return {
          deliveryId: headers['idempotency-key'] ?? headers['x-gitlab-event-uuid'] ?? null,
          ...{ at: null, readId: null },
          content: data === undefined ? null : { headers, body: Buffer.from(JSON.stringify(data)) },
        }
      }),
      next: nextPage(answered.link, ['page']) ?? (answered['x-next-page'] ? { page: answered['x-next-page'] } : null),
    }),
  },
}
