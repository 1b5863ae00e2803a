import { z } from '@hono/zod-openapi'
import { readCallMetrics } from '@/server/domain/calls/service'
import { groupIntegrations } from '@/server/domain/integrations/service'
import { countIntegrations, getProject, listProjects } from '@/server/domain/tenants/service'
import type { Context } from '@/server/kernel/context'
import { healthStates } from '@/server/kernel/health'
import { type Asked, type Route, route } from '../route'
import { byId, idOf } from '../shapes/base'
import { MetricsQuery, MetricsShape, toMetrics } from '../shapes/metrics'
import { ProjectShape, toProject } from '../shapes/people'

/** Projects, and what goes on in one. */
const path = '/api/v1/projects'
export const projectRef = byId('Id or slug of the project.')
const dateOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text))

const CountsShape = z.object(
  Object.fromEntries([...healthStates, 'total'].map((state) => [state, z.number().int()])) as Record<
    (typeof healthStates)[number] | 'total',
    z.ZodNumber
  >,
)

export const StatisticsShape = z
  .object({
    projectId: idOf('project'),
    totalIntegrations: z.number().int(),
    activeIntegrations: z.number().int().openapi({ description: 'Those that are not switched off.' }),
    byStatus: CountsShape,
    byType: z.array(z.object({ type: z.string(), counts: CountsShape })),
    calls: MetricsShape,
  })
  .openapi('ProjectStatistics')

export const StatisticsQuery = MetricsQuery.pick({ since: true, until: true, step: true, groupBy: true })

type OfOne = Pick<Asked<typeof projectRef, typeof StatisticsQuery, undefined>, 'ctx' | 'params' | 'query'>

const noCounts = () =>
  Object.fromEntries([...healthStates, 'total'].map((state) => [state, 0])) as z.input<typeof CountsShape>

async function countsIn(ctx: Context, project: string) {
  const groups = await groupIntegrations(ctx, 'type', { project })
  const byStatus = noCounts()
  for (const { counts } of groups)
    for (const state of [...healthStates, 'total'] as const) byStatus[state] += counts[state]
  return { byStatus, byType: groups.map(({ key, counts }) => ({ type: key ?? '', counts })) }
}

export async function statistics({ ctx, params, query }: OfOne) {
  const { id } = await getProject(ctx, params.id)
  const [counts, calls] = await Promise.all([
    countsIn(ctx, id),
    readCallMetrics(ctx, { ...query, since: dateOf(query.since), until: dateOf(query.until), project: id }),
  ])
  const { total, disabled } = counts.byStatus
  const sums = { projectId: id, totalIntegrations: total, activeIntegrations: total - disabled }
  return { body: { ...sums, ...counts, calls: toMetrics(calls) } }
}

export const projectRoutes: Route[] = [
  route(
    {
      ...{ id: 'listProjects', method: 'get', path, tag: 'Projects' },
      summary: 'The projects in which you may read something',
      answer: z.object({ items: z.array(ProjectShape), nextCursor: z.null() }).openapi('ProjectPage'),
    },
    async ({ ctx }) => {
      const [projects, { byProject }] = await Promise.all([listProjects(ctx), countIntegrations(ctx)])
      return { body: { items: projects.map((each) => toProject(each, byProject.get(each.id) ?? 0)), nextCursor: null } }
    },
  ),
  route(
    {
      ...{ id: 'getProject', method: 'get', path: `${path}/{id}`, tag: 'Projects', isOne: true },
      summary: 'One project',
      params: projectRef,
      answer: ProjectShape,
      errors: ['project.not_found'],
    },
    async ({ ctx, params }) => {
      const [project, { byProject }] = await Promise.all([getProject(ctx, params.id), countIntegrations(ctx)])
      return { body: toProject(project, byProject.get(project.id) ?? 0) }
    },
  ),
  route(
    {
      ...{ id: 'getProjectStatistics', method: 'get', path: `${path}/{id}/statistics`, tag: 'Projects' },
      summary: 'Integrations by state and type, and calls in numbers',
      params: projectRef,
      query: StatisticsQuery,
      answer: StatisticsShape,
      errors: ['project.not_found'],
    },
    statistics,
  ),
]
