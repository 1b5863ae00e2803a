import { z } from 'zod'
import { callDoctor, leaseDueVisits, makeVisit, type Visit } from '@/server/domain/doctor/service'
import { systemContext } from '@/server/kernel/context'
import { parseId } from '@/server/kernel/ids'
import type { Permission } from '@/server/kernel/permissions'
import { logger } from '@/server/platform/logger'
import { defineJob } from './kit'

/**
 * The doctor's rounds: visits that fell due are leased as places become free, a few at a time, for an examination
 * asks a service more than a check does. Nothing but the leases in the database says what is due, so a wake-up that
 * is lost costs a moment and never a visit.
 */
const name = 'doctor'
const permissions: Permission[] = ['integrations:read', 'integrations:test']
const atOnce = 4
/** Shorter than a lease. */
const timeLimitMs = 90_000

export class DoctorRounds {
  readonly #running = new Map<Promise<void>, AbortController>()
  #leasing: Promise<void> | null = null
  #isStopping = false

  /** Something may be due. */
  wake(): void {
    if (this.#isStopping || this.#leasing || this.#running.size >= atOnce) return
    this.#leasing = this.#lease()
      .catch((error) => logger.warn({ error }, 'examinations could not be leased; they are leased soon'))
      .finally(() => {
        this.#leasing = null
      })
  }

  /** Visits under way are waited for, then given up: their ticks fall due again. */
  async stop(patienceMs: number): Promise<void> {
    this.#isStopping = true
    await this.#leasing
    const impatience = setTimeout(() => {
      for (const stop of this.#running.values()) stop.abort()
    }, patienceMs)
    await Promise.all(this.#running.keys())
    clearTimeout(impatience)
  }

  async #lease(): Promise<void> {
    for (const visit of await leaseDueVisits(atOnce - this.#running.size)) this.#begin(visit)
  }

  #begin(visit: Visit): void {
    const stop = new AbortController()
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(timeLimitMs)])
    const ctx = systemContext(visit.tenantId, name, permissions, { signal })
    const visited = makeVisit(ctx, visit)
      .catch((error) => logger.warn({ error, integrationId: visit.integrationId }, 'an examination was not finished'))
      .finally(() => {
        this.#running.delete(visited)
        this.wake()
      })
    this.#running.set(visited, stop)
  }
}

/** Health turned bad: the doctor is called, and looks why as soon as a place is free. */
export const doctorCall = (rounds: Pick<DoctorRounds, 'wake'>) =>
  defineJob({
    name: 'doctor-call',
    payload: z.object({ tenantId: z.string(), integrationId: z.string(), eventId: z.string() }),
    permissions,
    attempts: 3,
    timeoutMs: 10_000,
    run: ({ tenantId, integrationId, eventId }, start) =>
      start(parseId('tenant', tenantId), async (ctx) => {
        const who = {
          integrationId: parseId('integration', integrationId),
          eventId: parseId('event', eventId),
        }
        if (await callDoctor(ctx, who)) rounds.wake()
      }),
  })
