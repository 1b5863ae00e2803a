import { and, count, inArray, isNull, or } from 'drizzle-orm'
import { integrations } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { reachOf } from '@/server/kernel/permissions'

export type IntegrationCounts = { byProject: Map<string, number>; byEnvironment: Map<string, number> }

function withinReach(ctx: Context) {
  const reach = reachOf(ctx.grants, 'integrations:read')
  if (reach === 'all') return undefined
  const { projectIds, integrationIds } = reach
  return or(inArray(integrations.projectId, projectIds), inArray(integrations.id, integrationIds))
}

/** How many living integrations the caller may see in each project and in each environment, in one question. */
export async function countIntegrations(ctx: Context): Promise<IntegrationCounts> {
  const rows = await inTenant(ctx, (tx) =>
    tx
      .select({ projectId: integrations.projectId, environmentId: integrations.environmentId, count: count() })
      .from(integrations)
      .where(and(isNull(integrations.deletedAt), withinReach(ctx)))
      .groupBy(integrations.projectId, integrations.environmentId),
  )
  const counts: IntegrationCounts = { byProject: new Map(), byEnvironment: new Map() }
  const add = (to: Map<string, number>, id: string, more: number) => to.set(id, (to.get(id) ?? 0) + more)
  for (const row of rows) {
    add(counts.byProject, row.projectId, row.count)
    if (row.environmentId) add(counts.byEnvironment, row.environmentId, row.count)
  }
  return counts
}
