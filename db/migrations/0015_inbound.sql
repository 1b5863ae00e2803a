CREATE TABLE "inbound_deliveries" (
	"id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"hook_id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"state" text NOT NULL,
	"delivery_id" text,
	"scheme" text,
	"secret_version" integer,
	"reason" text,
	"type" text,
	"topic" text,
	"method" text NOT NULL,
	"query" text NOT NULL,
	"headers" jsonb NOT NULL,
	"body_bytes" integer NOT NULL,
	"body" "bytea" NOT NULL,
	"recovered" boolean NOT NULL,
	"replays" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"processed_at" timestamp (3) with time zone,
	CONSTRAINT "inbound_deliveries_tenant_id_id_received_at_pk" PRIMARY KEY("tenant_id","id","received_at")
) PARTITION BY RANGE ("received_at");
--> statement-breakpoint
ALTER TABLE "inbound_deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "inbound_hooks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"type_id" text NOT NULL,
	"route_key" text,
	"token_hash" text NOT NULL,
	"enabled" boolean NOT NULL,
	"schemes" jsonb,
	"waived_at" timestamp (3) with time zone,
	"waived_by" text,
	"waiver_reason" text,
	"target" text,
	"provider_hook_id" text,
	"provider_events" text[],
	"provider_state" text,
	"provider_message" text,
	"provider_checked_at" timestamp (3) with time zone,
	"recovered_until" timestamp (3) with time zone,
	"last_received_at" timestamp (3) with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbound_hooks_tenant" UNIQUE("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "inbound_hooks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "inbound_secrets" (
	"tenant_id" uuid NOT NULL,
	"hook_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"nonce" "bytea" NOT NULL,
	"key_version" integer NOT NULL,
	"schema_version" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbound_secrets_tenant_id_hook_id_version_pk" PRIMARY KEY("tenant_id","hook_id","version")
);
--> statement-breakpoint
ALTER TABLE "inbound_secrets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "inbound_seen" (
	"tenant_id" uuid NOT NULL,
	"hook_id" uuid NOT NULL,
	"key" text NOT NULL,
	"inbound_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbound_seen_tenant_id_hook_id_key_pk" PRIMARY KEY("tenant_id","hook_id","key")
);
--> statement-breakpoint
ALTER TABLE "inbound_seen" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "inbound_hooks" ADD CONSTRAINT "inbound_hooks_tenant_id_integration_id_integrations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","integration_id") REFERENCES "public"."integrations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_secrets" ADD CONSTRAINT "inbound_secrets_tenant_id_hook_id_inbound_hooks_tenant_id_id_fk" FOREIGN KEY ("tenant_id","hook_id") REFERENCES "public"."inbound_hooks"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbound_deliveries_integration" ON "inbound_deliveries" USING btree ("tenant_id","integration_id","received_at");--> statement-breakpoint
CREATE INDEX "inbound_deliveries_due" ON "inbound_deliveries" USING btree ("received_at") WHERE state = 'received';--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_hooks_token" ON "inbound_hooks" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "inbound_hooks_integration" ON "inbound_hooks" USING btree ("tenant_id","integration_id");--> statement-breakpoint
CREATE INDEX "inbound_hooks_route" ON "inbound_hooks" USING btree ("type_id","route_key") WHERE kind = 'app';--> statement-breakpoint
CREATE INDEX "inbound_seen_at" ON "inbound_seen" USING brin ("seen_at");--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "inbound_deliveries" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_rows" ON "inbound_deliveries" AS PERMISSIVE FOR ALL TO "inthub_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "inbound_hooks" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_rows" ON "inbound_hooks" AS PERMISSIVE FOR ALL TO "inthub_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "inbound_secrets" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_rows" ON "inbound_seen" AS PERMISSIVE FOR ALL TO "inthub_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_rows" ON "inbound_seen" AS PERMISSIVE FOR ALL TO "inthub_system" USING (true) WITH CHECK (true);--> statement-breakpoint
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['inbound_hooks', 'inbound_secrets', 'inbound_deliveries', 'inbound_seen'] LOOP
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END
$$;
--> statement-breakpoint
DO $$
BEGIN
  ALTER TABLE public.inbound_deliveries ALTER COLUMN body SET COMPRESSION lz4;
EXCEPTION
  -- A server that was built without lz4 compresses in its own way.
  WHEN feature_not_supported THEN NULL;
END
$$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON inbound_hooks, inbound_secrets, inbound_seen TO inthub_app;
--> statement-breakpoint
-- What came in is told of and replayed, and never removed but by its age.
GRANT SELECT, INSERT ON inbound_deliveries TO inthub_app;
--> statement-breakpoint
GRANT UPDATE (state, reason, type, topic, replays, attempts, leased_until, processed_at) ON inbound_deliveries TO inthub_app;
--> statement-breakpoint
-- Whose an address is, is known only when its hook was found; what is due is leased for all tenants at once.
GRANT SELECT, UPDATE (provider_checked_at) ON inbound_hooks TO inthub_system;
--> statement-breakpoint
GRANT SELECT, DELETE ON inbound_deliveries, inbound_seen TO inthub_system;
--> statement-breakpoint
GRANT UPDATE (attempts, leased_until) ON inbound_deliveries TO inthub_system;
--> statement-breakpoint
SELECT ensure_partitions();
