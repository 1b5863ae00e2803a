import type { Context } from '@/server/kernel/context'
import type { Id } from '@/server/kernel/ids'

/**
 * What has to be put away at a provider while there still is a credential for it. Who made something there says so here;
 * integrations know nothing of it.
 */
export type Ending = { id: Id<'integration'>; slug: string }
/** @returns names of what could not be put away; never throws */
type PutAway = (ctx: Context, integration: Ending) => Promise<string[]>

const known: PutAway[] = []

export const beforeEnding = (putAway: PutAway): void => {
  known.push(putAway)
}

export async function putAwayAll(ctx: Context, integration: Ending): Promise<string[]> {
  return (await Promise.all(known.map((putAway) => putAway(ctx, integration)))).flat()
}
