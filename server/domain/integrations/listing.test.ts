import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { healthStates, integrations, tenants } from '@/db/schema'
import { acrossTenants, inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { type HealthState, severityOrder } from '@/server/kernel/health'
import { insertIntegrations } from '@/test/many-integrations'
import { aCaller, type Caller } from '@/test/world'
import type { IntegrationFilter, IntegrationOrder, ListIntegrationsInput } from './integration'
import { countByType, groupIntegrations, listIntegrations } from './service'

const many = 5_000
let ctx: Caller

const slugOf = async ({ tenantId }: Caller) => {
  const rows = await acrossTenants('test', (tx) => tx.select().from(tenants))
  return rows.find((row) => row.id === tenantId)?.slug ?? ''
}

beforeAll(async () => {
  ctx = await aCaller()
  await insertIntegrations(inject('databaseUrl'), await slugOf(ctx), many)
}, 60_000)

/** Every slug of a list, page after page. */
async function walk(caller: Context, input: ListIntegrationsInput): Promise<string[]> {
  const slugs: string[] = []
  let after: string | null = null
  for (;;) {
    const page: Awaited<ReturnType<typeof listIntegrations>> = await listIntegrations(caller, { ...input, after })
    slugs.push(...page.items.map(({ node }) => node.slug))
    if (!page.hasNextPage) return slugs
    after = page.items.at(-1)?.cursor ?? null
  }
}

const orders: IntegrationOrder[] = ['name', 'created', 'severity', 'type', 'owner', 'latency', 'checked']

describe('a list of five thousand', () => {
  it.each(orders)(
    'is told whole and each once, ordered by %s, and the other way round in the other direction',
    async (orderBy) => {
      const forward = await walk(ctx, { orderBy, direction: 'asc', first: 200 })
      expect(forward).toHaveLength(many)
      expect(new Set(forward).size).toBe(many)
      const [last] = (await listIntegrations(ctx, { orderBy, direction: 'desc', first: 1 })).items
      expect(last?.node.slug).toBe(forward.at(-1))
    },
  )

  it.each([
    ['severity', (a: { health: HealthState }) => severityOrder.indexOf(a.health)],
    ['latency', (a: { latencyMs: number | null }) => -(a.latencyMs ?? -1)],
    ['checked', (a: { checkedAt: Date | null }) => -(a.checkedAt?.getTime() ?? 0)],
    ['created', (a: { createdAt: Date }) => -a.createdAt.getTime()],
  ] as const)('is in the order of its %s', async (orderBy, rank) => {
    const { items } = await listIntegrations(ctx, { orderBy, first: 200 })
    const ranks = items.map(({ node }) => rank(node))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  })

  it('tells those without an owner after all that have one', async () => {
    const { items } = await listIntegrations(ctx, { orderBy: 'owner', direction: 'desc', first: 1 })
    expect(items[0]?.node.owner).toBeNull()
  })

  it('is entered in the middle by leaving rows out', async () => {
    const all = await walk(ctx, { first: 200 })
    const { items, hasNextPage } = await listIntegrations(ctx, { first: 50, skip: 4_970 })
    expect(items.map(({ node }) => node.slug)).toEqual(all.slice(4_970))
    expect(hasNextPage).toBe(false)
  })

  it.each([-1, 0.5, 100_001])('refuses to leave %s rows out', async (skip) => {
    await expect(listIntegrations(ctx, { skip })).rejects.toMatchObject({ code: 'request.invalid' })
  })

  it('refuses the cursor of another order', async () => {
    const { items } = await listIntegrations(ctx, { first: 1 })
    for (const orderBy of ['severity', 'latency', 'checked', 'created'] as const) {
      const after = items[0]?.cursor
      await expect(listIntegrations(ctx, { orderBy, after })).rejects.toMatchObject({ code: 'request.invalid' })
    }
  })

  it.each<[string, IntegrationFilter, number]>([
    ['an owner, in any case of letters', { owner: 'TEAM 3' }, 214],
    ['no owner', { owner: '' }, 714],
    ['an environment', { environment: 'prod' }, 1_666],
    ['no environment', { environment: '' }, 3_334],
    ['a label', { labels: [{ key: 'tier', value: '2' }] }, 1_250],
    ['a family', { families: ['registry'] }, 1_000],
    ['disabled ones', { states: ['disabled'] }, 200],
    ['a text and a type', { text: '0001', types: ['registry.oci'] }, 2],
  ])('is narrowed to %s', async (_what, filter, expected) => {
    const page = await listIntegrations(ctx, { filter, first: 200 })
    expect(await page.countAll()).toBe(expected)
    expect(await walk(ctx, { filter, first: 200 })).toHaveLength(expected)
  })
})

describe('groups', () => {
  it.each(['type', 'state', 'owner', 'project', 'environment'] as const)(
    'by %s count everything once, worst first',
    async (by) => {
      const groups = await groupIntegrations(ctx, by)
      expect(groups.reduce((sum, { counts }) => sum + counts.total, 0)).toBe(many)
      const ranks = groups.map(({ worst }) => severityOrder.indexOf(worst))
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    },
  )

  it('are found again with their key as the filter', async () => {
    for (const { key, counts } of await groupIntegrations(ctx, 'owner')) {
      expect(await (await listIntegrations(ctx, { filter: { owner: key ?? '' } })).countAll()).toBe(counts.total)
    }
  })

  it('keep to the filter', async () => {
    const groups = await groupIntegrations(ctx, 'type', { states: ['disabled'] })
    expect(groups.map(({ key, worst, counts }) => [key, worst, counts.disabled])).toEqual([
      ['registry.oci', 'disabled', 200],
    ])
  })
})

describe('what belongs to somebody else', () => {
  it('is invisible to another tenant, in rows, counts, groups and types', async () => {
    const stranger = await aCaller()
    const page = await listIntegrations(stranger)
    expect(page.items).toEqual([])
    expect(await page.countAll()).toBe(0)
    expect(await groupIntegrations(stranger, 'owner')).toEqual([])
    expect(await countByType(stranger)).toEqual(new Map())
  })

  it('is invisible to a key that reaches one integration', async () => {
    const [one] = (await listIntegrations(ctx, { first: 1 })).items
    const narrow: Context = { ...ctx, grants: [{ permission: 'integrations:read', integrationId: one?.node.id }] }
    expect(await walk(narrow, { orderBy: 'severity' })).toEqual([one?.node.slug])
    expect(await (await listIntegrations(narrow)).countAll()).toBe(1)
    for (const by of ['type', 'state', 'owner', 'project', 'environment'] as const) {
      const groups = await groupIntegrations(narrow, by)
      expect(groups.map(({ counts }) => counts.total)).toEqual([1])
    }
    expect(await countByType(narrow)).toEqual(new Map([[one?.node.type, 1]]))
  })
})

it('reads the first page of five thousand by name from the index, without sorting', async () => {
  const plan = await inTenant(ctx, (tx) =>
    tx.execute<{ 'QUERY PLAN': string }>(sql`
      explain select * from ${integrations}
      join ${healthStates} on ${healthStates.integrationId} = ${integrations.id}
      where ${integrations.deletedAt} is null order by lower(${integrations.name}), ${integrations.id} limit 51`),
  )
  const text = plan.map((row) => row['QUERY PLAN']).join('\n')
  expect(text).toContain('integrations_name')
})
