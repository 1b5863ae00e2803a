import { openApiDocument } from './openapi'
import { allRoutes } from './routes'

/** The published contract as text; made once, for it never changes while we run. */
let text: string | undefined

export function openApiText(): string {
  text ??= `${JSON.stringify(openApiDocument(allRoutes), null, 2)}\n`
  return text
}
