import { openApiDocument } from './openapi'
import { allRoutes } from './routes'

/** The published contract as text; made once, for it never changes while we run. */
let text: string | undefined

/** Both say that anything may follow; the page that draws the reference reads only the short form. */
const anything = (name: string, value: unknown): unknown =>
  name === 'additionalProperties' && JSON.stringify(value) === '{}' ? true : value

export function openApiText(): string {
  text ??= `${JSON.stringify(openApiDocument(allRoutes), anything, 2)}\n`
  return text
}
