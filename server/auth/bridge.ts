import type { TypedDocumentNode } from '@graphql-typed-document-node/core'

/**
 * How screens reach the server that runs beside them in the same process. Next bundles its routes apart from us, and a
 * second copy of the schema, the pools or the keys must not exist; so the server leaves one object on globalThis, and
 * the screens import only this getter and its types. See docs/decisions/0003-next-beside-the-server.md.
 */
export type GraphqlProblem = {
  message: string
  path?: readonly (string | number)[]
  extensions: { code: string; type: string; [key: string]: unknown }
}

export type GraphqlAnswer<TData> = { data: TData | null; errors: readonly GraphqlProblem[] }

/** The caller's own headers, handed on. */
export type CallerHeaders = { cookie?: string | undefined; 'x-inthub-tenant'?: string | undefined }

export type HubBridge = {
  /** Runs a document in this process, with the rights of the caller whose headers are given. */
  executeGraphql<TData, TVariables>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
    headers: CallerHeaders,
  ): Promise<GraphqlAnswer<TData>>
  /** Answers what is asked below /api/auth. */
  handleAuth(request: Request): Promise<Response>
}

const key = Symbol.for('inthub.bridge')
const place = globalThis as { [key]?: HubBridge }

export function openBridge(bridge: HubBridge): void {
  place[key] = bridge
}

/** @throws {Error} when the screens run without the hub, which they cannot */
export function hubBridge(): HubBridge {
  const bridge = place[key]
  if (bridge) return bridge
  throw new Error('The screens run inside the hub: start it with npm start or npm run dev.')
}
