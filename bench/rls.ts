import { asc, eq, sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { healthStates, integrations } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { toUuid } from '@/server/kernel/ids'
import type { Figure } from './figure'
import { aTenantWith, type Ground, openGround } from './load/database'
import { type Contender, interleaved, type Spent } from './load/rounds'

/**
 * Reading the 50 integrations of one tenant of twenty, six fields of each, 32 readers over 10 connections: the ways
 * through row-level security, beside the same query that names its tenant and has no policy to obey. Goal: 0.75x.
 */
const tenants = 20
const rowsOfEach = 50
const poolSize = 10
const concurrency = 32
const rounds = 5
const operations = 2_000

const fields = {
  id: integrations.id,
  slug: integrations.slug,
  name: integrations.name,
  type: integrations.typeId,
  verdict: healthStates.verdict,
  checkedAt: healthStates.checkedAt,
}
type Reader = Pick<PostgresJsDatabase, 'select'>

const rows = (db: Reader, tenantId?: Context['tenantId']) =>
  db
    .select(fields)
    .from(integrations)
    .innerJoin(healthStates, eq(healthStates.integrationId, integrations.id))
    .where(tenantId && eq(integrations.tenantId, tenantId))
    .orderBy(asc(integrations.name))
    .limit(rowsOfEach)

const text = `select i.id, i.slug, i.name, i.type_id, h.verdict, h.checked_at
  from integrations i join health_states h on h.integration_id = i.id order by i.name limit ${rowsOfEach}`

const readFunction = `create function bench_rows(tenant uuid)
  returns table (id uuid, slug text, name text, type_id text, verdict text, checked_at timestamptz)
  language plpgsql as $$
  begin
    perform set_config('app.tenant_id', tenant::text, true);
    return query ${text};
  end $$`

/** A client that prepares what drizzle asks, as the chosen form does: the limit must not lose for want of that. */
function preparing(client: Sql): PostgresJsDatabase {
  const unsafe = (query: string, params: never[]) =>
    client.unsafe(query, params, { prepare: true, simple: false } as { prepare: boolean })
  return drizzle({ options: client.options, unsafe } as unknown as Sql, { casing: 'snake_case' })
}

function connect({ url }: Ground, role?: string): Sql {
  const connection = role ? { options: `-c role=${role}`, TimeZone: 'UTC' } : { TimeZone: 'UTC' }
  return postgres(url, { max: poolSize, connection, onnotice: () => {} })
}

async function awaitedSetting(db: PostgresJsDatabase, { tenantId }: Context): Promise<unknown> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.tenant_id', ${toUuid(tenantId)}, true)`)
    return rows(tx)
  })
}

/** The ways in, by the names that docs/decisions uses. */
function contenders(app: Sql, owner: Sql, anyTenant: () => Context): Contender[] {
  const asApp = drizzle(app, { casing: 'snake_case' })
  const withoutPolicies = preparing(owner)
  const plainly = drizzle(owner, { casing: 'snake_case' })
  const uuid = () => toUuid(anyTenant().tenantId)
  return [
    { name: 'limit: no policy, prepared', run: () => rows(withoutPolicies, anyTenant().tenantId) },
    { name: 'no policy, as drizzle does it', run: () => rows(plainly, anyTenant().tenantId) },
    { name: 'drizzle transaction, awaited setting', run: () => awaitedSetting(asApp, anyTenant()) },
    { name: 'ours: pipelined', run: () => inTenant(anyTenant(), (tx) => rows(tx)) },
    {
      name: 'simple batch',
      run: () => app.unsafe(`select set_config('app.tenant_id', '${uuid()}', true); ${text}`).values(),
    },
    {
      name: 'function call',
      run: () => app.unsafe('select * from bench_rows($1)', [uuid()], { prepare: true }).values(),
    },
  ]
}

/** What differs between contenders must not be what they read. */
async function requireSameAnswer(all: readonly Contender[]): Promise<void> {
  for (const { name, run } of all) {
    const answer = (await run()) as unknown[]
    const last = answer.at(-1)
    const found = name === 'simple batch' && Array.isArray(last) ? last.length : answer.length
    if (found !== rowsOfEach) throw new Error(`"${name}" read ${found} rows instead of ${rowsOfEach}.`)
  }
}

function notesOf(spent: ReadonlyMap<string, Spent>): Record<string, number> {
  const lines = [...spent].flatMap(([name, { perSecond, clientMicros, serverMicros }]) => [
    [`${name} (reads/s)`, Math.round(perSecond)],
    [`${name}, CPU in the hub (us)`, Math.round(clientMicros)],
    [`${name}, CPU in PostgreSQL (us)`, Math.round(serverMicros)],
  ])
  return Object.fromEntries(lines)
}

export async function measure(): Promise<Figure> {
  const ground = await openGround()
  const owner = connect(ground)
  const app = connect(ground, 'inthub_app')
  try {
    const callers: Context[] = []
    for (let at = 0; at < tenants; at += 1) callers.push(await aTenantWith(rowsOfEach, `tenant-${at}`))
    await owner.unsafe(readFunction)
    await ground.analyze()
    const [first] = callers
    if (!first) throw new Error('There is no tenant.')
    const anyTenant = () => callers[Math.floor(Math.random() * callers.length)] ?? first
    const all = contenders(app, owner, anyTenant)
    await requireSameAnswer(all)
    const { serverCpuMicros } = ground
    const spent = await interleaved(all, { rounds, operations, concurrency, serverCpuMicros })
    const rate = (name: string) => spent.get(name)?.perSecond ?? 0
    const limit = rate('limit: no policy, prepared')
    return { name: 'rls', ours: rate('ours: pipelined'), limit, peer: null, unit: 'reads/s', notes: notesOf(spent) }
  } finally {
    await Promise.all([owner.end({ timeout: 5 }), app.end({ timeout: 5 })])
    await ground.stop()
  }
}
