import { z } from 'zod'
import { checkHealth } from '@/server/domain/health/service'
import { idShape } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { defineJob } from './kit'

/**
 * Checks the integrations that the sweep found due, each with a Context of its own tenant. Safe to run twice: a tick
 * that has its result is left alone.
 */
export const healthCheck = defineJob({
  name: 'health-check',
  payload: z.object({
    checks: z
      .array(z.object({ tenantId: idShape('tenant'), integrationId: idShape('integration'), tick: z.iso.datetime() }))
      .max(50),
  }),
  permissions: ['integrations:read', 'integrations:test'],
  // A check that fails is a result. Trouble of our own is tried again by the next sweep, when the lease has run out.
  attempts: 1,
  timeoutMs: 50_000,
  run: async ({ checks }, start) => {
    await Promise.all(
      checks.map(({ tenantId, integrationId, tick }) =>
        start(tenantId, (ctx) => checkHealth(ctx, { integrationId, tick: new Date(tick) })).catch((error) =>
          logger.error({ error, integrationId }, 'a check could not be recorded; it falls due again'),
        ),
      ),
    )
  },
})
