import { sql } from 'drizzle-orm'
import { healthStates, integrations, projects } from '@/db/schema'
import { acrossTenants, inTenant } from '@/db/tenant'
import { insertTenant } from '@/server/domain/tenants/service'
import { systemContext } from '@/server/kernel/context'
import { type Id, newId } from '@/server/kernel/ids'

/** Integrations in bulk, as a bench needs them: of the real connector, written past the wizard that proves each. */
export type FleetOf = {
  slug: string
  baseUrls: readonly string[]
  intervalSeconds: number
}

const chunk = 500

export async function insertFleet(fleet: FleetOf): Promise<{ tenantId: Id<'tenant'>; ids: Id<'integration'>[] }> {
  const tenant = await acrossTenants('bench', (tx) => insertTenant(tx, { name: fleet.slug, slug: fleet.slug }))
  const tenantId = tenant.id
  const ids = fleet.baseUrls.map(() => newId('integration'))
  await inTenant(systemContext(tenantId, 'bench'), async (tx) => {
    const [project] = await tx.select({ id: projects.id }).from(projects)
    if (!project) throw new Error('A tenant begins with a project.')
    for (let from = 0; from < ids.length; from += chunk) {
      const part = ids.slice(from, from + chunk)
      await tx.insert(integrations).values(
        part.map((id, at) => ({
          ...{ id, tenantId, projectId: project.id, slug: `http-${from + at}`, name: `Service ${from + at}` },
          ...{ typeId: 'custom.http', connectorVersion: '1.0.0', instance: 'service', method: 'none', enabled: true },
          config: { baseUrl: fleet.baseUrls[from + at] ?? '', probePath: '/', answer: 'data' },
          intervalSeconds: fleet.intervalSeconds,
        })),
      )
      const checked = { verdict: 'healthy' as const, checkedAt: sql`now()` }
      await tx.insert(healthStates).values(part.map((integrationId) => ({ integrationId, tenantId, ...checked })))
    }
  })
  return { tenantId, ids }
}

/** The first tick of each falls due: evenly within so many seconds, of every tenant alike. */
export async function fallDue(withinSeconds: number): Promise<void> {
  await acrossTenants('bench', (tx) =>
    tx.execute(sql`
      update health_states set due_at = now() + make_interval(secs => ${withinSeconds}::float8 * place / many)
      from (select integration_id, row_number() over (partition by tenant_id order by integration_id) as place,
        count(*) over (partition by tenant_id) as many from health_states) as placed
      where health_states.integration_id = placed.integration_id`),
  )
}
