import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { circuits } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { FailureClass } from '@/server/kernel/health'
import type { Id } from '@/server/kernel/ids'
import { emit } from '../events/emit'
import type { CallTarget, Circuit } from './call'

/** The breakers as all processes see them. The database's clock says when a pause is over. */
export type CircuitRow = Omit<Circuit, 'since'> & { since: Date }
export type CircuitPlace = Pick<CallTarget, 'integration'>

const columns = {
  integrationId: circuits.integrationId,
  state: circuits.state,
  since: circuits.since,
  reason: circuits.reason,
  failureClass: circuits.failureClass,
  retryAt: circuits.retryAt,
}
const after = (ms: number) => sql`now() + make_interval(secs => ${ms / 1000}::float8)`

async function readRow(tx: TenantTx, id: Id<'integration'>): Promise<CircuitRow | null> {
  const [row] = await tx.select(columns).from(circuits).where(eq(circuits.integrationId, id))
  return row ?? null
}

/** Of all who ask when a pause is over, one gets to try. Whoever dies trying is followed after another pause. */
export function claimProbe(
  ctx: Context,
  { integration: { id } }: CircuitPlace,
  openMs: number,
): Promise<{ isProbe: boolean; row: CircuitRow | null }> {
  return inTenant(ctx, async (tx) => {
    const [claimed] = await tx
      .update(circuits)
      .set({ state: 'half_open', retryAt: after(openMs) })
      .where(and(eq(circuits.integrationId, id), ne(circuits.state, 'closed'), sql`${circuits.retryAt} <= now()`))
      .returning(columns)
    return claimed ? { isProbe: true, row: claimed } : { isProbe: false, row: await readRow(tx, id) }
  })
}

/** The one who tried learned nothing: the next may. */
export function returnProbe(ctx: Context, id: Id<'integration'>): Promise<CircuitRow | null> {
  return inTenant(ctx, async (tx) => {
    const [row] = await tx
      .update(circuits)
      .set({ state: 'open', retryAt: sql`now()` })
      .where(and(eq(circuits.integrationId, id), eq(circuits.state, 'half_open')))
      .returning(columns)
    return row ?? null
  })
}

type Opening = { reason: string; failureClass: FailureClass; openMs: number }

/**
 * Opens a circuit, or starts its next pause when it is open already; only the opening itself is told.
 *
 * @emits integration.circuit_opened
 */
export function openCircuit(
  ctx: Context,
  { integration }: CircuitPlace,
  { reason, failureClass, openMs }: Opening,
): Promise<CircuitRow | null> {
  const { id: integrationId, projectId, tenantId, slug, name, type } = integration
  return inTenant(ctx, async (tx) => {
    const given = { state: 'open', since: sql`now()`, reason, failureClass, retryAt: after(openMs) } as const
    const [opened] = await tx
      .insert(circuits)
      .values({ integrationId, tenantId, ...given })
      .onConflictDoUpdate({ target: circuits.integrationId, set: given, setWhere: eq(circuits.state, 'closed') })
      .returning(columns)
    if (!opened) return waitAgain(tx, integrationId, openMs)
    const retryAt = (opened.retryAt ?? opened.since).toISOString()
    const data = { integrationId, slug, name, type, reason, failureClass, retryAt }
    await emit(tx, ctx, 'integration.circuit_opened', { data, integrationId, projectId })
    return opened
  })
}

async function waitAgain(tx: TenantTx, id: Id<'integration'>, openMs: number): Promise<CircuitRow | null> {
  const [row] = await tx
    .update(circuits)
    .set({ state: 'open', retryAt: after(openMs) })
    .where(and(eq(circuits.integrationId, id), eq(circuits.state, 'half_open')))
    .returning(columns)
  return row ?? readRow(tx, id)
}

/**
 * @returns whether it was open
 * @emits integration.circuit_closed
 */
export function closeCircuit(ctx: Context, { integration }: CircuitPlace): Promise<boolean> {
  const { id: integrationId, projectId, slug, name, type } = integration
  return inTenant(ctx, async (tx) => {
    const [before] = await tx
      .select({ since: circuits.since })
      .from(circuits)
      .where(and(eq(circuits.integrationId, integrationId), ne(circuits.state, 'closed')))
      .for('update')
    if (!before) return false
    await tx
      .update(circuits)
      .set({ state: 'closed', since: sql`now()`, reason: null, failureClass: null, retryAt: null })
      .where(eq(circuits.integrationId, integrationId))
    const data = { integrationId, slug, name, type, openedAt: before.since.toISOString() }
    await emit(tx, ctx, 'integration.circuit_closed', { data, integrationId, projectId })
    return true
  })
}

/** The breakers of many integrations; those that never opened are not in it. */
export async function readCircuits(ctx: Context, ids: readonly Id<'integration'>[]): Promise<CircuitRow[]> {
  if (ids.length === 0) return []
  return inTenant(ctx, (tx) =>
    tx
      .select(columns)
      .from(circuits)
      .where(inArray(circuits.integrationId, [...ids])),
  )
}
