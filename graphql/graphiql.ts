import { renderGraphiQL } from '@graphql-yoga/render-graphiql'

/**
 * The explorer, served from here and from nowhere else. Its page carries inline scripts, evaluates and starts workers
 * from blobs, which no other page of ours may: so it has a policy of its own, and no other page gets it.
 */
export const graphiqlPolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  "worker-src 'self' blob: data:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

let page: string | undefined

export function graphiqlPage(): string {
  page ??= renderGraphiQL({
    title: 'Integration Hub GraphiQL',
    endpoint: '/graphql',
    subscriptionsProtocol: 'WS',
    defaultQuery: '{\n  viewer { name tenants { tenant { slug name } } }\n}\n',
    headers: '{\n  "x-inthub-tenant": ""\n}\n',
  })
  return page
}
