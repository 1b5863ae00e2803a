import { request } from '../client'
import { usageError } from '../errors'
import type { InboundHookFieldsFragment, InboundHookListQuery } from '../generated/graphql'
import { lower } from '../health-words'
import type { Io } from '../io'
import { type Detail, printList, printOne, settleView, type View } from '../output'
import { confirmByName } from '../prompts'
import { rememberSecret } from '../redaction'
import { readSecretFromStdin } from '../secrets'
import type { Session } from '../session'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'
import {
  checkHookMutation,
  createHookMutation,
  deleteHookMutation,
  hooksQuery,
  recoverMutation,
  registerHookMutation,
  rotateHookMutation,
  unregisterHookMutation,
  updateHookMutation,
} from './webhook-inbound-queries'

/** `inthub webhook hooks …`: where providers send their webhooks. */
type Hook = InboundHookFieldsFragment

const slugOf = ({ integration, integrationId }: Hook) => integration?.slug ?? integrationId
const providerOf = ({ registration }: Hook) =>
  registration ? `${registration.target} ${lower(registration.state)?.replace('_', ' ')}` : '-'

const hookView: View<Hook> = {
  name: (hook) => hook.id,
  columns: [
    { name: 'name', text: (hook) => hook.name, flexible: true },
    { name: 'integration', text: slugOf },
    { name: 'state', text: (hook) => (hook.enabled ? 'on' : 'off') },
    {
      name: 'proof',
      text: (hook) => (hook.isWeak ? 'weak' : hook.schemes.filter((one) => one !== 'challenge').join(',')),
      paint: (text, hook, io) => (hook.isWeak ? io.colors.yellow(text) : text),
    },
    { name: 'provider', text: providerOf, flexible: true },
    { name: 'received', text: (hook, io) => (hook.lastReceivedAt ? io.when(hook.lastReceivedAt) : 'never') },
    { name: 'route', text: (hook) => hook.route ?? '', wide: true },
    { name: 'id', text: (hook) => hook.id },
  ],
  fields: {
    id: (hook) => hook.id,
    name: (hook) => hook.name,
    integrationId: (hook) => hook.integrationId,
    kind: (hook) => lower(hook.kind),
    route: (hook) => hook.route,
    enabled: (hook) => hook.enabled,
    schemes: (hook) => hook.schemes,
    isWeak: (hook) => hook.isWeak,
    weakness: (hook) => hook.weakness,
    secrets: (hook) => hook.secrets,
    registration: ({ registration }) => registration && { ...registration, state: lower(registration.state) },
    lastReceivedAt: (hook) => hook.lastReceivedAt,
    createdBy: (hook) => hook.createdBy,
    createdAt: (hook) => hook.createdAt,
  },
}

type Issued = Hook & { url: string; secret: string | null }
const issuedView: View<Issued> = {
  ...hookView,
  columns: [],
  name: (hook) => hook.id,
  fields: { ...hookView.fields, url: (hook) => hook.url, secret: (hook) => hook.secret },
}

async function allHooks(session: Session, integration: string | undefined): Promise<Hook[]> {
  const hooks: Hook[] = []
  let after: string | null = null
  for (;;) {
    const { inboundHooks }: InboundHookListQuery = await request(session, hooksQuery, {
      ...{ first: 100, after },
      ...(integration && { integration }),
    })
    hooks.push(...inboundHooks.edges.map(({ node }) => node))
    if (!inboundHooks.pageInfo.hasNextPage) return hooks
    after = inboundHooks.pageInfo.endCursor
  }
}

export async function list({ io, session, options }: Run<{ integration?: string }>): Promise<void> {
  settleView(io, hookView)
  const hooks = await allHooks(session, options.integration)
  await printList(io, hookView, hooks, { total: hooks.length })
}

/** Shown once: on stdout, which may be a file, and nowhere else. */
async function printIssued(io: Io, issued: { hook: Hook; url: string; secret: string | null }, what: string) {
  if (issued.secret) rememberSecret(issued.secret)
  const details: Detail[] = [
    ['Hook', `${plainText(issued.hook.name)} (${issued.hook.id})`],
    ['Address', issued.url],
    ...(issued.secret ? ([['Secret', issued.secret]] as const) : []),
  ]
  await printOne(io, issuedView, { ...issued.hook, url: issued.url, secret: issued.secret }, details)
  io.note(`${io.colors.green(io.symbols.pass)} ${what}`)
  io.note(io.colors.dim('address and secret are never shown again; register them with: inthub webhook hooks register'))
}

export type CreateOptions = {
  name?: string
  app?: boolean
  route?: string
  secretStdin?: boolean
  scheme?: string[]
}

function schemesOf(given: readonly string[] | undefined): Record<string, unknown>[] | undefined {
  return given?.map((text) => {
    try {
      return JSON.parse(text) as Record<string, unknown>
    } catch {
      throw usageError('--scheme is not JSON.', `Such as: '{"scheme":"shared_token","header":"X-Token"}'`)
    }
  })
}

export async function create({ io, session, args, options }: Run<CreateOptions>): Promise<void> {
  settleView(io, issuedView)
  const { name, app, route, scheme } = options
  const schemes = schemesOf(scheme)
  const secret = options.secretStdin ? await readSecretFromStdin(io, 'the secret of the hook') : undefined
  const { createInboundHook } = await request(session, createHookMutation, {
    input: {
      integration: requireArgument(args, 0, 'integration'),
      ...(name && { name }),
      ...((app || route) && { kind: 'APP' as const }),
      ...(route && { route }),
      ...(secret && { secret }),
      ...(schemes && { schemes }),
    },
  })
  await printIssued(io, createInboundHook, 'the hook is made')
}

export async function rotate({ io, session, args, options }: Run<{ address?: boolean; secretStdin?: boolean }>) {
  settleView(io, issuedView)
  const secret = options.secretStdin ? await readSecretFromStdin(io, 'the new secret') : undefined
  const input = { id: requireArgument(args, 0, 'hook'), ...(secret && { secret }), address: options.address ?? false }
  const { rotateInboundHookSecret } = await request(session, rotateHookMutation, { input })
  await printIssued(io, rotateInboundHookSecret, 'the old secret is valid until the first webhook with the new one')
}

const detailsOf = (io: Io, hook: Hook): Detail[] => [
  ['Hook', `${plainText(hook.name)} (${hook.id})`],
  ['Integration', plainText(slugOf(hook))],
  ['State', hook.enabled ? 'on' : 'off'],
  ['Proof', hook.weakness ? io.colors.yellow(hook.weakness) : hook.schemes.join(', ')],
  ['Provider', plainText(providerOf(hook))],
  ...(hook.registration?.message ? ([['It says', plainText(hook.registration.message)]] as const) : []),
  ['Received', hook.lastReceivedAt ? io.when(hook.lastReceivedAt) : 'never'],
]

const printHook = (io: Io, hook: Hook) => printOne(io, hookView, hook, detailsOf(io, hook))

export async function remove({ io, session, args, options }: Run<{ yes?: boolean }>): Promise<void> {
  settleView(io, hookView)
  const id = requireArgument(args, 0, 'hook')
  if (!options.yes) {
    await confirmByName(io, id, ['Its address is dead at once.', 'What came through it stays until it is too old.'])
  }
  const { deleteInboundHook } = await request(session, deleteHookMutation, { id })
  await printHook(io, deleteInboundHook.hook)
}

const switched =
  (enabled: boolean) =>
  async ({ io, session, args }: Run<object>): Promise<void> => {
    settleView(io, hookView)
    const input = { id: requireArgument(args, 0, 'hook'), enabled }
    const { updateInboundHook } = await request(session, updateHookMutation, { input })
    await printHook(io, updateInboundHook.hook)
  }
export const enable = switched(true)
export const disable = switched(false)

export async function register({ io, session, args, options }: Run<{ target?: string; events?: string[] }>) {
  settleView(io, hookView)
  const { target, events } = options
  const { registerInboundHook } = await request(session, registerHookMutation, {
    input: { id: requireArgument(args, 0, 'hook'), ...(target && { target }), ...(events && { events }) },
  })
  await printHook(io, registerInboundHook.hook)
}

export async function unregister({ io, session, args }: Run<object>): Promise<void> {
  settleView(io, hookView)
  const { unregisterInboundHook } = await request(session, unregisterHookMutation, {
    id: requireArgument(args, 0, 'hook'),
  })
  await printHook(io, unregisterInboundHook.hook)
}

export async function check({ io, session, args }: Run<object>): Promise<void> {
  settleView(io, hookView)
  const { checkInboundHook } = await request(session, checkHookMutation, { id: requireArgument(args, 0, 'hook') })
  await printHook(io, checkInboundHook.hook)
}

type Recovery = { found: number; recovered: number; preview: boolean; since: string }
const recoveryView: View<Recovery> = {
  name: (one) => String(one.recovered),
  columns: [],
  fields: {
    found: (one) => one.found,
    recovered: (one) => one.recovered,
    preview: (one) => one.preview,
    since: (one) => one.since,
  },
}

export async function recover({ io, session, args, options }: Run<{ since?: Date; preview?: boolean }>): Promise<void> {
  settleView(io, recoveryView)
  const { recoverInboundDeliveries: done } = await request(session, recoverMutation, {
    input: {
      id: requireArgument(args, 0, 'hook'),
      ...(options.since && { since: options.since.toISOString() }),
      preview: options.preview ?? false,
    },
  })
  await printOne(io, recoveryView, done, [
    ['Missed', String(done.found)],
    ['Recovered', done.preview ? 'nothing yet: this was a preview' : String(done.recovered)],
    ['Since', io.instant(new Date(done.since))],
  ])
}
