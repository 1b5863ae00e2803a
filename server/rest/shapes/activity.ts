import { z } from '@hono/zod-openapi'
import type { ActivityEntry } from '@/server/domain/events/activity'
import { levels, outcomes } from '@/server/kernel/events'
import { Instant, InstantInput, idOf, pageOf, paging } from './base'

/** What happened, one entry each, as the activity log has it. */
const ActorShape = z.object({
  kind: z.enum(['user', 'api_key', 'system']),
  id: z.string().nullable().optional(),
  name: z.string(),
})

export const LogEntryShape = z
  .object({
    id: idOf('event'),
    timestamp: Instant,
    level: z.enum(levels),
    outcome: z.enum(outcomes),
    success: z.boolean(),
    type: z.string(),
    component: z.string().nullable().openapi({ description: 'The slug of the integration it is about.' }),
    integrationId: idOf('integration').nullable(),
    actor: ActorShape,
    message: z.string(),
    durationMs: z.number().nullable(),
    metadata: z.record(z.string(), z.unknown()),
  })
  .openapi('LogEntry')

export const toLogEntry = (entry: ActivityEntry): z.input<typeof LogEntryShape> => ({
  id: entry.id,
  timestamp: entry.at,
  level: entry.level,
  outcome: entry.outcome,
  success: entry.outcome === 'success',
  type: entry.type,
  component: entry.integrationSlug,
  integrationId: entry.integrationId,
  actor: { ...entry.actor },
  message: entry.summary,
  durationMs: entry.durationMs,
  metadata: entry.metadata,
})

export const LogPageShape = pageOf('LogPage', LogEntryShape)

/** `warn` is what others call a warning. */
const Level = z.enum([...levels, 'warn']).openapi({ description: 'This level and what is worse.' })
export const levelOf = (level: z.output<typeof Level> | undefined) => (level === 'warn' ? 'warning' : level)

const filter = {
  level: Level.optional(),
  outcome: z.enum(outcomes).optional(),
  since: InstantInput.optional(),
  until: InstantInput.optional(),
  text: z.string().optional().openapi({ description: 'Part of the message.' }),
}

export const LogQuery = z.strictObject({
  ...paging,
  ...filter,
  type: z.array(z.string()).optional().openapi({ description: 'Types or patterns such as integration.*' }),
})

export const LogQuestionShape = z
  .strictObject({
    component: z.string().optional().openapi({
      description: 'Slug or id of an integration, or what is connected, such as github.',
      example: 'github',
    }),
    ...filter,
    types: z.array(z.string()).optional(),
    limit: z.number().int().min(1).max(200).optional(),
    cursor: z.string().max(2_000).optional(),
  })
  .openapi('LogQuestion')
