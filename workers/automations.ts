import {
  holdLease,
  type LeasedRun,
  leaseRuns,
  leaseSeconds,
  runDefinition,
  startRuns,
} from '@/server/domain/automations/service'
import type { Id } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'

/**
 * Works on the runs of automations: looks which events call for one, leases what is due, and runs it. Woken by events
 * and by the clock; only the database says what is due, so a wake-up that is lost costs a moment and never a run.
 */
const inFlight = 16
const mostPerTenant = 4
const beatMs = (leaseSeconds * 1_000) / 3

/** A run under way: aborted when this process stops, or has lost it. */
type Working = { run: LeasedRun; stop: AbortController; ended: Promise<void> }

export class Automations {
  readonly #working = new Set<Working>()
  #turn: Promise<void> | null = null
  #isAwake = false
  #isStopping = false

  /** Something may be due. */
  wake(): void {
    this.#isAwake = true
    if (this.#isStopping || this.#turn) return
    this.#turn = this.#takeTurns()
      .catch((error) => logger.warn({ error }, 'automations could not be looked at; they are looked at soon'))
      .finally(() => {
        this.#turn = null
      })
  }

  /** Steps under way are waited for, then given up: another process does them again. */
  async stop(patienceMs: number): Promise<void> {
    this.#isStopping = true
    await this.#turn
    const impatience = setTimeout(() => {
      for (const { stop } of this.#working) stop.abort()
    }, patienceMs)
    while (this.#working.size > 0) await Promise.all([...this.#working].map(({ ended }) => ended))
    clearTimeout(impatience)
  }

  async #takeTurns(): Promise<void> {
    while (this.#isAwake && !this.#isStopping) {
      this.#isAwake = false
      if (await startRuns()) this.#isAwake = true
      await this.#lease()
    }
  }

  #busy(): Id<'tenant'>[] {
    const counts = new Map<Id<'tenant'>, number>()
    for (const { run } of this.#working) counts.set(run.tenantId, (counts.get(run.tenantId) ?? 0) + 1)
    return [...counts].flatMap(([tenantId, count]) => (count >= mostPerTenant ? [tenantId] : []))
  }

  async #lease(): Promise<void> {
    const room = inFlight - this.#working.size
    if (room <= 0) return
    const runs = await leaseRuns(room, { mostPerTenant, busy: this.#busy() })
    for (const run of runs) this.#begin(run)
  }

  #begin(run: LeasedRun): void {
    const stop = new AbortController()
    const beat = setInterval(() => this.#hold(run, stop), beatMs)
    const ended = runDefinition(run, stop.signal)
      // Its lease runs out, and then it is taken up again.
      .catch((error) => logger.error({ error, runId: run.id }, 'a run could not go on; it is taken up again'))
      .finally(() => {
        clearInterval(beat)
        this.#working.delete(working)
        this.wake()
      })
    const working: Working = { run, stop, ended }
    this.#working.add(working)
  }

  #hold(run: LeasedRun, stop: AbortController): void {
    holdLease(run).then(
      (isHeld) => isHeld || stop.abort(),
      (error) => logger.warn({ error, runId: run.id }, 'the lease of a run could not be renewed'),
    )
  }
}
