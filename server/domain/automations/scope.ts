import type { HubEvent } from '@/server/kernel/events'
import { maxInputBytes, type PreparedScope, prepareScope } from './expressions'

/** What conditions and templates see of an event. */
export function shownEvent(event: HubEvent): Record<string, unknown> {
  const { id, name, time, subject, summary, level, outcome, projectId, integrationId, actor, data } = event
  const at = time.toISOString()
  return { id, type: name, time: at, subject, summary, level, outcome, projectId, integrationId, actor, data }
}

export const isTooLarge = (event: Record<string, unknown>) => Buffer.byteLength(JSON.stringify(event)) > maxInputBytes

export type Done = { name: string; state: string; output: unknown }

/** The steps that came to an end are there under their names; a skipped one has no output. */
export const scopeOf = (event: Record<string, unknown>, done: readonly Done[]): PreparedScope =>
  prepareScope({
    event,
    steps: Object.fromEntries(done.map(({ name, state, output }) => [name, { state, output }])),
  })
