import { and, asc, eq, gt, inArray, isNotNull, lte, type SQL, sql } from 'drizzle-orm'
import { automationRuns, automations, automationVersions, eventConsumers, events } from '@/db/schema'
import { acrossTenants } from '@/db/tenant'
import { maxRunDepth } from '@/server/kernel/automations'
import type { HubEvent } from '@/server/kernel/events'
import { newId } from '@/server/kernel/ids'
import type { Grant } from '@/server/kernel/permissions'
import { type EventRow, toHubEvent } from '../events/rows'
import { maySee } from '../events/visible'
import { grantsOfSaver } from './authority'
import { storedDefinition } from './definition'
import { holds } from './expressions'
import { isTooLarge, scopeOf, shownEvent } from './scope'
import type { AutomationRow } from './store'

/**
 * From events to runs. One cursor for the whole hub says up to which sequence events were looked at; it moves in the
 * transaction that makes the runs, and only from where it was read, so that of two processes one has the events and
 * one that dies has had none.
 */
const consumer = 'automations'
const batch = 200

type Match = {
  event: EventRow
  automation: AutomationRow
  definition: Record<string, unknown>
  causeDepth: number | null
}
type NewRun = typeof automationRuns.$inferInsert

/** In its own project and in none, unless the trigger names one. */
export const placeFits = (automation: {
  projectId: SQL | typeof automations.projectId
  triggerProjectId: SQL | typeof automations.triggerProjectId
}): SQL => sql`case when ${automation.triggerProjectId} is null
  then ${events.projectId} is null or ${events.projectId} = ${automation.projectId}
  else ${events.projectId} = ${automation.triggerProjectId} end`

/** How deep the run is that made the event: runs began with the event that caused this one. */
const causeDepth = sql<number | null>`(
  select max(cause.depth) from automation_runs as cause
  where cause.tenant_id = ${events.tenantId} and cause.event_id =
    case when ${events.causationId} ~ '^evt_[0-9a-f]{32}$' then substr(${events.causationId}, 5)::uuid end)`

async function readMatches(): Promise<{ from: bigint; upTo: bigint; matches: Match[] } | null> {
  return acrossTenants('automation events', async (tx) => {
    const [cursor] = await tx.select().from(eventConsumers).where(eq(eventConsumers.name, consumer))
    if (!cursor) return null
    const isNew = and(isNotNull(events.sequence), gt(events.sequence, cursor.sequence))
    const next = tx
      .select({ sequence: events.sequence })
      .from(events)
      .where(isNew)
      .orderBy(asc(events.sequence))
      .limit(batch)
      .as('next')
    const [last] = await tx.select({ upTo: sql<string | null>`max(${next.sequence})` }).from(next)
    if (!last?.upTo) return null
    const upTo = BigInt(last.upTo)
    const matches = await tx
      .select({ event: events, automation: automations, definition: automationVersions.definition, causeDepth })
      .from(events)
      .innerJoin(
        automations,
        and(
          eq(automations.tenantId, events.tenantId),
          eq(automations.enabled, true),
          sql`${events.type} like any(${automations.patterns})`,
          sql`(${automations.triggerIntegrationId} is null or ${automations.triggerIntegrationId} = ${events.integrationId})`,
          placeFits(automations),
          // What happened before it was saved is not made up for.
          sql`${events.time} >= ${automations.createdAt}`,
        ),
      )
      .innerJoin(
        automationVersions,
        and(eq(automationVersions.automationId, automations.id), eq(automationVersions.version, automations.version)),
      )
      .where(and(isNew, lte(events.sequence, upTo)))
      .orderBy(asc(events.sequence))
    return { from: cursor.sequence, upTo, matches }
  })
}

/** Grants are looked up once for all events of a batch. */
class Savers {
  readonly #known = new Map<string, Promise<readonly Grant[]>>()

  of({ tenantId, savedBy }: AutomationRow): Promise<readonly Grant[]> {
    const key = `${tenantId} ${savedBy.kind} ${savedBy.id}`
    const found = this.#known.get(key) ?? grantsOfSaver({ tenantId }, savedBy)
    this.#known.set(key, found)
    return found
  }
}

type Verdict = { state: 'queued' } | { state: 'skipped'; reason: string } | null

/** One that this version cannot read holds up no other: its run tells. */
function conditionIn(definition: Record<string, unknown>): string | undefined {
  try {
    return storedDefinition(definition).condition
  } catch {
    return undefined
  }
}

/** Whether there is to be a run; one that was refused says why. Where the condition does not hold there is none. */
function judge({ definition, causeDepth: depth }: Match, event: Record<string, unknown>): Verdict {
  if (isTooLarge(event)) return { state: 'skipped', reason: 'The event is too large for conditions and templates.' }
  const condition = conditionIn(definition)
  const found = condition === undefined ? { holds: true } : holds(condition, scopeOf(event, []))
  // Failures of a condition are counted as those of a run are, by whoever works on it.
  if ('problem' in found) return { state: 'queued' }
  if (!found.holds) return null
  const isLoop = depth !== null && depth + 1 > maxRunDepth
  return isLoop
    ? { state: 'skipped', reason: `Runs have caused one another ${maxRunDepth} times: this looks like a loop.` }
    : { state: 'queued' }
}

function runFor(match: Match, event: HubEvent): NewRun[] {
  const { automation, causeDepth: depth } = match
  const shown = shownEvent(event)
  const verdict = judge(match, shown)
  if (!verdict) return []
  const { tenantId, projectId, id: automationId, version } = automation
  const isQueued = verdict.state === 'queued'
  return [
    {
      ...{ id: newId('run'), tenantId, projectId, automationId, version, state: verdict.state },
      ...{
        eventId: event.id,
        eventType: event.name,
        event: isTooLarge(shown) ? { id: event.id, type: event.name } : shown,
      },
      correlationId: event.correlationId,
      depth: depth === null ? 0 : depth + 1,
      ...('reason' in verdict && { reason: verdict.reason }),
      ...(isQueued ? { dueAt: sql`now()` as unknown as Date } : { endedAt: sql`now()` as unknown as Date }),
    },
  ]
}

async function runsFor(matches: readonly Match[]): Promise<NewRun[]> {
  const savers = new Savers()
  const runs: NewRun[] = []
  for (const match of matches) {
    const event = toHubEvent(match.event)
    // An event that its saver may not see is none for it.
    if (!maySee({ grants: await savers.of(match.automation) }, event)) continue
    runs.push(...runFor(match, event))
    // Conditions take their time; whatever else waits in this process has its turn.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return runs
}

/** @returns whether the cursor was where it was read: otherwise another process has these events */
async function keep(runs: readonly NewRun[], { from, upTo }: { from: bigint; upTo: bigint }): Promise<boolean> {
  return acrossTenants('automation runs', async (tx) => {
    const moved = await tx
      .update(eventConsumers)
      .set({ sequence: upTo })
      .where(and(eq(eventConsumers.name, consumer), eq(eventConsumers.sequence, from)))
      .returning({ name: eventConsumers.name })
    if (moved.length === 0) return false
    const ids = [...new Set(runs.map(({ automationId }) => automationId))]
    // One that was deleted since is waited for, and gets no run.
    const kept =
      ids.length === 0
        ? []
        : await tx.select({ id: automations.id }).from(automations).where(inArray(automations.id, ids))
    const left = new Set(kept.map(({ id }) => id))
    const rows = runs.filter(({ automationId }) => left.has(automationId))
    if (rows.length > 0)
      await tx
        .insert(automationRuns)
        .values([...rows])
        .onConflictDoNothing()
    return true
  })
}

/**
 * Looks at the events since last time, and queues a run for each automation they concern.
 *
 * @returns whether there may be more
 */
export async function startRuns(): Promise<boolean> {
  const read = await readMatches()
  if (!read) return false
  const isOurs = await keep(await runsFor(read.matches), read)
  return isOurs
}
