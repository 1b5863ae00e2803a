import { eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { checks, projects } from '@/db/schema'
import { aCaller } from '@/test/world'
import { inTenant } from './tenant'

/** Reads the catalogue of the migrated database: a table that is added without its guards fails here. */
let owner: postgres.Sql
beforeAll(() => {
  owner = postgres(inject('databaseUrl'), { max: 2, onnotice: () => {} })
})
afterAll(() => owner.end())

type TableRow = { name: string; enabled: boolean; forced: boolean; policies: string[]; is_partition: boolean }

const tablesWithTenant = () => owner<TableRow[]>`
  select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, c.relispartition as is_partition,
    coalesce(array_agg(p.polname::text) filter (where p.polname is not null), '{}') as policies
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
  left join pg_policy p on p.polrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  group by c.oid order by c.relname`

describe('every table with a tenant', () => {
  it('has row-level security, enabled and forced', async () => {
    const tables = await tablesWithTenant()
    expect(tables.length).toBeGreaterThan(10)
    expect(tables.filter((table) => !table.enabled || !table.forced).map((table) => table.name)).toEqual([])
  })

  it('has the policy that keeps to the own tenant, reading and writing', async () => {
    const tables = await tablesWithTenant()
    const parents = tables.filter((table) => !table.is_partition)
    expect(parents.filter((table) => !table.policies.includes('tenant_rows')).map((table) => table.name)).toEqual([])
    const open = await owner`
      select polrelid::regclass::text as name from pg_policy
      where polname = 'tenant_rows' and (polwithcheck is null or polqual is null)`
    expect(open).toEqual([])
  })

  it('opens its partitions to nobody but through the parent', async () => {
    const granted = await owner`
      select table_name from information_schema.role_table_grants
      where grantee in ('inthub_app', 'inthub_system', 'PUBLIC') and table_name ~ '_[0-9]{4}_[0-9]{2}$'`
    expect(granted).toEqual([])
  })
})

describe('the roles', () => {
  it('own nothing and bypass nothing', async () => {
    const roles = await owner`
      select rolname from pg_roles where rolname in ('inthub_app', 'inthub_system')
      and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)`
    expect(roles).toEqual([])
    const owned = await owner`
      select relname from pg_class join pg_roles on pg_roles.oid = relowner
      where rolname in ('inthub_app', 'inthub_system')`
    expect(owned).toEqual([])
  })

  it('find no definer function without a fixed search path, and no view that skips the policies', async () => {
    const functions = await owner`
      select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and not exists (select 1 from unnest(proconfig) as setting where setting like 'search_path=%')`
    expect(functions).toEqual([])
    const views = await owner`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
      and not coalesce(reloptions::text like '%security_invoker=true%', false)`
    expect(views).toEqual([])
  })
})

describe('the doors', () => {
  it('show no rows when the tenant is forgotten', async () => {
    const app = postgres(inject('databaseUrl'), { max: 1, connection: { options: '-c role=inthub_app' } })
    await aCaller()
    expect(await app`select * from projects`).toEqual([])
    // A pooled connection that once had a tenant keeps none of it.
    await app.begin(async (tx) => {
      await tx`select set_config('app.tenant_id', ${crypto.randomUUID()}, true)`
    })
    expect(await app`select * from projects`).toEqual([])
    await app.end()
  })

  it("refuse to write another tenant's row", async () => {
    const [a, b] = [await aCaller(), await aCaller()]
    const [project] = await inTenant(b, (tx) => tx.select().from(projects))
    const moved = await inTenant(a, (tx) =>
      tx
        .update(projects)
        .set({ name: 'taken' })
        .where(eq(projects.id, project?.id ?? 'prj_'))
        .returning(),
    ).catch(() => [])
    expect(moved).toEqual([])
    const insert = inTenant(a, (tx) =>
      tx.insert(projects).values({ id: project?.id ?? 'prj_', tenantId: b.tenantId, slug: 'x', name: 'x' }),
    )
    await expect(insert).rejects.toThrow()
  })

  it('answer 400 interleaved requests of two tenants through one pool without one wrong row', async () => {
    const callers = [await aCaller(), await aCaller()] as const
    const answers = await Promise.all(
      Array.from({ length: 400 }, async (_unused, at) => {
        const ctx = at % 2 === 0 ? callers[0] : callers[1]
        const rows = await inTenant(ctx, async (tx) => {
          await tx.execute(sql`select pg_sleep(random() * 0.002)`)
          return tx.select().from(projects)
        })
        return rows.length === 1 && rows[0]?.tenantId === ctx.tenantId
      }),
    )
    expect(answers.filter((isRight) => !isRight)).toEqual([])
  })

  it('let nobody change or remove what happened', async () => {
    const ctx = await aCaller()
    await expect(inTenant(ctx, (tx) => tx.execute(sql`update events set summary = 'x'`))).rejects.toThrow()
    await expect(inTenant(ctx, (tx) => tx.delete(checks))).rejects.toThrow()
  })
})
