import { and, eq, lte, sql } from 'drizzle-orm'
import { automationRuns } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { leaseRuns, runDefinition, startRuns } from '@/server/domain/automations/service'
import type { Context } from '@/server/kernel/context'
import { relayAll } from './world'

/** Publishes what happened, starts the runs it calls for, and works on them until none of this tenant is due. */
export async function workAll(
  ctx: Context,
  isOver: () => Promise<boolean> = async () => (await countDue(ctx)) === 0,
): Promise<void> {
  await relayAll()
  while (await startRuns());
  for (let turn = 0; turn < 500; turn++) {
    // Runs of other tests are taken along: whoever leases one does the same.
    const leased = await leaseRuns(20, { mostPerTenant: 20, busy: [] })
    await Promise.all(leased.map((run) => runDefinition(run, new AbortController().signal)))
    if (await isOver()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('The runs did not come to their end.')
}

async function countDue(ctx: Context): Promise<number> {
  const due = await inTenant(ctx, (tx) =>
    tx
      .select({ id: automationRuns.id })
      .from(automationRuns)
      .where(and(lte(automationRuns.dueAt, sql`now()`), eq(automationRuns.tenantId, ctx.tenantId))),
  )
  return due.length
}

/** A definition whose trigger is one event of one's own. */
export const onCustom = (steps: object[], more: object = {}) => ({
  trigger: { events: ['custom.go'] },
  steps: steps.map((action, at) => ({ name: `step_${at}`, action })),
  ...more,
})
