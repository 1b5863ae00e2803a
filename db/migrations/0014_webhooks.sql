CREATE TABLE "delivery_attempts" (
	"id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"number" integer NOT NULL,
	"url" text NOT NULL,
	"secret_versions" integer[] NOT NULL,
	"request_bytes" integer NOT NULL,
	"status" integer,
	"failure_class" text,
	"message" text,
	"timings" jsonb NOT NULL,
	"response_headers" jsonb,
	"response_body" text,
	"response_cut" boolean DEFAULT false NOT NULL,
	CONSTRAINT "delivery_attempts_tenant_id_id_at_pk" PRIMARY KEY("tenant_id","id","at")
) PARTITION BY RANGE ("at");
--> statement-breakpoint
ALTER TABLE "delivery_attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"event_type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"step" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"status" integer,
	"failure_class" text,
	"message" text,
	"replays" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "webhook_deliveries_tenant_id_id_at_pk" PRIMARY KEY("tenant_id","id","at")
) PARTITION BY RANGE ("at");
--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"url" text NOT NULL,
	"events" text[] NOT NULL,
	"likes" text[] NOT NULL,
	"unseen" text[] NOT NULL,
	"integration_ids" uuid[] NOT NULL,
	"project_ids" uuid[] NOT NULL,
	"payload_version" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"rate_per_second" integer,
	"concurrency" integer NOT NULL,
	"schedule" integer[],
	"enabled" boolean DEFAULT true NOT NULL,
	"disabled_reason" text,
	"disabled_at" timestamp (3) with time zone,
	"owner" jsonb NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"failing_since" timestamp (3) with time zone,
	"paused_until" timestamp (3) with time zone,
	"last_delivered_at" timestamp (3) with time zone,
	"last_failure_at" timestamp (3) with time zone,
	"last_failure" text,
	"rate_used_until" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_endpoints_tenant" UNIQUE("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_hours" (
	"tenant_id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"failures" integer NOT NULL,
	"delivered" integer NOT NULL,
	"exhausted" integer NOT NULL,
	"latency_buckets" integer[] NOT NULL,
	"duration_ms" double precision NOT NULL,
	CONSTRAINT "webhook_hours_tenant_id_endpoint_id_at_pk" PRIMARY KEY("tenant_id","endpoint_id","at")
);
--> statement-breakpoint
ALTER TABLE "webhook_hours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_secrets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"nonce" "bytea" NOT NULL,
	"key_version" integer NOT NULL,
	"schema_version" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	CONSTRAINT "webhook_secrets_version" UNIQUE("tenant_id","endpoint_id","version")
);
--> statement-breakpoint
ALTER TABLE "webhook_secrets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_hours" ADD CONSTRAINT "webhook_hours_tenant_id_endpoint_id_webhook_endpoints_tenant_id_id_fk" FOREIGN KEY ("tenant_id","endpoint_id") REFERENCES "public"."webhook_endpoints"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_secrets" ADD CONSTRAINT "webhook_secrets_tenant_id_endpoint_id_webhook_endpoints_tenant_id_id_fk" FOREIGN KEY ("tenant_id","endpoint_id") REFERENCES "public"."webhook_endpoints"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_attempts_delivery" ON "delivery_attempts" USING btree ("tenant_id","delivery_id","at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_endpoint" ON "webhook_deliveries" USING btree ("tenant_id","endpoint_id","at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_open" ON "webhook_deliveries" USING btree ("tenant_id","endpoint_id","due_at") WHERE state in ('pending', 'retrying');--> statement-breakpoint
CREATE INDEX "webhook_deliveries_failed" ON "webhook_deliveries" USING btree ("tenant_id","at") WHERE state in ('retrying', 'failed');--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_endpoints_name" ON "webhook_endpoints" USING btree ("tenant_id",lower("name"));--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "delivery_attempts" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_rows" ON "delivery_attempts" AS PERMISSIVE FOR ALL TO "inthub_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "webhook_deliveries" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_rows" ON "webhook_deliveries" AS PERMISSIVE FOR ALL TO "inthub_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "webhook_endpoints" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_rows" ON "webhook_endpoints" AS PERMISSIVE FOR ALL TO "inthub_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "webhook_hours" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_rows" ON "webhook_hours" AS PERMISSIVE FOR ALL TO "inthub_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "webhook_secrets" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
--> statement-breakpoint
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['webhook_endpoints', 'webhook_secrets', 'webhook_deliveries', 'delivery_attempts',
    'webhook_hours'] LOOP
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_endpoints, webhook_secrets TO inthub_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON webhook_deliveries TO inthub_app;
--> statement-breakpoint
-- A try is written once, by the sender.
GRANT SELECT ON delivery_attempts, webhook_hours TO inthub_app;
--> statement-breakpoint
-- The relay hands events over, the sender takes and answers, and history is pruned, for every tenant.
GRANT SELECT, UPDATE ON webhook_endpoints TO inthub_system;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_deliveries, webhook_hours TO inthub_system;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON delivery_attempts TO inthub_system;
--> statement-breakpoint
-- Every partitioned table of the hub is partitioned by month, whichever migration made it.
CREATE OR REPLACE FUNCTION partitioned_tables() RETURNS SETOF text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT relname::text FROM pg_class
  WHERE relkind = 'p' AND relnamespace = 'public'::regnamespace AND NOT relispartition
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION ensure_partitions() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  parent text;
  month timestamptz;
  partition text;
BEGIN
  PERFORM pg_advisory_xact_lock(7305331);
  FOR parent IN SELECT public.partitioned_tables() LOOP
    FOR ahead IN -1..2 LOOP
      month := date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' + make_interval(months => ahead);
      partition := parent || '_' || to_char(month AT TIME ZONE 'UTC', 'YYYY_MM');
      IF to_regclass('public.' || partition) IS NULL THEN
        EXECUTE format('CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L)', partition, parent,
          month, (month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC');
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', partition);
        -- Room beside each row, so that taking a delivery and giving it back touches no index.
        IF parent = 'webhook_deliveries' THEN
          EXECUTE format('ALTER TABLE public.%I SET (fillfactor = 80)', partition);
        END IF;
      END IF;
    END LOOP;
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION drop_partitions_before(parent text, before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  partition record;
  dropped integer := 0;
BEGIN
  IF parent NOT IN (SELECT public.partitioned_tables()) THEN
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
SELECT ensure_partitions();
