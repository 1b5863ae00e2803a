import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
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

export type GraphiqlPage = { html: string; compressed: Buffer; etag: string }

async function makePage(): Promise<GraphiqlPage> {
  const html = renderGraphiQL({
    title: 'Integration Hub GraphiQL',
    endpoint: '/graphql',
    subscriptionsProtocol: 'WS',
    defaultQuery: '{\n  viewer { name tenants { tenant { slug name } } }\n}\n',
    headers: '{\n  "x-inthub-tenant": ""\n}\n',
  })
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  return { html, compressed: await promisify(gzip)(html), etag }
}

let page: Promise<GraphiqlPage> | undefined

/** Nine megabytes that never change while we run: made and compressed once, at the first request. */
export function graphiqlPage(): Promise<GraphiqlPage> {
  page ??= makePage()
  return page
}
