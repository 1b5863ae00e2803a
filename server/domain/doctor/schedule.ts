import { and, eq, sql } from 'drizzle-orm'
import { uuidArray } from '@/db/arrays'
import { integrations } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { fromUuid, type Id, parseRef } from '@/server/kernel/ids'
import { requirePermission } from '@/server/kernel/permissions'
import { env } from '@/server/platform/env'
import { emit } from '../events/emit'
import { getIntegration, type Integration } from '../integrations/service'
import { ticksOf } from './visits'

/** How often the doctor comes to an integration by itself: as everywhere in this hub, or as somebody said for this one. */
export type DoctorSchedule = {
  /** Null: it comes by itself only when health turns bad. */
  everySeconds: number | null
  /** Nothing was said for this one. */
  isUsual: boolean
  usualSeconds: number
  /** Lies in the past when the visit is due; null when none is coming. */
  nextAt: Date | null
}

const leastSeconds = 60
const mostSeconds = 2_592_000
const never = 0

/** The schedules of many integrations that the caller read before. */
export async function doctorSchedulesOf(
  ctx: Context,
  ids: readonly Id<'integration'>[],
): Promise<Map<Id<'integration'>, DoctorSchedule>> {
  if (ids.length === 0) return new Map()
  const usualSeconds = env().DOCTOR_INTERVAL
  const rows = await inTenant(ctx, (tx) =>
    tx.execute<{ id: string; said: number | null; next_at: Date | string | null }>(sql`
      select ticked.id, said, case when not enabled or ticked.tick is null then null
        when created_at < ticked.tick and (visit.tick is null or visit.tick < ticked.tick) then ticked.tick
        else ticked.tick + make_interval(secs => every) end as next_at
      from (${ticksOf(usualSeconds)}) as ticked left join doctor_visits as visit on visit.integration_id = ticked.id
      where ticked.id = any(${uuidArray(ids)})`),
  )
  return new Map(
    [...rows].map(({ id, said, next_at }) => {
      const seconds = said ?? usualSeconds
      const everySeconds = seconds === never ? null : seconds
      const nextAt = next_at === null ? null : new Date(next_at)
      return [fromUuid('integration', id), { everySeconds, isUsual: said === null, usualSeconds, nextAt }]
    }),
  )
}

export type SetDoctorScheduleInput = {
  /** Id, bare UUID or slug. */
  integration: string
  /** 0: never by itself but when health turns bad; null: as usual. */
  everySeconds?: number | null | undefined
  /** The version of the integration the caller read; whatever it is when absent. */
  version?: number | null | undefined
}

function requireSeconds(everySeconds: number): void {
  if (everySeconds === never || (everySeconds >= leastSeconds && everySeconds <= mostSeconds)) return
  const message = `has to be from ${leastSeconds} to ${mostSeconds}, or 0 for never`
  throw new HubError('request.invalid', undefined, { fields: [{ path: 'everySeconds', message }] })
}

/**
 * Says how often the doctor comes to an integration by itself.
 *
 * @throws {HubError} integration.not_found, permission.denied, request.invalid, integration.version_stale
 * @emits integration.updated
 */
export async function setDoctorSchedule(ctx: Context, input: SetDoctorScheduleInput): Promise<Integration> {
  const saved = await getIntegration(ctx, parseRef('integration', input.integration))
  const { id: integrationId, projectId, slug, name, type } = saved
  requirePermission(ctx, 'integrations:write', { projectId, integrationId })
  const doctorSeconds = input.everySeconds ?? null
  if (doctorSeconds !== null) requireSeconds(doctorSeconds)
  await inTenant(ctx, async (tx) => {
    const changed = await tx
      .update(integrations)
      .set({ doctorSeconds, version: sql`${integrations.version} + 1`, updatedAt: sql`now()` })
      .where(and(eq(integrations.id, integrationId), eq(integrations.version, input.version ?? saved.version)))
      .returning({ id: integrations.id })
    if (changed.length === 0) throw new HubError('integration.version_stale')
    const data = { integrationId, slug, name, type, changed: ['doctorSchedule'] }
    await emit(tx, ctx, 'integration.updated', { data, integrationId, projectId })
  })
  return getIntegration(ctx, { id: integrationId })
}
