import { eq, sql } from 'drizzle-orm'
import { healthStates } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { type Id, toUuid } from '@/server/kernel/ids'
import { type CheckInput, recordChecks } from './recording'

export { type CheckInput, type CheckTarget, recordChecks, slowFromMs } from './recording'

/** When an integration is checked: from when on, from when on no more, and anew. What checks found: recording.ts. */

/** Starts the checks of a new integration. */
export async function startChecks(
  tx: TenantTx,
  ctx: Context,
  integrationId: Id<'integration'>,
  enabled: boolean,
): Promise<void> {
  const dueAt = enabled ? sql`now()` : null
  await tx
    .insert(healthStates)
    .values({ integrationId, tenantId: ctx.tenantId, dueAt })
    .onConflictDoUpdate({ target: healthStates.integrationId, set: { dueAt, leasedUntil: null } })
}

/** Makes the next check due at once; what was known stops counting when `forget` is set. */
export async function rescheduleChecks(tx: TenantTx, id: Id<'integration'>, { forget = false } = {}): Promise<void> {
  const unknown = {
    verdict: 'unknown',
    since: null,
    checkedAt: null,
    message: null,
    failingProbe: null,
    failureClass: null,
    remedy: null,
    latencyMs: null,
    identity: null,
    serviceVersion: null,
  } as const
  await tx
    .update(healthStates)
    .set({ dueAt: sql`now()`, leasedUntil: null, unconfirmedFailures: 0, ...(forget && unknown) })
    .where(eq(healthStates.integrationId, id))
}

/** Stops the checks of an integration that was disabled or deleted. */
export async function stopChecks(tx: TenantTx, id: Id<'integration'>): Promise<void> {
  await tx
    .update(healthStates)
    .set({ dueAt: null, leasedUntil: null, unconfirmedFailures: 0 })
    .where(eq(healthStates.integrationId, id))
}

/**
 * Records one check: the batch of one.
 *
 * @returns the check's id; null when nothing was recorded
 * @emits integration.health_changed, integration.rate_limit_warned
 */
export async function recordCheck(tx: TenantTx, ctx: Context, input: CheckInput): Promise<Id<'check'> | null> {
  const [id] = await recordChecks(tx, ctx, [input])
  return id ?? null
}

export type Tick = { integrationId: Id<'integration'>; tick: Date }

/** Gives claimed ticks back, so that somebody else runs them. */
export async function returnTicks(tx: TenantTx, ticks: readonly Tick[]): Promise<void> {
  if (ticks.length === 0) return
  const given = ticks.map(({ integrationId, tick }) => ({ id: toUuid(integrationId), due_at: tick.toISOString() }))
  await tx.execute(sql`
    update health_states set leased_until = null
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given(id uuid, due_at timestamptz)
    where integration_id = given.id and health_states.due_at = given.due_at`)
}
