import { listIntegrations } from '@/server/domain/integrations/service'
import type { Context } from '@/server/kernel/context'
import { type Fault, faults, type LocalService, stateOf } from './local-server'
import type { DemoServices } from './services'

/**
 * Breaks a service behind a healthy integration, for real: what the dashboard then shows is what the next checks find,
 * two failing ones 5 s apart.
 */
export type Broken = { slug: string; name: string; fault: Fault; words: string; state: ReturnType<typeof stateOf> }

const soonMs = 9_000
const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(Math.random() * from.length)]

type Candidate = { slug: string; name: string; service: LocalService }

/** Those checked soon come first, so that nobody waits for long. */
async function candidates(ctx: Context, services: DemoServices): Promise<Candidate[]> {
  const { items } = await listIntegrations(ctx, { first: 50, filter: { states: ['healthy'] } })
  const healthy = items.flatMap(({ node: { slug, name, nextCheckAt } }) => {
    const service = services.of.get(slug)
    return service ? [{ slug, name, service, nextCheckAt }] : []
  })
  const soon = healthy.filter(({ nextCheckAt }) => nextCheckAt && nextCheckAt.getTime() < Date.now() + soonMs)
  return soon.length > 0 ? soon : healthy
}

/** @returns null when nothing is healthy that could be broken */
export async function breakSomething(ctx: Context, services: DemoServices): Promise<Broken | null> {
  const chosen = pick(await candidates(ctx, services))
  const fault = chosen && pick(chosen.service.faults)
  if (!chosen || !fault) return null
  await chosen.service.break(fault)
  return { slug: chosen.slug, name: chosen.name, fault, words: faults[fault], state: stateOf(fault) }
}

export async function healEverything(services: DemoServices): Promise<void> {
  await Promise.all([...services.of.values()].map((service) => service.heal()))
}
