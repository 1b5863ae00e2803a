import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { uuidArray } from '@/db/arrays'
import { doctorRuns } from '@/db/schema'
import type { SystemTx, TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import {
  type DoctorChange,
  type DoctorCheckResult,
  type DoctorReport,
  type DoctorSource,
  doctorCheckNames,
} from '@/server/kernel/doctor'
import { HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'

/** The doctor's reports as rows. */
export type Examination = DoctorReport & { id: Id<'doctorRun'>; integrationId: Id<'integration'>; source: DoctorSource }

/** So many of an integration are kept, however young. */
export const keptRuns = 100

type Row = typeof doctorRuns.$inferSelect

function toExamination(row: Row): Examination {
  const { id, integrationId, source, overall, message, checks, changes, startedAt, durationMs } = row
  return { id, integrationId, source, overall, message, checks, changes, startedAt, durationMs }
}

/** Each check that ended differently from how it did then. */
export function changesSince(before: readonly DoctorCheckResult[], now: readonly DoctorCheckResult[]): DoctorChange[] {
  const statuses = new Map(before.map(({ name, status }) => [name, status]))
  return doctorCheckNames.flatMap((name) => {
    const from = statuses.get(name)
    const to = now.find((check) => check.name === name)?.status
    return from === undefined || to === undefined || from === to ? [] : [{ name, from, to }]
  })
}

export async function findLastGood(tx: TenantTx, integrationId: Id<'integration'>): Promise<Examination | undefined> {
  const [row] = await tx
    .select()
    .from(doctorRuns)
    .where(and(eq(doctorRuns.integrationId, integrationId), eq(doctorRuns.overall, 'healthy')))
    .orderBy(desc(doctorRuns.startedAt))
    .limit(1)
  return row && toExamination(row)
}

type NewRun = { id: Id<'doctorRun'>; integrationId: Id<'integration'>; source: DoctorSource; report: DoctorReport }

/** Writes a report, on the database's clock, and lets go of the oldest beyond those that are kept. */
export async function insertRun(tx: TenantTx, ctx: Context, run: NewRun): Promise<Examination> {
  const { startedAt: _ours, ...report } = run.report
  const startedAt = sql`now() - make_interval(secs => ${report.durationMs / 1000}::float8)`
  const [row] = await tx
    .insert(doctorRuns)
    .values({
      ...{ id: run.id, tenantId: ctx.tenantId, integrationId: run.integrationId, source: run.source },
      ...report,
      startedAt,
    })
    .returning()
  if (!row) throw new HubError('hub.internal')
  const kept = tx
    .select({ startedAt: doctorRuns.startedAt })
    .from(doctorRuns)
    .where(eq(doctorRuns.integrationId, run.integrationId))
    .orderBy(desc(doctorRuns.startedAt))
    .offset(keptRuns - 1)
    .limit(1)
  await tx
    .delete(doctorRuns)
    .where(and(eq(doctorRuns.integrationId, run.integrationId), lt(doctorRuns.startedAt, sql`(${kept})`)))
  return toExamination(row)
}

export async function findRun(tx: TenantTx, id: Id<'doctorRun'>): Promise<Examination | undefined> {
  const [row] = await tx.select().from(doctorRuns).where(eq(doctorRuns.id, id))
  return row && toExamination(row)
}

/** The newest first. */
export async function listRuns(tx: TenantTx, integrationId: Id<'integration'>, first: number): Promise<Examination[]> {
  const rows = await tx
    .select()
    .from(doctorRuns)
    .where(eq(doctorRuns.integrationId, integrationId))
    .orderBy(desc(doctorRuns.startedAt))
    .limit(first)
  return rows.map(toExamination)
}

/** The newest of each of them. */
export async function lastRuns(tx: TenantTx, ids: readonly Id<'integration'>[]): Promise<Examination[]> {
  const rows = await tx
    .selectDistinctOn([doctorRuns.integrationId])
    .from(doctorRuns)
    .where(sql`${doctorRuns.integrationId} = any(${uuidArray(ids)})`)
    .orderBy(doctorRuns.integrationId, desc(doctorRuns.startedAt))
  return rows.map(toExamination)
}

/** Removes reports older than this. @returns how many */
export async function pruneRuns(tx: SystemTx, seconds: number): Promise<number> {
  const [counted] = await tx.execute<{ gone: number }>(sql`
    with gone as (
      delete from doctor_runs where started_at < now() - make_interval(secs => ${seconds}) returning 1
    )
    select count(*)::int as gone from gone`)
  return counted?.gone ?? 0
}
