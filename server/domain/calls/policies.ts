import { and, eq, inArray, sql } from 'drizzle-orm'
import { integrations } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { type CallPolicy, type CallPolicyChanges, callPolicyOf } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { type Id, parseRef } from '@/server/kernel/ids'
import { requirePermission } from '@/server/kernel/permissions'
import { emit } from '../events/emit'
import { getIntegration, type Integration } from '../integrations/service'
import type { Circuit } from './call'
import { closeCircuit, readCircuits } from './circuit-store'
import { circuitBoard } from './circuits'
import { parseCallPolicy } from './policy'

/** How calls through an integration are made, and the state of its breaker: read, set and reset. */

/** A policy as it is in force and since when, and what of it differs from the usual. */
export type CallPolicyFacts = { policy: CallPolicy; changes: CallPolicyChanges; since: Date }

const refuse = (message: string) =>
  new HubError('request.invalid', undefined, { fields: [{ path: 'policy.fallback', message }] })

/** Whoever names a fallback may use it; it is asked again whenever it is used. */
async function requireFallback(ctx: Context, saved: Integration, { fallback }: CallPolicyChanges): Promise<void> {
  if (!fallback) return
  if (fallback === saved.id) throw refuse('has to be another integration')
  const other = await getIntegration(ctx, { id: fallback }).catch((error: unknown) => {
    if (error instanceof HubError && error.code === 'integration.not_found') throw refuse('is not known')
    throw error
  })
  if (other.type !== saved.type) throw refuse('has to be of the same type')
  requirePermission(ctx, 'integrations:execute', { projectId: other.projectId, integrationId: other.id })
}

async function writable(ctx: Context, named: string): Promise<Integration> {
  const saved = await getIntegration(ctx, parseRef('integration', named))
  requirePermission(ctx, 'integrations:write', { projectId: saved.projectId, integrationId: saved.id })
  return saved
}

export type SetCallPolicyInput = {
  /** Id, bare UUID or slug. */
  integration: string
  /** What differs from the usual, all of it: what is not said is as usual again. */
  policy: unknown
  /** The version of the integration the caller read; whatever it is when absent. */
  version?: number | null | undefined
}

/**
 * Says how calls through an integration are made.
 *
 * @throws {HubError} integration.not_found, permission.denied, request.invalid, integration.version_stale
 * @emits integration.updated
 */
export async function setCallPolicy(ctx: Context, input: SetCallPolicyInput): Promise<Integration> {
  const saved = await writable(ctx, input.integration)
  const changes = parseCallPolicy(input.policy, 'policy')
  await requireFallback(ctx, saved, changes)
  const { id: integrationId, projectId, slug, name, type } = saved
  await inTenant(ctx, async (tx) => {
    const changed = await tx
      .update(integrations)
      .set({
        callPolicy: changes,
        callPolicyAt: sql`now()`,
        version: sql`${integrations.version} + 1`,
        updatedAt: sql`now()`,
      })
      .where(and(eq(integrations.id, integrationId), eq(integrations.version, input.version ?? saved.version)))
      .returning({ id: integrations.id })
    if (changed.length === 0) throw new HubError('integration.version_stale')
    const data = { integrationId, slug, name, type, changed: ['callPolicy'] }
    await emit(tx, ctx, 'integration.updated', { data, integrationId, projectId })
  })
  return getIntegration(ctx, { id: integrationId })
}

/** The policies of many integrations that the caller read before. */
export async function callPoliciesOf(
  ctx: Context,
  ids: readonly Id<'integration'>[],
): Promise<Map<Id<'integration'>, CallPolicyFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await inTenant(ctx, (tx) =>
    tx
      .select({
        id: integrations.id,
        changes: integrations.callPolicy,
        changedAt: integrations.callPolicyAt,
        createdAt: integrations.createdAt,
      })
      .from(integrations)
      .where(inArray(integrations.id, [...ids])),
  )
  return new Map(
    rows.map(({ id, changes, changedAt, createdAt }) => [
      id,
      { policy: callPolicyOf(changes), changes, since: changedAt ?? createdAt },
    ]),
  )
}

/** The breakers of many integrations that the caller read before, as all processes see them. */
export async function circuitsOf(
  ctx: Context,
  ids: readonly Id<'integration'>[],
): Promise<Map<Id<'integration'>, Circuit>> {
  const rows = new Map((await readCircuits(ctx, ids)).map((row) => [row.integrationId, row]))
  const closed = { state: 'closed', since: null, reason: null, failureClass: null, retryAt: null } as const
  return new Map(ids.map((id) => [id, rows.get(id) ?? { integrationId: id, ...closed }]))
}

/** @throws {HubError} integration.not_found */
export async function findCircuit(ctx: Context, { integration }: { integration: string }): Promise<Circuit> {
  const { id } = await getIntegration(ctx, parseRef('integration', integration))
  const circuit = (await circuitsOf(ctx, [id])).get(id)
  if (circuit) return circuit
  throw new HubError('integration.not_found')
}

/**
 * Closes the breaker of an integration by hand: its next calls go out. Doing it again changes nothing.
 *
 * @throws {HubError} integration.not_found, permission.denied
 * @emits integration.circuit_closed
 */
export async function resetCircuit(ctx: Context, { integration }: { integration: string }): Promise<Integration> {
  const saved = await writable(ctx, integration)
  const { id, tenantId, projectId, slug, name, type, version } = saved
  await closeCircuit(ctx, { integration: { id, tenantId, projectId, slug, name, type, version } })
  circuitBoard.forget(id)
  return saved
}
