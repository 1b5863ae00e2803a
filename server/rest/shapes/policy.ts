import { z } from '@hono/zod-openapi'
import { type CallPolicyFacts, type Circuit, callPolicyChanges } from '@/server/domain/calls/service'
import { circuitStates } from '@/server/kernel/calls'
import { failureClasses } from '@/server/kernel/health'
import { Instant, idOf, picked } from './base'

/** How calls through an integration are made, and the state of its breaker. Times in milliseconds. */
const ms = z.number().int()

const InForceShape = z
  .object({
    timeoutMs: ms.openapi({ description: 'Of one attempt.' }),
    deadlineMs: ms.openapi({ description: 'Of the call with all its attempts and waits.' }),
    retry: z.object({
      attempts: z.number().int().openapi({ description: 'The first one included.' }),
      baseMs: ms,
      maxMs: ms,
      unsafe: z.boolean().openapi({ description: 'Methods that change something are repeated, too.' }),
    }),
    breaker: z.object({
      failurePercent: z.number().int(),
      minimum: z.number().int().openapi({ description: 'Of fewer calls in the window nothing is concluded.' }),
      windowMs: ms,
      openMs: ms,
    }),
    bulkhead: z.object({
      concurrent: z.number().int().openapi({ description: 'In one process.' }),
      queued: z.number().int(),
    }),
    quota: z.object({
      mode: z.enum(['enforce', 'observe']),
      perSecond: z.number().nullable().openapi({ description: 'A rate of your own; the smaller one counts.' }),
    }),
    fallback: idOf('integration').nullable().openapi({ description: 'Takes over while this one cannot.' }),
    keepBodies: z.boolean().openapi({ description: 'Bodies are kept with the log of calls, redacted and clipped.' }),
  })
  .openapi('CallPolicyInForce')

/** The domain's own shape, so that no limit stands twice; a fallback is read there as any other id is. */
export const CallPolicyChangesShape = callPolicyChanges
  .extend({
    fallback: z.string().nullable().optional().openapi({ description: 'Id of an integration of the same type.' }),
  })
  .openapi('CallPolicyChanges')

export const CallPolicyShape = z
  .object({
    policy: InForceShape,
    changes: z
      .record(z.string(), z.unknown())
      .openapi({ description: 'What of it differs from the usual, as PUT takes it.' }),
    version: z.number().int().openapi({ description: 'Of the integration; begins the ETag.' }),
  })
  .openapi('CallPolicy')

export const toCallPolicy = (
  { policy, changes }: CallPolicyFacts,
  version: number,
): z.input<typeof CallPolicyShape> => ({
  policy: picked(policy, ...(Object.keys(InForceShape.shape) as (keyof typeof policy)[])),
  changes: { ...changes },
  version,
})

export const CircuitShape = z
  .object({
    integrationId: idOf('integration'),
    state: z.enum(circuitStates),
    since: Instant.nullable().openapi({ description: 'Null when it never opened.' }),
    reason: z.string().nullable(),
    failureClass: z.enum(failureClasses).nullable(),
    retryAt: Instant.nullable().openapi({ description: 'When the next call may try.' }),
  })
  .openapi('Circuit')

export const toCircuit = (circuit: Circuit): z.input<typeof CircuitShape> =>
  picked(circuit, 'integrationId', 'state', 'since', 'reason', 'failureClass', 'retryAt')
