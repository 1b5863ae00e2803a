import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrate } from '@/db/migrate'
import { healthStates, integrations, projects } from '@/db/schema'
import { acrossTenants, closeDatabase, connectDatabase, inTenant } from '@/db/tenant'
import { openKeyring } from '@/server/domain/credentials/service'
import { createApiKey } from '@/server/domain/keys/service'
import { insertTenant } from '@/server/domain/tenants/service'
import type { Context } from '@/server/kernel/context'
import { newId } from '@/server/kernel/ids'
import { type Permission, rolePermissions } from '@/server/kernel/permissions'
import { startEmbeddedPostgres } from '@/server/platform/postgres'

/** A PostgreSQL of its own for one bench, migrated, with tenants in it; gone with `stop`. */
export type Ground = {
  url: string
  /** CPU microseconds PostgreSQL has used so far, all its processes together. Linux only, else 0. */
  serverCpuMicros(): number
  /** Lets the planner know what is there, as a hub that has run for a while would. */
  analyze(): Promise<void>
  stop(): Promise<void>
}

export const benchMasterKey = Buffer.alloc(32, 9).toString('base64')
const poolSize = 10
const clockTicksPerSecond = 100

function childrenOf(parent: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    const fields = statOf(Number(name))
    return fields && Number(fields[1]) === parent ? [Number(name)] : []
  })
}

/** The fields of /proc/<pid>/stat after the name of the program: the state is first. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/** Of the living backends, and of those that ended, which the postmaster has counted. */
function cpuMicrosOf(postmaster: number): number {
  const own = statOf(postmaster)
  if (!own) return 0
  const ended = Number(own[13]) + Number(own[14])
  const ticks = childrenOf(postmaster).reduce((sum, pid) => {
    const fields = statOf(pid)
    return sum + Number(fields?.[11] ?? 0) + Number(fields?.[12] ?? 0)
  }, ended)
  return (ticks / clockTicksPerSecond) * 1_000_000
}

export async function openGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'inthub-bench-'))
  const embedded = await startEmbeddedPostgres({ dataDir: join(folder, 'data') })
  await migrate(embedded.url)
  connectDatabase({ ownerUrl: embedded.url, appConnections: poolSize, systemConnections: 4 })
  await openKeyring(benchMasterKey)
  const pidFile = readFileSync(join(embedded.dataDir, 'pgdata', 'postmaster.pid'), 'utf8')
  const postmaster = Number(pidFile.split('\n', 1)[0])
  return {
    url: embedded.url,
    serverCpuMicros: () => cpuMicrosOf(postmaster),
    analyze: async () => {
      const owner = postgres(embedded.url, { max: 1, onnotice: () => {} })
      await owner`analyze`
      await owner.end()
    },
    stop: async () => {
      await closeDatabase()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A tenant with this many integrations that were checked just now, and who may do everything in it. */
export async function aTenantWith(count: number, slug: string): Promise<Context> {
  const tenant = await acrossTenants('bench', (tx) => insertTenant(tx, { name: slug, slug }))
  const requestId = newId('request')
  const ctx: Context = {
    tenantId: tenant.id,
    actor: { kind: 'system', name: 'bench' },
    grants: rolePermissions.owner.map((permission) => ({ permission })),
    requestId,
    correlationId: requestId,
  }
  await inTenant(ctx, async (tx) => {
    const [project] = await tx.select().from(projects)
    if (!project) throw new Error('A tenant begins with a project.')
    const rows = Array.from({ length: count }, (_unused, at) => ({
      id: newId('integration'),
      tenantId: tenant.id,
      projectId: project.id,
      slug: `${slug}-${at}`,
      name: `Integration ${at}`,
      typeId: 'custom.http',
      connectorVersion: '1.0.0',
      instance: 'custom',
      method: 'none',
      config: { baseUrl: `https://service-${at}.example.test` },
      enabled: true,
      intervalSeconds: 86_400,
    }))
    await tx.insert(integrations).values(rows)
    await tx.insert(healthStates).values(
      rows.map(({ id }) => ({
        integrationId: id,
        tenantId: tenant.id,
        verdict: 'healthy' as const,
        since: new Date(),
        checkedAt: new Date(),
        message: 'It answers.',
        latencyMs: 12,
      })),
    )
  })
  return ctx
}

export async function aKeyOf(ctx: Context, ...held: Permission[]): Promise<string> {
  const scopes = held.map((permission) => ({ permission }))
  return (await createApiKey(ctx, { name: 'bench', scopes })).secret
}
