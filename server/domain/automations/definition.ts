import { z } from 'zod'
import type { FieldProblem } from '@/server/kernel/errors'

/** What an automation is made of, as people and programs write it. Strings in `action` may hold `{{ templates }}`. */
const expression = z.string().trim().min(1).max(1_000)
const text = (max: number) => z.string().min(1).max(max)
const ref = z.string().trim().min(1).max(200)
const day = 86_400
const values = z.record(z.string().min(1).max(100), z.json())

export const maxWaitSeconds = 30 * day

const operation = z.strictObject({
  type: z.literal('operation'),
  integration: ref,
  operation: ref,
  input: values.default({}),
  confirm: z.boolean().default(false),
})
const call = z.strictObject({
  type: z.literal('call'),
  integration: ref,
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  path: text(2_000),
  query: z.record(z.string().min(1).max(100), z.union([z.string(), z.number(), z.boolean()])).default({}),
  headers: z.record(z.string().min(1).max(100), z.string().max(2_000)).default({}),
  body: z.json().optional(),
})
const comment = z.strictObject({
  type: z.literal('comment'),
  on: text(2_000).optional(),
  integration: ref.optional(),
  body: text(20_000),
})
const publish = z.strictObject({
  type: z.literal('publish'),
  event: z.string().regex(/^custom\.[a-z0-9_.-]{1,200}$/, 'has to be custom. and a name in small letters'),
  subject: text(200).optional(),
  summary: text(200).optional(),
  data: values.default({}),
})
const createTask = z.strictObject({
  type: z.literal('create_task'),
  title: text(500),
  description: text(2_000).optional(),
  pullRequest: text(2_000).optional(),
  issue: text(2_000).optional(),
})
const wait = z.strictObject({ type: z.literal('wait'), seconds: z.int().min(1).max(maxWaitSeconds) })
const approval = z.strictObject({
  type: z.literal('approval'),
  message: text(2_000),
  expiresAfterSeconds: z
    .int()
    .min(60)
    .max(maxWaitSeconds)
    .default(7 * day),
})

const action = z.discriminatedUnion('type', [operation, call, comment, publish, createTask, wait, approval])
export type Action = z.infer<typeof action>
export type ActionOf<T extends Action['type']> = Extract<Action, { type: T }>

const step = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'has to be small letters, digits and "_", such as tell_them'),
  if: expression.optional(),
  action,
})
export type Step = z.infer<typeof step>

export const definition = z.strictObject({
  trigger: z.strictObject({
    events: z
      .array(z.string().regex(/^[a-z*][a-z0-9_.*-]{0,199}$/, 'has to be an event, or a pattern with "*"'))
      .min(1)
      .max(20),
    integration: ref.optional(),
    project: ref.optional(),
  }),
  condition: expression.optional(),
  steps: z.array(step).min(1).max(20),
})
export type Definition = z.infer<typeof definition>

const maxBytes = 64 * 1024

/** What is wrong with what was given, by path; else what it says. */
export function parseDefinition(given: unknown): { definition: Definition } | { problems: FieldProblem[] } {
  if (Buffer.byteLength(JSON.stringify(given) ?? '') > maxBytes) {
    return { problems: [{ path: 'definition', message: `may have ${maxBytes / 1024} KiB at most` }] }
  }
  const parsed = definition.safeParse(given)
  if (parsed.success) return { definition: parsed.data }
  const problems = parsed.error.issues.map(({ path, message }) => ({
    path: ['definition', ...path].join('.'),
    message: message.charAt(0).toLowerCase() + message.slice(1),
  }))
  return { problems }
}

/** A definition that was saved: whatever of it this version does not know any more is an error of ours. */
export const storedDefinition = (stored: unknown): Definition => definition.parse(stored)
