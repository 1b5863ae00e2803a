import { addTypenameToDocument } from '@apollo/client/utilities'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { Trouble } from '@/app/ui/feedback'
import { hubBridge } from '@/server/auth/bridge'
import { codeOf, troubleOf } from './trouble'

/**
 * GraphQL for server components: the same documents as the browser's, executed in this process with the rights of
 * whoever asks for the page.
 */
export type Loaded<TData> = { data: TData; trouble: null } | { data: null; trouble: Trouble }

type Place = { tenant?: string }

const withTypenames = new WeakMap<object, unknown>()

/** The browser's cache knows entities by __typename, so what is handed to it as a seed must carry it. */
function typed<TData, TVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): TypedDocumentNode<TData, TVariables> {
  const known = withTypenames.get(document)
  if (known) return known as TypedDocumentNode<TData, TVariables>
  const made = addTypenameToDocument(document)
  withTypenames.set(document, made)
  return made
}

/** Sends whoever is not signed in to the sign-in page, and answers a tenant that does not exist with the 404 page. */
export async function load<TData, TVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
  { tenant }: Place = {},
): Promise<Loaded<TData>> {
  const cookie = (await headers()).get('cookie') ?? undefined
  const { data, errors } = await hubBridge().executeGraphql(typed(document), variables, {
    cookie,
    'x-inthub-tenant': tenant,
  })
  if (data && errors.length === 0) return { data, trouble: null }
  const code = codeOf(errors)
  if (code === 'auth.required') redirect(signInPath(await wantedPath()))
  if (code?.endsWith('.not_found')) notFound()
  return { data: null, trouble: troubleOf(errors) }
}

/** Where whoever asks wanted to go: the server tells it, for a layout does not know its page. */
export async function wantedPath(): Promise<string> {
  const url = new URL((await headers()).get('x-inthub-path') ?? '/', 'http://hub.invalid')
  // Next asks for a part of a page at an address of its own.
  url.searchParams.delete('_rsc')
  return `${url.pathname}${url.search}`
}

export function signInPath(callbackUrl: string): string {
  return callbackUrl === '/' ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`
}
