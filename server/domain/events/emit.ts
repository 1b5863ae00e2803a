import { sql } from 'drizzle-orm'
import { events } from '@/db/schema'
import type { SystemTx, TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import {
  type EventActor,
  type EventData,
  type EventFamily,
  type EventType,
  eventCatalog,
  type Telling,
} from '@/server/kernel/events'
import { type Id, newId } from '@/server/kernel/ids'

/** The channel on which a commit wakes the relay. */
export const outboxChannel = 'inthub_outbox'

/** What the event concerns, for permissions and filters. */
export type EventPlace = { projectId?: Id<'project'>; integrationId?: Id<'integration'> }

export function eventActor(ctx: Pick<Context, 'actor'>): EventActor {
  const { actor } = ctx
  return { kind: actor.kind, id: actor.kind === 'system' ? null : actor.id, name: actor.name }
}

/** An event of a family says what it is called, and may say what it is about and how it is told. */
type OwnName = { name: string; subject?: string | undefined; telling?: Partial<Telling> | undefined }
type Named<T extends EventType> = T extends EventFamily ? OwnName : object
type Told<T extends EventType> = { data: EventData<T> } & EventPlace
type Emitter = Pick<Context, 'tenantId' | 'actor' | 'correlationId' | 'causationId'>

/** What happened, of a batch: each may have a cause of its own. */
export type ToEmit = {
  [T in EventType]: { type: T; correlationId?: string | undefined } & Told<T> & Named<T>
}[EventType]

function rowOf(ctx: Emitter, told: ToEmit) {
  const { type, data: given, projectId, integrationId, correlationId } = told
  const named = 'name' in told ? told : undefined
  const entry = eventCatalog[type]
  // The catalogue pairs each shape with its own functions; TypeScript cannot follow that through the union.
  const data = entry.shape.parse(given) as never
  return {
    id: newId('event'),
    tenantId: ctx.tenantId,
    type: named?.name ?? type,
    schemaVersion: entry.schemaVersion,
    projectId: projectId ?? null,
    integrationId: integrationId ?? null,
    subject: named?.subject ?? entry.subject(data),
    actor: eventActor(ctx),
    correlationId: correlationId ?? ctx.correlationId,
    causationId: ctx.causationId ?? null,
    ...entry.tell(data),
    ...named?.telling,
    data,
  }
}

type Watcher = (tenantId: Id<'tenant'>, type: EventType) => void
const watchers = new Set<Watcher>()

/**
 * Hears what this process is about to commit, before anybody else can: for memories that must not outlive a change made
 * beside them. Whether it is committed is told by the event itself, later.
 */
export function watchEmitting(watcher: Watcher): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/**
 * Writes what happened, in the transaction that made it happen. The rows are the activity entries, the messages to
 * subscribers and the causes of jobs; the relay publishes them after the commit.
 */
export async function emitAll(tx: TenantTx | SystemTx, ctx: Emitter, told: readonly ToEmit[]): Promise<Id<'event'>[]> {
  if (told.length === 0) return []
  const rows = told.map((one) => rowOf(ctx, one))
  await tx.insert(events).values(rows)
  await tx.execute(sql`select pg_notify(${outboxChannel}, '')`)
  for (const { type } of told) for (const watcher of watchers) watcher(ctx.tenantId, type)
  return rows.map((row) => row.id)
}

/** Writes one thing that happened: the batch of one. */
export async function emit<T extends Exclude<EventType, EventFamily>>(
  tx: TenantTx | SystemTx,
  ctx: Emitter,
  type: T,
  told: Told<T>,
): Promise<Id<'event'>> {
  const [id] = await emitAll(tx, ctx, [{ type, ...told } as unknown as ToEmit])
  if (id) return id
  throw new Error('An event that was written has an id.')
}
