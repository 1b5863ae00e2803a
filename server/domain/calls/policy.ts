import { z } from 'zod'
import type { CallPolicyChanges } from '@/server/kernel/calls'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import { findId, type Id } from '@/server/kernel/ids'

/**
 * What may be said about how calls are made: the one shape for an integration and for the profiles that integrations
 * start from. Only what differs from the usual is said and kept.
 */
const ms = (min: number, max: number) => z.int().min(min).max(max).optional()
const count = (min: number, max: number) => z.int().min(min).max(max).optional()

const integrationId = z
  .string()
  .transform((text) => findId('integration', text))
  .refine((id): id is Id<'integration'> => id !== undefined, 'has to be the id of an integration')

export const callPolicyChanges = z.strictObject({
  timeoutMs: ms(100, 600_000),
  deadlineMs: ms(100, 900_000),
  retry: z
    .strictObject({
      attempts: count(1, 10),
      baseMs: ms(1, 60_000),
      maxMs: ms(1, 600_000),
      unsafe: z.boolean().optional(),
    })
    .optional(),
  breaker: z
    .strictObject({
      failurePercent: count(1, 100),
      minimum: count(1, 10_000),
      windowMs: ms(1_000, 3_600_000),
      openMs: ms(100, 3_600_000),
    })
    .optional(),
  bulkhead: z.strictObject({ concurrent: count(1, 1_000), queued: count(0, 10_000) }).optional(),
  quota: z
    .strictObject({
      mode: z.enum(['enforce', 'observe']).optional(),
      perSecond: z.number().positive().max(100_000).nullable().optional(),
    })
    .optional(),
  fallback: integrationId.nullable().optional(),
  keepBodies: z.boolean().optional(),
})

/** What does not fit, each by its path below `place`; a value is never quoted. */
function problemsOf(error: z.ZodError, place: string): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const at = [place, ...issue.path].join('.')
      return issue.keys.map((key) => ({ path: `${at}.${key.slice(0, 100)}`, message: 'is not a setting of calls' }))
    }
    const path = [place, ...issue.path].join('.')
    return [{ path, message: issue.code === 'custom' ? issue.message : wordsOf(issue) }]
  })
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small')
    return `has to be ${issue.inclusive ? '' : 'more than '}${issue.minimum}${issue.inclusive ? ' or more' : ''}`
  if (issue.code === 'too_big') return `has to be ${issue.maximum} or less`
  if (issue.code === 'invalid_value') return `has to be one of: ${issue.values.join(', ')}`
  return issue.code === 'invalid_type' && issue.expected === 'int' ? 'has to be a whole number' : 'is not of this form'
}

/**
 * Reads what somebody gave for a call policy.
 *
 * @throws {HubError} request.invalid naming each field below `place`
 */
export function parseCallPolicy(given: unknown, place = 'callPolicy'): CallPolicyChanges {
  const read = callPolicyChanges.safeParse(given)
  if (!read.success) throw new HubError('request.invalid', undefined, { fields: problemsOf(read.error, place) })
  // JSON drops what is undefined, so that what is kept says only what it says.
  return JSON.parse(JSON.stringify(read.data)) as CallPolicyChanges
}
