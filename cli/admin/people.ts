import { signInUrl } from '@/server/auth/sign-in-link'
import { isSetupPending, issueSetUpLink } from '@/server/domain/setup/service'
import { createTenant, listTenants, type Tenant } from '@/server/domain/tenants/service'
import { issueSignInLink } from '@/server/domain/users/service'
import { HubError } from '@/server/kernel/errors'
import { env } from '@/server/platform/env'
import { requireArgument } from '../commands/command'
import { CliError } from '../errors'
import { exitCodes } from '../exit-codes'
import { apiVersion, printList, printOne, settleView, type View } from '../output'
import { asInstanceAdmin, withDatabase } from './database'
import type { AdminRun } from './doors'

const view: View<Tenant> = {
  name: (tenant) => tenant.slug,
  columns: [
    { name: 'slug', text: (tenant) => tenant.slug },
    { name: 'name', text: (tenant) => tenant.name, flexible: true },
    { name: 'created', text: (tenant, io) => io.when(tenant.createdAt.toISOString()) },
    { name: 'demo', text: (tenant) => (tenant.isDemo ? 'yes' : 'no'), wide: true },
    { name: 'id', text: (tenant) => tenant.id, wide: true },
  ],
  fields: {
    id: (tenant) => tenant.id,
    slug: (tenant) => tenant.slug,
    name: (tenant) => tenant.name,
    isDemo: (tenant) => tenant.isDemo,
    createdAt: (tenant) => tenant.createdAt.toISOString(),
  },
}

export async function tenants(run: AdminRun): Promise<void> {
  settleView(run.io, view)
  const found = await withDatabase(run, () => listTenants())
  await printList(run.io, view, found, { total: found.length })
  if (found.length === 0) run.io.note(run.io.colors.dim('there is no tenant yet - next: inthub admin set-up-link'))
}

const isEmail = (text: string) => /^[^\s@]+@[^\s@]+$/.test(text)

export async function newTenant(run: AdminRun<{ slug?: string; owner?: string }>): Promise<void> {
  const { io, args, options } = run
  settleView(io, view)
  if (options.owner !== undefined && !isEmail(options.owner)) {
    throw new CliError(exitCodes.usage, 'usage.invalid', '--owner has to be an e-mail address.')
  }
  const input = { name: requireArgument(args, 0, 'name'), slug: options.slug, ownerEmail: options.owner }
  const tenant = await withDatabase(run, () => createTenant(asInstanceAdmin(), input))
  await printOne(io, view, tenant, [
    ['Slug', tenant.slug],
    ['Name', tenant.name],
    ['Id', tenant.id],
  ])
  const next = options.owner
    ? `next: inthub admin sign-in-link ${options.owner}`
    : 'it has no owner: nobody can enter it yet; --owner <email> names one'
  io.note(io.colors.dim(next))
}

function printLink({ io }: AdminRun, url: string, expiresAt: Date): void {
  io.result(io.wantsJson ? JSON.stringify({ apiVersion, url, expiresAt: expiresAt.toISOString() }) : url)
  io.note(io.colors.dim(`works once, until ${io.instant(expiresAt)}; whoever has it can use it`))
}

export async function signInLink(run: AdminRun): Promise<void> {
  const email = requireArgument(run.args, 0, 'email')
  const link = await withDatabase(run, () => issueSignInLink(email))
  if (!link) {
    throw new CliError(exitCodes.notFound, 'cli.user_not_found', 'Nobody with this e-mail address has an account.', {
      remedy:
        'Add them as a member first, or make a tenant for them: inthub admin tenant create <name> --owner <email>',
    })
  }
  printLink(run, signInUrl(link.token, email), link.expiresAt)
}

export async function setUpLink(run: AdminRun): Promise<void> {
  const link = await withDatabase(run, async () => {
    if (!(await isSetupPending())) throw new HubError('setup.done')
    return issueSetUpLink()
  })
  const url = new URL('/setup', env().INTHUB_URL)
  url.searchParams.set('token', link.token)
  printLink(run, url.href, link.expiresAt)
}
