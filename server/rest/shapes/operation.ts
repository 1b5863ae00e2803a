import { z } from '@hono/zod-openapi'
import type { OperationRun } from '@/server/domain/operations/service'
import { callOutcomes } from '@/server/kernel/calls'
import { Instant, idOf, orNull, picked } from './base'
import { FailureShape } from './calls'

/** What connectors can do, and one doing of it. */
const effects = ['read', 'write', 'destructive'] as const

export const OperationShape = z
  .object({
    id: z.string().openapi({ description: 'Such as createPullRequest; the same on every connector that can do it.' }),
    title: z.string(),
    description: z.string().nullable(),
    effect: z.enum(effects),
    inputSchema: z.record(z.string(), z.unknown()).openapi({ description: 'A JSON Schema.' }),
    outputs: z.array(z.string()),
    isList: z.boolean(),
    needs: z.array(z.string()).openapi({ description: "Scopes or permissions, in the vendor's words." }),
  })
  .openapi('Operation')

export const OperationOrderShape = z
  .strictObject({
    input: z.record(z.string(), z.unknown()).optional(),
    confirm: z.boolean().optional().openapi({ description: 'That it is meant, where something is destroyed.' }),
    priority: z.enum(['interactive', 'deploy', 'sync', 'probe']).optional(),
    timeoutMs: z.number().int().min(1).max(300_000).optional(),
  })
  .openapi('OperationOrder')

export const OperationRunShape = z
  .object({
    operation: z.string(),
    effect: z.enum(effects),
    integrationId: idOf('integration'),
    success: z.boolean(),
    outcome: z.enum(callOutcomes),
    output: z.record(z.string(), z.unknown()).nullable(),
    failure: orNull(FailureShape),
    callIds: z.array(idOf('call')),
    groupId: z.string().nullable(),
    attempts: z.number().int(),
    startedAt: Instant,
    durationMs: z.number(),
    waitMs: z.number(),
    replayed: z.boolean(),
  })
  .openapi('OperationRun')

export const toOperationRun = (run: OperationRun): z.input<typeof OperationRunShape> => ({
  ...picked(run, 'operation', 'effect', 'integrationId', 'outcome', 'output', 'failure', 'callIds', 'groupId'),
  ...picked(run, 'attempts', 'startedAt', 'durationMs', 'waitMs', 'replayed'),
  success: run.outcome === 'success',
})

export const PullRequestShape = z
  .strictObject({
    owner: z.string(),
    repo: z.string(),
    title: z.string(),
    body: z.string().optional(),
    head: z.string(),
    base: z.string().optional(),
    integration: z.string().optional().openapi({ description: 'Id or slug; needed when several are connected.' }),
  })
  .openapi('NewPullRequest')
