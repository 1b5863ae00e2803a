import { inTenant } from '@/db/tenant'
import { systemContext } from '@/server/kernel/context'
import type { Id } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'
import type { Call } from './call'
import { writeCalls } from './log-store'

/**
 * The log of calls: a row when a call is over, written in batches together with the sums of its minute, so that a
 * process that dies leaves either both or neither. Nobody waits for it. While the database takes nothing the newest
 * rows are held back up to a bound, and beyond it the oldest are lost and counted.
 */
export type LoggedCall = Call & { tenantId: Id<'tenant'> }

const batchRows = 200
const batchMs = 200
const maxHeld = 10_000
const maxHeldBytes = 32 * 1024 * 1024
const firstPauseMs = 500
const longestPauseMs = 15_000

const sizeOf = ({ path, bodies, attempts }: LoggedCall) =>
  1_000 + path.length + 400 * attempts.length + (bodies?.request?.length ?? 0) + (bodies?.response?.length ?? 0)

class CallLog {
  #held: LoggedCall[] = []
  #heldBytes = 0
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> | undefined
  #pauseMs = 0

  note(call: LoggedCall): void {
    this.#held.push(call)
    this.#heldBytes += sizeOf(call)
    while (this.#held.length > maxHeld || this.#heldBytes > maxHeldBytes) this.#drop()
    if (this.#pauseMs === 0 && this.#held.length >= batchRows) this.#wake(0)
    else this.#wake(this.#pauseMs || batchMs)
  }

  #drop(): void {
    const lost = this.#held.shift()
    if (!lost) return
    this.#heldBytes -= sizeOf(lost)
    metrics.callsUnlogged.inc()
  }

  #wake(afterMs: number): void {
    if (this.#writing) return
    if (this.#timer && afterMs > 0) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      void this.#write()
    }, afterMs)
    this.#timer.unref()
  }

  #take(): LoggedCall[] {
    const batch = this.#held.splice(0, batchRows)
    for (const one of batch) this.#heldBytes -= sizeOf(one)
    return batch
  }

  #putBack(batch: readonly LoggedCall[]): void {
    this.#held.unshift(...batch)
    for (const one of batch) this.#heldBytes += sizeOf(one)
    while (this.#held.length > maxHeld || this.#heldBytes > maxHeldBytes) this.#drop()
  }

  #write(): Promise<void> {
    this.#writing ??= this.#writeOn().finally(() => {
      this.#writing = undefined
      if (this.#held.length > 0) this.#wake(this.#pauseMs || batchMs)
    })
    return this.#writing
  }

  async #writeOn(): Promise<void> {
    while (this.#held.length > 0) {
      const batch = this.#take()
      const left = await writeByTenant(batch)
      if (left.length === 0) {
        this.#pauseMs = 0
        continue
      }
      this.#putBack(left)
      this.#pauseMs = Math.min(longestPauseMs, Math.max(firstPauseMs, this.#pauseMs * 2))
      return
    }
  }

  /** Writes what is held back; gives up when the database takes nothing for a while. */
  async flush(patienceMs = 5_000): Promise<void> {
    const until = Date.now() + patienceMs
    clearTimeout(this.#timer)
    this.#timer = undefined
    while (this.#held.length > 0 || this.#writing) {
      await this.#write()
      if (this.#held.length === 0) continue
      if (Date.now() >= until) break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** Rows of the class "what was given cannot be stored" will not get better by waiting. */
const isHopeless = (error: unknown): boolean => {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown }
  if (typeof code === 'string' && /^(22|23)/.test(code)) return true
  return cause !== undefined && cause !== error && isHopeless(cause)
}

/** @returns what could not be written now and may be later */
async function writeByTenant(batch: readonly LoggedCall[]): Promise<LoggedCall[]> {
  const byTenant = new Map<Id<'tenant'>, LoggedCall[]>()
  for (const call of batch) {
    const calls = byTenant.get(call.tenantId)
    if (calls) calls.push(call)
    else byTenant.set(call.tenantId, [call])
  }
  const left = await Promise.all([...byTenant].map(([tenantId, calls]) => writeSome(tenantId, calls)))
  return left.flat()
}

async function writeSome(tenantId: Id<'tenant'>, calls: readonly LoggedCall[]): Promise<readonly LoggedCall[]> {
  try {
    await inTenant(systemContext(tenantId, 'call log', []), (tx) => writeCalls(tx, tenantId, calls))
    return []
  } catch (error) {
    if (!isHopeless(error)) {
      logger.warn({ error, calls: calls.length }, 'calls could not be logged; they are logged later')
      return calls
    }
    if (calls.length === 1) {
      logger.error({ error, tenantId }, 'a call could not be logged')
      metrics.callsUnlogged.inc()
      return []
    }
    // One row that cannot be stored must not take the others with it.
    const half = Math.ceil(calls.length / 2)
    const [first, second] = [calls.slice(0, half), calls.slice(half)]
    return [...(await writeSome(tenantId, first)), ...(await writeSome(tenantId, second))]
  }
}

const log = new CallLog()

export const noteLogged = (call: LoggedCall): void => log.note(call)
/** Writes everything that is held back, before the process ends or a test looks. */
export const flushCalls = (patienceMs?: number): Promise<void> => log.flush(patienceMs)
