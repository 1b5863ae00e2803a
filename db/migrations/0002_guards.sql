-- What the generated migration cannot say: forced row-level security, grants, partitions, the sequence of events.

-- FORCE, so that not even the owner of a table reads past its policies.
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relrowsecurity
  LOOP
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO inthub_app, inthub_system;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON projects, environments, role_bindings, api_keys, data_keys, credentials,
  credential_versions, integrations, idempotency_keys, health_states, check_hours, quotas, egress_grants TO inthub_app;
--> statement-breakpoint
-- What happened is written once: the app role can neither change nor remove it.
GRANT SELECT, INSERT ON events, checks TO inthub_app;
--> statement-breakpoint
GRANT SELECT, UPDATE ON tenants TO inthub_app;
--> statement-breakpoint
GRANT SELECT ON users TO inthub_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON tenants, users, accounts, sessions, links TO inthub_system;
--> statement-breakpoint
GRANT SELECT, INSERT ON projects, environments, role_bindings, master_keys TO inthub_system;
--> statement-breakpoint
GRANT SELECT, UPDATE ON api_keys, health_states TO inthub_system;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON events TO inthub_system;
--> statement-breakpoint
GRANT SELECT, DELETE ON checks, idempotency_keys TO inthub_system;
--> statement-breakpoint
GRANT SELECT, DELETE ON integrations TO inthub_system;
--> statement-breakpoint
GRANT SELECT ON egress_grants, check_hours TO inthub_system;
--> statement-breakpoint
CREATE SEQUENCE event_sequence AS bigint;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE event_sequence TO inthub_system;
--> statement-breakpoint
-- Makes the monthly partitions from last month to two months ahead. Nobody but the owner may create tables; the
-- hub calls this at start and every day. Partitions carry no grants: rows are reached through the parent only.
CREATE FUNCTION ensure_partitions() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  parent text;
  month timestamptz;
  partition text;
BEGIN
  PERFORM pg_advisory_xact_lock(7305331);
  FOREACH parent IN ARRAY ARRAY['events', 'checks'] LOOP
    FOR ahead IN -1..2 LOOP
      month := date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' + make_interval(months => ahead);
      partition := parent || '_' || to_char(month AT TIME ZONE 'UTC', 'YYYY_MM');
      IF to_regclass('public.' || partition) IS NULL THEN
        EXECUTE format('CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L)', partition, parent,
          month, (month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC');
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', partition);
      END IF;
    END LOOP;
  END LOOP;
END
$$;
--> statement-breakpoint
-- Drops the partitions whose every row is older than the given instant; returns how many.
CREATE FUNCTION drop_partitions_before(parent text, before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  partition record;
  dropped integer := 0;
BEGIN
  IF parent NOT IN ('events', 'checks') THEN
    RAISE EXCEPTION 'not a partitioned table of the hub: %', parent;
  END IF;
  FOR partition IN
    SELECT child.relname,
      (substring(pg_get_expr(child.relpartbound, child.oid) FROM 'TO \(''([^'']+)''\)'))::timestamptz AS until
    FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
    WHERE inhparent = to_regclass('public.' || parent)
  LOOP
    IF partition.until <= before THEN
      EXECUTE format('DROP TABLE public.%I', partition.relname);
      dropped := dropped + 1;
    END IF;
  END LOOP;
  RETURN dropped;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION ensure_partitions(), drop_partitions_before(text, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION ensure_partitions(), drop_partitions_before(text, timestamptz) TO inthub_system;
--> statement-breakpoint
SELECT ensure_partitions();
