import { commentTarget } from '@/connectors/kit'
import { connectors } from '@/connectors/registry'
import type { Context } from '@/server/kernel/context'
import type { Id } from '@/server/kernel/ids'
import { findConnector } from '../connectors/service'
import { type Integration, listIntegrations } from '../integrations/service'
import { runOperation } from '../operations/service'
import type { ActionOf } from './definition'

/**
 * Comments on a page of a provider, named by the address people open: the integration is the one of the project whose
 * service shows that page.
 */
type Where = { projectId: Id<'project'>; event: Record<string, unknown> }

/** The pull request of the event, else its issue. */
function pageOf(on: string | undefined, event: Record<string, unknown>): URL | null {
  const { pullRequest, issue } = (event.data ?? {}) as { pullRequest?: unknown; issue?: unknown }
  const text = on ?? pullRequest ?? issue
  return typeof text === 'string' && URL.canParse(text.trim()) ? new URL(text.trim()) : null
}

const commenting = connectors.filter(({ manifest }) => manifest.comments).map(({ manifest }) => manifest.id)

async function candidates(ctx: Context, projectId: Id<'project'>): Promise<Integration[]> {
  const { items } = await listIntegrations(ctx, {
    filter: { types: commenting, project: projectId },
    first: 200,
    orderBy: 'created',
  })
  return items.map(({ node }) => node).filter(({ enabled }) => enabled)
}

const isCalled = ({ id, slug }: Integration, ref: string | undefined) => ref === undefined || ref === id || ref === slug

async function findTarget(ctx: Context, page: URL, action: ActionOf<'comment'>, { projectId }: Where) {
  for (const integration of await candidates(ctx, projectId)) {
    if (!isCalled(integration, action.integration)) continue
    const connector = await findConnector(ctx, integration.type, integration.connectorVersion)
    const { instance, config } = integration
    const target = commentTarget(connector, { instance, config: config as Record<string, string> }, page)
    if (target) return { integration, ...target }
  }
  return null
}

export async function commentOn(
  ctx: Context,
  action: ActionOf<'comment'>,
  where: Where,
): Promise<{ output: unknown } | { failure: string }> {
  const page = pageOf(action.on, where.event)
  if (!page) return { failure: 'The event names no pull request and no issue: say "on", the address to comment on.' }
  const target = await findTarget(ctx, page, action, where)
  if (!target) {
    return {
      failure: `No enabled integration of the project belongs to ${page.host}${page.pathname.slice(0, 100)}. Connect the service, or correct the address.`,
    }
  }
  const { integration, operation, input } = target
  const run = await runOperation(ctx, {
    ...{ integration: integration.id, operation, priority: 'sync' },
    input: { ...input, body: action.body },
  })
  if (run.failure) return { failure: `${run.failure.message} ${run.failure.remedy ?? ''}`.trim() }
  return { output: { on: page.href, integration: integration.slug, ...(run.output as object | null) } }
}
