CREATE TABLE "call_hours" (
	"tenant_id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"caller" text NOT NULL,
	"operation" text NOT NULL,
	"calls" integer NOT NULL,
	"failures" integer NOT NULL,
	"refusals" integer NOT NULL,
	"retries" integer NOT NULL,
	"by_class" integer[] NOT NULL,
	"latency_buckets" integer[] NOT NULL,
	"duration_ms" double precision NOT NULL,
	"wait_ms" double precision NOT NULL,
	"request_bytes" bigint NOT NULL,
	"response_bytes" bigint NOT NULL,
	CONSTRAINT "call_hours_tenant_id_integration_id_at_caller_operation_pk" PRIMARY KEY("tenant_id","integration_id","at","caller","operation")
);
--> statement-breakpoint
ALTER TABLE "call_hours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "call_minutes" (
	"tenant_id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"caller" text NOT NULL,
	"operation" text NOT NULL,
	"calls" integer NOT NULL,
	"failures" integer NOT NULL,
	"refusals" integer NOT NULL,
	"retries" integer NOT NULL,
	"by_class" integer[] NOT NULL,
	"latency_buckets" integer[] NOT NULL,
	"duration_ms" double precision NOT NULL,
	"wait_ms" double precision NOT NULL,
	"request_bytes" bigint NOT NULL,
	"response_bytes" bigint NOT NULL,
	CONSTRAINT "call_minutes_tenant_id_integration_id_at_caller_operation_pk" PRIMARY KEY("tenant_id","integration_id","at","caller","operation")
);
--> statement-breakpoint
ALTER TABLE "call_minutes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calls" (
	"id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"operation" text,
	"actor" jsonb NOT NULL,
	"priority" text NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"outcome" text NOT NULL,
	"status" integer,
	"failure_class" text,
	"reason" text,
	"message" text,
	"remedy" text,
	"attempts" jsonb NOT NULL,
	"duration_ms" double precision NOT NULL,
	"wait_ms" double precision NOT NULL,
	"request_bytes" bigint NOT NULL,
	"response_bytes" bigint NOT NULL,
	"request_id" text NOT NULL,
	"correlation_id" text NOT NULL,
	"group_id" text,
	"bodies" jsonb,
	CONSTRAINT "calls_tenant_id_id_at_pk" PRIMARY KEY("tenant_id","id","at")
) PARTITION BY RANGE ("at");
--> statement-breakpoint
ALTER TABLE "calls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "circuits" (
	"integration_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"state" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"failure_class" text,
	"retry_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "circuits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "doctor_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"source" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"overall" text NOT NULL,
	"message" text NOT NULL,
	"checks" jsonb NOT NULL,
	"changes" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "doctor_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "doctor_visits" (
	"integration_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"tick" timestamp (3) with time zone,
	"leased_until" timestamp (3) with time zone,
	"called_at" timestamp (3) with time zone,
	"called_by" uuid
);
--> statement-breakpoint
ALTER TABLE "doctor_visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "connection_profiles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"type_id" text NOT NULL,
	"instance" text NOT NULL,
	"method" text NOT NULL,
	"config" jsonb NOT NULL,
	"call_policy" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"interval_seconds" integer,
	"is_default" boolean DEFAULT false NOT NULL,
	"is_template" boolean DEFAULT false NOT NULL,
	"used_count" integer DEFAULT 0 NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"created_by_id" uuid,
	"created_by" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "connection_profiles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "call_policy" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "call_id" uuid;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "answer" jsonb;--> statement-breakpoint
ALTER TABLE "call_hours" ADD CONSTRAINT "call_hours_tenant_id_integration_id_integrations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","integration_id") REFERENCES "public"."integrations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_minutes" ADD CONSTRAINT "call_minutes_tenant_id_integration_id_integrations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","integration_id") REFERENCES "public"."integrations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circuits" ADD CONSTRAINT "circuits_tenant_id_integration_id_integrations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","integration_id") REFERENCES "public"."integrations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "doctor_runs" ADD CONSTRAINT "doctor_runs_tenant_id_integration_id_integrations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","integration_id") REFERENCES "public"."integrations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "doctor_visits" ADD CONSTRAINT "doctor_visits_tenant_id_integration_id_integrations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","integration_id") REFERENCES "public"."integrations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_profiles" ADD CONSTRAINT "connection_profiles_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_profiles" ADD CONSTRAINT "connection_profiles_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calls_integration" ON "calls" USING btree ("tenant_id","integration_id","at");--> statement-breakpoint
CREATE INDEX "calls_group" ON "calls" USING btree ("tenant_id","group_id");--> statement-breakpoint
CREATE INDEX "doctor_runs_integration" ON "doctor_runs" USING btree ("tenant_id","integration_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "connection_profiles_name" ON "connection_profiles" USING btree ("tenant_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "connection_profiles_default" ON "connection_profiles" USING btree ("tenant_id","type_id") WHERE is_default;--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "call_hours" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_rows" ON "call_hours" AS PERMISSIVE FOR ALL TO "inthub_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "call_minutes" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_rows" ON "call_minutes" AS PERMISSIVE FOR ALL TO "inthub_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "calls" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_rows" ON "calls" AS PERMISSIVE FOR ALL TO "inthub_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "circuits" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_rows" ON "circuits" AS PERMISSIVE FOR ALL TO "inthub_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "doctor_runs" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "doctor_visits" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_rows" ON "doctor_runs" AS PERMISSIVE FOR ALL TO "inthub_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "system_rows" ON "doctor_visits" AS PERMISSIVE FOR ALL TO "inthub_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "connection_profiles" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['calls', 'call_minutes', 'call_hours', 'circuits', 'doctor_runs', 'doctor_visits',
    'connection_profiles'] LOOP
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END
$$;
--> statement-breakpoint
-- A call is written once: the app role can neither change nor remove it.
GRANT SELECT, INSERT ON calls TO inthub_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON call_minutes, call_hours, circuits, doctor_runs, doctor_visits, connection_profiles
  TO inthub_app;
--> statement-breakpoint
-- Summing hours, pruning, and what a restarted process has to know of every tenant.
GRANT SELECT, DELETE ON calls, call_minutes, call_hours, doctor_runs TO inthub_system;
--> statement-breakpoint
GRANT INSERT, UPDATE ON call_hours TO inthub_system;
--> statement-breakpoint
-- Claiming visits of every tenant.
GRANT SELECT, INSERT, UPDATE ON doctor_visits TO inthub_system;
--> statement-breakpoint
GRANT SELECT ON circuits TO inthub_system;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION ensure_partitions() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  parent text;
  month timestamptz;
  partition text;
BEGIN
  PERFORM pg_advisory_xact_lock(7305331);
  FOREACH parent IN ARRAY ARRAY['events', 'checks', 'calls'] LOOP
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
CREATE OR REPLACE FUNCTION drop_partitions_before(parent text, before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  partition record;
  dropped integer := 0;
BEGIN
  IF parent NOT IN ('events', 'checks', 'calls') THEN
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
