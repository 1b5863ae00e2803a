import { onTestFinished } from 'vitest'
import { inTenant } from '@/db/tenant'
import { emitAll } from '@/server/domain/events/emit'
import type { CreateEndpointInput } from '@/server/domain/webhooks/endpoint'
import { createEndpoint } from '@/server/domain/webhooks/service'
import type { Context } from '@/server/kernel/context'
import type { Id } from '@/server/kernel/ids'
import { type Answer, type Asked, aServer, relayAll } from './world'

/** Receivers of webhooks on loopback, and events to tell them. */
export type Receiver = Awaited<ReturnType<typeof aServer>>

export const aReceiver = (answer: (asked: Asked) => Answer | Promise<Answer> = () => ({ status: 204 })) =>
  aServer(answer)

/** An endpoint that hears every custom event, unless it is said otherwise. */
export async function anEndpoint(ctx: Context, url: string, more: Partial<CreateEndpointInput> = {}) {
  const { endpoint, secret } = await createEndpoint(ctx, { url, events: ['custom.*'], ...more })
  if (!secret) throw new Error('A new endpoint comes with its secret.')
  return { endpoint, secret }
}

export const tellCustom = (ctx: Context, name: string, data: Record<string, unknown> = {}): Promise<Id<'event'>> =>
  inTenant(ctx, async (tx) => {
    const [id] = await emitAll(tx, ctx, [{ type: 'custom.*', name: `custom.${name}`, data }])
    if (id) return id
    throw new Error('An event that was written has an id.')
  })

/** Tells so many events and hands them over. */
export async function tellMany(ctx: Context, count: number): Promise<Id<'event'>[]> {
  const ids: Id<'event'>[] = []
  for (let at = 0; at < count; at++) ids.push(await tellCustom(ctx, 'told', { at }))
  await relayAll()
  return ids
}

type Waking = { wake(): void; stop(patienceMs: number): Promise<void> }

/** Runs a sender until the test is over, woken as by the schedule but more often. */
export function running<S extends Waking>(sender: S, everyMs = 25): S {
  const timer = setInterval(() => sender.wake(), everyMs)
  sender.wake()
  onTestFinished(async () => {
    clearInterval(timer)
    await sender.stop(1_000)
  })
  return sender
}

export async function until(isSo: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const end = Date.now() + ms
  while (Date.now() < end) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('It did not come to that in time.')
}
