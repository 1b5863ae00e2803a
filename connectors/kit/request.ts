import { HttpFailure, type HttpRequest } from '@/server/kernel/http'
import type { ConnectorManifest } from './manifest'
import type { ConnectorSettings } from './settings'
import { expand, type TemplateValues } from './template'

/**
 * Builds the requests of a manifest. Guarantees that neither a template nor a value moves a request away from the
 * integration's own origin and base path, and that a credential is put into such requests only.
 */
const badRequest = (message: string) =>
  new HttpFailure('bad_request', message, { remedy: 'Correct the settings of the integration.' })

const climbs = (path: string) => path.split(/[/?#]/).some((part) => /^(\.|%2e){1,2}$/i.test(part))

/** RFC 6570's two ways: everything but letters and digits, or everything but what has a meaning in a URL. */
const encode = (value: string, isReserved: boolean) =>
  isReserved ? encodeURI(value).replaceAll('%25', '%') : encodeURIComponent(value)

function pathOf(template: string, values: TemplateValues): string {
  const path = expand(template, values, (value, isReserved) => {
    if (!isReserved && /^\.{1,2}$/.test(value)) throw badRequest('A value would change the path of the request.')
    return encode(value, isReserved)
  })
  return path.startsWith('/') ? path : `/${path}`
}

/**
 * @param line such as `GET /projects/{projectId}`
 * @throws {HttpFailure} bad_request when the values would lead elsewhere
 */
export function buildRequest(
  line: string,
  baseUrl: string,
  values: TemplateValues = {},
): HttpRequest & { method: HttpRequest['method'] } {
  const [method = '', ...rest] = line.split(' ')
  const text = pathOf(rest.join(' '), values)
  const base = new URL(baseUrl)
  const basePath = base.pathname.replace(/\/+$/, '')
  if (/[\s\\]|\p{Cc}/u.test(text) || text.includes('#') || climbs(text)) {
    throw badRequest('The path of the request is not one that can be sent.')
  }
  const url = new URL(`${base.origin}${basePath}${text}`)
  if (url.origin !== base.origin || !url.pathname.startsWith(`${basePath}/`)) {
    throw badRequest('The request would leave the base URL.')
  }
  return { method: methodOf(method), url: url.href }
}

function methodOf(text: string): HttpRequest['method'] {
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
  const method = methods.find((one) => one === text)
  if (!method) throw badRequest('The request has no method that can be sent.')
  return method
}

const basicOf = (username: string, password: string) =>
  `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`

/** The request with the credential in it, as the method's `inject` says. Refuses to put it into a foreign one. */
export function injectCredential(
  manifest: ConnectorManifest,
  settings: ConnectorSettings,
  request: HttpRequest,
): HttpRequest {
  const url = new URL(request.url)
  if (url.origin !== new URL(settings.baseUrl).origin) throw badRequest('The credential belongs to another origin.')
  const inject = manifest.methods[settings.method]?.inject
  if (!inject) return request
  const values = { ...settings.config, ...settings.secrets }
  const raw = (template: string) => expand(template, values, (value) => value)
  const headers = Object.entries(inject.headers ?? {}).map(([name, value]) => [raw(name), raw(value)] as const)
  if (inject.basic) headers.push(['Authorization', basicOf(raw(inject.basic.username), raw(inject.basic.password))])
  for (const [name, value] of Object.entries(inject.query ?? {})) url.searchParams.set(name, raw(value))
  return {
    ...request,
    url: url.href,
    headers: { ...request.headers, ...Object.fromEntries(headers) },
    secretHeaders: [...(request.secretHeaders ?? []), ...headers.map(([name]) => name.toLowerCase())],
  }
}
