import { z } from '@hono/zod-openapi'
import type { CallResult } from '@/server/domain/calls/service'
import { callKinds, callMethods, callOutcomes, callPriorities, callReasons } from '@/server/kernel/calls'
import { failureClasses } from '@/server/kernel/health'
import { Instant, idOf, orNull, picked } from './base'

/** Calls through an integration: what is asked, what came of it, and how it went. */
export const FailureShape = z
  .object({
    failureClass: z.enum(failureClasses),
    reason: z.enum(callReasons),
    message: z.string(),
    remedy: z.string().nullable(),
    retryAfterMs: z.number().nullable(),
  })
  .openapi('CallFailure')

const AttemptShape = z
  .object({
    number: z.number().int(),
    integrationId: idOf('integration'),
    startedAt: Instant,
    waitMs: z.number(),
    durationMs: z.number(),
    status: z.number().int().nullable(),
    failure: orNull(FailureShape),
    timings: z
      .object({
        dnsMs: z.number().nullable(),
        connectMs: z.number().nullable(),
        tlsMs: z.number().nullable(),
        firstByteMs: z.number(),
        totalMs: z.number(),
      })
      .nullable(),
  })
  .openapi('CallAttempt')

const Value = z.union([z.string(), z.number(), z.boolean()])

const options = {
  timeoutMs: z.number().int().min(1).optional().openapi({ description: 'Of one attempt.' }),
  deadlineMs: z.number().int().min(1).optional().openapi({ description: 'Of the whole call.' }),
  priority: z.enum(callPriorities).optional(),
  attempts: z.number().int().min(1).max(10).optional().openapi({ description: 'The first one included.' }),
  unsafe: z.boolean().optional().openapi({ description: 'Repeat a method that changes something, too.' }),
}

const asking = {
  method: z.enum(callMethods).default('GET'),
  path: z.string().openapi({ description: 'Below the base URL of the integration.', example: '/user' }),
  query: z.record(z.string(), z.union([Value, z.array(Value)])).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional().openapi({ description: 'A text goes as it is, anything else as JSON.' }),
}

export const CallRequestShape = z.strictObject({ ...asking, ...options }).openapi('CallRequest')

export const BatchRequestShape = z
  .strictObject({
    calls: z
      .array(
        z.strictObject({
          ...asking,
          ...options,
          integration: z
            .string()
            .optional()
            .openapi({ description: 'Id or slug; the one of the address when absent.' }),
        }),
      )
      .min(1)
      .max(100),
    concurrency: z.number().int().min(1).max(32).optional(),
    stopOnError: z.boolean().optional().openapi({ description: 'Begin no further one after the first that failed.' }),
  })
  .openapi('BatchRequest')

export const CallResultShape = z
  .object({
    callId: idOf('call'),
    integrationId: idOf('integration'),
    at: Instant,
    success: z.boolean(),
    outcome: z.enum(callOutcomes),
    failure: orNull(FailureShape),
    status: z.number().int().nullable(),
    headers: z.record(z.string(), z.string()),
    body: z
      .unknown()
      .openapi({ description: 'Read as JSON where it is; else the text, or base64 where it is neither.' }),
    bodyEncoding: z.enum(['json', 'text', 'base64', 'none']),
    attempts: z.array(AttemptShape),
    durationMs: z.number(),
    waitMs: z.number(),
    cached: z.enum(['no', 'revalidated']),
    replayed: z.boolean(),
    quota: z
      .object({
        pool: z.string(),
        limit: z.number().nullable(),
        remaining: z.number().nullable(),
        resetAt: Instant.nullable(),
      })
      .nullable(),
  })
  .openapi('CallResult')

type Read = { body: unknown; bodyEncoding: 'json' | 'text' | 'base64' | 'none' }

function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function readBody({ body, headers }: Pick<CallResult, 'body' | 'headers'>): Read {
  if (body.length === 0) return { body: null, bodyEncoding: 'none' }
  const text = textOf(body)
  if (text === null) return { body: body.toString('base64'), bodyEncoding: 'base64' }
  if (!/json/i.test(headers['content-type'] ?? '')) return { body: text, bodyEncoding: 'text' }
  try {
    return { body: JSON.parse(text), bodyEncoding: 'json' }
  } catch {
    return { body: text, bodyEncoding: 'text' }
  }
}

export const toCallResult = (result: CallResult): z.input<typeof CallResultShape> => ({
  ...picked(result, 'callId', 'integrationId', 'at', 'outcome', 'failure', 'status', 'headers', 'attempts'),
  ...picked(result, 'durationMs', 'waitMs', 'cached', 'replayed', 'quota'),
  success: result.outcome === 'success',
  ...readBody(result),
})

export const CallShape = z
  .object({
    id: idOf('call'),
    integrationId: idOf('integration'),
    projectId: idOf('project'),
    at: Instant,
    kind: z.enum(callKinds),
    operation: z.string().nullable(),
    actor: z.object({ kind: z.string(), id: z.string().nullable().optional(), name: z.string() }),
    priority: z.enum(callPriorities),
    method: z.string(),
    path: z.string(),
    outcome: z.enum(callOutcomes),
    status: z.number().int().nullable(),
    failure: orNull(FailureShape),
    attempts: z.array(AttemptShape),
    durationMs: z.number(),
    waitMs: z.number(),
    requestBytes: z.number(),
    responseBytes: z.number(),
    requestId: z.string(),
    correlationId: z.string(),
    groupId: z.string().nullable(),
    bodies: z.object({ request: z.string().nullable(), response: z.string().nullable() }).nullable(),
  })
  .openapi('Call')
