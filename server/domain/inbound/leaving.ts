import { and, eq, isNotNull } from 'drizzle-orm'
import { inboundHooks } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { type Context, systemContext } from '@/server/kernel/context'
import { logger } from '@/server/platform/logger'
import { beforeEnding, type Ending } from '../integrations/ending'
import { unregisterHook } from './provider'

/**
 * Removes the hooks of an integration at the provider before its credential is destroyed. Whoever may delete the
 * integration may cause that; a provider that is away holds nobody up for long.
 */
const patienceMs = 10_000

async function leave(ctx: Context, { id }: Ending): Promise<string[]> {
  const registered = await inTenant(ctx, (tx) =>
    tx
      .select({ id: inboundHooks.id, name: inboundHooks.name, target: inboundHooks.target })
      .from(inboundHooks)
      .where(and(eq(inboundHooks.integrationId, id), isNotNull(inboundHooks.providerHookId))),
  )
  const held = ['webhooks:read', 'webhooks:write', 'integrations:read', 'integrations:execute'] as const
  const signal = AbortSignal.timeout(patienceMs)
  const hub = { ...systemContext(ctx.tenantId, 'hooks', held, { signal }), actor: ctx.actor, requestId: ctx.requestId }
  const left = await Promise.all(
    registered.map(async (hook) => {
      try {
        await unregisterHook(hub, hook.id)
        return []
      } catch (error) {
        logger.info({ error, hookId: hook.id }, 'a hook was left at the provider')
        return [`hook "${hook.name}" of ${hook.target ?? 'the provider'}`]
      }
    }),
  )
  return left.flat()
}

beforeEnding(leave)
