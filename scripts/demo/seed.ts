import { existsSync, readFileSync } from 'node:fs'
import pLimit from 'p-limit'
import {
  connectIntegration,
  countHealth,
  getIntegration,
  type Integration,
  updateIntegration,
} from '@/server/domain/integrations/service'
import { createInvitation, listInvitations } from '@/server/domain/invitations/service'
import { createApiKey, findApiKey, listApiKeys } from '@/server/domain/keys/service'
import { addMember } from '@/server/domain/members/service'
import { completeSetup, isSetupPending, issueSetUpLink } from '@/server/domain/setup/service'
import { findTenant, listTenants, type Tenant } from '@/server/domain/tenants/service'
import { findUserByEmail } from '@/server/domain/users/service'
import { type Context, systemContext } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { Permission } from '@/server/kernel/permissions'
import { EnvironmentError } from '@/server/platform/env'
import { tokenFile, writePrivate } from './files'
import type { DemoServices } from './services'
import { demoGuest, demoPeople, demoPipelineKey, demoTenant, type StoryIntegration, storyOf } from './story'
import { makeCalls, settleProfiles } from './usage'

/**
 * Fills the demo's tenant through the same functions the API calls, as its admin would. Doing it again changes only
 * what moved: services that listen elsewhere now, members and keys that are gone.
 */
const [admin] = demoPeople
const atOnce = 6

async function settleTenant(): Promise<Tenant> {
  const known = await findTenant(demoTenant.slug)
  if (known?.isDemo) return known
  const isEmpty = (await listTenants()).length === 0 && (await isSetupPending())
  if (!isEmpty) {
    const problem = 'names a database that is in use, and the demo writes sample data'
    throw new EnvironmentError([{ variable: 'DATABASE_URL', problem, example: 'an empty database, or unset' }])
  }
  const { token } = await issueSetUpLink()
  const { email, name } = admin
  const { tenant } = await completeSetup({
    token,
    email,
    name,
    tenantName: demoTenant.name,
    tenantSlug: demoTenant.slug,
    isDemo: true,
  })
  return tenant
}

/** The admin of the demo, at work. */
async function contextOf(tenant: Tenant): Promise<Context> {
  const user = await findUserByEmail(admin.email)
  const ctx = systemContext(tenant.id, 'demo')
  return user ? { ...ctx, actor: { kind: 'user', id: user.id, name: user.name } } : ctx
}

const isCode = (error: unknown, code: HubError['code']) => error instanceof HubError && error.code === code

async function settlePeople(ctx: Context): Promise<void> {
  for (const { email, name, role } of demoPeople.slice(1)) {
    try {
      await addMember(ctx, { email, name, role })
    } catch (error) {
      if (!isCode(error, 'member.exists')) throw error
    }
  }
}

/** Somebody who has not joined yet. Only the link's hash is kept, so this one waits until it ends or is made anew. */
async function settleGuest(ctx: Context): Promise<void> {
  const { email } = demoGuest
  const waiting = await listInvitations(ctx)
  if (!waiting.some((invitation) => invitation.email === email)) await createInvitation(ctx, demoGuest)
}

async function findBySlug(ctx: Context, slug: string): Promise<Integration | null> {
  try {
    return await getIntegration(ctx, { slug })
  } catch (error) {
    if (isCode(error, 'integration.not_found')) return null
    throw error
  }
}

const places = ['baseUrl', 'server', 'tokenHost', 'caBundle']
const hasMoved = ({ config }: Integration, wanted: StoryIntegration) =>
  places.some((name) => config[name] !== wanted.config[name])

/** A service that moved is another origin to the hub, so its secret comes along; what people changed else stays. */
async function settleIntegration(ctx: Context, wanted: StoryIntegration): Promise<void> {
  const known = await findBySlug(ctx, wanted.slug)
  if (!known) {
    await connectIntegration(ctx, wanted)
    return
  }
  if (known.type !== wanted.type || !hasMoved(known, wanted)) return
  const { config, method, instance, secrets } = wanted
  const moved = { id: known.id, version: known.version, config, method, instance, secrets }
  await updateIntegration(ctx, { ...moved, skipTest: true })
}

const keyPermissions = [
  'integrations:read',
  'integrations:write',
  'integrations:test',
  'integrations:execute',
  'events:read',
  'events:publish',
  'webhooks:read',
  'webhooks:write',
  'tasks:read',
  'tasks:write',
  'automations:read',
  'automations:write',
  'approvals:decide',
  'members:read',
] as const satisfies readonly Permission[]

async function isValid(secret: string, tenant: Tenant): Promise<boolean> {
  const key = await findApiKey(secret)
  const isOver = key?.revokedAt || (key?.expiresAt && key.expiresAt <= new Date())
  return key?.tenantId === tenant.id && !isOver
}

/** The API key in the demo's token file: the one from before while it is valid. */
async function settleKey(ctx: Context, tenant: Tenant): Promise<void> {
  const path = tokenFile()
  const kept = existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
  if (kept && (await isValid(kept, tenant))) return
  const scopes = keyPermissions.map((permission) => ({ permission }))
  const { secret } = await createApiKey(ctx, { name: 'demo', scopes })
  writePrivate(path, `${secret}\n`)
}

/** A key that is in use and ends soon. */
async function settlePipelineKey(ctx: Context): Promise<void> {
  const { name, permissions, days } = demoPipelineKey
  const keys = await listApiKeys(ctx)
  if (keys.some((key) => key.name === name)) return
  const expiresAt = new Date(Date.now() + days * 86_400_000)
  const scopes = permissions.map((permission) => ({ permission }))
  const { secret } = await createApiKey(ctx, { name, scopes, expiresAt })
  // As any call with it would.
  await findApiKey(secret)
}

export type Seeded = { ctx: Context; adminEmail: string }

/** @throws {EnvironmentError} when the database belongs to somebody else */
export async function seedDemo(services: DemoServices): Promise<Seeded> {
  const tenant = await settleTenant()
  const ctx = await contextOf(tenant)
  await settlePeople(ctx)
  await settleGuest(ctx)
  await settleProfiles(ctx)
  const limit = pLimit(atOnce)
  await Promise.all(storyOf(services).map((wanted) => limit(() => settleIntegration(ctx, wanted))))
  await settleKey(ctx, tenant)
  await settlePipelineKey(ctx)
  await makeCalls(ctx)
  return { ctx, adminEmail: admin.email }
}

export type HealthCounts = Awaited<ReturnType<typeof countHealth>>

/** The counts once every integration has been checked, or when that takes too long. */
export async function countsAfterFirstChecks(ctx: Context, withinMs = 20_000): Promise<HealthCounts> {
  const until = Date.now() + withinMs
  for (;;) {
    const counts = await countHealth(ctx)
    const open = counts.unknown + counts.checking + counts.stale
    if (open === 0 || Date.now() > until) return counts
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
