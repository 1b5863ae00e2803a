import { inTenant, type TenantTx } from '@/db/tenant'
import { HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import { toUuid } from '@/server/kernel/ids'
import { type NewDelivery, writeDeliveries } from './writing'

/**
 * Group commit: what comes for a tenant while a batch is on its way to the disk goes with the next one. Two of a tenant
 * are under way, so that one is sent while the other is flushed; whoever sent a delivery waits for its commit.
 */
export type Stored = 'stored' | 'duplicate'
/** Done in the transaction of the batch, and rare: a secret that was used for the first time. */
export type Beside = (tx: TenantTx) => Promise<void>

type Waiting = {
  delivery: NewDelivery
  beside: Beside | undefined
  resolve: (stored: Stored) => void
  reject: (error: unknown) => void
}

const largestBatch = 256
const largestBytes = 4 * 1024 * 1024
const perTenant = 2
const atOnce = 4
/** Beyond it the database does not keep up, and a provider is better told so. */
const mostWaiting = 5_000

class Lane {
  readonly waiting: Waiting[] = []
  underWay = 0
}

const lanes = new Map<Id<'tenant'>, Lane>()
let underWay = 0
let isScheduled = false
let waitingCount = 0

/** Everything that fits, and one at least. */
function take(lane: Lane): Waiting[] {
  let bytes = 0
  let count = 0
  for (const { delivery } of lane.waiting) {
    bytes += delivery.body.length
    if (count > 0 && (bytes > largestBytes || count >= largestBatch)) break
    count += 1
  }
  waitingCount -= count
  return lane.waiting.splice(0, count)
}

async function write(tenantId: Id<'tenant'>, batch: readonly Waiting[]): Promise<Set<string>> {
  return inTenant({ tenantId }, async (tx) => {
    const written = await writeDeliveries(
      tx,
      tenantId,
      batch.map(({ delivery }) => delivery),
    )
    for (const { beside, delivery } of batch) if (beside && written.has(bare(delivery.id))) await beside(tx)
    return written
  })
}

const bare = (id: Id<'inboundDelivery'>) => toUuid(id).replaceAll('-', '')

async function writeBatch(tenantId: Id<'tenant'>, batch: readonly Waiting[]): Promise<void> {
  try {
    const written = await write(tenantId, batch)
    for (const { delivery, resolve } of batch) resolve(written.has(bare(delivery.id)) ? 'stored' : 'duplicate')
  } catch (error) {
    if (batch.length === 1 || error instanceof HubError) {
      for (const { reject } of batch) reject(error)
      return
    }
    // One that cannot be stored must not take the others with it.
    const half = Math.ceil(batch.length / 2)
    await writeBatch(tenantId, batch.slice(0, half))
    await writeBatch(tenantId, batch.slice(half))
  }
}

function begin(tenantId: Id<'tenant'>, lane: Lane): void {
  lane.underWay += 1
  underWay += 1
  void writeBatch(tenantId, take(lane)).finally(() => {
    lane.underWay -= 1
    underWay -= 1
    if (lane.waiting.length === 0 && lane.underWay === 0) lanes.delete(tenantId)
    writeWaiting()
  })
}

/** Tenants take turns: one whose batch was begun goes to the end of the line. */
function writeWaiting(): void {
  for (const [tenantId, lane] of [...lanes]) {
    if (underWay >= atOnce) return
    if (lane.waiting.length === 0 || lane.underWay >= perTenant) continue
    lanes.delete(tenantId)
    lanes.set(tenantId, lane)
    begin(tenantId, lane)
  }
}

/**
 * Stores one delivery, with whatever else waits; resolves after the commit.
 *
 * @throws {HubError} hub.unavailable when it was not stored, or nobody knows
 */
export function storeDelivery(tenantId: Id<'tenant'>, delivery: NewDelivery, beside?: Beside): Promise<Stored> {
  if (waitingCount >= mostWaiting) {
    return Promise.reject(new HubError('hub.unavailable', 'More comes in than can be stored.', { retryAfterMs: 5_000 }))
  }
  const lane = lanes.get(tenantId) ?? new Lane()
  lanes.set(tenantId, lane)
  waitingCount += 1
  return new Promise((resolve, reject) => {
    lane.waiting.push({ delivery, beside, resolve, reject })
    if (isScheduled) return
    isScheduled = true
    // Everything that was read from the sockets by now goes together.
    setImmediate(() => {
      isScheduled = false
      writeWaiting()
    })
  })
}
