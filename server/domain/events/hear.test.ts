import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { events, tenants } from '@/db/schema'
import { acrossTenants, inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { HubEvent } from '@/server/kernel/events'
import { aCaller, aColleague, aLiveHub, holding, relayAll } from '@/test/world'
import { listActivity } from './activity'
import { emit } from './emit'
import type { HearOptions } from './hear'
import { relayEvents } from './relay'

const tell = (ctx: Context, name: string) =>
  inTenant(ctx, (tx) => emit(tx, ctx, 'api_key.created', { data: { apiKeyId: `key_${name}`, name, expiresAt: null } }))

type Hear = Awaited<ReturnType<typeof aLiveHub>>

/** Takes events until there are so many, or the time is up. */
async function take(
  hear: Hear,
  ctx: Context,
  count: number,
  { ms = 5_000, ...options }: HearOptions & { ms?: number } = {},
) {
  const heard: HubEvent[] = []
  const signal = AbortSignal.timeout(ms)
  for await (const event of hear(ctx, { ...options, signal })) {
    heard.push(event)
    if (heard.length === count) break
  }
  return heard
}

const names = (heard: HubEvent[]) => heard.map((event) => (event.data as { name: string }).name)
const soon = () => new Promise((resolve) => setTimeout(resolve, 100))

describe('relayEvents', () => {
  it('publishes in the order of commits, not of ids', async () => {
    const ctx = await aCaller()
    let commitFirst: () => void = () => {}
    const waits = new Promise<void>((resolve) => {
      commitFirst = resolve
    })
    const early = inTenant(ctx, async (tx) => {
      await emit(tx, ctx, 'api_key.created', { data: { apiKeyId: 'key_early', name: 'early', expiresAt: null } })
      await waits
    })
    await soon()
    await tell(ctx, 'late')
    await relayAll()
    commitFirst()
    await early
    await relayAll()
    const rows = await inTenant(ctx, (tx) => tx.select().from(events).orderBy(events.sequence))
    expect(rows.map((row) => row.data.name)).toEqual(['late', 'early'])
  })

  it('stamps each event once, however many relays work', async () => {
    const ctx = await aCaller()
    await Promise.all(Array.from({ length: 30 }, (_unused, at) => tell(ctx, String(at))))
    await Promise.all([relayEvents(), relayEvents(), relayEvents(), relayEvents()])
    await relayAll()
    const rows = await inTenant(ctx, (tx) => tx.select().from(events))
    expect(rows.every((row) => row.sequence !== null)).toBe(true)
    expect(new Set(rows.map((row) => row.sequence)).size).toBe(30)
  })
})

describe('hear', () => {
  it('gives what happens, as it happens', async () => {
    const ctx = await aCaller()
    const hear = await aLiveHub()
    const heard = take(hear, ctx, 2)
    await soon()
    await tell(ctx, 'a')
    await tell(ctx, 'b')
    expect(names(await heard)).toEqual(['a', 'b'])
  })

  it('resumes from a sequence without gap and without duplicate, while more is happening', async () => {
    const ctx = await aCaller()
    const hear = await aLiveHub()
    const first = take(hear, ctx, 3)
    await soon()
    for (let at = 0; at < 3; at++) await tell(ctx, String(at))
    const last = (await first).at(-1)?.sequence
    for (let at = 3; at < 10; at++) await tell(ctx, String(at))
    const rest = take(hear, ctx, 20, last === undefined ? {} : { after: last })
    for (let at = 10; at < 23; at++) await tell(ctx, String(at))
    expect(names(await rest)).toEqual(Array.from({ length: 20 }, (_unused, at) => String(at + 3)))
  })

  it("never gives another tenant's event, nor one the caller may not see", async () => {
    const [mine, other] = [await aCaller(), await aCaller()]
    const viewer = await aColleague(mine, 'viewer')
    const hear = await aLiveHub()
    const heard = Promise.all([take(hear, mine, 2, { ms: 1_000 }), take(hear, viewer, 1, { ms: 1_000 })])
    await soon()
    await tell(other, 'foreign')
    await tell(mine, 'own')
    const [own, seenByViewer] = await heard
    expect(names(own)).toEqual(['own'])
    expect(seenByViewer).toEqual([])
  })

  it('takes names, patterns and the names outside systems use', async () => {
    const ctx = await aCaller()
    const hear = await aLiveHub()
    const heard = Promise.all([
      take(hear, ctx, 1, { types: ['api_key.*'], ms: 1_000 }),
      take(hear, ctx, 1, { types: ['integration.status.changed', 'member.added'], ms: 1_000 }),
    ])
    await soon()
    await tell(ctx, 'x')
    const [matching, others] = await heard
    expect(names(matching)).toEqual(['x'])
    expect(others).toEqual([])
  })

  it('tells a cursor that is older than what is kept to read anew', async () => {
    const ctx = await aCaller()
    const hear = await aLiveHub()
    await acrossTenants('test', (tx) =>
      tx.update(tenants).set({ prunedSequence: 500n }).where(eq(tenants.id, ctx.tenantId)),
    )
    await expect(take(hear, ctx, 1, { after: '499' })).rejects.toMatchObject({ code: 'events.resync' })
    await expect(take(hear, ctx, 1, { after: 'x' })).rejects.toMatchObject({ code: 'request.invalid' })
  })

  it('tells a cursor from before a restore to read anew, for it is ahead of everything', async () => {
    const ctx = await aCaller()
    const hear = await aLiveHub()
    await expect(take(hear, ctx, 1, { after: '999999999999999999' })).rejects.toMatchObject({ code: 'events.resync' })
  })

  it('catches up by itself when every hint on the bus was lost', async () => {
    const ctx = await aCaller()
    const hear = await aLiveHub()
    const heard = take(hear, ctx, 1)
    await soon()
    await inTenant(ctx, async (tx) => {
      await emit(tx, ctx, 'api_key.created', { data: { apiKeyId: 'key_q', name: 'quiet', expiresAt: null } })
    })
    await relayEvents()
    expect(names(await heard)).toEqual(['quiet'])
  })
})

describe('listActivity', () => {
  it('pages from the newest, filters, and hides what the caller may not see', async () => {
    const ctx = await aCaller()
    for (const name of ['one', 'two', 'three']) await tell(ctx, name)
    const page = await listActivity(ctx, { first: 2 })
    expect(page.items.map(({ node }) => node.metadata.name)).toEqual(['three', 'two'])
    const rest = await listActivity(ctx, { first: 2, after: page.items.at(-1)?.cursor })
    expect(rest.items.map(({ node }) => node.metadata.name)).toEqual(['one'])
    expect((await listActivity(ctx, { filter: { text: '"two"' } })).items).toHaveLength(1)
    expect((await listActivity(ctx, { filter: { types: ['integration.*'] } })).items).toEqual([])
    expect((await listActivity(holding(ctx, 'integrations:read'))).items).toEqual([])
    expect((await listActivity(await aCaller())).items).toEqual([])
  })
})
