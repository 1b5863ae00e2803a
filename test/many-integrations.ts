import postgres from 'postgres'

/**
 * Thousands of integrations at once, straight in the database: what a list, a benchmark or a screen has to bear.
 * They are never due, so nothing is sent anywhere.
 */
export async function insertIntegrations(databaseUrl: string, tenantSlug: string, count: number): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    await sql.begin(async (tx) => {
      const [tenant] = await tx<{ id: string }[]>`select id from tenants where slug = ${tenantSlug}`
      if (!tenant) throw new Error(`There is no tenant ${tenantSlug}.`)
      await tx`set local role inthub_app`
      await tx`select set_config('app.tenant_id', ${tenant.id}, true)`
      await tx`
        insert into integrations (id, tenant_id, project_id, environment_id, slug, name, type_id, connector_version,
          instance, method, config, owner, labels, enabled, interval_seconds, created_at)
        select gen_random_uuid(), ${tenant.id}::uuid,
          (select id from projects order by is_default desc limit 1),
          case when n % 3 = 0 then (select id from environments where slug = 'prod') end,
          'many-' || lpad(n::text, 5, '0'), 'Many ' || lpad(n::text, 5, '0'),
          case when n % 5 = 0 then 'registry.oci' else 'custom.http' end, '1.0.0',
          case when n % 5 = 0 then 'dockerHub' else 'any' end, 'none',
          '{"baseUrl": "http://127.0.0.1:9", "probePath": "/"}'::jsonb,
          case when n % 7 <> 0 then 'Team ' || (n % 20) end,
          jsonb_build_object('tier', (n % 4)::text), n % 25 <> 0, 86400, now() - make_interval(mins => n)
        from generate_series(1, ${count}) n`
      await tx`
        insert into health_states (integration_id, tenant_id, verdict, since, checked_at, message, latency_ms)
        select id, tenant_id,
          case right(slug, 2)::int % 50 when 1 then 'unhealthy' when 2 then 'degraded' else 'healthy' end,
          now() - interval '2 days', now() - make_interval(secs => right(slug, 5)::int % 600),
          'Answers in 12 ms.', right(slug, 5)::int % 997
        from integrations where slug like 'many-%'`
    })
    await sql`analyze integrations, health_states`
  } finally {
    await sql.end()
  }
}
