DROP INDEX "health_states_due";--> statement-breakpoint
ALTER TABLE "health_states" ADD COLUMN "taken_ms" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "health_states" ADD COLUMN "is_slow" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "health_states" ADD COLUMN "recent_latencies_ms" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "health_states_due" ON "health_states" USING btree ("is_slow","due_at") WHERE due_at is not null;