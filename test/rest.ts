import type { Hub } from './hub'

/** Asks the REST API of a hub as a client would, and reads what comes back. */
export type RestOptions = {
  key?: string
  session?: string
  tenant?: string
  body?: unknown
  headers?: Record<string, string>
}

/** What tests look into; everything else of an answer is unknown to them until they say what they expect. */
export type Body = {
  id: string
  slug: string
  name: string
  version: number
  code: string
  items: Body[]
  nextCursor: string | null
  fields: { path: string; message: string }[]
  instance: string
  requestId: string
  [field: string]: unknown
}
export type RestReply = { status: number; headers: Headers; text: string; body: Body }

const headersOf = ({ key, session, tenant, body, headers }: RestOptions): Record<string, string> => ({
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...(key && { authorization: `Bearer ${key}` }),
  ...(session && { cookie: `inthub.session=${session}` }),
  ...(tenant && { 'x-inthub-tenant': tenant }),
  ...headers,
})

export async function rest(hub: Hub, line: string, options: RestOptions = {}): Promise<RestReply> {
  const [method = 'GET', path = '/'] = line.split(' ')
  const { body } = options
  const response = await fetch(`${hub.url}${path}`, {
    method,
    headers: headersOf(options),
    redirect: 'manual',
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, headers: response.headers, text, body: isJson && text ? JSON.parse(text) : null }
}

/** The same as somebody in particular. */
export const restAs =
  (hub: Hub, who: Pick<RestOptions, 'key' | 'session' | 'tenant'>) =>
  (line: string, options: RestOptions = {}): Promise<RestReply> =>
    rest(hub, line, { ...who, ...options })
