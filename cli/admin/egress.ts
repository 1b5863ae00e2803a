import { type EgressGrant, grantEgress, listEgressGrants, revokeEgress } from '@/server/domain/egress/service'
import { formatEgressRule, parseEgressRule } from '@/server/kernel/egress'
import { HubError } from '@/server/kernel/errors'
import { findId, type Id } from '@/server/kernel/ids'
import { requireArgument } from '../commands/command'
import { type Detail, printList, printOne, settleView, type View } from '../output'
import { asInstanceAdmin, withDatabase } from './database'
import type { AdminRun } from './doors'

const view: View<EgressGrant> = {
  name: (grant) => grant.id,
  columns: [
    { name: 'rule', text: formatEgressRule },
    { name: 'reason', text: (grant) => grant.reason ?? '-', flexible: true },
    { name: 'created', text: (grant, io) => io.when(grant.createdAt.toISOString()) },
    { name: 'id', text: (grant) => grant.id },
  ],
  fields: {
    id: (grant) => grant.id,
    rule: formatEgressRule,
    cidr: (grant) => grant.cidr,
    port: (grant) => grant.port,
    reason: (grant) => grant.reason,
    createdAt: (grant) => grant.createdAt.toISOString(),
  },
}

const detailsOf = (grant: EgressGrant): Detail[] => [
  ['Rule', formatEgressRule(grant)],
  ['Id', grant.id],
  ...(grant.reason ? [['Reason', grant.reason] as const] : []),
]

export async function listEgress(run: AdminRun): Promise<void> {
  const { io, args } = run
  settleView(io, view)
  const grants = await withDatabase(run, () => listEgressGrants(asInstanceAdmin(), requireArgument(args, 0, 'tenant')))
  await printList(io, view, grants, { total: grants.length })
  if (grants.length === 0) io.note(io.colors.dim('nothing is opened to this tenant'))
}

export async function grant(run: AdminRun<{ reason?: string }>): Promise<void> {
  const { io, args, options } = run
  settleView(io, view)
  const input = {
    tenant: requireArgument(args, 0, 'tenant'),
    rule: requireArgument(args, 1, 'rule'),
    reason: options.reason,
  }
  const granted = await withDatabase(run, () => grantEgress(asInstanceAdmin(), input))
  await printOne(io, view, granted, detailsOf(granted))
  io.note(`${io.colors.green(io.symbols.pass)} opened to ${input.tenant}, from the next call on`)
}

async function grantIdOf(tenant: string, text: string): Promise<Id<'egressGrant'>> {
  const id = findId('egressGrant', text)
  if (id) return id
  const wanted = formatEgressRule(parseEgressRule(text))
  const found = (await listEgressGrants(asInstanceAdmin(), tenant)).find((one) => formatEgressRule(one) === wanted)
  if (found) return found.id
  throw new HubError('egress.grant_not_found')
}

export async function revoke(run: AdminRun): Promise<void> {
  const { io, args } = run
  const tenant = requireArgument(args, 0, 'tenant')
  const id = await withDatabase(run, async () =>
    revokeEgress(asInstanceAdmin(), { tenant, id: await grantIdOf(tenant, requireArgument(args, 1, 'rule')) }),
  )
  if (io.wantsJson) io.result(JSON.stringify({ apiVersion: 'v1', id }))
  else io.result(`${io.colors.green(io.symbols.pass)} closed to ${tenant}, from the next call on (${id})`)
}
