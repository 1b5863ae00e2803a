import { eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { projects } from '@/db/schema'
import { newId } from '@/server/kernel/ids'
import { aCaller, type Caller } from '@/test/world'
import { acrossTenants, inTenant, type TenantTx } from './tenant'

let owner: postgres.Sql
beforeAll(() => {
  owner = postgres(inject('databaseUrl'), { max: 1, onnotice: () => {} })
})
afterAll(() => owner.end())

const slugsOf = async (ctx: Caller) =>
  (await inTenant(ctx, (tx) => tx.select().from(projects))).map(({ slug }) => slug).sort()

const addProject = (tx: TenantTx, ctx: Caller, slug: string) =>
  tx.insert(projects).values({ id: newId('project'), tenantId: ctx.tenantId, slug, name: slug })

const fault = (tx: TenantTx) => tx.execute(sql`select 1 / 0`)

/** Where the transaction runs, and for whom. */
async function placeOf(tx: TenantTx): Promise<{ pid: number; tenant: string; inside: boolean }> {
  const [row] = await tx.execute<{ pid: number; tenant: string; inside: boolean }>(sql`
    select pg_backend_pid() as pid, current_setting('app.tenant_id', true) as tenant,
      transaction_timestamp() <> statement_timestamp() as inside`)
  if (!row) throw new Error('There is no answer.')
  return row
}

describe('a transaction', () => {
  it('keeps what it did, all of it or nothing', async () => {
    const ctx = await aCaller()
    await inTenant(ctx, (tx) => addProject(tx, ctx, 'kept'))
    const failed = inTenant(ctx, async (tx) => {
      await addProject(tx, ctx, 'lost')
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await slugsOf(ctx)).toEqual(['default', 'kept'])
  })

  it('is not kept when a query failed, even if the failure was caught', async () => {
    const ctx = await aCaller()
    const swallowing = inTenant(ctx, async (tx) => {
      await addProject(tx, ctx, 'lost')
      await fault(tx).catch(() => {})
    })
    await expect(swallowing).rejects.toThrow('division by zero')
    expect(await slugsOf(ctx)).toEqual(['default'])
  })

  it('is not kept when a query that nobody waited for failed', async () => {
    const ctx = await aCaller()
    const careless = inTenant(ctx, async (tx) => {
      await addProject(tx, ctx, 'lost')
      fault(tx).catch(() => {})
    })
    await expect(careless).rejects.toThrow()
    expect(await slugsOf(ctx)).toEqual(['default'])
  })

  it('takes back only the part inside that failed', async () => {
    const ctx = await aCaller()
    await inTenant(ctx, async (tx) => {
      await addProject(tx, ctx, 'before')
      const inner = tx.transaction(async (nested) => {
        await addProject(nested as unknown as TenantTx, ctx, 'inner')
        await fault(nested as unknown as TenantTx)
      })
      await expect(inner).rejects.toThrow()
      await tx.transaction((nested) => addProject(nested as unknown as TenantTx, ctx, 'second'))
      await addProject(tx, ctx, 'after')
    })
    expect(await slugsOf(ctx)).toEqual(['after', 'before', 'default', 'second'])
  })

  it('answers questions asked together, and the same text again with other values', async () => {
    const ctx = await aCaller()
    await inTenant(ctx, (tx) => addProject(tx, ctx, 'second'))
    for (let round = 0; round < 4; round++) {
      const found = await inTenant(ctx, (tx) =>
        Promise.all(
          ['second', 'default', 'none'].map((slug) => tx.select().from(projects).where(eq(projects.slug, slug))),
        ),
      )
      expect(found.map((rows) => rows.map((row) => row.slug))).toEqual([['second'], ['default'], []])
    }
  })

  it('refuses a query that comes after its end, when its connection may be somebody else’s', async () => {
    const [ctx, other] = [await aCaller(), await aCaller()]
    let late: TenantTx | undefined
    await inTenant(ctx, async (tx) => {
      late = tx
    })
    await inTenant(other, async () => {
      await expect(late?.select().from(projects)).rejects.toMatchObject({
        cause: { message: 'The transaction of this query has ended.' },
      })
    })
  })

  it('is refused for what is no tenant’s id', async () => {
    const tenantId = "ten_x';drop table projects;--" as Caller['tenantId']
    await expect(inTenant({ tenantId }, async () => 1)).rejects.toThrow('not the id of a tenant')
  })

  it('has the first query behind its beginning, also on a fresh connection and with nothing awaited before it', async () => {
    const ctx = await aCaller()
    const places = await Promise.all(Array.from({ length: 30 }, () => inTenant(ctx, placeOf)))
    for (const place of places) expect(`ten_${place.tenant.replaceAll('-', '')}`).toBe(ctx.tenantId)
    expect(new Set(places.map(({ pid }) => pid)).size).toBeGreaterThan(1)
  })

  it('leaves no tenant on its connection', async () => {
    const ctx = await aCaller()
    const left = await inTenant(ctx, async (tx) => {
      // What the next one on this connection would find, had it no tenant of its own.
      await tx.execute(sql`commit`)
      const [row] = await tx.execute(sql`
        select current_setting('app.tenant_id', true) as tenant, (select count(*)::int from projects) as rows`)
      return row
    })
    expect(left).toEqual({ tenant: '', rows: 0 })
  })
})

describe('a connection that breaks', () => {
  it('in the middle of a transaction: that one fails, nothing of it is kept, and the next ones work', async () => {
    const ctx = await aCaller()
    const cut = inTenant(ctx, async (tx) => {
      await addProject(tx, ctx, 'lost')
      const { pid } = await placeOf(tx)
      await owner`select pg_terminate_backend(${pid})`
      await addProject(tx, ctx, 'lost too')
    })
    await expect(cut).rejects.toThrow()
    const all = await Promise.all(Array.from({ length: 20 }, () => slugsOf(ctx)))
    expect(all.every((slugs) => slugs.join() === 'default')).toBe(true)
  })

  it('while a transaction waits for something else: none of its later queries runs anywhere', async () => {
    const ctx = await aCaller()
    const after: unknown[] = []
    const cut = inTenant(ctx, async (tx) => {
      const { pid } = await placeOf(tx)
      await owner`select pg_terminate_backend(${pid})`
      await new Promise((resolve) => setTimeout(resolve, 200))
      after.push(await addProject(tx, ctx, 'stray').catch((error: unknown) => error))
    })
    await expect(cut).rejects.toMatchObject({ code: 'hub.unavailable', cause: expect.any(Error) })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(after).toEqual([expect.any(Error)])
    expect(await slugsOf(ctx)).toEqual(['default'])
  })

  it('while it is idle: nobody notices', async () => {
    const ctx = await aCaller()
    const { pid } = await inTenant(ctx, placeOf)
    await owner`select pg_terminate_backend(${pid})`
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await slugsOf(ctx)).toEqual(['default'])
  })
})

describe('acrossTenants', () => {
  it('shows its reason to the operator while it runs, and not after', async () => {
    const reasonOf = () => owner`select 1 from pg_stat_activity where application_name = 'inthub a reason  x'`
    const seen = await acrossTenants("a reason 'x", async (tx) => {
      await tx.execute(sql`select 1`)
      return reasonOf()
    })
    expect(seen).toHaveLength(1)
    expect(await reasonOf()).toHaveLength(0)
  })
})
