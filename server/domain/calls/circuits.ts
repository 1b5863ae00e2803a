import { LRUCache } from 'lru-cache'
import type { CallFailure, CallPolicy } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import type { HubEvent } from '@/server/kernel/events'
import type { Id } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { hearEverywhere } from '../events/hear'
import type { Circuit } from './call'
import { type CircuitPlace, type CircuitRow, claimProbe, closeCircuit, openCircuit, returnProbe } from './circuit-store'
import { FailureWindow } from './window'

/**
 * The breaker of each integration. Failures are counted in each process; whether a circuit is open is decided in the
 * database and told by events, so that all processes agree. After its pause one call of one process tries, and with it
 * the circuit closes or waits again.
 */
type Known = { circuit: Circuit; window: FailureWindow; askAgainAt: number }

/** What a call was to the circuit: good and bad count, the rest says nothing about the service. */
export type Verdict = 'good' | 'bad' | 'nothing'
export type Pass = { isProbe: boolean }
export type Judged = { verdict: Verdict; failure: CallFailure | null }
export type Entry = Pass | { refused: CallFailure }

type Watched = CircuitPlace & { policy: Pick<CallPolicy, 'breaker'> }

const maxKnown = 50_000
/** After another process was found to try, before the database is asked again. */
const patienceMs = 250

const closed = (integrationId: Id<'integration'>): Circuit => ({
  ...{ integrationId, state: 'closed', since: null, reason: null, failureClass: null, retryAt: null },
})

/** One per process; tests make several to be several processes. */
export class CircuitBoard {
  readonly #known = new LRUCache<Id<'integration'>, Known>({ max: maxKnown })

  #of(id: Id<'integration'>): Known {
    const found = this.#known.get(id)
    if (found) return found
    const made = { circuit: closed(id), window: new FailureWindow(), askAgainAt: 0 }
    this.#known.set(id, made)
    return made
  }

  /** What the database says: it decides. */
  adopt(row: CircuitRow | null, id: Id<'integration'>): void {
    if (!row) return
    const known = this.#of(id)
    const isNews = (known.circuit.since?.getTime() ?? 0) <= row.since.getTime()
    if (!isNews || (known.circuit.state === 'closed' && row.state === 'closed')) return
    if (row.state === 'closed') known.window.clear()
    known.circuit = row
  }

  hear(event: HubEvent): void {
    if (event.type === 'integration.circuit_opened') {
      const { reason, failureClass, retryAt } = event.data
      const known = this.#of(event.data.integrationId as Id<'integration'>)
      const at = { state: 'open', since: event.time, retryAt: new Date(retryAt) } as const
      known.circuit = { ...known.circuit, ...at, reason, failureClass }
    }
    if (event.type === 'integration.circuit_closed') this.#close(event.data.integrationId as Id<'integration'>)
  }

  #close(id: Id<'integration'>): void {
    const known = this.#of(id)
    known.window.clear()
    known.circuit = { ...closed(id), since: new Date() }
  }

  /** Whether a call may go out now; when a pause is over, whether it is this one that tries. */
  async enter(ctx: Context, target: Watched): Promise<Entry> {
    const known = this.#of(target.integration.id)
    const { circuit } = known
    if (circuit.state === 'closed') return { isProbe: false }
    const now = Date.now()
    const openAt = Math.max(circuit.retryAt?.getTime() ?? now, known.askAgainAt)
    if (now < openAt) return { refused: refusal(circuit, openAt - now) }
    known.askAgainAt = now + patienceMs
    const claim = await claimProbe(ctx, target, target.policy.breaker.openMs).catch((error: unknown) => {
      // Without the database nobody knows better than this process, and one call each 250 ms does no harm.
      logger.warn({ error }, 'a breaker could not be read; one call tries')
      return { isProbe: true, row: null }
    })
    if (claim.row) known.circuit = claim.row
    if (claim.isProbe) return { isProbe: true }
    if (!claim.row || claim.row.state === 'closed') {
      this.#close(target.integration.id)
      return { isProbe: false }
    }
    return { refused: refusal(claim.row, Math.max(patienceMs, (claim.row.retryAt?.getTime() ?? 0) - Date.now())) }
  }

  /** What became of a call that was let through. Never throws: what the call answered counts more. */
  async note(ctx: Context, target: Watched, { isProbe }: Pass, { verdict, failure }: Judged): Promise<void> {
    try {
      if (isProbe) await this.#noteProbe(ctx, target, verdict, failure)
      else await this.#noteCall(ctx, target, verdict, failure)
    } catch (error) {
      logger.warn({ error, integrationId: target.integration.id }, 'the state of a breaker could not be kept')
    }
  }

  async #noteProbe(ctx: Context, target: Watched, verdict: Verdict, failure: CallFailure | null): Promise<void> {
    const { id } = target.integration
    if (verdict === 'nothing') {
      this.#of(id).askAgainAt = 0
      const row = await returnProbe(ctx, id)
      if (row) this.#of(id).circuit = row
      return
    }
    if (verdict === 'good') {
      this.#close(id)
      await closeCircuit(ctx, target)
      return
    }
    await this.#open(ctx, target, failure)
  }

  async #noteCall(ctx: Context, target: Watched, verdict: Verdict, failure: CallFailure | null): Promise<void> {
    const known = this.#of(target.integration.id)
    if (verdict === 'nothing' || known.circuit.state !== 'closed') return
    const { windowMs, minimum, failurePercent } = target.policy.breaker
    const now = Date.now()
    known.window.note(verdict === 'good', windowMs, now)
    if (verdict === 'good') return
    const { calls, failed } = known.window.counts(windowMs, now)
    if (calls < minimum || failed * 100 < failurePercent * calls) return
    const reason = `${failed} of the last ${calls} calls failed. ${failure?.message ?? ''}`.trim()
    await this.#open(ctx, target, failure, reason)
  }

  async #open(ctx: Context, target: Watched, failure: CallFailure | null, reason?: string): Promise<void> {
    const known = this.#of(target.integration.id)
    const { openMs } = target.policy.breaker
    const failureClass = failure?.failureClass ?? 'provider_incident'
    const because = reason ?? known.circuit.reason ?? failure?.message ?? 'Calls failed.'
    const at = { since: known.circuit.since ?? new Date(), retryAt: new Date(Date.now() + openMs) }
    const since = known.circuit.state === 'closed' ? new Date() : at.since
    // At once here, for calls of this process go on while the database is written.
    known.circuit = { ...known.circuit, state: 'open', ...at, since, reason: because, failureClass }
    known.window.clear()
    const row = await openCircuit(ctx, target, { reason: because, failureClass, openMs })
    if (row) known.circuit = row
  }

  forget(id: Id<'integration'>): void {
    this.#close(id)
  }

  /** Why a call is refused now, where its circuit is open. */
  refusalOf(id: Id<'integration'>): CallFailure {
    const circuit = this.stateOf(id)
    return refusal(circuit, Math.max(0, (circuit.retryAt?.getTime() ?? 0) - Date.now()))
  }

  /** How many are not closed, as this process knows. */
  get open(): number {
    return [...this.#known.values()].filter(({ circuit }) => circuit.state !== 'closed').length
  }

  stateOf(id: Id<'integration'>): Circuit {
    return this.#known.get(id)?.circuit ?? closed(id)
  }
}

function refusal(circuit: Circuit, waitMs: number): CallFailure {
  return {
    failureClass: circuit.failureClass ?? 'provider_incident',
    reason: 'circuit_open',
    message: `Calls through this integration are paused, because too many failed. ${circuit.reason ?? ''}`.trim(),
    remedy: 'Wait until the hub tries again, or look at what the doctor says and reset the circuit.',
    retryAfterMs: Math.ceil(waitMs),
  }
}

export const circuitBoard = new CircuitBoard()
hearEverywhere((event) => circuitBoard.hear(event))

export const adoptCircuit = (row: CircuitRow | null, id: Id<'integration'>): void => circuitBoard.adopt(row, id)
