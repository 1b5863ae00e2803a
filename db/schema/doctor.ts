import { foreignKey, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { DoctorChange, DoctorCheckResult, DoctorSource, DoctorVerdict } from '@/server/kernel/doctor'
import { idColumn, instant, systemPolicy, tenantPolicy } from './columns'
import { integrations } from './integration'

/** The doctor's reports, written when they are complete. */
export const doctorRuns = pgTable(
  'doctor_runs',
  {
    id: idColumn('doctorRun').primaryKey(),
    tenantId: idColumn('tenant').notNull(),
    integrationId: idColumn('integration').notNull(),
    source: text().$type<DoctorSource>().notNull(),
    startedAt: instant().notNull(),
    durationMs: integer().notNull(),
    overall: text().$type<DoctorVerdict>().notNull(),
    message: text().notNull(),
    checks: jsonb().$type<DoctorCheckResult[]>().notNull(),
    changes: jsonb().$type<DoctorChange[]>().notNull(),
  },
  (table) => [
    index('doctor_runs_integration').on(table.tenantId, table.integrationId, table.startedAt),
    foreignKey({
      columns: [table.tenantId, table.integrationId],
      foreignColumns: [integrations.tenantId, integrations.id],
    }).onDelete('cascade'),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/**
 * When the doctor was where, so that each of its visits happens once however many processes would make it. Apart from
 * the reports: a visit is claimed before it is made.
 */
export const doctorVisits = pgTable(
  'doctor_visits',
  {
    integrationId: idColumn('integration').primaryKey(),
    tenantId: idColumn('tenant').notNull(),
    /** The last tick of the schedule that was done. */
    tick: instant(),
    /** A claim is a lease: when it expires without a report, the same tick falls due again. */
    leasedUntil: instant(),
    /** When it last came because health had turned bad, and which event called it. */
    calledAt: instant(),
    calledBy: idColumn('event'),
  },
  (table) => [
    foreignKey({
      columns: [table.tenantId, table.integrationId],
      foreignColumns: [integrations.tenantId, integrations.id],
    }).onDelete('cascade'),
    tenantPolicy(),
    systemPolicy(),
  ],
)
