import { request } from '../client'
import { configFolder, forgetKey, readConfig, storeKey, writeConfig } from '../config'
import { CliError, usageError } from '../errors'
import { exitCodes } from '../exit-codes'
import { graphql } from '../generated'
import type { ViewerQuery } from '../generated/graphql'
import { apiVersion, type Detail, printOne, settleView, type View } from '../output'
import { readSecretFromStdin } from '../secrets'
import { requireKey, type Session } from '../session'
import { plainText } from '../terminal'
import type { Run } from './command'

const viewerQuery = graphql(`
  query Viewer {
    viewer { id kind name tenants { tenant { id slug name } permissions } }
    tenant { id slug name }
  }
`)

type Viewer = NonNullable<ViewerQuery['viewer']>
type Known = { viewer: Viewer; tenant: ViewerQuery['tenant']; session: Session }

const permissionsOf = ({ viewer, tenant }: Known) =>
  viewer.tenants.find((one) => one.tenant.id === tenant.id)?.permissions ?? []

const statusView: View<Known> = {
  name: ({ viewer }) => viewer.name,
  columns: [],
  fields: {
    url: ({ session }) => session.url,
    profile: ({ session }) => session.profile,
    tokenFrom: ({ session }) => session.tokenFrom ?? null,
    id: ({ viewer }) => viewer.id,
    name: ({ viewer }) => viewer.name,
    kind: ({ viewer }) => viewer.kind.toLowerCase(),
    tenant: ({ tenant }) => tenant.slug,
    permissions: permissionsOf,
  },
}

async function whoIs(session: Session): Promise<Known> {
  const { viewer, tenant } = await request(session, viewerQuery, {})
  if (viewer) return { viewer, tenant, session }
  throw new CliError(exitCodes.unauthenticated, 'auth.required', `The hub at ${session.url} does not know this key.`)
}

const isKey = (text: string) => /^ihk_[\x21-\x7e]+$/.test(text)

/** Proves the key before it is kept; a key that is refused leaves no trace. */
export async function login({ io, session, options }: Run<{ withToken?: boolean }>): Promise<void> {
  if (!options.withToken) {
    throw usageError(
      'Say how to log in: --with-token reads an API key from stdin.',
      `Create one at ${session.url} in Settings, API keys, then: inthub auth login --with-token < key.txt`,
    )
  }
  const token = (await readSecretFromStdin(io, 'API key')).trim()
  if (!isKey(token))
    throw usageError('What came through stdin is not an API key.', 'A key begins with ihk_ and is one line.')
  const known = await whoIs({ ...session, token, tokenFrom: undefined })
  storeKey(session.profile, { url: session.url, token })
  const config = await readConfig()
  const before = config.profiles[session.profile]
  await writeConfig({
    current: config.current ?? session.profile,
    profiles: { ...config.profiles, [session.profile]: { ...before, url: session.url, tenant: known.tenant.slug } },
  })
  io.note(
    `${io.colors.green(io.symbols.pass)} logged in to ${session.url} as "${plainText(known.viewer.name)}" in ${known.tenant.slug}`,
  )
  io.note(
    `${io.symbols.warn} the key is in ${configFolder()}/credentials.json, readable by you alone; inthub auth logout forgets it`,
  )
  if (config.current !== undefined && config.current !== session.profile) {
    io.note(`  use it with inthub auth switch ${session.profile}; the current profile is ${config.current}`)
  }
}

export async function status({ io, session }: Run<object>): Promise<void> {
  settleView(io, statusView)
  const known = await whoIs(session)
  const details: Detail[] = [
    ['Hub', session.url],
    ['Signed in as', `${plainText(known.viewer.name)} (${known.viewer.kind === 'API_KEY' ? 'API key' : 'user'})`],
    ['Tenant', `${plainText(known.tenant.name)} (${known.tenant.slug})`],
    ['Key from', session.tokenFrom ?? '-'],
    ['Profile', session.profile],
    ['May', permissionsOf(known).join(', ') || 'nothing in this tenant'],
  ]
  await printOne(io, statusView, known, details)
}

export async function logout({ io, session }: Run<object>): Promise<void> {
  const forgotten = forgetKey(session.profile)
  io.note(
    forgotten
      ? `${io.colors.green(io.symbols.pass)} the key of ${session.profile} is forgotten; revoke it in Settings, API keys`
      : `no key was stored for ${session.profile}`,
  )
}

/** The key itself, on stdout and nowhere else. The hub is not asked whether it is still valid. */
export async function token({ io, session }: Run<object>): Promise<void> {
  const key = requireKey(session)
  io.result(io.wantsJson ? JSON.stringify({ apiVersion, url: session.url, token: key }) : key)
}
