import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { print } from 'graphql'

/** One document over HTTP, for the few pages that stand outside a tenant and need no cache. */
export async function fetchGraphql<TData, TVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
): Promise<TData> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...ownRequest },
    body: JSON.stringify({ query: print(document), variables }),
  })
  const answer = (await response.json()) as { data?: TData | null; errors?: { message: string }[] }
  if (answer.data && !answer.errors?.length) return answer.data
  throw Object.assign(new Error(answer.errors?.[0]?.message ?? 'The hub did not answer'), {
    errors: answer.errors ?? [],
  })
}

/** A header no form of another site can send: the browser asks first, and the hub says no. */
export const ownRequest = { 'apollo-require-preflight': 'true' }
