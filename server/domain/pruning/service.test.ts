import { eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { describe, expect, inject, it } from 'vitest'
import { events, tenants } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { aCaller, relayAll } from '@/test/world'
import { emit } from '../events/emit'
import { pruneHistory } from './service'

const generous = {
  RETENTION_ACTIVITY: 30 * 86_400,
  RETENTION_CHECKS: 90 * 86_400,
  RETENTION_CALLS: 30 * 86_400,
  RETENTION_INBOUND: 30 * 86_400,
  RETENTION_SIZE_PER_TENANT: 2_000_000_000,
}

async function twoEvents(text = '') {
  const ctx = await aCaller()
  const tell = (name: string) =>
    inTenant(ctx, (tx) => emit(tx, ctx, 'api_key.revoked', { data: { apiKeyId: 'key_x', name: name + text } }))
  const old = await tell('old')
  await tell('young')
  await relayAll()
  // Only the owner of the database can change what happened.
  const owner = postgres(inject('databaseUrl'), { max: 1, onnotice: () => {} })
  await owner`update events set time = now() - interval '2 hours' where id = ${old.slice(4)}`
  await owner.end()
  const [row] = await inTenant(ctx, (tx) => tx.select().from(events).where(eq(events.id, old)))
  const left = async () =>
    (await inTenant(ctx, (tx) => tx.select({ data: events.data }).from(events))).map((each) =>
      String(each.data.name).slice(0, 5),
    )
  return { ctx, sequence: row?.sequence, left }
}

describe('pruneHistory', () => {
  it('removes what is older than the retention, and marks up to which sequence', async () => {
    const { ctx, sequence, left } = await twoEvents()
    await pruneHistory(generous)
    expect(await left()).toHaveLength(2)
    await pruneHistory({ ...generous, RETENTION_ACTIVITY: 5_400 })
    expect(await left()).toEqual(['young'])
    const [tenant] = await inTenant(ctx, (tx) => tx.select().from(tenants))
    expect(tenant?.prunedSequence).toBe(sequence)
  })

  it('removes the oldest of a tenant over its budget, and nothing of the others', async () => {
    const large = await twoEvents('x'.repeat(200_000).replaceAll('x', () => Math.random().toString(36)[2] ?? 'x'))
    const small = await twoEvents()
    await pruneHistory({ ...generous, RETENTION_SIZE_PER_TENANT: 1_200_000 })
    expect(await large.left()).toEqual(['young'])
    expect(await small.left()).toHaveLength(2)
  })

  it('makes the partitions to come, and running it again changes nothing', async () => {
    await pruneHistory()
    await expect(pruneHistory()).resolves.toMatchObject({ partitions: 0 })
    const ctx = await aCaller()
    const [row] = await inTenant(ctx, (tx) =>
      tx.execute<{ n: number }>(sql`select count(*)::int as n from pg_inherits where inhparent = 'events'::regclass`),
    )
    expect(row?.n).toBeGreaterThanOrEqual(4)
  })
})
