import { z } from '@hono/zod-openapi'
import {
  type DoctorSchedule,
  doctorSchedulesOf,
  type Examination,
  examineIntegration,
  getExamination,
  listExaminations,
  setDoctorSchedule,
} from '@/server/domain/doctor/service'
import { getIntegration, type Integration } from '@/server/domain/integrations/service'
import type { Context } from '@/server/kernel/context'
import { type DoctorReport, doctorCheckNames, doctorSources, doctorVerdicts } from '@/server/kernel/doctor'
import { HubError } from '@/server/kernel/errors'
import { parseId, parseRef } from '@/server/kernel/ids'
import { type Route, route } from '../route'
import { Instant, idOf, integrationRef, picked } from '../shapes/base'

/** Examinations over REST: begun, and read back. */
const CheckShape = z
  .object({
    checkType: z.enum(doctorCheckNames),
    status: z.enum(['pass', 'warn', 'fail', 'skipped']),
    finding: z.string().openapi({ description: 'A stable word for what was found, such as dns_failed.' }),
    message: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    suggestions: z.array(z.object({ text: z.string(), command: z.string().nullable(), link: z.string().nullable() })),
    runAt: Instant,
    durationMs: z.number(),
  })
  .openapi('DoctorCheck')

const ReportShape = z
  .object({
    id: idOf('doctorRun')
      .nullable()
      .openapi({ description: 'Null: only some checks were asked for; it was not kept.' }),
    integrationId: idOf('integration'),
    source: z.enum(doctorSources),
    overallStatus: z.enum(doctorVerdicts),
    message: z.string(),
    checks: z.array(CheckShape),
    changes: z
      .array(z.object({ checkType: z.enum(doctorCheckNames), from: z.string(), to: z.string() }))
      .openapi({ description: 'Against the last report that was healthy.' }),
    generatedAt: Instant,
    durationMs: z.number(),
  })
  .openapi('DoctorReport')

type Kept = Pick<Examination, 'integrationId' | 'source'> & { id: Examination['id'] | null }

const toReport = (report: DoctorReport, kept: Kept): z.input<typeof ReportShape> => ({
  ...picked(kept, 'id', 'integrationId', 'source'),
  overallStatus: report.overall,
  message: report.message,
  checks: report.checks.map((check) => ({
    checkType: check.name,
    ...picked(check, 'status', 'finding', 'message', 'suggestions', 'durationMs'),
    details: check.evidence,
    runAt: report.startedAt,
  })),
  changes: report.changes.map(({ name, from, to }) => ({ checkType: name, from, to })),
  generatedAt: report.startedAt,
  durationMs: report.durationMs,
})

const ScheduleShape = z
  .object({
    everySeconds: z
      .number()
      .int()
      .nullable()
      .openapi({ description: 'Null: it comes by itself only when health turns bad.' }),
    isUsual: z.boolean().openapi({ description: 'Nothing was said for this integration.' }),
    usualSeconds: z.number().int(),
    nextAt: Instant.nullable(),
  } satisfies Record<keyof DoctorSchedule, z.ZodType>)
  .openapi('DoctorSchedule')

async function scheduleOf(ctx: Context, { id, version }: Integration) {
  const schedule = (await doctorSchedulesOf(ctx, [id])).get(id)
  if (!schedule) throw new HubError('integration.not_found')
  return { body: picked(schedule, 'everySeconds', 'isUsual', 'usualSeconds', 'nextAt'), version }
}

const path = '/api/v1/integrations/{id}/doctor'
const common = { tag: 'Doctor', params: integrationRef, errors: ['integration.not_found'] } as const

export const doctorRoutes: Route[] = [
  route(
    {
      ...{ ...common, id: 'runDoctor', method: 'post', path },
      summary: 'Examines the integration now; what is wrong with the service is an answer, not an error',
      body: z.strictObject({ checks: z.array(z.enum(doctorCheckNames)).min(1).optional() }).openapi('DoctorOrder'),
      needsBody: false,
      answer: ReportShape,
    },
    async ({ ctx, params, body }) => {
      const integration = parseRef('integration', params.id)
      const report = await examineIntegration(ctx, { integration, source: 'person', checks: body.checks })
      if ('id' in report) return { body: toReport(report, report) }
      const { id: integrationId } = await getIntegration(ctx, integration)
      return { body: toReport(report, { id: null, integrationId, source: 'person' }) }
    },
  ),
  route(
    {
      ...{ ...common, id: 'listDoctorReports', method: 'get', path },
      summary: 'The last examinations, the newest first',
      query: z.strictObject({
        limit: z.coerce
          .number()
          .int()
          .min(1)
          .max(100)
          .optional()
          .openapi({ type: 'integer', minimum: 1, maximum: 100 }),
      }),
      answer: z.object({ items: z.array(ReportShape), nextCursor: z.null() }).openapi('DoctorReportPage'),
    },
    async ({ ctx, params, query }) => {
      const found = await listExaminations(ctx, { integration: parseRef('integration', params.id), first: query.limit })
      return { body: { items: found.map((each) => toReport(each, each)), nextCursor: null } }
    },
  ),
  route(
    {
      ...{ id: 'getDoctorReport', method: 'get', path: '/api/v1/doctor-reports/{id}', tag: 'Doctor' },
      summary: 'One examination',
      params: z.strictObject({ id: idOf('doctorRun') }),
      isOne: true,
      answer: ReportShape,
      errors: ['doctor.run_not_found'],
    },
    async ({ ctx, params }) => {
      const found = await getExamination(ctx, parseId('doctorRun', params.id))
      return { body: toReport(found, found) }
    },
  ),
  route(
    {
      ...{ ...common, id: 'getDoctorSchedule', method: 'get', path: `${path}/schedule`, isOne: true },
      summary: 'How often the doctor comes to the integration by itself',
      answer: ScheduleShape,
    },
    async ({ ctx, params }) => scheduleOf(ctx, await getIntegration(ctx, parseRef('integration', params.id))),
  ),
  route(
    {
      ...{
        ...common,
        id: 'setDoctorSchedule',
        method: 'put',
        path: `${path}/schedule`,
        isOne: true,
        isVersioned: true,
      },
      summary: 'Says how often the doctor comes by itself',
      body: z
        .strictObject({
          everySeconds: z
            .number()
            .int()
            .nullable()
            .openapi({ description: 'From a minute to 30 days; 0: only when health turns bad; null: as usual.' }),
        })
        .openapi('DoctorScheduleOrder'),
      answer: ScheduleShape,
      errors: ['integration.not_found', 'integration.version_stale'],
    },
    async ({ ctx, params, body, ifMatch }) => {
      const changes = { integration: params.id, everySeconds: body.everySeconds, version: ifMatch }
      return scheduleOf(ctx, await setDoctorSchedule(ctx, changes))
    },
  ),
]
